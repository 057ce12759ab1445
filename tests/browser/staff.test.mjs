// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { chmod, writeFile } from 'node:fs/promises';
import { after, before, describe } from 'node:test';

import { japaneseDay } from './support/japan.mjs';
import { Shirase } from './support/shirase.mjs';
import { story } from './support/story.mjs';
import { registerVisit } from './support/web.mjs';

// DESIGN, Keys: who holds what. The web server runs through all of it.
describe('accounts and the office key', () => {
    const step = story();
    const files = {};
    let shirase, facility, recoveryCode;

    before(async () => {
        shirase = await Shirase.setUp();
        await shirase.configure({ 'notice.two_person_rule': 'off' });
        facility = await shirase.addFacility();
        for (const name of ['clerk', 'fresh', 'other']) {
            files[name] = shirase.path(name);
            await writeFile(files[name], `the password ${name}\n`, { mode: 0o600 });
        }
        await shirase.serve();
        await registerVisit(facility.url, 'first@example.jp');
    });
    after(() => shirase?.remove());

    const as = (name, file) => ['--as', name, '--password-file', files[file]];
    const accounts = async () => Object.fromEntries((await shirase.json('staff', 'list')).map(({ name, ...rest }) => [name, rest]));

    /** How many people a notice of today would tell; it is withheld then. */
    async function count(who) {
        const { id } = await shirase.json('notice', 'draft', '--target', `${facility.code}@${japaneseDay()}`, ...who);
        await shirase.ctl('notice', 'approve', String(id), '--now', ...who);
        const { recipients } = await shirase.json('notice', 'status', String(id));
        await shirase.ctl('notice', 'cancel', String(id), ...who);
        return recipients;
    }

    async function assertRefused(args, about) {
        const { status, stdout, stderr } = await shirase.attempt(...args);
        assert.equal(status, 1, stderr);
        assert.equal(stdout, '');
        assert.match(stderr, about);
    }

    step('an account gets its roles and the key', async () => {
        const added = await shirase.json('staff', 'add', 'clerk', '--role', 'facilities',
            '--new-password-file', files.clerk, ...shirase.asAdmin);
        assert.equal(added, true);
        assert.deepEqual((await accounts()).clerk, { state: 'active', office_key: false, roles: ['facilities'] });
        await shirase.ctl('staff', 'roles', 'clerk', '--role', 'notices', '--role', 'approval', ...shirase.asAdmin);
        assert.deepEqual((await accounts()).clerk, { state: 'active', office_key: true, roles: ['notices', 'approval'] });
        assert.equal(await count(as('clerk', 'clerk')), 1);
    });

    step('the last administrator and holder stays', async () => {
        await assertRefused(['staff', 'disable', 'admin', ...shirase.asAdmin], /last administrator/);
        await assertRefused(['staff', 'roles', 'admin', '--role', 'audit', ...shirase.asAdmin], /last administrator/);
        await assertRefused(['staff', 'disable', 'clerk', ...as('clerk', 'clerk')], /administrator/);
    });

    step('an administrator sets a forgotten password', async () => {
        await shirase.ctl('staff', 'passwd', 'clerk', '--new-password-file', files.fresh, ...shirase.asAdmin);
        await assertRefused(['staff', 'passwd', 'clerk', '--password-file', files.clerk, '--new-password-file', files.other],
            /wrong/);
        await shirase.ctl('staff', 'passwd', 'clerk', '--password-file', files.fresh, '--new-password-file', files.clerk);
    });

    step('one who holds no key grants none, and says who has to', async () => {
        await shirase.ctl('staff', 'add', 'it', '--role', 'administrator', '--new-password-file', files.other,
            ...shirase.asAdmin);
        const said = await shirase.ctl('staff', 'add', 'second', '--role', 'notices',
            '--new-password-file', files.fresh, ...as('it', 'other'));
        assert.match(said, /staff grant/);
        assert.match(await shirase.ctl('staff', 'list'), /^second\t.*waits/m);
        await shirase.ctl('staff', 'grant', 'second', ...as('clerk', 'clerk'));
        assert.equal((await accounts()).second.office_key, true);
        assert.match(await shirase.ctl('staff', 'disable', 'second', ...as('it', 'other')), /as soon as/);
        assert.equal((await accounts()).second.state, 'disabled');
    });

    step('a new office key opens what was registered before and is registered after', async () => {
        await shirase.ctl('staff', 'disable', 'clerk', ...shirase.asAdmin);
        await assertRefused(['notice', 'draft', '--target', `${facility.code}@${japaneseDay()}`, ...as('clerk', 'clerk')],
            /disabled/);
        await registerVisit(facility.url, 'second@example.jp');
        assert.equal(await count(shirase.asAdmin), 2);
    });

    step('the recovery sheet works once, and so does the one that follows it', async () => {
        ({ recovery_code: recoveryCode } = await shirase.json('staff', 'recovery-code', ...shirase.asAdmin));
        const sheet = shirase.path('sheet');
        await writeFile(sheet, `${recoveryCode}\n`, { mode: 0o600 });
        const recover = ['staff', 'passwd', 'admin', '--recovery-file', sheet, '--new-password-file', shirase.passwordFile];
        const { recovery_code: next } = await shirase.json(...recover);
        assert.match(next, /^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
        assert.notEqual(next, recoveryCode);
        await assertRefused(recover, /recovery code/);
        await writeFile(sheet, next);
        await shirase.ctl(...recover);
        assert.equal(await count(shirase.asAdmin), 2);
    });

    for (const [what, args] of Object.entries({
        'no new password': ['staff', 'passwd', 'admin', '--password-file', '/dev/null'],
        'neither password nor recovery sheet': ['staff', 'passwd', 'admin', '--new-password-file', '/dev/null'],
        'no roles': ['staff', 'roles', 'admin', '--as', 'admin', '--password-file', '/dev/null'],
    })) {
        step(`${what}: that is wrong usage`, async () => {
            const { status, stderr } = await shirase.attempt(...args);
            assert.equal(status, 2, stderr);
        });
    }

    step('the doctor finds all well', async () => {
        const { status, stdout, stderr } = await shirase.attempt('doctor', '--json');
        assert.equal(status, 0, stdout + stderr);
        const findings = JSON.parse(stdout);
        assert.ok(findings.length >= 8);
        assert.deepEqual(findings.filter(({ state }) => state !== 'good'), []);
    });

    step('the doctor says what is wrong and what to do', async () => {
        await chmod(`${shirase.data}/vault.sqlite`, 0o644);
        const { status, stdout, stderr } = await shirase.attempt('doctor');
        assert.equal(status, 1, stdout);
        assert.match(stderr, /vault\.sqlite.*0600/);
        await chmod(`${shirase.data}/vault.sqlite`, 0o600);
        await shirase.ctl('doctor');
    });
});
