# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups and restores that are killed at random moments: the old backup stays whole, and the next try succeeds."""

import random
import shutil
import subprocess
import time
from pathlib import Path

from databases import PostgreSql
from office import Office


def run_for(office: Office, data: Path, seconds: float, *arguments: object) -> bool:
    """Starts a command and kills it after that time; whether it was faster."""
    with open(office.logs / "commands.log", "ab") as log:
        process = subprocess.Popen([office.program, "--data", data, *map(str, arguments)],
                                   stdout=subprocess.DEVNULL, stderr=log)
    try:
        return process.wait(timeout=seconds) == 0
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("copying-"))


def killed_backups(checks, build: Path, folder: Path, number: int, kills: int, seed: int) -> None:
    dice = random.Random(seed)
    office = Office(build, folder)
    office.set_up(1)
    office.register_visitors([f"user{i}@example.jp" for i in range(number)])
    code = folder / "code"
    code.write_text(office.ctl("staff", "recovery-code", staff=True)["recovery_code"])
    backup, keys = folder / "a.backup", folder / "a.keys"
    opening = ("--keys", keys, "--recovery-file", code)
    started = time.monotonic()
    office.ctl("backup", str(backup), "--keys", str(keys))
    whole = time.monotonic() - started
    visits = office.number("SELECT count(*) FROM visit")

    survived = ended = 0
    for _ in range(kills):
        ended += run_for(office, office.data, dice.uniform(0, 1.2 * whole), "backup", backup, "--keys", keys)
        shown = office.ctl("restore", str(backup), *map(str, opening), "--dry-run")
        survived += shown["visits"] == visits
    print(f"     {number} people: a backup takes {whole:.1f} s; {kills - ended} of {kills} were killed")
    checks.check("after a killed backup the one before is whole", survived == kills, survived)
    office.ctl("backup", str(backup), "--keys", str(keys))
    checks.check("the next backup clears what was left", leftovers(office.data) == [], leftovers(office.data))

    fresh = folder / "fresh"
    good = ended = 0
    for _ in range(kills):
        ended += run_for(office, fresh, dice.uniform(0, 2 * whole), "restore", backup, *opening)
        if not (fresh / "server.key").exists():
            good += run_for(office, fresh, 120, "restore", backup, *opening)
        else:
            good += 1
        good -= not run_for(office, fresh, 60, "facility", "list")
        shutil.rmtree(fresh)
    print(f"     {kills - ended} of {kills} restores were killed")
    checks.check("after a killed restore the next one succeeds", good == kills, good)


COUNTED = {"shirase": ("account", "facility", "visit"), "vault": ("day_key",)}


def killed_moves(checks, build: Path, folder: Path, number: int, kills: int, seed: int) -> None:
    """From SQLite to PostgreSQL: killed at any moment, all is where it was, or all is there."""
    dice = random.Random(seed)
    office = Office(build, folder)
    office.set_up(1)
    office.register_visitors([f"user{i}@example.jp" for i in range(number)])
    original = office.data

    with PostgreSql(folder) as server:
        def begin_anew(name: str) -> tuple[str, ...]:
            office.data = folder / name
            shutil.copytree(original, office.data)
            return server.made(f"{name}_shirase", f"{name}_vault")

        def is_moved() -> bool:  # SQLite in the data folder takes no file
            configuration = office.data / "shirase.conf"
            return configuration.exists() and "postgresql://" in configuration.read_text()

        def rows() -> dict[str, int]:
            """Of either database, where the configuration says that it is."""
            return {table: int(server.sql(f"SELECT count(*) FROM {table}", f"{office.data.name}_{database}"))
                    if is_moved() else office.number(f"SELECT count(*) FROM {table}", database)
                    for database, tables in COUNTED.items() for table in tables}

        whole = rows()
        addresses = begin_anew("unharmed")
        started = time.monotonic()
        moved = office.ctl("move", *addresses)
        seconds = time.monotonic() - started
        print(f"     {whole['visit']} visits moved and read back in {seconds:.1f} s")
        checks.check("a move brings every row", is_moved() and rows() == whole, (moved, rows()))
        office.ctl("move", "--remove-old")
        checks.check("the old files go when told", not (office.data / "shirase.sqlite").exists())
        checks.check("the doctor finds nothing wrong",
                     all(finding["state"] == "good" for finding in office.ctl("doctor")))

        done, brought, halves = 0, 0, []
        for attempt in range(kills):
            addresses = begin_anew(f"try{attempt}")
            patience = 1.2 * seconds * (attempt + dice.random()) / kills  # each in its part of the whole
            ended = run_for(office, office.data, patience, "move", *addresses)
            done += is_moved()
            if rows() != whole or (ended and not is_moved()):
                halves.append((attempt, is_moved(), rows()))
            if not is_moved():
                run_for(office, office.data, 120, "move", *addresses)
                brought += is_moved() and rows() == whole
            shutil.rmtree(office.data)
        print(f"     {kills} moves were to be killed; {done} had moved all before")
        checks.check("after a killed move all is where it was, or all is there", not halves, halves[:3])
        checks.check("the next move brings every row", done + brought == kills, (done, brought))
        checks.check("some were killed before they had moved", done < kills, done)

