# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff wait for at their window: its start, the search of facilities, posters."""

import re

from measure import Row, at_most
from programs import output_with_window
from rows import Scale

TARGETS = {"bench_window_start", "bench_facility_search", "bench_poster_batch"}


def run(scale: Scale) -> list[Row]:
    visits = min(scale.visits, 5_000_000)
    started = Row(f"window with {scale.facilities:,} facilities and {visits:,} visits: from the process until its log-in can "
                  "be used", "ms", goal=at_most(1000))
    filled = Row("window: from the log-in until the dashboard is filled", "ms")
    keystroke = Row(f"search of {scale.facilities:,} facilities: a keystroke, p95 of each order", "ms", goal=at_most(50))
    head = Row("search in the window's head, of 10,000 notices too: a keystroke, p95", "ms", goal=at_most(50))
    posters = Row(f"{scale.posters:,} posters as one PDF, each size", "s", goal=at_most(60))
    window = output_with_window("window_start", scale.facilities, visits, scale.starts)
    for row, name in ((started, "LOG-IN USABLE"), (filled, "DASHBOARD FILLED")):
        row.add(float(re.search(rf"{name}\s+median (\d+) ms", window)[1]))
    search = output_with_window("facility_search", scale.facilities)
    keystroke.values = [float(p95) for p95 in re.findall(r"a keystroke p50 \S+ ms, p95 (\S+) ms", search)]
    head.add(float(re.search(r"a letter p50 \S+ ms, p95 (\S+) ms", search)[1]))
    posters.values = [float(took) for took in
                      re.findall(r"posters in (\S+) s", output_with_window("poster_batch", scale.posters))]
    return [started, filled, keystroke, head, posters]
