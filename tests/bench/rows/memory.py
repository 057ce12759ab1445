# SPDX-License-Identifier: GPL-3.0-or-later
"""How much memory the server takes, before and after many registrations, and the window with many facilities."""

import re
import subprocess

from measure import Row, at_most
from programs import NO_RELAY, new_office, output_with_window, register, scratch, shirase, write_scans
from rows import Scale

TARGETS = {"shirasectl", "bench_scan_tokens", "bench_window_start"}
SECONDS = 60  # of each load: each begins with the same scans, and one scan is for five people at most


def of_server(scale: Scale) -> list[Row]:
    idle = Row("memory (PSS) of shirasectl serve, after one page", "MB", goal=at_most(40))
    after = Row(f"memory (PSS) after {scale.registrations:,} registrations", "MB", goal=at_most(80))
    with scratch() as folder:
        office = new_office(folder, NO_RELAY)
        scans = write_scans(office, scale.registrations, folder / "scans")
        for _ in range(scale.rounds):
            with shirase(office) as server:
                subprocess.run(["curl", "--silent", "--fail", "--output", "/dev/null", server.url], check=True)
                idle.add(server.memory())
        with shirase(office) as server:
            done = 0
            while done < scale.registrations:
                done += register(server, SECONDS, scans, f"m{done}v").number
            after.add(server.memory())
    return [idle, after]


def of_window(scale: Scale) -> Row:
    window = Row(f"memory (PSS) of the window with {scale.facilities:,} facilities", "MB", goal=at_most(150))
    output = output_with_window("window_start", scale.facilities, 100_000, scale.rounds)
    window.values = [float(value) for value in re.findall(r"^PSS: (.+) MB", output, re.MULTILINE)]
    return window


def run(scale: Scale) -> list[Row]:
    return [*of_server(scale), of_window(scale)]
