// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { after, before, describe } from 'node:test';

import { filesBeneath } from './support/folders.mjs';
import { japaneseDay } from './support/japan.mjs';
import { freePort } from './support/ports.mjs';
import { Shirase } from './support/shirase.mjs';
import { story } from './support/story.mjs';
import { registerVisit } from './support/web.mjs';

const localPart = 'quite.unmistakable.visitor';
const address = `${localPart}@example.jp`;

/** Every encoding in which `strings` would find a text, and a few in which it would not. */
function traces(text) {
    const wide = Buffer.from(text, 'utf16le');
    return {
        plain: Buffer.from(text),
        'UTF-16, little end first': wide,
        'UTF-16, big end first': Buffer.from(wide).swap16(),
        hexadecimal: Buffer.from(Buffer.from(text).toString('hex')),
        Base64: Buffer.from(Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1)),
    };
}

async function assertNoTrace(folder) {
    const files = await filesBeneath(folder);
    assert.ok(files.some((file) => /sqlite|\.db$/.test(file)), `there are databases among ${files}`);
    for (const file of files) {
        const content = await readFile(file);
        for (const [encoding, trace] of Object.entries(traces(localPart))) {
            assert.ok(!content.includes(trace), `${relative(folder, file)} holds the visitor's address (${encoding})`);
        }
    }
}

// REQUIREMENTS D2. The relay cannot be reached, so that the confirmation and the notice wait in their queues.
describe('what is on the disk', () => {
    const step = story();
    let shirase, facility, day;

    before(async () => {
        shirase = await Shirase.setUp({ relay: `smtp://127.0.0.1:${await freePort()}` });
        facility = await shirase.addFacility();
        await shirase.serve();
        day = japaneseDay();
    });
    after(() => shirase?.remove());

    step('no file holds the address of a visitor whose confirmation waits', async () => {
        await registerVisit(facility.url, address);
        const { waiting } = await shirase.json('mail', 'queue');
        assert.equal(waiting, 1, 'the confirmation waits');
        await assertNoTrace(shirase.data);
    });

    step('no file holds it once the web server has ended', async () => {
        await shirase.stopServing();
        await assertNoTrace(shirase.data);
    });

    step('no file holds it while an approved notice waits', async () => {
        const days = [...new Set([day, japaneseDay()])];
        const targets = days.flatMap((one) => ['--target', `${facility.code}@${one}`]);
        const { id } = await shirase.json('notice', 'draft', ...targets, ...shirase.asAdmin);
        await shirase.ctl('notice', 'approve', String(id), '--now', ...shirase.asAdmin);
        assert.equal((await shirase.json('notice', 'status', String(id))).recipients, 1);
        await assertNoTrace(shirase.data);
    });
});
