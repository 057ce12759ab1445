// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { filesBeneath } from './support/folders.mjs';
import { japaneseDay } from './support/japan.mjs';
import { Shirase } from './support/shirase.mjs';
import { until } from './support/waiting.mjs';
import { registerVisit } from './support/web.mjs';

const together = 16;

/** As systemd stops the service, for an upgrade or a restart of the machine. */
describe('a server that is told to end while people register', { timeout: 300_000 }, () => {
    let shirase, facility;
    before(async () => {
        shirase = await Shirase.setUp();
        await shirase.configure({ 'limits.per_network_per_minute': 100_000 });
        facility = await shirase.addFacility();
        await shirase.serve();
    });
    after(() => shirase?.remove());

    const confirmed = [];
    let number = 0;

    /** Registers one person after another until the server has gone. */
    async function register() {
        for (;;) {
            const person = `visitor${number++}@example.jp`;
            try {
                await registerVisit(facility.url, person);
            } catch {
                return; // no connection, one that ended, or the answer that it is not confirmed
            }
            confirmed.push(person);
        }
    }

    it('ends within five seconds', async () => {
        const visitors = Array.from({ length: together }, register);
        await until(() => confirmed.length >= 200, 'nobody registers');
        const started = performance.now();
        assert.equal(await shirase.stopServing(), 0);
        const took = performance.now() - started;
        assert.ok(took < 5000, `it took ${took} ms`);
        await Promise.all(visitors);
    });

    it('has stored everybody who was told so', async () => {
        const { id } = await shirase.json('notice', 'draft', '--target', `${facility.code}@${japaneseDay(Date.now())}`,
            ...shirase.asAdmin);
        const { people } = await shirase.json('notice', 'preview', String(id), ...shirase.asAdmin);
        // Who was stored and whose answer was lost with the connection is there too.
        assert.ok(people >= confirmed.length && people <= confirmed.length + together, `${people} of ${confirmed.length}`);
    });

    it('sends the confirmations that waited once it is back', async () => {
        await shirase.serve();
        await until(async () => {
            const { waiting } = await shirase.json('mail', 'queue');
            return waiting === 0;
        }, 'mails still wait');
        const mails = (await filesBeneath(shirase.mailFolder)).filter((name) => name.endsWith('.eml'));
        assert.ok(mails.length >= confirmed.length, `${mails.length} mails for ${confirmed.length} people`);
        assert.equal(await shirase.stopServing(), 0);
    });
});
