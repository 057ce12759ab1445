# SPDX-License-Identifier: GPL-3.0-or-later
"""A clock that a test sets while programs run: libfaketime shows it to them."""

import glob
import os
from pathlib import Path


class FakeClock:
    def __init__(self, folder: Path) -> None:
        """The right time, until it is set."""
        self.file = folder / "clock"
        self.ahead_by(0)

    @staticmethod
    def library() -> str:
        """Empty where it is not installed."""
        return next(iter(glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")), "")

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "LC_ALL": "C.UTF-8", "LD_PRELOAD": self.library(), "FAKETIME_TIMESTAMP_FILE": str(self.file),
                "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}

    def ahead_by(self, seconds: int) -> None:
        fresh = self.file.with_suffix(".fresh")
        fresh.write_text(f"{seconds:+d}\n")
        fresh.replace(self.file)  # programs read it at any moment
