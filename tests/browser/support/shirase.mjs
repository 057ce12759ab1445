// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { FakeClock } from './fake_clock.mjs';
import { programs, removeFolder, temporaryFolder } from './folders.mjs';
import { freePort } from './ports.mjs';
import { run, startService } from './processes.mjs';

// The programs run far from Japan, so that a day which leans on the host's zone is found out (REQUIREMENTS D3).
const environment = { TZ: 'America/St_Johns', LC_ALL: 'C.UTF-8', QT_QPA_PLATFORM: 'offscreen' };

// As typed, in full width, or as a form sends it.
const anyAddress = /[^\s"'<>(]+(?:@|＠|%40)[^\s"'<>)]+/i;

/** One installation of Shirase in a temporary folder, driven by shirasectl as a user would. */
export class Shirase {
    #folder;
    #server = null;

    constructor(folder) {
        this.#folder = folder;
        this.data = join(folder, 'data');
        this.passwordFile = join(folder, 'password');
        this.url = null;
        this.clock = null;
    }

    /**
     * Set up, with an administrator `admin`, on a free port, without quiet hours; mail goes to the relay (a URL), or into
     * `mailFolder`. With `ownClock` everything lives by the FakeClock `clock`. `databases` are setup's options for other
     * databases than files.
     */
    static async setUp({ relay = null, ownClock = false, databases = [] } = {}) {
        const shirase = new Shirase(await temporaryFolder());
        if (ownClock) shirase.clock = new FakeClock(shirase.path('clock'));
        await writeFile(shirase.passwordFile, 'unlock 42 blue herons\n', { mode: 0o600 });
        await shirase.ctl('setup', '--admin', 'admin', '--password-file', shirase.passwordFile, ...databases);
        await shirase.configure({
            'web.listen': `127.0.0.1:${await freePort()}`,
            'mail.quiet_hours': 'none',
            'mail.folder': shirase.mailFolder,
        });
        await shirase.configure(relay
            ? { 'mail.url': relay, 'mail.from': 'notice@shirase.example.jp', 'mail.transport': 'smtp' }
            : { 'mail.transport': 'folder' });
        return shirase;
    }

    /** One more server on the data of another, on a port of its own. */
    static async join(other, databases) {
        const shirase = new Shirase(await temporaryFolder());
        await writeFile(shirase.passwordFile, await readFile(other.passwordFile), { mode: 0o600 });
        await other.ctl('keys', 'export', shirase.path('server.key'));
        await shirase.ctl('keys', 'import', shirase.path('server.key'), ...databases);
        await shirase.configure({ 'web.listen': `127.0.0.1:${await freePort()}` });
        return shirase;
    }

    get mailFolder() {
        return join(this.#folder, 'mail');
    }

    /** Who acts, for the commands that staff give. */
    get asAdmin() {
        return ['--as', 'admin', '--password-file', this.passwordFile];
    }

    get #environment() {
        return { ...environment, ...this.clock?.environment };
    }

    /** A path in this installation's folder, outside its data. */
    path(name) {
        return join(this.#folder, name);
    }

    /** Runs shirasectl, whatever becomes of it: { status, stdout, stderr }. */
    attempt(...args) {
        return run(join(programs, 'shirasectl'), ['--data', this.data, ...args], { env: this.#environment });
    }

    /** Runs shirasectl, which has to succeed; returns its standard output. */
    async ctl(...args) {
        const { status, signal, stdout, stderr } = await this.attempt(...args);
        assert.equal(status, 0, `shirasectl ${args.join(' ')} ended with ${signal ?? status}: ${stderr}`);
        return stdout;
    }

    async json(...args) {
        return JSON.parse(await this.ctl('--json', ...args));
    }

    async configure(settings) {
        for (const [key, value] of Object.entries(settings)) {
            await this.ctl('config', 'set', key, String(value), ...this.asAdmin);
        }
    }

    /** Adds a facility with sound details, except what is given; returns { code, url, check_code, state }. */
    addFacility({ name = '札幌テスト食堂', kind = 'store', email = 'operator@example.jp', more = [] } = {}) {
        return this.json('facility', 'add', '--kind', kind, '--name', name, '--contact-name', '高橋 はるか',
            '--contact-email', email, '--phone', '011-000-0101', '--postal-code', '060-0001',
            '--address', '北海道札幌市中央区北一条西99丁目1番地', ...more);
    }

    /** Starts the web server where `web.listen` says; it has to say that it listens. */
    async serve() {
        this.#server = await startService(join(programs, 'shirasectl'), ['--data', this.data, 'serve'],
            (line) => /^listening on (https?:\/\/\S+)$/.exec(line)?.[1],
            { env: this.#environment });
        this.url = this.#server.value;
        return this.url;
    }

    /** A function that returns all that this web server has said so far, also once it has ended. */
    get output() {
        const server = this.#server;
        return () => server.stdout + server.stderr;
    }

    /**
     * Ends the web server as systemd would; returns its exit status. Whatever it was asked in its life, it must not have
     * said anybody's mail address: logs are kept for longer than registrations (REQUIREMENTS D2).
     */
    async stopServing() {
        const server = this.#server;
        this.#server = null;
        const status = await server?.stop();
        assert.doesNotMatch(server ? server.stdout + server.stderr : '', anyAddress, 'a mail address in what the server said');
        return status;
    }

    /** Takes a table of the database in a file away from the web server, or gives it back. */
    async renameTable(from, to) {
        const { status, stderr } = await run('/usr/bin/python3', ['-c',
            'import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=20).execute(f"ALTER TABLE {sys.argv[2]} RENAME TO {sys.argv[3]}")',
            join(this.data, 'shirase.sqlite'), from, to]);
        assert.equal(status, 0, stderr);
    }

    /** The address of a facility's page on this server. */
    pageOf(code) {
        return `${this.url}/f/${code}`;
    }

    async remove() {
        await this.stopServing();
        await removeFolder(this.#folder);
    }
}
