// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chown, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { programs } from './support/folders.mjs';
import { japaneseDay } from './support/japan.mjs';
import { languages } from './support/languages.mjs';
import { freePort, occupyPort } from './support/ports.mjs';
import { run } from './support/processes.mjs';
import { Shirase } from './support/shirase.mjs';

/** Refused: exit status 1, nothing on standard output, and on standard error a line that ends as a sentence does. */
function assertRefused({ status, signal, stdout, stderr }, about = /./) {
    assert.equal(status, 1, `ended with ${signal ?? status}: ${stderr}`);
    assert.equal(stdout, '');
    assert.match(stderr, /^[^\n]+[.。]\n$/, 'one line, a sentence');
    assert.match(stderr, about);
}

/** The Japanese date so many days from now. */
const dayFromNow = (days) => japaneseDay(Date.now() + days * 24 * 3600 * 1000);

describe('shirasectl', () => {
    let shirase;
    before(async () => { shirase = await Shirase.setUp(); });
    after(() => shirase?.remove());

    const ctl = (...args) => run(join(programs, 'shirasectl'), args, { env: { LC_ALL: 'C.UTF-8' } });

    it('explains itself', async () => {
        const { status, stdout } = await ctl('--help');
        assert.equal(status, 0);
        for (const command of ['setup', 'serve', 'facility', 'poster', 'notice']) assert.ok(stdout.includes(command), command);
    });

    const help = {
        'one command, also among its arguments': [['facility', 'show', 'CODE', '--help'], ['facility show']],
        'a group': [['config', '--help'], ['config get', 'config set', 'config list']],
    };
    for (const [what, [args, told]] of Object.entries(help)) {
        it(`explains ${what}, without a folder of data`, async () => {
            const { status, stdout } = await ctl(...args);
            assert.equal(status, 0);
            assert.deepEqual([...stdout.matchAll(/^  ([a-z-]+(?: [a-z-]+)*)/gm)].map(([, name]) => name), told);
        });
    }

    const wrongUsage = {
        'nothing': [],
        'an unknown command': ['frobnicate'],
        'an unknown option': ['facility', 'list', '--frobnicate'],
        'a missing argument': ['facility', 'show'],
        'a wish for help with an unknown command': ['frobnicate', '--help'],
        'a missing required option': ['setup'],
    };
    for (const [what, args] of Object.entries(wrongUsage)) {
        it(`answers ${what} with exit status 2 and a hint`, async () => {
            const { status, stdout, stderr } = await shirase.attempt(...args);
            assert.equal(status, 2, stderr);
            assert.equal(stdout, '');
            assert.ok(stderr.trim().length > 0);
        });
    }

    it('refuses to serve on a port that is in use', async () => {
        const other = await occupyPort();
        try {
            const { port } = other.address();
            assertRefused(await shirase.attempt('serve', '--listen', `127.0.0.1:${port}`), new RegExp(String(port)));
        } finally {
            other.close();
        }
    });

    it('refuses a second set-up, and keeps the first', async () => {
        assertRefused(await shirase.attempt('setup', '--admin', 'other', '--password-file', shirase.passwordFile));
        await shirase.ctl('staff', 'list');
    });

    it('refuses a data folder that cannot be written, and leaves nothing half done', async () => {
        const inTheWay = shirase.path('a-file');
        await writeFile(inTheWay, '');
        for (const folder of [join(inTheWay, 'data'), '/proc/shirase']) {
            assertRefused(await ctl('--data', folder, 'setup', '--admin', 'admin', '--password-file', shirase.passwordFile));
            assert.ok(!existsSync(folder));
        }
    });

    it('refuses a password file that is not there, and leaves nothing half done', async () => {
        const data = shirase.path('never');
        assertRefused(await ctl('--data', data, 'setup', '--admin', 'admin', '--password-file', shirase.path('no-such-file')));
        assert.ok(!existsSync(join(data, 'shirase.conf')));
    });

    // As the folder of the system service: what root writes there, it could not read any more.
    it('does not let root write into the folder of somebody else', async () => {
        const nobody = 65534;
        if (process.getuid() === 0) await chown(shirase.data, nobody, nobody);
        try {
            const answer = await shirase.attempt('config', 'set', 'web.trusted_proxies', '192.0.2.1');
            if (process.getuid() === 0) assertRefused(answer, /sudo -u nobody/);
            else assert.equal(answer.status, 0, answer.stderr); // whoever is not root cannot open what is not theirs
        } finally {
            if (process.getuid() === 0) await chown(shirase.data, 0, 0);
        }
    });

    it('refuses to serve a folder that was never set up', async () => {
        assertRefused(await ctl('--data', shirase.path('empty'), 'serve'));
    });

    it('refuses a wrong password, and an account that does not exist', async () => {
        const facility = await shirase.addFacility();
        const wrong = shirase.path('wrong-password');
        await writeFile(wrong, 'not this one\n');
        const draft = ['notice', 'draft', '--target', `${facility.code}@2026-11-21`];
        assertRefused(await shirase.attempt(...draft, '--as', 'admin', '--password-file', wrong));
        assertRefused(await shirase.attempt(...draft, '--as', 'nobody', '--password-file', shirase.passwordFile));
        assert.deepEqual(await shirase.json('notice', 'list'), []);
    });

    it('says that the relay cannot be reached, without waiting for long', { timeout: 180_000 }, async () => {
        const stranded = await Shirase.setUp({ relay: `smtp://127.0.0.1:${await freePort()}` });
        try {
            assertRefused(await stranded.attempt('mail', 'test', 'somebody@example.jp'));
        } finally {
            await stranded.remove();
        }
    });

    it('refuses a code that does not exist', async () => {
        assertRefused(await shirase.attempt('facility', 'show', '00000000000'));
        assertRefused(await shirase.attempt('poster', '00000000000', '--layout', 'a4', '--output', shirase.path('none.pdf')));
        assert.ok(!existsSync(shirase.path('none.pdf')));
    });

    it('refuses a setting that does not exist, and a value that it does not understand', async () => {
        assertRefused(await shirase.attempt('config', 'set', 'web.frobnicate', '1', ...shirase.asAdmin), /web\.frobnicate/);
        assertRefused(await shirase.attempt('config', 'set', 'mail.transport', 'pigeon', ...shirase.asAdmin));
    });

    it('takes no secret as a word, which every user of the machine could read: a file holds it', async () => {
        const { stdout } = await ctl('--help');
        const options = [...stdout.matchAll(/^ +(--[a-z-]*(?:password|recovery|secret)[a-z-]*)(?: (\S+))?/gm)];
        assert.ok(options.length >= 5, stdout);
        for (const [line, name, value] of options) assert.ok(name.endsWith('-file') && /FILE|^F$/.test(value), line);
        const settings = (await shirase.ctl('config', 'list')).split('\n').filter((line) => /password|secret/.test(line));
        assert.ok(settings.length >= 2);
        for (const line of settings) assert.match(line, /password_file\b/);
        assertRefused(await shirase.attempt('config', 'set', 'mail.url', 'smtp://user:word@mail.example.jp', ...shirase.asAdmin));
        assertRefused(await ctl('--data', shirase.path('other'), 'setup', '--admin', 'admin', '--password-file', shirase.passwordFile,
            '--database', 'postgresql://shirase:word@localhost/shirase'), /password_file/);
    });

    it('takes a notice from the draft to its report', async () => {
        const { code } = await shirase.addFacility({ name: '報告テスト食堂' });
        const day = dayFromNow(-2);
        const { id } = await shirase.json('notice', 'draft', '--target', `${code}@${day}`, '--infected', '2', ...shirase.asAdmin);
        const preview = await shirase.json('notice', 'preview', String(id), ...shirase.asAdmin);
        assert.deepEqual(preview, {
            id, visits: 0, people: 0, already_notified: 0, refused_before: 0, unreadable: 0, window_open: false,
            recommendation: 'consider', languages: {}, bursts: [],
        });
        assert.equal((await shirase.json('notice', 'submit', String(id), ...shirase.asAdmin)).state, 'waiting');
        const back = await shirase.json('notice', 'return', String(id), '--remark', '日付を確認', ...shirase.asAdmin);
        assert.equal(back.state, 'draft');
        assertRefused(await shirase.attempt('notice', 'approve', String(id), ...shirase.asAdmin), /sent back/);
        await shirase.ctl('notice', 'submit', String(id), ...shirase.asAdmin);
        await shirase.ctl('notice', 'approve', String(id), ...shirase.asAdmin);
        await shirase.ctl('notice', 'send', String(id), ...shirase.asAdmin);

        await shirase.ctl('notice', 'report', String(id), '--output', shirase.path('report.csv'));
        const csv = await readFile(shirase.path('report.csv'), 'utf8');
        assert.match(csv, /"報告テスト食堂"/);
        assert.match(csv, /"Submitted for approval: admin"/);
        await shirase.ctl('notice', 'report', String(id), '--output', shirase.path('report.pdf'));
        assert.match(await readFile(shirase.path('report.pdf'), 'latin1'), /^%PDF-/);
        assertRefused(await shirase.attempt('notice', 'report', String(id), '--output', shirase.path('report.doc')), /\.pdf/);
        assertRefused(await shirase.attempt('notice', 'report', '999', '--output', shirase.path('none.pdf')));
    });

    it('keeps thresholds as data, and asks for a reason below them', async () => {
        const { code } = await shirase.addFacility({ name: '会場', kind: 'event', more: ['--from', dayFromNow(-3), '--until', dayFromNow(0)] });
        const thresholds = () => shirase.json('notice', 'thresholds', 'list');
        const before = await thresholds();
        await shirase.ctl('notice', 'thresholds', 'set', 'event', '1', '5', 'consider', ...shirase.asAdmin);
        assert.equal((await thresholds()).length, before.length + 1);
        for (const { kind, infected, registrations } of before.filter((threshold) => threshold.kind === 'event')) {
            await shirase.ctl('notice', 'thresholds', 'remove', kind, String(infected), String(registrations), ...shirase.asAdmin);
        }
        assertRefused(await shirase.attempt('notice', 'thresholds', 'remove', 'event', '1', '6', ...shirase.asAdmin));
        assertRefused(await shirase.attempt('notice', 'thresholds', 'set', 'ship', '1', '5', 'send', ...shirase.asAdmin));
        assertRefused(await shirase.attempt('notice', 'thresholds', 'set', 'event', '1', 'x', 'send', ...shirase.asAdmin));

        const { id } = await shirase.json('notice', 'draft', '--target', `${code}@${dayFromNow(-2)}`, ...shirase.asAdmin);
        assertRefused(await shirase.attempt('notice', 'approve', String(id), ...shirase.asAdmin), /reason/);
        await shirase.ctl('notice', 'approve', String(id), '--reason', '換気ができないため', ...shirase.asAdmin);
        assertRefused(await shirase.attempt('notice', 'draft', '--target', `${code}@${dayFromNow(-2)}`, '--infected', 'many', ...shirase.asAdmin));
    });

    it('drills at a place made up for that, never together with a real one', async () => {
        const real = await shirase.addFacility({ name: '本物の食堂' });
        const drill = await shirase.addFacility({ name: '訓練食堂', more: ['--exercise'] });
        assert.equal(drill.exercise, true);
        const at = (place) => ['--target', `${place.code}@${dayFromNow(-2)}`];
        assertRefused(await shirase.attempt('notice', 'draft', ...at(real), ...at(drill), ...shirase.asAdmin), /exercise/);
        const { id } = await shirase.json('notice', 'draft', ...at(drill), ...shirase.asAdmin);
        await shirase.ctl('notice', 'report', String(id), '--output', shirase.path('drill.csv'));
        assert.match(await readFile(shirase.path('drill.csv'), 'utf8'), /"Exercise"/);
    });

    describe('texts of notices', () => {
        const write = async (name, text) => { await writeFile(shirase.path(name), text); return shirase.path(name); };

        it('shows the text that comes with the program, in every language', async () => {
            const [standard] = await shirase.json('notice', 'texts', 'list');
            assert.equal(standard.key, 'standard');
            assert.deepEqual(Object.keys(standard.texts).sort(), [...languages].sort());
        });

        it('writes what it reads, and a draft can use it', async () => {
            const file = await write('measles.txt', (await shirase.ctl('notice', 'texts', 'show', 'standard')).replace('■ お願い', '■ 麻しんについて'));
            await shirase.ctl('notice', 'texts', 'set', 'measles', file, '--title', '麻しん', ...shirase.asAdmin);
            const shown = await shirase.ctl('notice', 'texts', 'show', 'measles');
            assert.match(shown, /^\{\{systemName\}\}からのお知らせ\n\n[^]*■ 麻しんについて/);
            const { code } = await shirase.addFacility();
            const { id } = await shirase.json('notice', 'draft', '--target', `${code}@${new Date(Date.now() - 24 * 3600e3).toISOString().slice(0, 10)}`,
                '--text', 'measles', ...shirase.asAdmin);
            assert.ok(id > 0);
            await shirase.ctl('notice', 'texts', 'remove', 'measles', ...shirase.asAdmin);
            assertRefused(await shirase.attempt('notice', 'texts', 'show', 'measles'), /measles/);
        });

        it('refuses a text that says what a notice never says, and points at the place', async () => {
            const file = await write('link.txt', 'お知らせ\n\n手を洗ってください。\n詳しくは example.jp へ\n');
            assertRefused(await shirase.attempt('notice', 'texts', 'set', 'standard', file, ...shirase.asAdmin), /^ja: line 2, character 6: link:/);
        });

        it('fills the placeholders before it checks a text', async () => {
            const good = await write('good.txt', '{{systemName}}\n\n{{centreName}}へ\n');
            assert.deepEqual(await shirase.json('notice', 'check-text', good), []);
            const bad = await write('bad.txt', 'お知らせ\n\n{{facility}}へ\n');
            const { status, stderr } = await shirase.attempt('notice', 'check-text', bad);
            assert.equal(status, 1);
            assert.match(stderr, /line 3, character 1: placeholder/);
        });
    });
});
