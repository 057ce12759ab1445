// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';

import { japaneseDay } from './support/japan.mjs';
import { PostgreSql } from './support/postgresql.mjs';
import { Shirase } from './support/shirase.mjs';
import { Relay } from './support/smtp.mjs';
import { story } from './support/story.mjs';
import { until } from './support/waiting.mjs';
import { registerVisit, request } from './support/web.mjs';

const people = Array.from({ length: 12 }, (_, i) => `visitor${i}@example.jp`);

/** REQUIREMENTS D5: a backup under load, the disk lost, and nobody told twice or not at all. */
function tells(engine, startDatabase) {
    describe(`a disk loss on ${engine}`, () => {
        const step = story();
        let relay, shirase, facility, notice, database, spare, keys, backup, code;

        before(async () => {
            relay = await Relay.start();
            database = await startDatabase?.();
            spare = await startDatabase?.();
            shirase = await Shirase.setUp({ relay: relay.url, databases: database?.options ?? [] });
            [backup, keys, code] = ['a.backup', 'a.keys', 'code'].map((name) => shirase.path(name));
            const output = await shirase.ctl('staff', 'recovery-code', ...shirase.asAdmin);
            await writeFile(code, /[0-9A-Z]{4}(-[0-9A-Z]{4}){7}/.exec(output)[0]);
            await shirase.serve();
        });
        after(async () => {
            await shirase?.remove();
            await relay?.stop();
            await database?.stop();
            await spare?.stop();
        });

        step('visitors register, and a notice to them is approved and waits', async () => {
            facility = await shirase.addFacility();
            for (const person of people) await registerVisit(shirase.pageOf(facility.code), person);
            await until(async () => (await shirase.json('mail', 'queue')).waiting === 0, 'the confirmations have left');
            notice = (await shirase.ctl('notice', 'draft', '--target', `${facility.code}@${japaneseDay()}`, ...shirase.asAdmin)).trim();
            await shirase.ctl('notice', 'approve', notice, '--now', ...shirase.asAdmin);
        });

        step('a backup is made while people register', async () => {
            let busy = true;
            const visitors = (async () => {
                for (let i = 0; busy; ++i) await registerVisit(shirase.pageOf(facility.code), `later${i}@example.jp`);
            })();
            const made = await shirase.json('backup', backup, '--keys', keys);
            busy = false;
            await visitors;
            assert.ok(made.bytes > 1000);
            const dry = await shirase.json('restore', backup, '--keys', keys, '--recovery-file', code, '--dry-run');
            assert.ok(dry.visits >= people.length);
            assert.equal(dry.engine, engine === 'SQLite' ? 'sqlite' : 'postgresql');
        });

        step('the disk is lost, and the backup brings everything back but what may have been sent', async () => {
            await shirase.stopServing();
            await rm(shirase.data, { recursive: true });
            const report = await shirase.json('restore', backup, '--keys', keys, '--recovery-file', code, ...spare?.options ?? []);
            assert.equal(report.held_notices, 1);
            assert.equal(report.recipients, people.length);
            assert.equal(report.lost_visits, 0);
            assert.equal((await shirase.json('notice', 'status', notice)).state, 'paused');
        });

        step('the new server serves, and nobody is told before staff say so', async () => {
            await shirase.serve();
            assert.equal((await request(shirase.pageOf(facility.code))).status, 200);
            await registerVisit(shirase.pageOf(facility.code), 'new@example.jp');
            await relay.mailTo('new@example.jp');
            assert.equal((await shirase.json('notice', 'status', notice)).state, 'paused');
            for (const person of people) assert.equal(relay.mailsTo(person).length, 1, `${person}: the confirmation only`);
        });

        step('each visitor is told once', async () => {
            await shirase.ctl('notice', 'resume', notice, ...shirase.asAdmin);
            await until(async () => (await shirase.json('notice', 'status', notice)).state === 'sent', 'the notice is sent');
            for (const person of people) assert.equal(relay.mailsTo(person).length, 2, `${person}: a confirmation and a notice`);
        });

        step('the doctor finds nothing wrong', async () => {
            const findings = await shirase.json('doctor');
            assert.deepEqual(findings.filter(({ state }) => state === 'wrong'), []);
        });
    });
}

tells('SQLite');
tells('PostgreSQL', () => PostgreSql.start());

describe('backups that are made by themselves', () => {
    let shirase;
    before(async () => { shirase = await Shirase.setUp(); });
    after(() => shirase?.remove());

    const step = story();
    step('go into the folder that is set, with their keys', async () => {
        const folder = shirase.path('backups');
        await mkdir(folder);
        await shirase.configure({ 'backup.folder': folder, 'backup.keys': shirase.path('usb.keys') });
        await shirase.serve();
        await until(async () => (await readdir(folder)).length > 0 && existsSync(shirase.path('usb.keys')), 'a backup is made');
        assert.match((await readdir(folder)).find((name) => !name.endsWith('.part')), /^shirase-\d{8}-\d{6}\.backup$/);
    });

    step('leave nothing of their own in the data folder', async () => {
        await until(async () => !(await readdir(shirase.data)).some((name) => name.startsWith('copying-')), 'the copy is gone');
        assert.ok(!existsSync(join(shirase.data, 'restoring')));
    });
});
