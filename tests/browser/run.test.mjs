// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { filesBeneath, packaging, programs, removeFolder, temporaryFolder } from './support/folders.mjs';
import { freePort, occupyPort } from './support/ports.mjs';
import { run, startService } from './support/processes.mjs';
import { until } from './support/waiting.mjs';
import { registerVisit, request } from './support/web.mjs';

describe('packaging/run', { timeout: 600_000 }, () => {
    let folder;
    before(async () => { folder = await temporaryFolder(); });
    after(() => removeFolder(folder));

    const command = join(packaging, 'run');
    const environment = { SHIRASE_BIN: programs, DISPLAY: '', WAYLAND_DISPLAY: '' };
    const attempt = (...args) => run(command, args, { env: environment, timeout: 300_000 });

    it('prepares sample data with a new password, and prints what a person needs', async () => {
        const data = join(folder, 'prepared');
        const passwords = [];
        for (let time = 0; time < 2; time++) {
            const { status, stdout, stderr } = await attempt('--data', data, '--port', String(await freePort()), '--prepare-only');
            assert.equal(status, 0, stderr);
            assert.match(stdout, /http:\/\/127\.0\.0\.1:\d+\/f\/[0-9A-Z]{11}\n/);
            assert.match(stdout, /30 facilities, \d\d visits/);
            passwords.push(/Password[^\n]*?\s{3}(\S+)/.exec(stdout)[1]);
        }
        assert.notEqual(passwords[0], passwords[1]);
        for (const file of await filesBeneath(data)) {
            assert.ok(!(await readFile(file)).includes(passwords[1]), `${file} holds the password`);
        }
    });

    it('never touches a folder that holds something else', async () => {
        const data = join(folder, 'precious');
        await mkdir(data);
        await writeFile(join(data, 'letter.txt'), 'dear');
        const { status, stderr } = await attempt('--data', data, '--port', String(await freePort()), '--prepare-only');
        assert.equal(status, 1);
        assert.match(stderr, /^[^\n]+\.\n$/);
        assert.equal(await readFile(join(data, 'letter.txt'), 'utf8'), 'dear');
    });

    it('says in a sentence that the port is taken', async () => {
        const other = await occupyPort();
        try {
            const { port } = other.address();
            const { status, stderr } = await attempt('--data', join(folder, 'never'), '--port', String(port));
            assert.equal(status, 1);
            assert.match(stderr, new RegExp(`^[^\\n]*${port}[^\\n]*\\n$`));
        } finally {
            other.close();
        }
    });

    it('answers wrong usage with exit status 2', async () => {
        for (const args of [['--frobnicate'], ['--port'], ['--port', 'http'], ['--port', '70000']]) {
            assert.equal((await attempt(...args)).status, 2, args.join(' '));
        }
    });

    // The window is on a display that nobody sees. Both serve the sample page, and a registration puts a mail into the folder.
    for (const [what, prefix, env] of [
        ['the web server alone without a display', [], environment],
        ['the window with the web server inside on a display', ['xvfb-run', '--auto-servernum'], { SHIRASE_BIN: programs, WAYLAND_DISPLAY: '' }],
    ]) {
        it(`starts ${what}`, async () => {
            const data = join(folder, what.replaceAll(' ', '-'));
            const [program, ...args] = [...prefix, command, '--data', data, '--port', String(await freePort())];
            const service = await startService(program, args, (line) => /Sample page.*?(http:\S+)/.exec(line)?.[1],
                { env, group: true });
            try {
                await answers(service.value);
                const address = 'sample.visitor@example.jp';
                await registerVisit(service.value, address);
                await mailHolding(join(data, 'mail'), address);
            } finally {
                await service.stop();
            }
        });
    }
});

/** Asks again until the page is there. */
async function answers(url) {
    await until(async () => (await request(url).catch(() => null))?.status === 200, `${url} never answered`);
}

async function mailHolding(folder, text) {
    const hasIt = async () => {
        for (const file of await filesBeneath(folder)) {
            if ((await readFile(file, 'utf8').catch(() => '')).includes(text)) return true;
        }
        return false;
    };
    await until(hasIt, `no mail in ${folder} holds ${text}`);
}
