// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A clock for a program under test, ahead of the real one by what was last set; libfaketime shows it to the program. */
export class FakeClock {
    #file;

    /** @param file where the program reads the offset; it is made */
    constructor(file) {
        this.#file = file;
        this.advanceTo(Date.now());
    }

    /** From now on it is that moment (milliseconds since the epoch), and time runs on from there. */
    advanceTo(moment) {
        const offset = (Number(moment) - Date.now()) / 1000;
        writeFileSync(this.#file, `${offset < 0 ? '' : '+'}${offset.toFixed(3)}\n`);
    }

    get environment() {
        return {
            LD_PRELOAD: FakeClock.#library(),
            FAKETIME_TIMESTAMP_FILE: this.#file,
            FAKETIME_NO_CACHE: '1',
            FAKETIME_DONT_FAKE_MONOTONIC: '1',
        };
    }

    static #library() {
        const architectures = readdirSync('/usr/lib').filter((name) => name.includes('-linux-gnu'));
        const found = architectures.flatMap((name) => {
            const folder = join('/usr/lib', name, 'faketime');
            try {
                return readdirSync(folder).filter((file) => file === 'libfaketimeMT.so.1').map((file) => join(folder, file));
            } catch {
                return [];
            }
        });
        assert.ok(found.length > 0, 'libfaketime is installed');
        return found[0];
    }
}
