# SPDX-License-Identifier: GPL-3.0-or-later
"""A real SMTP server (aiosmtpd) that keeps what it accepts: smtp_server.py FOLDER

Prints one JSON value per line: {"port": N} first, then each mail with its envelope when it is accepted. Listens on
127.0.0.1 only, and ends when its standard input does.
"""

import asyncio
import json
import re
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP

from mail_reading import read_mail


def say(value: dict) -> None:
    print(json.dumps(value), flush=True)


class Server(SMTP):
    async def smtp_RCPT(self, arg: str) -> None:
        """Keeps recipients as they were sent, quotes included, which aiosmtpd takes away."""
        before = len(self.envelope.rcpt_tos) if self.envelope else 0
        await super().smtp_RCPT(arg)
        sent = re.fullmatch(r"TO:\s*<(.*)>(?:\s.*)?", arg or "", re.IGNORECASE)
        if sent and self.envelope and len(self.envelope.rcpt_tos) > before:
            self.envelope.rcpt_tos[-1] = sent[1]


class Keeper:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0

    async def handle_DATA(self, server, session, envelope) -> str:
        self.count += 1
        path = self.folder / f"{self.count:04}.eml"
        path.write_bytes(envelope.original_content)
        say({"path": str(path), "sender": envelope.mail_from, "recipients": envelope.rcpt_tos, **read_mail(path)})
        return "250 2.0.0 Kept"


async def main(folder: Path) -> None:
    loop = asyncio.get_running_loop()
    keeper = Keeper(folder)
    server = await loop.create_server(lambda: Server(keeper, hostname="relay.example.jp"), "127.0.0.1", 0)
    say({"port": server.sockets[0].getsockname()[1]})
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main(Path(sys.argv[1])))
