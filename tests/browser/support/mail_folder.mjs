// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { support } from './folders.mjs';
import { run } from './processes.mjs';
import { until } from './waiting.mjs';

/** The folder into which mail goes where there is no relay; each mail as mail_reading.py reads it. */
export class MailFolder {
    #folder;
    #scratch;
    #read = new Map();

    constructor(folder, scratch) {
        this.#folder = folder;
        this.#scratch = scratch;
    }

    /** All mails to an address, the oldest first. */
    async mailsTo(address) {
        await mkdir(this.#scratch, { recursive: true });
        const names = await readdir(this.#folder).catch(() => []);
        const fresh = names.filter((name) => name.endsWith('.eml') && !this.#read.has(name)).sort();
        if (fresh.length > 0) {
            const { status, stdout, stderr } = await run('/usr/bin/python3', ['-B', join(support, 'mail_folder.py'),
                this.#scratch, ...fresh.map((name) => join(this.#folder, name))]);
            assert.equal(status, 0, stderr);
            JSON.parse(stdout).forEach((mail, index) => this.#read.set(fresh[index], mail));
        }
        return [...this.#read.values()].filter((mail) => mail.headers.to.includes(address));
    }

    /** Waits until an address has got that many mails, and returns the last of them. */
    async mailTo(address, { count = 1 } = {}) {
        let mails = [];
        await until(async () => {
            mails = await this.mailsTo(address);
            return mails.length >= count;
        }, `${address} got ${mails.length} mails and not ${count}`);
        return mails[count - 1];
    }
}
