# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run has found out."""


class Checks:
    def __init__(self) -> None:
        self.passed = self.failed = self.skipped = 0

    def check(self, name: str, holds: bool, seen: object = "") -> None:
        self.passed += holds
        self.failed += not holds
        print(f"{'ok  ' if holds else 'FAIL'} {name}{'' if holds else f': {seen}'}", flush=True)

    def skip(self, name: str, why: str) -> None:
        self.skipped += 1
        print(f"skip {name}: {why}", flush=True)
