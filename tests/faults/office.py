# SPDX-License-Identifier: GPL-3.0-or-later
"""One installation of Shirase in a temporary folder, driven by shirasectl as staff would."""

import asyncio
import contextlib
import json
import os
import re
import sqlite3
import subprocess
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

JAPAN = timezone(timedelta(hours=9))


def megabytes(process: int, what: str) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.search(rf"{what}:\s+(\d+) kB", status)[1]) // 1024


class Office:
    def __init__(self, build: Path, folder: Path, databases: tuple[str, ...] = ()) -> None:
        """`databases`: options of the set-up, where it is not to be SQLite."""
        self.program = build / "bin" / "shirasectl"
        self.list_visitors = build / "tests" / "list_visitors"
        self.databases = databases
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8"}  # of its programs
        self.serve_under: list[str] = []  # a program that runs the server, such as prlimit
        self.logs = folder  # what its programs say, in files that logs.py searches
        self.register = build / "tests" / "register_visitors"
        self.data = folder / "data"
        self.password = folder / "password"
        self.serving: asyncio.subprocess.Process | None = None
        # Long enough ago that nobody can register for it any more.
        self.day = (datetime.now(JAPAN) - timedelta(days=2)).date().isoformat()

    def ctl(self, *arguments: str, staff: bool = False, memory: list[int] | None = None) -> dict:
        """Runs a command, which has to succeed. Adds its use of memory to `memory`, in MB and in order of time."""
        identity = ["--as", "admin", "--password-file", str(self.password)] if staff else []
        process = subprocess.Popen(
            [self.program, "--json", "--data", self.data, *arguments, *identity],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment)
        while memory is not None and process.poll() is None:
            with contextlib.suppress(TypeError, OSError):  # it has just ended
                memory.append(megabytes(process.pid, "VmRSS"))
            time.sleep(0.005)
        output, errors = process.communicate()
        self.log("commands", errors)
        if process.returncode != 0:
            raise RuntimeError(f"shirasectl {' '.join(arguments)}: {errors.decode()}")
        return json.loads(output) if output.strip() else {}

    @property
    def warnings(self) -> Path:
        """What the server has said on standard error."""
        return self.logs / "warnings.log"

    def log(self, name: str, said: bytes) -> None:
        with open(self.logs / f"{name}.log", "ab") as log:
            log.write(said)

    def found(self) -> None:
        self.password.write_text("unlock 42 blue herons\n")
        self.password.chmod(0o600)
        self.ctl("setup", "--admin", "admin", "--password-file", str(self.password), *self.databases)

    def set_up(self, port: int) -> None:
        self.found()
        for key, value in {"mail.url": f"smtp://127.0.0.1:{port}", "mail.from": "notice@shirase.example.jp",
                           "mail.quiet_hours": "none", "mail.transport": "smtp"}.items():
            self.ctl("config", "set", key, value, staff=True)

    def add_facility(self) -> str:
        return self.ctl("facility", "add", "--kind", "store", "--name", "札幌テスト食堂", "--contact-name", "高橋 はるか",
                        "--contact-email", "operator@example.jp", "--phone", "011-000-0101", "--postal-code", "060-0001",
                        "--address", "北海道札幌市中央区北一条西99丁目1番地")["code"]

    def register_visitors(self, addresses: list[str], day: str = "") -> str:
        """At a new facility, whose code is returned."""
        code = self.add_facility()
        subprocess.run([self.register, self.data, code, day or self.day], input="\n".join(addresses), text=True, check=True)
        return code

    def approved_notice(self, code: str, memory: list[int] | None = None) -> str:
        notice = str(self.ctl("notice", "draft", "--target", f"{code}@{self.day}", staff=True)["id"])
        self.ctl("notice", "approve", notice, staff=True, memory=memory)
        return notice

    def status(self, notice: str) -> dict:
        return self.ctl("notice", "status", notice)

    @contextlib.contextmanager
    def database(self, name: str = "shirase"):
        """SQLite's, of this name."""
        with contextlib.closing(sqlite3.connect(self.data / f"{name}.sqlite", timeout=30)) as database, database:
            yield database

    def number(self, sql: str, name: str = "shirase") -> int:
        with self.database(name) as database:
            return database.execute(sql).fetchone()[0]

    def visitors(self) -> list[str]:
        """The address of every visit that is stored."""
        return subprocess.run([self.list_visitors, self.data, self.password], check=True, capture_output=True,
                              text=True).stdout.split()

    async def serve(self) -> int:
        """Returns the port at which the server answers."""
        with open(self.warnings, "ab") as warnings:
            self.serving = await asyncio.create_subprocess_exec(
                *self.serve_under, self.program, "--data", self.data, "serve", "--listen", "127.0.0.1:0",
                stdout=asyncio.subprocess.PIPE, stderr=warnings, env=self.environment)
        line = await self.serving.stdout.readline()
        self.log("server", line)
        if not line.startswith(b"listening on "):
            raise RuntimeError("shirasectl serve did not start")
        return int(line.decode().rsplit(":", 1)[1])

    def largest_memory(self) -> int:
        """Of the server, in MB."""
        return megabytes(self.serving.pid, "VmHWM")

    async def stop(self) -> None:
        if self.serving:
            self.serving.terminate()
            await self.until_ended()

    async def kill(self) -> None:
        self.serving.kill()
        await self.until_ended()

    async def until_ended(self) -> None:
        serving, self.serving = self.serving, None
        self.log("server", await serving.stdout.read())
        await serving.wait()

    def let_lease_lapse(self) -> None:
        """As if the 15 s had passed that a killed sender's lease lasts."""
        with self.database() as database:
            database.execute("DELETE FROM lease WHERE name = 'sender'")

    def let_retries_be_due(self) -> None:
        """As if the pauses had passed after temporary refusals."""
        with self.database() as database:
            database.execute("UPDATE notice_recipient SET due_at = 0 WHERE state = 'waiting'")
