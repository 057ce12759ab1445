// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

/** The promise's value, or an error that says what was waited for. */
export async function within(milliseconds, promise, complaint) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(complaint())), milliseconds);
    });
    try {
        return await Promise.race([promise, late]);
    } finally {
        clearTimeout(timer);
    }
}

/** Asks again and again until a condition holds, for at most a minute. */
export async function until(condition, complaint) {
    const deadline = Date.now() + 60_000;
    while (!await condition()) {
        assert.ok(Date.now() < deadline, complaint);
        await pause(50);
    }
}
