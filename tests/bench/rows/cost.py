# SPDX-License-Identifier: GPL-3.0-or-later
"""How many instructions a registration costs the web server's thread, in an empty database and in a full one."""

import re
import subprocess
from pathlib import Path

import full
from measure import Row, at_most
from programs import NO_RELAY, Office, new_office, register, scratch, serving, write_scans
from rows import Scale

TARGETS = full.TARGETS


def totals(folder: Path) -> list[int]:
    """By thread."""
    return [int(re.search(r"^totals: (\d+)", file.read_text(), re.MULTILINE)[1]) for file in folder.glob("counts*-*")]


def instructions(office: Office, scans: Path, seconds: float, folder: Path, who: str) -> float:
    folder.mkdir()
    callgrind = ["valgrind", "--tool=callgrind", "--instr-atstart=no", "--separate-threads=yes", "--quiet",
                 f"--callgrind-out-file={folder}/counts"]
    with serving(*callgrind, office.program, "--data", office.data, "serve", "--listen", "127.0.0.1:0") as server:
        register(server, 2, scans, f"{who}warm")
        switch = ["callgrind_control", str(server.process)]
        subprocess.run([*switch, "--instr=on"], check=True, stdout=subprocess.DEVNULL)
        number = register(server, seconds, scans, who).number
        subprocess.run([*switch, "--instr=off"], check=True, stdout=subprocess.DEVNULL)
    return max(totals(folder)) / number  # under this load the busiest thread is the web's


def run(scale: Scale) -> list[Row]:
    row = Row(f"instructions of a registration with {scale.visits:,} visits, SQLite", "k", peer="empty", goal=at_most(1.15))
    with scratch() as folder:
        filled = full.on_sqlite(scale.visits, scale.people).office
        empty = new_office(folder, NO_RELAY)
        for turn in range(min(scale.rounds, 3)):
            counts = [instructions(office, write_scans(office, 100_000, folder / "scans"), scale.counting,
                                   folder / f"{name}{turn}", f"i{turn}v") / 1000
                      for name, office in (("filled", filled), ("empty", empty))]
            row.add(*counts)
        full.forget_today(filled)
    return [row]
