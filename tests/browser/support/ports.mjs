// SPDX-License-Identifier: GPL-3.0-or-later
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A server on a port of its own that takes connections and says nothing; close() it. */
export async function occupyPort() {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
}

/** A port of this machine on which nobody listens. */
export async function freePort() {
    const server = await occupyPort();
    const { port } = server.address();
    server.close();
    await once(server, 'close');
    return port;
}
