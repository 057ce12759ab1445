# SPDX-License-Identifier: GPL-3.0-or-later
"""Visitors who register at the web server as fast as it lets them, and remember what they were told."""

import asyncio
import contextlib
import itertools
import re
import time
from collections import Counter
from urllib.parse import urlencode

TOKEN = re.compile(rb'name="token"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="token"')
PER_TOKEN = 50  # registrations with one scan; the setting limits.people_per_token


class Visitors:
    def __init__(self, code: str) -> None:
        self.code = code
        self.numbers = itertools.count()
        self.sent: set[str] = set()
        self.confirmed: set[str] = set()  # answered with 303
        self.answers: Counter[int] = Counter()
        self.bodies: dict[int, bytes] = {}  # the latest page of each status
        self.head = b""  # of the latest answer
        self.last_confirmed = 0.0  # when, by time.monotonic()
        self.slowest = 0.0  # answer to a form, in seconds

    async def ask(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: str, body: str = "") -> int:
        form = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n" if body else ""
        writer.write(f"{request} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: en\r\n{form}\r\n{body}".encode())
        self.head = head = await reader.readuntil(b"\r\n\r\n")
        status = int(head.split(b" ", 2)[1])
        length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
        self.bodies[status] = await reader.readexactly(int(length[1])) if length else b""
        return status

    async def fresh_token(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str = "") -> str:
        status = await self.ask(reader, writer, f"GET {path or f'/f/{self.code}'}")
        found = TOKEN.search(self.bodies[status])
        if status != 200 or not found:
            raise ConnectionError(f"the page has no token: {status}")
        return (found[1] or found[2]).decode()

    async def register(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, token: str, address: str) -> int:
        self.sent.add(address)
        body = urlencode({"token": token, "email": address, "agree": "1", "lang": "en"})
        asked = time.monotonic()
        status = await self.ask(reader, writer, f"POST /f/{self.code}", body)
        self.slowest = max(self.slowest, time.monotonic() - asked)
        self.answers[status] += 1
        if status == 303:
            self.confirmed.add(address)
            self.last_confirmed = time.monotonic()
        return status

    async def come_in_a_row(self, port: int) -> None:
        """One connection after the other, until cancelled."""
        while True:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, OSError):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                try:
                    while True:
                        token = await self.fresh_token(reader, writer)
                        for _ in range(PER_TOKEN):
                            await self.register(reader, writer, token, f"v{next(self.numbers)}@visitor.example.jp")
                finally:
                    writer.transport.abort()
            await asyncio.sleep(0.02)

    async def come(self, port: int, at_once: int = 16) -> None:
        """Many at once, until cancelled."""
        await asyncio.gather(*(self.come_in_a_row(port) for _ in range(at_once)))

    async def scan(self, port: int) -> str:
        """The token of one more scan."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            return await self.fresh_token(reader, writer)
        finally:
            writer.transport.abort()

    async def one(self, port: int, token: str = "") -> int:
        """One more visitor, with a scan of before or a fresh one; what the answer was. 0 if there was none."""
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                token = token or await self.fresh_token(reader, writer)
                return await self.register(reader, writer, token, f"v{next(self.numbers)}@visitor.example.jp")
            finally:
                writer.transport.abort()
        except (ConnectionError, asyncio.IncompleteReadError, OSError):
            return 0
