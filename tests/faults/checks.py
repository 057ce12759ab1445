# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run has found out."""

from collections.abc import Iterator


class Checks:
    def __init__(self) -> None:
        self.passed = self.failed = self.skipped = 0
        self.fault, self.often = "", ""
        # (fault, how often, what must hold) → how often it was looked at, and how often it held; or why it was left out
        self.rows: dict[tuple[str, str, str], list[int] | str] = {}

    def begin(self, fault: str, often: str) -> None:
        """What is checked from now on is checked under this fault."""
        self.fault, self.often = fault, often

    def check(self, name: str, holds: bool, seen: object = "") -> None:
        self.passed += holds
        self.failed += not holds
        looked = self.rows.setdefault((self.fault, self.often, name), [0, 0])
        looked[0] += 1
        looked[1] += holds
        print(f"{'ok  ' if holds else 'FAIL'} {name}{'' if holds else f': {seen}'}", flush=True)

    def skip(self, name: str, why: str) -> None:
        self.skipped += 1
        self.rows[self.fault, self.often, name] = why
        print(f"skip {name}: {why}", flush=True)

    def table(self) -> Iterator[str]:
        """In Markdown."""
        yield "| attack or fault | how often | what must hold | result |"
        yield "|---|---|---|---|"
        for (fault, often, name), result in self.rows.items():
            if isinstance(result, str):
                outcome = f"not run: {result}"
            elif result[0] == result[1]:
                outcome = "holds" if result[0] == 1 else f"holds, {result[0]} times"
            else:
                outcome = f"BROKEN, {result[0] - result[1]} of {result[0]} times"
            yield f"| {fault} | {often} | {name.removeprefix(f'{fault}: ')} | {outcome} |"
