# SPDX-License-Identifier: GPL-3.0-or-later
"""PostgreSQL crashes, is shut down and stands still while visitors register: who was told so is registered, the others are
told in time to send again, and it goes on by itself soon after the database is back."""

import asyncio
import random
import time
from pathlib import Path

from checks import Checks
from databases import PostgreSql
from office import Office
from registrations import judge, ready
from visitors import Visitors

KINDS = [("crash", "again"), ("halt", "again"), ("pause", "resume")]  # of tests/support/postgresql
TOLD_WITHIN = 3  # seconds, while the database hangs
BACK_WITHIN = 5
BUSY = 3  # seconds that a busy machine may need on top


async def until_registered(visitors: Visitors, patience: float) -> float:
    """How long it takes until somebody is registered from now on."""
    began = time.monotonic()
    while visitors.last_confirmed <= began:
        if time.monotonic() - began > patience:
            raise TimeoutError("nobody is registered any more")
        await asyncio.sleep(0.01)
    return visitors.last_confirmed - began


async def one(checks: Checks, database: PostgreSql, visitors: Visitors, kind: tuple[str, str], dice: random.Random) -> float:
    away, back = kind
    await until_registered(visitors, 30)
    await asyncio.sleep(dice.uniform(0, 0.3))
    await asyncio.to_thread(database.run, away)
    told, gone = visitors.answers[503], time.monotonic()
    await asyncio.sleep(dice.uniform(1, 2) + (TOLD_WITHIN if away == "pause" else 0))
    checks.check(f"{away}: visitors are told to send again", visitors.answers[503] > told, dict(visitors.answers))
    checks.check(f"{away}: nobody is told that he is registered", visitors.last_confirmed < gone + 0.5,
                 visitors.last_confirmed - gone)
    await asyncio.to_thread(database.run, back)
    return await until_registered(visitors, 30)


async def of_postgresql(checks: Checks, build: Path, folder: Path, outages: int, seed: int) -> None:
    dice = random.Random(seed)
    with PostgreSql(folder) as database:
        office = Office(build, folder, database.options)
        try:
            visitors = ready(office)
            coming = asyncio.create_task(visitors.come(await office.serve()))
            back = [await one(checks, database, visitors, KINDS[i % len(KINDS)], dice) for i in range(outages)]
            await until_registered(visitors, 30)
            coming.cancel()
            await office.stop()
            print(f"     back after {max(back):.1f} s, an answer within {visitors.slowest:.1f} s, at the longest")
            checks.check(f"it serves again within {BACK_WITHIN} s", max(back) < BACK_WITHIN, back)
            checks.check("visitors are told in time", visitors.slowest < TOLD_WITHIN + BUSY, visitors.slowest)
            judge(checks, f"PostgreSQL, {outages} outages", visitors, office.visitors(),
                  int(database.sql("SELECT count(*) FROM visit")))
        finally:
            await office.stop()
