# SPDX-License-Identifier: GPL-3.0-or-later
"""A PostgreSQL of a test's own."""

import contextlib
import os
import shutil
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[1] / "support" / "postgresql"


class PostgreSql:
    def __init__(self, folder: Path, options: str = "") -> None:
        """Options as in "-c fsync=on"."""
        self.file = folder / "postgresql"
        self.environment = {**os.environ, "POSTGRESQL_OPTIONS": options}

    def __enter__(self) -> "PostgreSql":
        self.run("start")
        self.url = self.file.read_text().split("\n")[0]
        self.options = self.made("shirase", "vault")
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(FileNotFoundError):  # stop removes it
            shutil.copy(self.log, self.file.with_suffix(".log"))
        self.run("stop")

    @property
    def log(self) -> Path:
        return Path(self.file.read_text().split("\n")[1]) / "server.log"

    def run(self, command: str) -> None:
        """start, stop, crash (as after a power cut), again, and what else tests/support/postgresql says."""
        subprocess.run([SCRIPT, command, self.file], check=True, stdout=subprocess.DEVNULL, env=self.environment)

    def at(self, name: str) -> str:
        return self.url.removesuffix("postgres") + name

    def made(self, main: str, vault: str) -> tuple[str, ...]:
        """Makes two databases, which are empty; returns the options that make Shirase use them."""
        for name in (main, vault):
            self.sql(f"CREATE DATABASE {name}", "postgres")
        return "--database", self.at(main), "--vault", self.at(vault)

    def sql(self, statement: str, database: str = "shirase") -> str:
        return subprocess.run(["psql", self.at(database), "--quiet", "--tuples-only", "--no-align", "--command", statement],
                              check=True, capture_output=True, text=True).stdout.strip()
