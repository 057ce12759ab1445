# SPDX-License-Identifier: GPL-3.0-or-later
"""The web server is killed at random moments while visitors register: whoever was told so is registered."""

import asyncio
import contextlib
import random
import sqlite3
import time
from pathlib import Path

from checks import Checks
from databases import PostgreSql
from office import Office
from visitors import PER_TOKEN, Visitors


def ready(office: Office, founded: bool = False) -> Visitors:
    if not founded:
        office.found()
    for key, value in {"limits.per_network_per_minute": "1000000", "limits.people_per_token": str(PER_TOKEN)}.items():
        office.ctl("config", "set", key, value, staff=True)
    return Visitors(office.add_facility())


async def under_kills(checks: Checks, office: Office, kills: int, dice: random.Random) -> Visitors:
    visitors = ready(office)
    for _ in range(kills):
        port = await office.serve()
        coming = asyncio.create_task(visitors.come(port))
        await asyncio.sleep(dice.uniform(0.1, 0.8))
        await office.kill()
        await asyncio.sleep(0.05)  # what was answered before is read
        coming.cancel()
    return visitors


def judge(checks: Checks, engine: str, visitors: Visitors, stored: list[str], rows: int) -> None:
    print(f"     {engine}: {len(visitors.confirmed)} confirmed, {len(visitors.sent)} sent, {rows} stored; "
          f"answers {dict(visitors.answers)}")
    missed = visitors.confirmed - set(stored)
    checks.check(f"{engine}: the kills met visitors at work", len(visitors.sent) > len(visitors.confirmed) > 20,
                 len(visitors.confirmed))
    checks.check(f"{engine}: every registration that was answered with 303 is there", not missed, sorted(missed)[:5])
    checks.check(f"{engine}: nobody is there twice, and nobody who did not come",
                 len(stored) == len(set(stored)) == rows and set(stored) <= visitors.sent, (len(stored), rows))


async def on_sqlite(checks: Checks, build: Path, folder: Path, kills: int, seed: int) -> None:
    office = Office(build, folder)
    started = time.monotonic()
    try:
        visitors = await under_kills(checks, office, kills, random.Random(seed))
        with contextlib.closing(sqlite3.connect(office.data / "shirase.sqlite")) as database:
            whole = database.execute("PRAGMA integrity_check").fetchone()[0]
            rows = database.execute("SELECT count(*) FROM visit").fetchone()[0]
        checks.check("SQLite: the file is whole", whole == "ok", whole)
        judge(checks, f"SQLite, {kills} kills", visitors, office.visitors(), rows)
        print(f"     {time.monotonic() - started:.0f} s")
    finally:
        await office.stop()


async def on_postgresql(checks: Checks, build: Path, folder: Path, kills: int, seed: int) -> None:
    with PostgreSql(folder) as database:
        office = Office(build, folder, database.options)
        started = time.monotonic()
        try:
            visitors = await under_kills(checks, office, kills, random.Random(seed))
            rows = int(database.sql("SELECT count(*) FROM visit"))
            judge(checks, f"PostgreSQL, {kills} kills", visitors, office.visitors(), rows)
            print(f"     {time.monotonic() - started:.0f} s")
        finally:
            await office.stop()
