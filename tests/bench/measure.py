# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run has measured: rows of values, a table and JSON of them, and on what machine it was."""

import json
import os
import platform
import re
import statistics
import subprocess
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]


@dataclass
class Goal:
    """Of the ratio where there is a peer, else of the value."""
    limit: float
    at_least: bool

    def holds(self, value: float) -> bool:
        return value >= self.limit if self.at_least else value <= self.limit


def at_least(limit: float) -> Goal:
    return Goal(limit, True)


def at_most(limit: float) -> Goal:
    return Goal(limit, False)


@dataclass
class Row:
    what: str
    unit: str
    values: list[float] = field(default_factory=list)
    peer: str = ""  # what was measured beside it, each value in the same round
    peer_values: list[float] = field(default_factory=list)
    goal: Goal | None = None

    def add(self, value: float, peer_value: float | None = None) -> None:
        self.values.append(value)
        if peer_value is not None:
            self.peer_values.append(peer_value)

    @property
    def ratios(self) -> list[float]:
        return [value / beside for value, beside in zip(self.values, self.peer_values) if beside]

    @property
    def judged(self) -> list[float]:
        return self.ratios if self.peer else self.values


def number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}" if abs(value) < 1 else f"{value:.1f}"


def middle(values: list[float], unit: str = "") -> str:
    """The median, and the smallest and largest value where there are several."""
    if not values:
        return ""
    text = f"{number(statistics.median(values))} {unit}".strip()
    return text if len(values) == 1 else f"{text} ({number(min(values))}–{number(max(values))})"


def verdict(row: Row) -> str:
    if not row.goal or not row.judged:
        return ""
    kept = row.goal.holds(statistics.median(row.judged))
    sign, factor = "≥" if row.goal.at_least else "≤", " ×" if row.peer else f" {row.unit}"
    return f"{sign} {number(row.goal.limit)}{factor}: {'yes' if kept else '**no**'}"


def table(rows: list[Row]) -> str:
    lines = ["| what | Shirase | beside it | ratio | goal | rounds |", "|---|---:|---:|---:|---|---:|"]
    for row in rows:
        beside = f"{row.peer}: {middle(row.peer_values, row.unit)}" if row.peer else ""
        lines.append(f"| {row.what} | {middle(row.values, row.unit)} | {beside} | {middle(row.ratios)} | {verdict(row)} "
                     f"| {len(row.values)} |")
    return "\n".join(lines)


def first_line(*command: str) -> str:
    try:
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return output.strip().splitlines()[0]
    except (OSError, IndexError, subprocess.CalledProcessError):
        return "unknown"


def debian() -> str:
    found = re.search(r'^PRETTY_NAME="(.*)"', Path("/etc/os-release").read_text(), re.MULTILINE)
    return found[1] if found else platform.system()


def processor() -> str:
    found = re.search(r"^model name\s*: (.*)", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return found[1] if found else platform.machine()


def memory() -> int:
    """Of this machine, in GB."""
    return round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9)


def disk(folder: Path) -> str:
    return first_line("findmnt", "--noheadings", "--output", "FSTYPE", "--target", str(folder))


def seconds_to_disk(folder: Path, times: int = 50) -> float:
    """What an fsync of 4 KB takes: the median of some, in seconds."""
    path, took = folder / "fsync", []
    with open(path, "wb") as file:
        for _ in range(times):
            file.write(bytes(4096))
            file.flush()
            started = time.perf_counter()
            os.fsync(file.fileno())
            took.append(time.perf_counter() - started)
    path.unlink()
    return statistics.median(took)


def machine(folder: Path) -> dict:
    return {
        "date": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()),
        "commit": first_line("git", "-C", str(SOURCE), "describe", "--always", "--dirty"),
        "system": debian(),
        "kernel": platform.release(),
        "processor": f"{os.cpu_count()} × {processor()}",
        "memory_gb": memory(),
        "file_system": disk(folder),
        "fsync_ms": round(seconds_to_disk(folder) * 1000, 2),
        "load_before": round(os.getloadavg()[0], 2),
        "node": first_line("node", "--version"),
        "qt": first_line("qmake6", "-query", "QT_VERSION"),
    }


def about(described: dict) -> str:
    return ("{date}, commit {commit}: {system}, Linux {kernel}, {processor}, {memory_gb} GB, data on {file_system} where an "
            "fsync takes {fsync_ms} ms; Qt {qt}, Node.js {node}; load before the run {load_before}.").format(**described)


def save(path: Path, described: dict, rows: list[Row]) -> None:
    content = {"machine": described, "rows": [asdict(row) | {"ratios": row.ratios} for row in rows]}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
