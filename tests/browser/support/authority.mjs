// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { join } from 'node:path';

import { run } from './processes.mjs';

const ellipticKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

async function openssl(...args) {
    const { status, stderr } = await run('openssl', args);
    assert.equal(status, 0, stderr);
}

/** A certificate authority of our own, whose files lie in a folder. */
export class Authority {
    constructor(folder) {
        this.path = (name) => join(folder, name);
    }

    static async make(folder) {
        const authority = new Authority(folder);
        await openssl('req', '-x509', ...ellipticKey, '-days', '2', '-subj', '/CN=Authority of a test',
            '-keyout', authority.path('ca.key'), '-out', authority.path('ca.pem'));
        return authority;
    }

    /** Writes NAME.key and NAME.pem, a certificate for 127.0.0.1 and for a host's name. */
    async issue(name, host = 'localhost') {
        await openssl('req', ...ellipticKey, '-subj', `/CN=${name}`, '-addext', `subjectAltName=IP:127.0.0.1,DNS:${host}`,
            '-keyout', this.path(`${name}.key`), '-out', this.path(`${name}.csr`));
        await openssl('x509', '-req', '-in', this.path(`${name}.csr`), '-CA', this.path('ca.pem'),
            '-CAkey', this.path('ca.key'), '-CAcreateserial', '-copy_extensions', 'copy', '-days', '2',
            '-out', this.path(`${name}.pem`));
    }
}
