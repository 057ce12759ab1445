# SPDX-License-Identifier: GPL-3.0-or-later
"""What programs and databases have said on their way must hold nobody's mail address: logs are kept for longer than
registrations (REQUIREMENTS D2). The browser tests look at their server's output in the same way, packaging/test at ctest's."""

import re
from collections.abc import Iterable
from pathlib import Path

from checks import Checks

ADDRESS = re.compile(r"[^\s\"'<>(]+(?:@|＠|%40)[^\s\"'<>)]+")  # as typed, in full width, or as a form sends it
DATABASE = "postgresql://"  # what its address says of its user is no person's
PLANTED = ["v17@visitor.example.jp", "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", "email=v17%40visitor.example.jp&agree=1", "RCPT TO:<a..b@docomo.ne.jp>"]


def addresses_in(lines: Iterable[str]) -> list[str]:
    return [found for line in lines for found in ADDRESS.findall(line) if not found.startswith(DATABASE)]


def search(checks: Checks, folder: Path) -> None:
    """In every log of a run: what its servers, its commands and its PostgreSQL have said."""
    logs = sorted(folder.rglob("*.log"))
    found: list[str] = []
    for log in logs:
        with open(log, encoding="utf-8", errors="replace") as lines:
            found += (f"{log.name}: {address}" for address in addresses_in(lines))
    print(f"     {len(logs)} logs, {sum(log.stat().st_size for log in logs):,} bytes")
    checks.check("no log holds a mail address", bool(logs) and not found, found[:5] or "there is no log")


def find_what_is_planted(checks: Checks) -> None:
    """The search itself sees an address in each of its forms."""
    checks.begin("logs", f"{len(PLANTED)} addresses")
    found = addresses_in(f"could not store ({text}) at {DATABASE}shirase@127.0.0.1:5432/shirase" for text in PLANTED)
    checks.check("an address that is planted is found", len(found) == len(PLANTED), found)
