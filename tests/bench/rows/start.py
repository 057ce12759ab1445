# SPDX-License-Identifier: GPL-3.0-or-later
"""How long it takes from the start of the server until a visitor has the page, in a full database."""

import time
import urllib.request

import full
from measure import Row, at_most
from programs import scratch, shirase, write_scans
from rows import Scale

TARGETS = full.TARGETS


def run(scale: Scale) -> list[Row]:
    row = Row(f"start of shirasectl serve with {scale.visits:,} visits, until the first page is there", "ms", goal=at_most(150))
    office = full.on_sqlite(scale.visits, scale.people).office
    with scratch() as folder:
        code = write_scans(office, 1, folder / "scans").read_text().split()[0]
    for _ in range(scale.starts):
        started = time.perf_counter()
        with shirase(office) as server, urllib.request.urlopen(f"{server.url}/f/{code}") as page:
            page.read()
            row.add((time.perf_counter() - started) * 1000)
    return [row]
