# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether visitors notice that a day is erased while they register."""

import itertools
import statistics
import subprocess
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import full
from measure import Row, at_least, at_most
from programs import JAPAN, NO_RELAY, Office, Server, new_office, register, scratch, shirase, write_scans
from rows import Scale

TARGETS = full.TARGETS
PAUSE = 63  # ms: with the answer's time it makes some 1,000 registrations a second over 64 connections
SECONDS = 4  # of each load; an erasure takes several
SCANS = 5_000  # more than a load uses


def day_of_erasure(office: Office, last: date) -> str:
    """The first day on which that one is to be erased."""
    day = last + timedelta(days=58)
    while date.fromisoformat(office.ctl("erase", "--as-of", day.isoformat(), "--dry-run")["until"]) < last:
        day += timedelta(days=1)
    return day.isoformat()


def while_erasing(office: Office, server: Server, scans: Iterator[Path], day: str, who: str) -> tuple[list, float]:
    """The loads that the erasure has met, and how many seconds it took."""
    started = time.perf_counter()
    erasing = subprocess.Popen([office.program, "--data", office.data, "erase", "--as-of", day], stdout=subprocess.DEVNULL)
    loads = []
    while erasing.poll() is None:
        loads.append(register(server, SECONDS, next(scans), f"{who}{len(loads)}v", PAUSE))
    took = time.perf_counter() - started
    if erasing.returncode:
        raise RuntimeError("the erasure failed")
    return loads[:-1] or loads, took  # the last one outlived it


def run(scale: Scale) -> list[Row]:
    slowest = Row(f"registrations, p99, while {scale.day:,} visits are erased", "ms", goal=at_most(50))
    rate = Row("registrations meanwhile", "/s", peer="without an erasure", goal=at_least(0.9))
    taken = Row("the erasure", "s")
    with scratch() as folder:
        office = new_office(folder, NO_RELAY)
        full.fill(office, scale.day * scale.rounds, scale.rounds)
        # Several for each, in turn: a scan lets no more than a family register.
        scans = itertools.cycle([write_scans(office, SCANS, folder / f"scans{number}") for number in range(10 * scale.rounds)])
        first = datetime.now(JAPAN).date() - timedelta(days=scale.rounds)
        with shirase(office) as server:
            for turn in range(scale.rounds):
                before = register(server, SECONDS, next(scans), f"b{turn}v", PAUSE)
                day = day_of_erasure(office, first + timedelta(days=turn))
                loads, took = while_erasing(office, server, scans, day, f"e{turn}n")
                slowest.add(max(load.p99 for load in loads))
                rate.add(statistics.mean(load.rate for load in loads), before.rate)
                taken.add(took)
    return [slowest, rate, taken]
