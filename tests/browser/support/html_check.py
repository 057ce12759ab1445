# SPDX-License-Identifier: GPL-3.0-or-later
"""html_check.py FILE: what a strict HTML parser finds wrong with pages. FILE is a JSON object of name → HTML; printed is
a JSON object of name → list of sentences, for the pages at fault only."""

import json
import sys
from pathlib import Path

import html5lib
from html5lib.constants import E


def faults(html: str) -> list[str]:
    parser = html5lib.HTMLParser()
    parser.parse(html)
    return [f"line {position[0]}: {E[code] % values}" for position, code, values in parser.errors]


pages = {name: faults(html) for name, html in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")).items()}
json.dump({name: found for name, found in pages.items() if found}, sys.stdout)
