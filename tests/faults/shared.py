# SPDX-License-Identifier: GPL-3.0-or-later
"""Two servers on one PostgreSQL, whose clocks differ, are both told to send a notice, and one of them ends meanwhile:
everybody gets it once."""

import asyncio
import random
import time
from pathlib import Path

from checks import Checks
from databases import PostgreSql
from fake_clock import FakeClock
from office import Office
from sink import Faults, Sink

AHEAD = 480  # seconds; far more than a lease lasts, and less than a clock that the erasure doubts


def joined(first: Office, build: Path, folder: Path, database: PostgreSql) -> Office:
    """A second server on the databases of the first."""
    keys = folder / "keys"
    first.ctl("keys", "export", str(keys))
    folder.joinpath("second").mkdir()
    second = Office(build, folder / "second")
    second.password = first.password
    second.ctl("keys", "import", str(keys), *database.options)
    return second


async def told_to_send(office: Office, notice: str) -> bool:
    try:
        await asyncio.to_thread(office.ctl, "notice", "send", notice, staff=True)
    except RuntimeError:
        return False  # the other one was first
    return True


async def until_sent(office: Office, notice: str, patience: float) -> dict:
    end = time.monotonic() + patience
    while (status := await asyncio.to_thread(office.status, notice))["state"] != "sent":
        if time.monotonic() > end:
            raise TimeoutError(f"the notice did not come to its end: {status}")
        await asyncio.sleep(0.5)
    return status


async def by_two_servers(checks: Checks, build: Path, folder: Path, number: int, seed: int) -> None:
    sink = Sink(Faults(), random.Random(seed))  # it does nothing wrong: a double would be ours
    people = [f"user{i}@{i % 8}.example.jp" for i in range(number)]
    with PostgreSql(folder) as database:
        folder.joinpath("first").mkdir()
        first = Office(build, folder / "first", database.options)
        first.set_up(await sink.listen())
        second = joined(first, build, folder, database)
        servers = [first, second]
        try:
            notice = first.approved_notice(first.register_visitors(people))
            await first.serve()  # and has the right to send before the other one comes
            clock = FakeClock(folder)
            second.environment = clock.environment
            await second.serve()
            told = await asyncio.gather(*(told_to_send(server, notice) for server in servers))
            clock.ahead_by(AHEAD)  # of the second's machine, where libfaketime is installed
            while sink.mails < number // 3:
                await asyncio.sleep(0.01)
            holder = database.sql("SELECT holder FROM lease WHERE name = 'sender'")
            await first.stop()
            status = await until_sent(second, notice, 120)
            doubles = {address: len(ids) for address, ids in sink.taken.items() if len(ids) > 1}
            print(f"     two servers: {number} people, {sink.mails} mails, {len(doubles)} doubles; the second's clock went {AHEAD} s ahead")
            checks.check("two servers: one of them begins to send", any(told) and bool(holder), (told, holder))
            checks.check("two servers: everybody gets the notice", sink.taken.keys() == set(people),
                         sorted(set(people) - sink.taken.keys())[:5])
            checks.check("two servers: and nobody gets it twice", not doubles, list(doubles.items())[:5])
            checks.check("two servers: the report says so", status["sent"] == number and not status["failures"], status)
        finally:
            for server in servers:
                await server.stop()
