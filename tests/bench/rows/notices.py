# SPDX-License-Identifier: GPL-3.0-or-later
"""How long staff wait for the number of people and for the approval of a notice, in a full database."""

import subprocess

import full
from measure import Row, at_most
from programs import programs
from rows import Scale

TARGETS = full.TARGETS | {"bench_notice_steps"}


def run(scale: Scale) -> list[Row]:
    filled = full.on_sqlite(scale.visits, scale.people)
    office = filled.office
    rows = []
    for code, people, limit in zip(filled.codes, scale.people, (1000, 10_000)):
        count = Row(f"{people:,} people among {scale.visits:,} visits, counted for a facility and day", "ms", goal=at_most(20))
        queue = Row(f"{people:,} people opened and queued for a notice", "ms", goal=at_most(limit))
        for _ in range(scale.rounds):
            counting, queueing, found = subprocess.run(
                [programs("notice_steps"), office.data, office.password, code, office.day],
                capture_output=True, text=True, check=True).stdout.split()
            if int(found) != people:
                raise RuntimeError(f"{found} people instead of {people}")
            count.add(float(counting))
            queue.add(float(queueing))
        rows += [count, queue]
    return rows
