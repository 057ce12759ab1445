// SPDX-License-Identifier: GPL-3.0-or-later
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';

import { removeFolder, support, temporaryFolder } from './folders.mjs';
import { startService } from './processes.mjs';
import { within } from './waiting.mjs';

/** A real SMTP server, and all the mail that it has accepted. */
export class Relay {
    #folder;
    #service;
    #arrivals = new EventEmitter();

    /** Each mail: { sender, recipients, subject, text, headers, attachments, … }, see mail_reading.py. */
    mails = [];

    static async start() {
        const relay = new Relay();
        relay.#arrivals.setMaxListeners(0);
        relay.#folder = await temporaryFolder();
        // Debian's own Python: that is the one with Debian's aiosmtpd.
        relay.#service = await startService('/usr/bin/python3', ['-B', join(support, 'smtp_server.py'), relay.#folder],
            (line) => relay.#take(JSON.parse(line)));
        return relay;
    }

    #take(value) {
        if (value.port) return value.port;
        this.mails.push(value);
        this.#arrivals.emit('mail');
        return undefined;
    }

    get url() {
        return `smtp://127.0.0.1:${this.#service.value}`;
    }

    mailsTo(address) {
        return this.mails.filter((mail) => mail.recipients.includes(address));
    }

    /** Waits until an address has got that many mails, and returns the last of them. */
    async mailTo(address, { count = 1 } = {}) {
        const arrived = (async () => {
            while (this.mailsTo(address).length < count) await once(this.#arrivals, 'mail');
            return this.mailsTo(address)[count - 1];
        })();
        return within(60_000, arrived,
            () => `${address} got ${this.mailsTo(address).length} mails and not ${count}; mail came to ${this.#recipients}`);
    }

    get #recipients() {
        return this.mails.flatMap((mail) => mail.recipients).join(', ') || 'nobody';
    }

    async stop() {
        await this.#service?.stop();
        await removeFolder(this.#folder);
    }
}
