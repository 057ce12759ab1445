# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff wait for at their window: its start, the search of facilities, posters."""

import re

from measure import Row
from programs import at_a_display, programs
from rows import Scale

TARGETS = {"bench_window_start", "bench_facility_search", "bench_poster_batch"}


def output_of(program: str, *arguments: object) -> str:
    return at_a_display(programs(program), *arguments)


def run(scale: Scale) -> list[Row]:
    started = Row("window: from the process until its log-in can be used (median of the starts)", "ms")
    filled = Row("window: from the log-in until the dashboard is filled", "ms")
    keystroke = Row(f"search of {scale.facilities:,} facilities: a keystroke, p95 of each order", "ms")
    head = Row("search in the window's head, of 10,000 notices too: a keystroke, p95", "ms")
    posters = Row("100 posters as PDF, each size", "s")
    window = output_of("window_start", scale.facilities, min(scale.visits, 5_000_000), scale.starts)
    for row, name in ((started, "LOG-IN USABLE"), (filled, "DASHBOARD FILLED")):
        row.add(float(re.search(rf"{name}\s+median (\d+) ms", window)[1]))
    search = output_of("facility_search", scale.facilities)
    keystroke.values = [float(p95) for p95 in re.findall(r"a keystroke p50 \S+ ms, p95 (\S+) ms", search)]
    head.add(float(re.search(r"a letter p50 \S+ ms, p95 (\S+) ms", search)[1]))
    posters.values = [float(took) for took in re.findall(r"posters in (\S+) s", output_of("poster_batch", 100))]
    return [started, filled, keystroke, head, posters]
