// SPDX-License-Identifier: GPL-3.0-or-later
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A server on a port of its own that takes connections and says nothing; close() it. */
export async function occupyPort(port = 0) {
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
}

/**
 * A port of this machine on which nobody listens. It is none of those that the system hands out by itself, lest a
 * connection of another test has it before whom it is for.
 */
export async function freePort() {
    for (;;) {
        const port = randomInt(15_000, 32_768);
        try {
            const server = await occupyPort(port);
            server.close();
            await once(server, 'close');
            return port;
        } catch (error) {
            if (error.code !== 'EADDRINUSE') throw error;
        }
    }
}
