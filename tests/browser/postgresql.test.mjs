// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';

import { japaneseDay } from './support/japan.mjs';
import { PostgreSql } from './support/postgresql.mjs';
import { Shirase } from './support/shirase.mjs';
import { Relay } from './support/smtp.mjs';
import { story } from './support/story.mjs';
import { until } from './support/waiting.mjs';
import { post, registerVisit, request, scan } from './support/web.mjs';

const people = Array.from({ length: 60 }, (_, i) => `visitor${i}@example.jp`);

// REQUIREMENTS D4: two servers on one database.
describe('on PostgreSQL', () => {
    const step = story();
    let database, relay, first, second, facility, day;

    before(async () => {
        database = await PostgreSql.start();
        relay = await Relay.start();
        first = await Shirase.setUp({ relay: relay.url, databases: database.options });
        second = await Shirase.join(first, database.options);
        await first.serve();
        await second.serve();
        day = japaneseDay();
    });
    after(async () => {
        await first?.remove();
        await second?.remove();
        await relay?.stop();
        await database?.stop();
    });

    step('a facility that one server has added has its page on the other', async () => {
        facility = await first.addFacility();
        assert.equal((await request(second.pageOf(facility.code))).status, 200);
    });

    step('visitors register at either; who does so at both with one scan is there once', async () => {
        for (const [i, person] of people.entries())
            await registerVisit([first, second][i % 2].pageOf(facility.code), person);
        const token = await scan(first.pageOf(facility.code));
        for (const server of [first, second]) {
            const answer = await post(server.pageOf(facility.code), { token, email: 'both@example.jp', agree: '1' });
            assert.equal(answer.status, 303);
        }
        const [count] = await database.sql('SELECT count(*) FROM visit', 'shirase');
        assert.equal(Number(count), people.length + 1);
    });

    step('a notice that both could send reaches everybody once', async () => {
        await until(async () => (await first.json('mail', 'queue')).waiting === 0, 'the confirmations have left');
        const id = (await second.ctl('notice', 'draft', '--target', `${facility.code}@${day}`, ...second.asAdmin)).trim();
        await second.ctl('notice', 'approve', id, '--now', ...second.asAdmin);
        await first.ctl('notice', 'send', id, ...first.asAdmin);
        await until(async () => (await second.json('notice', 'status', id)).state === 'sent', 'the notice is sent');
        for (const person of [...people, 'both@example.jp'])
            assert.equal((await relay.mailsTo(person)).length, 2, `${person}: a confirmation and a notice`);
    });

    step('while the database is away, visitors are told to send again; then it goes on by itself', async () => {
        const token = await scan(first.pageOf(facility.code));
        const register = () => post(first.pageOf(facility.code), { token, email: 'late@example.jp', agree: '1' });
        await database.crash();
        assert.equal((await register()).status, 503);
        await database.startAgain();
        const began = Date.now();
        await until(async () => (await register()).status === 303, 'the server serves again');
        assert.ok(Date.now() - began < 5_000, 'within 5 s');
        const rows = await database.sql('SELECT count(*) FROM visit', 'shirase');
        assert.deepEqual(rows, [String(people.length + 2)]);
    });

    step('what the servers said about it names neither a visitor nor a facility', () => {
        const said = first.output() + second.output();
        assert.match(said, /listening on/);
        for (const secret of ['late@', 'visitor0@', facility.code, '札幌テスト食堂']) assert.ok(!said.includes(secret), `“${secret}” in:\n${said}`);
    });

    step('erasing drops the day', async () => {
        await second.ctl('erase', '--as-of', '2099-01-01');
        assert.deepEqual(await database.sql("SELECT relname FROM pg_class WHERE relname LIKE 'visit\\_2%'", 'shirase'), []);
        assert.deepEqual(await database.sql('SELECT count(*) FROM day_key', 'vault'), ['0']);
    });
});
