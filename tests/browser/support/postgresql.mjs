// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

import { removeFolder, temporaryFolder } from './folders.mjs';
import { run } from './processes.mjs';

const script = fileURLToPath(new URL('../../support/postgresql', import.meta.url));

/** A PostgreSQL of this test's own. */
export class PostgreSql {
    #folder;

    static async start() {
        const server = new PostgreSql();
        server.#folder = await temporaryFolder();
        await server.#run('start');
        server.url = (await readFile(server.#file, 'utf8')).split('\n')[0];
        for (const name of ['shirase', 'vault']) await server.sql(`CREATE DATABASE ${name}`);
        return server;
    }

    get #file() {
        return join(this.#folder, 'server');
    }

    async #run(command) {
        const { status, stderr } = await run(script, [command, this.#file]);
        assert.equal(status, 0, stderr);
    }

    /** The options that make Shirase use its two databases. */
    get options() {
        const at = (name) => this.url.replace(/postgres$/, name);
        return ['--database', at('shirase'), '--vault', at('vault')];
    }

    /** Runs a statement and returns its rows as lines. */
    async sql(statement, database = 'postgres') {
        const { status, stdout, stderr } = await run('psql',
            [this.url.replace(/postgres$/, database), '--quiet', '--tuples-only', '--no-align', '--command', statement]);
        assert.equal(status, 0, stderr);
        return stdout.trim().split('\n').filter((line) => line !== '');
    }

    /** As after a power cut, and up again on the same port. */
    async crash() {
        await this.#run('crash');
    }

    async startAgain() {
        await this.#run('again');
    }

    async stop() {
        await this.#run('stop');
        await removeFolder(this.#folder);
    }
}
