# SPDX-License-Identifier: GPL-3.0-or-later
"""tests/fuzz/run as one of the faults, so that there is one table of all."""

import asyncio
import re
from pathlib import Path

from checks import Checks

PROGRAM = Path(__file__).resolve().parents[1] / "fuzz" / "run"
ROW = re.compile(r"^\| (?P<fault>[^|]+) \| (?P<often>[^|]+) \| (?P<holds>[^|]+) \| (?P<result>[^|]+) \|$")


async def fuzz(checks: Checks, seconds: int) -> None:
    running = await asyncio.create_subprocess_exec(PROGRAM, str(seconds), stdout=asyncio.subprocess.PIPE,
                                                   stderr=asyncio.subprocess.STDOUT)
    targets, last = 0, ""
    async for line in running.stdout:
        last = line.decode().rstrip()
        row = ROW.match(last)
        if row and row["fault"].startswith("fuzz "):
            checks.begin(row["fault"], row["often"])
            checks.check(f"{row['fault']}: {row['holds']}", row["result"] == "holds", row["result"])
            targets += 1
    await running.wait()
    checks.begin("fuzz", "")
    checks.check("the fuzz targets are built and run", targets > 0, last)
