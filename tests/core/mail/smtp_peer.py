# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail relay for tests, on aiosmtpd: takes mails on a free loopback port and does what the command line says.

Prints one JSON object per line: {"event": "listening", "port": …}, then "connect", "mail", "quit" and "lost" as they
happen. What a --reply names is answered once per --reply, in order; a reply of "drop" closes the connection instead.
"""
import argparse
import asyncio
import json
import logging
import pathlib
import ssl
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


def tell(event, **facts):
    print(json.dumps({"event": event, **facts}), flush=True)


class Relay(SMTP):
    """The protocol side of one connection."""

    raw_recipient = None

    def connection_made(self, transport):
        if self.transport is None:  # not again after STARTTLS
            tell("connect", peer=transport.get_extra_info("peername")[1])
        super().connection_made(transport)

    def connection_lost(self, error):
        tell("lost")
        super().connection_lost(error)

    async def push(self, status):
        if status == "drop":
            self.transport.abort()
            return
        await super().push(status)
        if isinstance(status, str) and status.startswith("421"):
            self.transport.close()

    async def smtp_RCPT(self, arg):
        self.raw_recipient = arg
        await super().smtp_RCPT(arg)


class Desk:
    """What one connection answers."""

    def __init__(self, options):
        self.options = options
        self.mails = 0

    def reply(self, when, address):
        for index, (command, who, text) in enumerate(self.options.reply):
            if command == when and who in (address, "*"):
                if not self.options.always:
                    del self.options.reply[index]
                return text
        return None

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.options.mails_per_connection and self.mails >= self.options.mails_per_connection:
            return "421 4.7.0 Too many mails on this connection"
        envelope.mail_from = address
        return self.reply("MAIL", address) or "250 2.1.0 Sender OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        reply = self.reply("RCPT", address)
        if reply:
            return reply
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Recipient OK"

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(self.options.delay)
        reply = self.reply("DOT", envelope.rcpt_tos[0])
        if reply:
            return reply
        self.mails += 1
        path = pathlib.Path(self.options.folder) / f"{session.peer[1]}-{self.mails}.eml"
        path.write_bytes(envelope.original_content)
        tell("mail", peer=session.peer[1], helo=session.host_name, sender=envelope.mail_from,
             recipient=server.raw_recipient, user=session.auth_data,
             tls=server.transport.get_extra_info("ssl_object") is not None, file=str(path))
        return "250 2.0.0 Taken"

    async def handle_QUIT(self, server, session, envelope):
        tell("quit")
        return "221 2.0.0 Bye"


async def main():
    # Of plain-text log-ins and failed handshakes, which is what some tests are about.
    warnings.simplefilter("ignore")
    logging.disable()
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", required=True, help="where the mails go, as they came")
    parser.add_argument("--tls", choices=["none", "starttls", "implicit"], default="none")
    parser.add_argument("--certificate", help="PEM file with key and certificate")
    parser.add_argument("--user")
    parser.add_argument("--password")
    parser.add_argument("--delay", type=float, default=0, help="seconds before the reply to the final dot")
    parser.add_argument("--mails-per-connection", type=int, default=0)
    parser.add_argument("--reply", nargs=3, action="append", default=[], metavar=("MAIL|RCPT|DOT", "ADDRESS", "REPLY"))
    parser.add_argument("--always", action="store_true", help="give each --reply every time")
    options = parser.parse_args()

    context = None
    if options.certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(options.certificate)

    def authenticate(server, session, envelope, mechanism, data):
        good = isinstance(data, LoginPassword) and (data.login.decode(), data.password.decode()) == (
            options.user, options.password)
        return AuthResult(success=good, handled=False, auth_data=options.user)

    def relay():
        return Relay(Desk(options), hostname="relay.example.jp", data_size_limit=2 ** 26,
                     tls_context=context if options.tls == "starttls" else None,
                     require_starttls=options.tls == "starttls",
                     authenticator=authenticate, auth_require_tls=options.tls == "starttls",
                     auth_required=options.user is not None)

    server = await asyncio.get_running_loop().create_server(
        relay, "127.0.0.1", 0, backlog=200, ssl=context if options.tls == "implicit" else None)
    tell("listening", port=server.sockets[0].getsockname()[1])
    # Ends with the test, however that ends: its end of our standard input closes.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()

asyncio.run(main())
