# SPDX-License-Identifier: GPL-3.0-or-later
"""The threat model put to the test: for each actor of packaging/SECURITY.md every test that is named there, so that attacks
stand in the one table of attacks and faults too."""

import asyncio
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checks import Checks

SOURCE = Path(__file__).resolve().parents[2]
MODEL = SOURCE / "packaging" / "SECURITY.md"
BROWSER = SOURCE / "tests" / "browser"
TEST = re.compile(r"`(tst_\w+(?:::\w+)?|[\w-]+\.test\.mjs)`")
TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped", re.MULTILINE)
PATIENCE = 900  # seconds for one of them


@dataclass
class Actor:
    name: str
    does_not_get: str
    shown_by: list[str]


@dataclass
class Outcome:
    passed: int
    failed: int
    skipped: int
    said: str


def actors() -> Iterator[Actor]:
    for line in MODEL.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if line.startswith("| ") and len(cells) == 5 and (tests := TEST.findall(cells[4])):
            yield Actor(cells[0], cells[3], tests)


async def output_of(*command: object, **environment: str) -> str:
    process = await asyncio.create_subprocess_exec(*map(str, command), env={**os.environ, **environment}, cwd=SOURCE,
                                                   stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT)
    try:
        said, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    except TimeoutError:
        process.kill()
        said, _ = await process.communicate()
    return said.decode(errors="replace")


async def program(build: Path, test: str) -> Outcome:
    name, _, function = test.partition("::")
    said = await output_of(build / "tests" / name, *([function] if function else []), QT_QPA_PLATFORM="offscreen",
                           TZ="America/St_Johns", LC_ALL="C.UTF-8")
    totals = TOTALS.search(said)
    return Outcome(*map(int, totals.groups()), said) if totals else Outcome(0, 1, 0, said)


async def browser_test(build: Path, test: str) -> Outcome:
    said = await output_of("node", "--test", f"--test-reporter={BROWSER}/support/reporter.mjs", BROWSER / test,
                           SHIRASE_BIN=str(build / "bin"))
    outcomes = Counter(json.loads(line)["outcome"] for line in said.splitlines() if line.startswith("{"))
    return Outcome(outcomes["passed"], outcomes["failed"] + (not outcomes), outcomes["skipped"], said)


async def threats(checks: Checks, build: Path) -> None:
    print(await output_of(BROWSER / "install"), end="")
    outcomes: dict[str, Outcome] = {}
    for actor in actors():
        for test in actor.shown_by:
            if test not in outcomes:
                run = browser_test if test.endswith(".mjs") else program
                outcomes[test] = await run(build, test)
            outcome = outcomes[test]
            checks.begin(actor.name, f"{outcome.passed + outcome.failed} tests")
            checks.check(f"{actor.name}: does not get {actor.does_not_get} (`{test}`)", outcome.passed > 0 and not outcome.failed,
                         outcome.said[-2000:])
    checks.begin("threats", "")
    checks.check("threats: the actors of packaging/SECURITY.md are found", len(outcomes) > 30, len(outcomes))
