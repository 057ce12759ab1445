# SPDX-License-Identifier: GPL-3.0-or-later
"""What a database cannot store is not confirmed: a full disk, a file that cannot be written, a lock that somebody holds, a
database server that is away. Visitors are told to send again, staff are warned, and it goes on by itself."""

import asyncio
import contextlib
import os
import shutil
import sqlite3
import subprocess
import time
from pathlib import Path

from checks import Checks
from databases import PostgreSql
from office import Office
from registrations import ready
from visitors import Visitors

TOLD = b"could not confirm your registration"  # on the page, in English
WARNING = b"nothing can be stored"
RECOVERS = 8  # seconds; the warning goes with the next look at the storage, which is every 5 s


async def until(condition, patience: float) -> bool:
    end = time.monotonic() + patience
    while not await condition():
        if time.monotonic() > end:
            return False
        await asyncio.sleep(0.2)
    return True


async def is_told(office: Office, already: int) -> bool:
    """Whether the server has said so, on standard error; `already`: bytes that it had said before."""
    async def has_said() -> bool:
        return WARNING in office.warnings.read_bytes()[already:]
    return await until(has_said, 20)


async def through(checks: Checks, name: str, office: Office, visitors: Visitors, port: int, fault) -> None:
    """A visitor before, during and after the fault, which is a context."""
    checks.check(f"{name}: a visitor is registered before", await visitors.one(port) == 303, visitors.answers)
    scanned = await visitors.scan(port)
    warned = office.warnings.stat().st_size
    with fault:
        refused = await visitors.one(port, scanned)
        checks.check(f"{name}: a visitor is told to send again", refused == 503 and TOLD in visitors.bodies[503],
                     (refused, visitors.bodies.get(503, b"")[:200]))

        checks.check(f"{name}: staff are warned", await is_told(office, warned))
        print("     " + office.warnings.read_bytes()[warned:].decode().strip().replace("\n", "\n     "))

    async def is_registered() -> bool:
        return await visitors.one(port) == 303
    started = time.monotonic()
    checks.check(f"{name}: it goes on by itself", await until(is_registered, RECOVERS), visitors.answers)
    print(f"     after {time.monotonic() - started:.1f} s")


def judge(checks: Checks, name: str, office: Office, visitors: Visitors) -> None:
    stored = office.visitors()
    checks.check(f"{name}: who was confirmed is there, once, and nobody who did not come",
                 visitors.confirmed <= set(stored) <= visitors.sent and len(stored) == len(set(stored)),
                 (len(stored), len(visitors.confirmed)))


@contextlib.contextmanager
def small_disk(folder: Path):
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@contextlib.contextmanager
def filled(folder: Path):
    filler = folder / "filler"
    with open(filler, "wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    try:
        yield
    finally:
        filler.unlink()


@contextlib.contextmanager
def locked(database: Path):
    with contextlib.closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


async def full_disk(checks: Checks, build: Path, folder: Path) -> None:
    if os.getuid() != 0:
        checks.skip("a full disk", "only root can mount a small one")
        return
    with small_disk(folder / "disk") as disk:
        office = Office(build, disk)
        office.logs = folder
        try:
            visitors = ready(office)
            port = await office.serve()
            await through(checks, "a full disk", office, visitors, port, filled(disk))
            await office.stop()
            judge(checks, "a full disk", office, visitors)
        finally:
            await office.stop()


async def a_lock(checks: Checks, build: Path, folder: Path) -> None:
    office = Office(build, folder)
    try:
        visitors = ready(office)
        port = await office.serve()
        await through(checks, "a locked database", office, visitors, port, locked(office.data / "shirase.sqlite"))
        await office.stop()
        judge(checks, "a locked database", office, visitors)
    finally:
        await office.stop()


async def read_only(checks: Checks, build: Path, folder: Path) -> None:
    if os.getuid() == 0 and not shutil.which("setpriv"):
        checks.skip("a file that cannot be written", "root may write every file, and there is no setpriv")
        return
    office = Office(build, folder)
    try:
        visitors = ready(office)
        if os.getuid() == 0:
            folder.chmod(0o755)
            subprocess.run(["chown", "-R", "nobody", office.data], check=True)
            office.serve_under = ["setpriv", "--reuid=nobody", "--clear-groups"]
        files = [office.data / "shirase.sqlite"]
        for file in files:
            file.chmod(0o400)
        warned = office.warnings.stat().st_size if office.warnings.exists() else 0  # it looks as soon as it begins
        port = await office.serve()
        refused = await visitors.one(port)
        name = "a file that cannot be written"
        checks.check(f"{name}: a visitor is told to send again", refused == 503 and TOLD in visitors.bodies[503],
                     (refused, visitors.bodies.get(503, b"")[:200]))

        checks.check(f"{name}: staff are warned", await is_told(office, warned))
        for file in files:
            file.chmod(0o600)

        async def is_registered() -> bool:
            return await visitors.one(port) == 303
        checks.check(f"{name}: it goes on by itself", await until(is_registered, RECOVERS), visitors.answers)
        await office.stop()
        if os.getuid() == 0:
            subprocess.run(["chown", "-R", "root", office.data], check=True)
        judge(checks, name, office, visitors)
    finally:
        await office.stop()


@contextlib.contextmanager
def away(database: PostgreSql):
    database.run("crash")
    yield
    database.run("again")


async def lost_connection(checks: Checks, build: Path, folder: Path) -> None:
    with PostgreSql(folder) as database:
        office = Office(build, folder, database.options)
        try:
            visitors = ready(office)
            port = await office.serve()
            await through(checks, "a database server that is away", office, visitors, port, away(database))
            await office.stop()
            judge(checks, "a database server that is away", office, visitors)
        finally:
            await office.stop()


ALL = (full_disk, read_only, a_lock, lost_connection)
