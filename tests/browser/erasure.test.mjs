// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { after, before, describe } from 'node:test';

import { japaneseDay } from './support/japan.mjs';
import { Shirase } from './support/shirase.mjs';
import { story } from './support/story.mjs';
import { registerVisit } from './support/web.mjs';

const day = 24 * 3600 * 1000;

// REQUIREMENTS D1, V11
describe('erasing', () => {
    const step = story();
    let shirase, facility;
    let now = Date.now();
    before(async () => {
        shirase = await Shirase.setUp({ ownClock: true });
        facility = await shirase.addFacility();
        await shirase.serve();
        for (const person of ['taro@example.jp', 'hanako@example.jp']) await registerVisit(facility.url, person);
    });
    after(() => shirase?.remove());

    const erasePerson = async (address) => {
        await writeFile(shirase.path('address'), `${address}\n`);
        return shirase.json('erase-person', '--email-file', shirase.path('address'), ...shirase.asAdmin);
    };

    step('somebody who has asked for it is erased, and nobody else', async () => {
        assert.equal((await erasePerson('Taro@Example.jp')).visits, 1);
        assert.equal((await erasePerson('taro@example.jp')).visits, 0);
        const { id } = await shirase.json('notice', 'draft', '--target', `${facility.code}@${japaneseDay(now)}`,
            ...shirase.asAdmin);
        assert.equal((await shirase.json('notice', 'preview', String(id), ...shirase.asAdmin)).people, 1);
    });

    step('a file with two addresses is refused, and none at all is wrong usage', async () => {
        await writeFile(shirase.path('two'), 'a@example.jp\nb@example.jp\n');
        const file = ['--email-file', shirase.path('two')];
        assert.equal((await shirase.attempt('erase-person', ...file, ...shirase.asAdmin)).status, 1);
        assert.equal((await shirase.attempt('erase-person', ...shirase.asAdmin)).status, 2);
    });

    step('a clock that has jumped stops it until somebody confirms the clock', async () => {
        await shirase.ctl('erase');
        now += 4 * day;
        shirase.clock.advanceTo(now);
        const today = japaneseDay(now);
        const { status, stderr } = await shirase.attempt('erase');
        assert.equal(status, 1);
        assert.match(stderr, new RegExp(`clock.*--as-of ${today}`));
        assert.equal((await shirase.json('erase', '--as-of', today)).visits, 0);
        await shirase.ctl('erase');
    });

    step('two calendar months later nothing is left', async () => {
        const due = japaneseDay(now + 70 * day);
        assert.equal((await shirase.json('erase', '--as-of', due, '--dry-run')).visits, 1);
        const report = await shirase.json('erase', '--as-of', due);
        assert.equal(report.visits, 1);
        assert.equal((await shirase.json('erase', '--as-of', due)).visits, 0);
        assert.equal((await erasePerson('hanako@example.jp')).visits, 0);
    });

    step('a server whose day was erased goes on registering, and its visits can be opened', async () => {
        await shirase.ctl('erase', '--as-of', japaneseDay(now + 90 * day));
        await registerVisit(facility.url, 'jiro@example.jp');
        const { id } = await shirase.json('notice', 'draft', '--target', `${facility.code}@${japaneseDay(now)}`,
            ...shirase.asAdmin);
        const preview = await shirase.json('notice', 'preview', String(id), ...shirase.asAdmin);
        assert.equal(preview.people, 1);
        assert.equal(preview.unreadable, 0);
    });
});
