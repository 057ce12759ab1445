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


def killed_moves(checks, build: Path, folder: Path, number: int, kills: int, seed: int) -> None:
    """From SQLite to PostgreSQL: killed, it has changed nothing; begun again, it brings everything."""
    dice = random.Random(seed)
    office = Office(build, folder)
    office.set_up(1)
    office.register_visitors([f"user{i}@example.jp" for i in range(number)])
    visits = office.number("SELECT count(*) FROM visit")
    original = office.data

    def written() -> str:  # SQLite in the data folder takes no file
        configuration = office.data / "shirase.conf"
        return configuration.read_text() if configuration.exists() else ""

    before = written()
    with PostgreSql(folder) as server:
        longest, tries, killed, unchanged = 4.0, 0, 0, 0
        addresses: tuple[str, ...] = ()
        while killed < kills:
            moved = office.data == original or run_for(office, office.data, dice.uniform(0, longest), "move", *addresses)
            if not moved and written() != before:  # killed when it had already said where the data are now
                there = server.sql("SELECT count(*) FROM visit", f"try{tries}_shirase")
                checks.check("a move that says where the data are has brought every row", there == str(visits), there)
                moved = True
            if moved:
                # It was faster than the kill: from the start again, with earlier ones.
                longest, tries = longest / 2, tries + 1
                office.data = folder / f"copy{tries}"
                shutil.copytree(original, office.data)
                addresses = server.fresh(f"try{tries}")
                continue
            killed += 1
            unchanged += written() == before and office.number("SELECT count(*) FROM visit") == visits
        checks.check("a killed move has changed nothing", unchanged == kills, unchanged)
        started = time.monotonic()
        moved = office.ctl("move", *addresses)
        print(f"     {visits} visits moved and read back in {time.monotonic() - started:.1f} s, {kills} kills before")
        checks.check("the next move brings every row", moved["tables"]["visit"]["rows"] == visits, moved["tables"]["visit"])
        checks.check("and says where the data are", "postgresql://" in written())
        office.ctl("move", "--remove-old")
        checks.check("the old files go when told", not (office.data / "shirase.sqlite").exists())
        checks.check("the doctor finds nothing wrong",
                     all(finding["state"] == "good" for finding in office.ctl("doctor")))
