# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail relay that keeps the envelopes of what it has taken, and misbehaves as real ones do."""

import asyncio
import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

MESSAGE_ID = re.compile(rb"^Message-ID: (<[^>]+>)", re.MULTILINE | re.IGNORECASE)

# What a recipient's name makes the relay answer, always. Others are taken, "later…" at the second try, "slow…" slowly.
REFUSALS = {
    "gone": (b"550 5.1.1 No such user here\r\n", "550 5.1.1"),
    "full": (b"552 5.2.2 Mailbox full\r\n", "552 5.2.2"),
}


def kind_of(recipient: str) -> str:
    return re.match(r"[a-z]*", recipient)[0]


@dataclass
class Faults:
    """How often, of so many mails, the relay does what it should not; 0 for never."""

    closing: int = 0  # "421" before it takes a mail
    dropped: int = 0  # the connection breaks before the mail is taken
    lost: int = 0  # the mail is taken, but the connection breaks before we are told


@dataclass
class Sink:
    faults: Faults
    random: random.Random
    taken: dict[str, list[bytes]] = field(default_factory=lambda: defaultdict(list))  # recipient → Message-IDs
    happened: Counter = field(default_factory=Counter)
    seen: set[str] = field(default_factory=set)
    mails: int = 0
    away: bool = False

    async def listen(self, port: int = 0) -> int:
        self.away = False
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", port, limit=2**24)  # posters are large
        return self.server.sockets[0].getsockname()[1]

    def leave(self) -> None:
        """As if the relay were switched off, until it listens again."""
        self.away = True
        self.server.close()

    def goes_wrong(self, name: str) -> bool:
        of = getattr(self.faults, name)
        wrong = of > 0 and self.random.randrange(of) == 0
        self.happened[name] += wrong
        return wrong

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            writer.write(b"220 relay.example.jp ESMTP\r\n")
            await self.talk(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the other side was killed
        finally:
            writer.transport.abort()

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        recipient = ""
        while (line := await reader.readline()) and not self.away:
            verb = line[:4].upper()
            if verb == b"EHLO":
                writer.write(b"250-relay.example.jp\r\n250 ENHANCEDSTATUSCODES\r\n")
            elif verb == b"MAIL":
                if self.goes_wrong("closing"):
                    writer.write(b"421 4.3.2 Closing for maintenance\r\n")
                    await writer.drain()
                    return
                writer.write(b"250 2.1.0 Sender OK\r\n")
            elif verb == b"RCPT":
                recipient = re.search(rb"<(.*)>", line)[1].decode()
                writer.write(self.answer_to(recipient))
            elif verb == b"DATA":
                writer.write(b"354 Go on\r\n")
                if not await self.take(recipient, await reader.readuntil(b"\r\n.\r\n"), writer):
                    return
            elif verb == b"QUIT":
                writer.write(b"221 2.0.0 Bye\r\n")
                await writer.drain()
                return
            else:
                writer.write(b"250 2.0.0 OK\r\n")

    def answer_to(self, recipient: str) -> bytes:
        kind = kind_of(recipient)
        if kind in REFUSALS:
            return REFUSALS[kind][0]
        if kind == "later" and recipient not in self.seen:
            self.seen.add(recipient)
            return b"450 4.2.0 Greylisted\r\n"
        return b"250 2.1.5 Recipient OK\r\n"

    async def take(self, recipient: str, mail: bytes, writer: asyncio.StreamWriter) -> bool:
        if kind_of(recipient) == "slow":
            await asyncio.sleep(0.3)
        if self.goes_wrong("dropped"):
            return False
        self.taken[recipient].append(MESSAGE_ID.search(mail)[1])
        self.mails += 1
        if self.goes_wrong("lost"):
            return False
        writer.write(b"250 2.0.0 Taken\r\n")
        return True
