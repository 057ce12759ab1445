# SPDX-License-Identifier: GPL-3.0-or-later
"""Thousands of connections that say nothing, or a byte a second, from many networks at once: a real visitor is served.

As a program it is the crowd: crowd.py PORT NUMBER. It says "here" once everybody has come, and ends with its input.
"""

import asyncio
import contextlib
import re
import resource
import sys
import time
from pathlib import Path

from checks import Checks
from office import Office
from registrations import ready
from visitors import Visitors

OF_A_NETWORK = 100  # connections from one address: half of what the server takes from there
SERVED_WITHIN = 0.2  # seconds, 99 of 100 visits: the connection, the page and the form
BUSY = 4
COUNT = re.compile(rb'^shirase_http_guard_total\{reason="(\w+)"\} (\d+)$', re.MULTILINE)

HEAD = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
BODY = b"POST /facilities/new HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 60000\r\n\r\nname="
KINDS = [("silent", b"", b""), ("a slow head", HEAD, b"x"), ("a slow body", BODY, b"x"),
         ("idle after a page", HEAD + b"y\r\n\r\n", b"")]


class One(asyncio.Protocol):
    """One connection of the crowd. It comes back a second after it was cut off."""

    def __init__(self, crowd: "Crowd", number: int) -> None:
        self.crowd = crowd
        self.address = f"127.1.{number // OF_A_NETWORK // 250}.{number // OF_A_NETWORK % 250 + 1}"
        _, self.first, self.drop = KINDS[number % len(KINDS)]
        self.transport: asyncio.Transport | None = None

    async def come(self) -> None:
        try:
            await asyncio.get_running_loop().create_connection(
                lambda: self, "127.0.0.1", self.crowd.port, local_addr=(self.address, 0))
            self.crowd.came += 1
        except OSError:
            self.connection_lost(None)

    def connection_made(self, transport: asyncio.Transport) -> None:
        self.transport = transport
        transport.write(self.first)
        if self.drop:
            self.trickle()

    def trickle(self) -> None:
        if not self.transport.is_closing():
            self.transport.write(self.drop)
            asyncio.get_running_loop().call_later(1, self.trickle)

    def connection_lost(self, _: Exception | None) -> None:
        asyncio.get_running_loop().call_later(1, lambda: self.crowd.tasks.add(asyncio.create_task(self.come())))


class Crowd:
    def __init__(self, port: int) -> None:
        self.port = port
        self.came = 0
        self.tasks: set[asyncio.Task] = set()

    async def gather(self, number: int) -> None:
        for first in range(0, number, 200):  # no more at once than the server's queue of new connections takes
            await asyncio.gather(*(One(self, i).come() for i in range(first, min(first + 200, number))))
        print("here", flush=True)
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


@contextlib.asynccontextmanager
async def crowd_of(number: int, port: int):
    crowd = await asyncio.create_subprocess_exec(sys.executable, __file__, str(port), str(number),
                                                 stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    try:
        if await asyncio.wait_for(crowd.stdout.readline(), 120) != b"here\n":
            raise RuntimeError("the crowd did not come")
        yield
    finally:
        crowd.kill()
        await crowd.wait()


async def guard_counts(port: int) -> dict[str, int]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
    text = await reader.read()
    writer.close()
    return {reason.decode(): int(count) for reason, count in COUNT.findall(text)}


async def visits(visitors: Visitors, port: int, seconds: float) -> list[float]:
    """How long one visit after the other takes, in order of length."""
    took: list[float] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end or len(took) < 100:
        began = time.monotonic()
        await visitors.one(port)
        took.append(time.monotonic() - began)
    return sorted(took)


def p99(took: list[float]) -> float:
    return took[len(took) * 99 // 100]


async def silent_crowd(checks: Checks, build: Path, folder: Path, number: int, seconds: float) -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most < number + 200:
        checks.skip("a silent crowd", f"a program may have {most} connections here, and {number} are needed")
        return
    office = Office(build, folder)
    # As a shell starts it, or worse: the server asks the system for more.
    office.serve_under = ["prlimit", f"--nofile=256:{most}"]
    try:
        visitors = ready(office)
        port = await office.serve()
        said = office.warnings.stat().st_size
        alone = await visits(visitors, port, seconds / 5)
        async with crowd_of(number, port):
            amid = await visits(visitors, port, seconds)
            counts = await guard_counts(port)
        print(f"     alone: {len(alone)} visits, p99 {p99(alone) * 1000:.0f} ms; amid {number} connections: {len(amid)} visits, "
              f"p50 {amid[len(amid) // 2] * 1000:.0f} ms, p99 {p99(amid) * 1000:.0f} ms; {office.largest_memory()} MB")
        print(f"     {counts}")
        checks.check("each visitor is registered", visitors.answers[303] == len(alone) + len(amid), dict(visitors.answers))
        # Where the machine is busy with other things, a visitor who is alone waits too.
        checks.check(f"99 of 100 visits take less than {SERVED_WITHIN * 1000:.0f} ms",
                     p99(amid) < max(SERVED_WITHIN, BUSY * p99(alone)), (p99(amid), p99(alone)))
        checks.check("what the guard does about them is counted", counts["request_time"] + counts["gave_way"] > 0, counts)
        checks.check("and nothing is logged", office.warnings.stat().st_size == said, office.warnings.read_bytes()[said:][:200])
        await office.stop()
    finally:
        await office.stop()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    asyncio.run(Crowd(int(sys.argv[1])).gather(int(sys.argv[2])))
