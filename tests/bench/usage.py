# SPDX-License-Identifier: GPL-3.0-or-later
"""What processes have used, as Linux counts it."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from programs import PostgreSql, Server


@dataclass
class Usage:
    written: int  # bytes that were handed to the disk
    seconds: float  # of a processor, in the program and in the system

    def __sub__(self, before: "Usage") -> "Usage":
        return Usage(self.written - before.written, self.seconds - before.seconds)

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(self.written + other.written, self.seconds + other.seconds)


def of_process(process: int) -> Usage:
    io = dict(line.split(": ") for line in Path(f"/proc/{process}/io").read_text().splitlines())
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return Usage(int(io["write_bytes"]), (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"))


def processes_of(database: PostgreSql) -> list[int]:
    folder = Path(database.file.read_text().split("\n")[1])
    master = subprocess.run(["head", "-1", folder / "data" / "postmaster.pid"], capture_output=True, text=True, check=True)
    children = subprocess.run(["ps", "--no-headers", "-o", "pid", "--ppid", master.stdout.strip()], capture_output=True,
                              text=True, check=True).stdout
    return [int(child) for child in children.split()]


def now(server: Server, database: PostgreSql | None = None) -> Usage:
    """Of the server, with the database's processes where that is another program."""
    sum_ = of_process(server.process)
    for process in processes_of(database) if database else []:
        try:
            sum_ += of_process(process)
        except FileNotFoundError:  # it has just ended
            continue
    return sum_
