# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether registering becomes slower or dearer as visits pile up, on both engines."""

from pathlib import Path

import full
import usage
from measure import Row, at_least, at_most
from programs import NO_RELAY, Office, PostgreSql, new_office, register, scratch, shirase, write_scans
from rows import Scale

TARGETS = full.TARGETS
MOST_A_SECOND = 15_000


class Cost:
    """Of registering in a full database and in an empty one beside it."""

    def __init__(self, engine: str, visits: int) -> None:
        where = f"with {visits:,} visits, {engine}"
        self.rate = Row(f"registrations {where}", "/s", peer="empty", goal=at_least(0.85))
        self.written = Row(f"bytes to the disk for a registration {where}", "B", peer="empty", goal=at_most(1.15))
        self.seconds = Row(f"processor time of a registration {where}", "µs", peer="empty", goal=at_most(1.15))

    @property
    def rows(self) -> list[Row]:
        return [self.rate, self.written, self.seconds]


def one(office: Office, scans: Path, scale: Scale, who: str, database: PostgreSql | None) -> tuple[float, float, float]:
    with shirase(office) as server:
        register(server, 1, scans, f"{who}warm")
        before = usage.now(server, database)
        load = register(server, scale.seconds, scans, who)
        used = usage.now(server, database) - before
    return load.rate, used.written / load.number, used.seconds / load.number * 1e6


def compare(cost: Cost, filled: Office, empty: Office, scale: Scale, folder: Path,
            database: PostgreSql | None = None, other: PostgreSql | None = None) -> None:
    number = int(MOST_A_SECOND * scale.seconds)
    scans = write_scans(filled, number, folder / "scans-filled")
    others = write_scans(empty, number, folder / "scans-empty")
    for turn in range(scale.rounds):
        beside = one(empty, others, scale, f"e{turn}v", other)
        for row, value, peer in zip(cost.rows, one(filled, scans, scale, f"f{turn}v", database), beside):
            row.add(value, peer)


def run(scale: Scale) -> list[Row]:
    sqlite = Cost("SQLite", scale.visits)
    postgresql = Cost("PostgreSQL", scale.visits)
    with scratch() as folder:
        filled = full.on_sqlite(scale.visits, scale.people).office
        (folder / "sqlite").mkdir()
        compare(sqlite, filled, new_office(folder / "sqlite", NO_RELAY), scale, folder)
        full.forget_today(filled)
        with (full.on_postgresql(folder / "filled", scale.visits) as (database, office),
              full.on_postgresql(folder / "empty", 0) as (other, empty)):
            compare(postgresql, office, empty, scale, folder, database, other)
    return sqlite.rows + postgresql.rows
