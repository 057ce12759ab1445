# SPDX-License-Identifier: GPL-3.0-or-later
"""Databases that are as full as a prefecture's after two months."""

import json
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from programs import BUILD, JAPAN, NO_RELAY, Office, PostgreSql, new_office, programs, write_scans

TARGETS = {"shirasectl", "register_visitors", "bench_generate_visits", "bench_scan_tokens"}
DAYS = 60
# As one runs it who wants to keep what was registered. Nothing is vacuumed behind the measurement's back.
OPTIONS = "-c fsync=on -c shared_buffers=256MB -c max_wal_size=2GB"


@dataclass
class Full:
    office: Office
    codes: list[str]  # of facilities that had so many visitors on the office's day as the two notices tell


def fill(office: Office, visits: int, days: int = DAYS) -> None:
    write_scans(office, 0, office.data.parent / "scans")  # the facilities, before their visits
    subprocess.run([programs("generate_visits"), office.data, str(visits), str(days)], check=True)


def on_sqlite(visits: int, people: tuple[int, int]) -> Full:
    """Made once a day and kept in the build folder: it takes minutes."""
    folder = BUILD / f"full-{visits}"
    mark = folder / "made.json"
    today = datetime.now(JAPAN).date().isoformat()
    made = json.loads(mark.read_text()) if mark.exists() else {}
    if made.get("day") != today or made.get("people") != list(people):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        office = new_office(folder, NO_RELAY)
        fill(office, visits)
        # Before a server runs here: it forgets how to register for days that are over.
        codes = [office.register_visitors([f"user{i}@{i % 50}.example.jp" for i in range(number)]) for number in people]
        mark.write_text(json.dumps({"day": today, "people": people, "codes": codes}))
        return Full(office, codes)
    office = Office(BUILD, folder)
    return Full(office, made["codes"])


@contextmanager
def on_postgresql(folder, visits: int):
    """Yields the database and the office on it; with no visits if 0."""
    folder.mkdir()
    with PostgreSql(folder, OPTIONS) as database:
        office = new_office(folder, NO_RELAY, database.options)
        if visits:
            fill(office, visits)
            database.sql("ANALYZE")
        database.sql("CHECKPOINT")
        yield database, office


def forget_today(office: Office) -> None:
    """What a measurement has registered is of no use to the next."""
    today = int(datetime.now(JAPAN).strftime("%Y%m%d"))
    with office.database() as database:
        database.execute("DELETE FROM outbox")
        database.execute("DELETE FROM visit WHERE day = ?", [today])
