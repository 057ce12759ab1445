# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what a run has left, and compares it with what people were told meanwhile. It knows nothing of the run but its
journal, a line of JSON for each event, and nothing of the server but its databases and what the relay has taken.
"""

import contextlib
import json
import sqlite3
from collections import defaultdict
from pathlib import Path

from checks import Checks
from office import Office


class Journal:
    """What happened, written down as it happens."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = open(path, "w", buffering=1)

    def note(self, what: str, **facts: object) -> None:
        self.file.write(json.dumps({"what": what, **facts}, ensure_ascii=False) + "\n")

    def addresses(self) -> dict[str, set[str]]:
        """By what happened to them."""
        found: dict[str, set[str]] = defaultdict(set)
        with open(self.path) as lines:
            for event in map(json.loads, lines):
                found[event["what"]].update(event.get("addresses", [event.get("address")]))
        return found

    def count(self, what: str) -> int:
        with open(self.path) as lines:
            return sum(json.loads(line)["what"] == what for line in lines)


def few(addresses: set[str]) -> list[str]:
    return sorted(addresses)[:5]


def of_visits(checks: Checks, people: dict[str, set[str]], stored: list[str], rows: int) -> None:
    there = set(stored)
    # Somebody whose erasure was asked for and not answered may be there or not.
    expected = people["registered"] - people["erasure asked"]
    checks.check("every registration that was answered with 303 is stored", expected <= there, few(expected - there))
    checks.check("nobody is stored twice", len(stored) == len(there) == rows, (len(stored), len(there), rows))
    strangers = there - people["sent"] - people["notified"]
    checks.check("nobody is stored who did not come", not strangers, few(strangers))
    checks.check("whose erasure was confirmed is gone", not people["erased"] & there, few(people["erased"] & there))
    checks.check("who came more than two months ago is gone", not people["old"] & there, few(people["old"] & there))


def of_mails(checks: Checks, people: dict[str, set[str]], taken: dict[str, list[bytes]], bound: int) -> None:
    confirmed = people["registered"] - people["erasure asked"]
    doubles = sum(len(ids) - 1 for ids in taken.values())
    print(f"     {sum(map(len, taken.values()))} mails taken, {doubles} doubles (at most {bound})")
    checks.check("every confirmation has left", confirmed <= taken.keys(), few(confirmed - taken.keys()))
    checks.check("every notice has left", people["notified"] <= taken.keys(), few(people["notified"] - taken.keys()))
    checks.check("every poster has left", people["operators"] <= taken.keys(), few(people["operators"] - taken.keys()))
    known = people["sent"] | people["notified"] | people["operators asked"] | people["old"]
    checks.check("nobody else gets mail", taken.keys() <= known, few(taken.keys() - known))
    checks.check("doubles: at most one per connection and kill, and one per lost reply", doubles <= bound, doubles)
    checks.check("a double has the Message-ID of the first", all(len(set(ids)) == 1 for ids in taken.values()))


def of_the_queue(checks: Checks, office: Office) -> int:
    """Returns how many visits there are."""
    with contextlib.closing(sqlite3.connect(office.data / "shirase.sqlite")) as database:
        def number(sql: str) -> int:
            return database.execute(sql).fetchone()[0]
        checks.check("the file is whole", number("PRAGMA integrity_check") == "ok")
        checks.check("the queue is empty", number("SELECT count(*) FROM outbox") == 0,
                     database.execute("SELECT kind, state, reply, count(*) FROM outbox GROUP BY 1, 2, 3").fetchall())
        checks.check("every notice is sent", number("SELECT count(*) FROM notice WHERE state <> 'sent'") == 0)
        checks.check("no address is left in a notice",
                     number("SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL") == 0)
        return number("SELECT count(*) FROM visit")


def audit(checks: Checks, office: Office, journal: Journal, taken: dict[str, list[bytes]], bound: int) -> None:
    people = journal.addresses()
    rows = of_the_queue(checks, office)
    of_visits(checks, people, office.visitors(), rows)
    of_mails(checks, people, taken, bound)
