# SPDX-License-Identifier: GPL-3.0-or-later
"""Half an hour of all that happens in a year: visitors, operators and readers come without a pause, notices are sent, people
are erased, backups are made, while the server is killed and restarted, the relay goes away and its clock jumps."""

import asyncio
import contextlib
import itertools
import random
import statistics
import time
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

from audit import Journal, audit
from checks import Checks
from fake_clock import FakeClock
from office import JAPAN, Office, megabytes
from registrations import ready
from sink import Faults, Sink
from visitors import Visitors

CONNECTIONS = 4  # the setting's default
JUMP = 3600  # seconds that the clock is ahead for a while: every scan of before is over then
PAGES = ["/", "/faq", "/faq/operators", "/terms", "/privacy", "/facilities/new", "/nowhere"]


@dataclass
class Traffic:
    """Everybody who uses the web. What they are told goes into the journal."""

    visitors: Visitors
    journal: Journal
    dice: random.Random
    port: int = 0
    operators: itertools.count = field(default_factory=itertools.count)

    async def again_and_again(self, who, pause: float) -> None:
        while True:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, OSError, asyncio.TimeoutError):
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
                try:
                    await asyncio.wait_for(who(reader, writer), 30)
                finally:
                    writer.transport.abort()
            await asyncio.sleep(self.dice.expovariate(1 / pause))

    async def visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        token = await self.visitors.fresh_token(reader, writer)
        address = f"v{next(self.visitors.numbers)}@visitor.example.jp"
        self.journal.note("sent", address=address)
        if await self.visitors.register(reader, writer, token, address) != 303:
            return
        visit = self.visitors.head.split(b"Location: ", 1)[1].split(b"\r\n", 1)[0].decode().split("?")[0]
        self.journal.note("registered", address=address)
        if self.dice.random() < 0.05:
            self.journal.note("erasure asked", address=address)
            if await self.visitors.ask(reader, writer, f"POST {visit}/erase", "erase=1") == 200:
                self.journal.note("erased", address=address)
        elif self.dice.random() < 0.3:
            await self.visitors.ask(reader, writer, f"GET {visit}")

    async def read(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for page in self.dice.sample(PAGES, 3):
            await self.visitors.ask(reader, writer, f"GET {page}")

    async def operate(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        number = next(self.operators)
        address = f"operator{number}@operator.example.jp"
        token = await self.visitors.fresh_token(reader, writer, "/facilities/new")
        self.journal.note("operators asked", address=address)
        form = {"token": token, "kind": "store", "name": f"店{number}", "contact_name": "高橋 はるか", "contact_email": address,
                "phone": "011-000-0101", "postal_code": "060-0001", "address": f"北海道札幌市中央区北一条西{number}丁目",
                "agree": "1", "lang": "en"}
        if await self.visitors.ask(reader, writer, "POST /facilities/new", urlencode(form)) in (200, 303):
            self.journal.note("operators", address=address)

    def begin(self) -> list[asyncio.Task]:
        return [asyncio.create_task(self.again_and_again(who, pause))
                for who, pause, many in ((self.visit, 0.4, 8), (self.read, 0.5, 2), (self.operate, 5, 1))
                for _ in range(many)]


@dataclass
class Use:
    """What the server has used, over one life."""

    memory: list[int] = field(default_factory=list)  # MB
    handles: list[int] = field(default_factory=list)

    async def watch(self, office: Office) -> None:
        while True:
            with contextlib.suppress(OSError, AttributeError, TypeError):  # it has just ended
                process = office.serving.pid
                handles = len(list(Path(f"/proc/{process}/fd").iterdir()))
                self.memory.append(megabytes(process, "VmRSS"))
                self.handles.append(handles)
            await asyncio.sleep(1)

    @staticmethod
    def quarters(values: list[int]) -> tuple[float, float]:
        """Medians of the second quarter, when it has warmed up, and of the last."""
        quarter = len(values) // 4
        return statistics.median(values[quarter:2 * quarter]), statistics.median(values[-quarter:])


class Course:
    """What happens to the server meanwhile, by the clock of the run."""

    def __init__(self, office: Office, sink: Sink, clock: FakeClock, traffic: Traffic, journal: Journal, seconds: float,
                 dice: random.Random) -> None:
        self.office, self.sink, self.clock, self.traffic, self.journal = office, sink, clock, traffic, journal
        self.seconds, self.dice = seconds, dice
        self.backup, self.keys = office.data.parent / "soak.backup", office.data.parent / "soak.keys"
        self.smtp_port = 0
        self.backups = 0
        self.notices: list[str] = []

    async def ctl(self, *arguments: str, staff: bool = False) -> dict:
        """Somebody at the command line meets a server that is busy: what is refused for that is tried again."""
        for tries in itertools.count():
            try:
                return await asyncio.to_thread(self.office.ctl, *arguments, staff=staff)
            except RuntimeError:
                if tries == 5:
                    raise
                await asyncio.sleep(1)

    async def start(self) -> None:
        self.traffic.port = await self.office.serve()

    async def restart(self) -> None:
        if self.dice.random() < 0.5:
            self.journal.note("kill")
            await self.office.kill()
        else:
            await self.office.stop()
        await self.start()

    async def relay_outage(self) -> None:
        self.journal.note("outage")
        self.sink.leave()
        await asyncio.sleep(self.dice.uniform(0.5, 1.5) * min(10, self.seconds / 40))
        await self.sink.listen(self.smtp_port)

    async def back_up(self) -> None:
        await self.ctl("backup", str(self.backup), "--keys", str(self.keys))
        self.backups += 1

    async def clock_jumps(self) -> None:
        self.clock.ahead_by(JUMP)
        await asyncio.sleep(min(60, self.seconds / 20))
        self.clock.ahead_by(0)

    async def send_notice(self) -> None:
        await self.ctl("notice", "send", self.notices.pop(), staff=True)

    async def erase_old(self) -> None:
        day = (date.fromisoformat(self.office.day) - timedelta(days=100)).isoformat()
        old = [f"old{i}@visitor.example.jp" for i in range(200)]
        self.journal.note("old", addresses=old)
        await asyncio.to_thread(self.office.register_visitors, old, day)
        try:
            await asyncio.to_thread(self.office.ctl, "erase")
        except RuntimeError as refusal:  # the clock was ahead for a while: somebody has to say that it is right now
            if "clock" not in str(refusal):
                raise
            await self.ctl("erase", "--as-of", datetime.now(JAPAN).date().isoformat())

    def plan(self) -> list[tuple[float, object]]:
        """When, as a part of the time. The last two fifths are one life, so that growth shows."""
        restarts = max(4, int(self.seconds / 60))
        plan = [(0.6 * (i + self.dice.random()) / restarts, self.restart) for i in range(restarts)]
        for when, what in ((0.05, self.send_notice), (0.62, self.send_notice), (0.3, self.erase_old), (0.7, self.erase_old),
                           (0.4, self.clock_jumps), (0.8, self.clock_jumps)):
            plan.append((when, what))
        outages = max(4, int(self.seconds / 120))
        plan += [((i + self.dice.random()) / outages * 0.95, self.relay_outage) for i in range(outages)]
        plan += [(when, self.back_up) for when in (0.15, 0.35, 0.55, 0.75, 0.9)]
        return sorted(plan, key=lambda event: event[0])

    async def run(self, use: Use) -> None:
        began = time.monotonic()
        watching = None
        for when, what in self.plan():
            if when > 0.6 and not watching:
                watching = asyncio.create_task(use.watch(self.office))
            await asyncio.sleep(max(0, began + when * self.seconds - time.monotonic()))
            print(f"     {time.monotonic() - began:.0f} s: {what.__name__.replace('_', ' ')}", flush=True)
            await what()
        await asyncio.sleep(max(0, began + self.seconds - time.monotonic()))
        watching.cancel()


async def drained(office: Office, patience: float) -> bool:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if office.number("SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM notice WHERE state = 'sending')") == 0:
            return True
        await asyncio.sleep(1)
    return False


def prepare(office: Office, journal: Journal, number: int) -> list[str]:
    """Two notices that are approved, each for as many people."""
    notices = []
    for notice in ("first", "second"):
        people = [f"{notice}{i}@{i % 8}.example.jp" for i in range(number)]
        journal.note("notified", addresses=people)
        notices.append(office.approved_notice(office.register_visitors(people)))
    return notices


def judge_growth(checks: Checks, use: Use) -> None:
    (warm, last), (few, many) = use.quarters(use.memory), use.quarters(use.handles)
    print(f"     memory {warm:.0f} → {last:.0f} MB, handles {few:.0f} → {many:.0f}, over {len(use.memory)} s of one life")
    checks.check("memory does not grow", last <= warm * 1.05 + 4, (warm, last))
    checks.check("handles do not become more", many <= few + 8, (few, many))


def judge_backup(checks: Checks, office: Office, course: Course, folder: Path) -> None:
    code = folder / "code"
    code.write_text(office.ctl("staff", "recovery-code", staff=True)["recovery_code"])
    office.ctl("backup", str(course.backup), "--keys", str(course.keys))
    shown = office.ctl("restore", str(course.backup), "--keys", str(course.keys), "--recovery-file", str(code), "--dry-run")
    checks.check("the last backup holds every visit", shown["visits"] == office.number("SELECT count(*) FROM visit"), shown)


async def soak(checks: Checks, build: Path, folder: Path, minutes: float, seed: int) -> None:
    if not FakeClock.library():
        checks.skip("soak", "libfaketime is not installed")
        return
    dice = random.Random(seed)
    clock = FakeClock(folder)
    office = Office(build, folder)
    office.environment = clock.environment
    sink = Sink(Faults(closing=400, dropped=400, lost=400), random.Random(seed + 1))
    journal = Journal(folder / "journal.jsonl")
    port = await sink.listen()
    office.set_up(port)
    visitors = ready(office, founded=True)
    notices = prepare(office, journal, 500 if minutes < 10 else 5_000)
    traffic = Traffic(visitors, journal, dice)
    course = Course(office, sink, clock, traffic, journal, minutes * 60, dice)
    course.smtp_port, course.notices = port, notices
    use = Use()
    try:
        await course.start()
        coming = traffic.begin()
        await course.run(use)
        for task in coming:
            task.cancel()
        clock.ahead_by(JUMP)  # nothing waits for a time that has not come
        checks.check("the queue empties by itself", await drained(office, 120))
        await office.stop()
        print(f"     {len(visitors.confirmed)} registered, {len(visitors.sent)} sent; answers {dict(visitors.answers)}; "
              f"{journal.count('kill')} kills, {journal.count('outage')} outages, {course.backups} backups")
        checks.check("visitors were at work", len(visitors.confirmed) > 100 * minutes, len(visitors.confirmed))
        bound = CONNECTIONS * (journal.count("kill") + journal.count("outage")) + sink.happened["lost"]
        audit(checks, office, journal, sink.taken, bound)
        judge_growth(checks, use)
        judge_backup(checks, office, course, folder)
    finally:
        await office.stop()
