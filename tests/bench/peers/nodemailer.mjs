// SPDX-License-Identifier: GPL-3.0-or-later
//
// nodemailer.mjs PORT CONNECTIONS NUMBER < MAIL: sends a mail ({subject, text} as JSON) to that many people over a pool of
// connections, as nodemailer's documentation of pooled transports says. Prints how many seconds it took.
import { readFileSync } from "node:fs";
import nodemailer from "nodemailer";

const [port, connections, number] = process.argv.slice(2).map(Number);
const mail = JSON.parse(readFileSync(0, "utf8"));
const transport = nodemailer.createTransport({
    pool: true, host: "127.0.0.1", port, maxConnections: connections, maxMessages: Infinity, ignoreTLS: true,
});

const started = performance.now();
let next = 0;
let sent = 0;
const end = new Promise((resolve, reject) => {
    transport.on("idle", () => {
        while (transport.isIdle() && next < number) {
            const to = `user${next}@${next % 50}.example.jp`;
            next += 1;
            transport.sendMail({ ...mail, from: "notice@shirase.example.jp", to }, (error) => {
                if (error) reject(error);
                sent += 1;
                if (sent === number) resolve();
            });
        }
    });
});
await end;
console.log((performance.now() - started) / 1000);
transport.close();
