// SPDX-License-Identifier: GPL-3.0-or-later
//
// fastify.mjs FILE: registers visitors as one would with Fastify and better-sqlite3: durable (WAL, synchronous=FULL), but
// in plain text and without a confirmation mail.
import formbody from "@fastify/formbody";
import Database from "better-sqlite3";
import Fastify from "fastify";

const database = new Database(process.argv[2]);
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec(`CREATE TABLE IF NOT EXISTS visit (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL, email TEXT NOT NULL, registered_at INTEGER NOT NULL)`);
const insert = database.prepare("INSERT INTO visit (code, email, registered_at) VALUES (?, ?, unixepoch())");

const server = Fastify();
server.register(formbody);
server.post("/f/:code", (request, reply) => {
    const { email, agree, token } = request.body;
    if (!agree || !token || !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email ?? "")) return reply.code(422).send("?");
    const { lastInsertRowid } = insert.run(request.params.code, email);
    return reply.redirect(`/v/${lastInsertRowid}`, 303);
});
console.log(`listening on ${await server.listen({ host: "127.0.0.1", port: 0 })}`);
