// SPDX-License-Identifier: GPL-3.0-or-later
import { it } from 'node:test';

/**
 * Tests that build on each other: once one of them fails, those after it are skipped with that as the reason.
 *     const step = story();
 *     step('a facility is added', async () => …);
 */
export function story() {
    let broken = null;
    return (name, work) => it(name, { timeout: 300_000 }, async (t) => {
        if (broken) {
            t.skip(`the story broke off where ${broken}`);
            return;
        }
        try {
            await work(t);
        } catch (error) {
            broken = name;
            throw error;
        }
    });
}
