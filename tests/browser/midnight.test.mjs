// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { beginningOf, japaneseDay } from './support/japan.mjs';
import { Shirase } from './support/shirase.mjs';
import { post, registerVisit, scan } from './support/web.mjs';

const minute = 60_000;

// REQUIREMENTS V1, D3: a visit belongs to the Japanese day of its scan, on a host in whatever zone (shirase.mjs sets one).
describe('around midnight in Japan', () => {
    let shirase;
    before(async () => { shirase = await Shirase.setUp({ ownClock: true }); });
    after(() => shirase?.remove());

    it('a visit falls on the day of its scan, even if the form is sent on the next', { timeout: 180_000 }, async () => {
        const today = japaneseDay(Date.now() + 24 * 60 * minute);
        const midnight = beginningOf(today);
        const yesterday = japaneseDay(midnight - 1);
        shirase.clock.advanceTo(midnight - minute);
        // Who is told of one notice is not told of the next: a facility for the days, and one for the window of time.
        const facilities = [await shirase.addFacility(), await shirase.addFacility({ name: '深夜食堂' })];
        await shirase.serve();
        const scannedBefore = await Promise.all(facilities.map(({ url }) => scan(url)));

        shirase.clock.advanceTo(midnight + minute);
        for (const [index, { url }] of facilities.entries()) {
            const form = { token: scannedBefore[index], email: 'before@example.jp', agree: '1' };
            assert.equal((await post(url, form)).status, 303);
            await registerVisit(url, 'after@example.jp');
            await registerVisit(url, 'after-too@example.jp');
        }
        await shirase.stopServing();

        const [byDay, byTime] = facilities.map(({ code }) => code);
        assert.equal(await recipientsOf(`${byDay}@${yesterday}`), 1);
        assert.equal(await recipientsOf(`${byDay}@${today}`), 2);
        assert.equal(await recipientsOf(`${byTime}@${yesterday}T23:58/${today}T00:10`), 3);
    });

    async function recipientsOf(target) {
        const { id } = await shirase.json('notice', 'draft', '--target', target, ...shirase.asAdmin);
        await shirase.ctl('notice', 'approve', String(id), '--now', ...shirase.asAdmin);
        return (await shirase.json('notice', 'status', String(id))).recipients;
    }
});
