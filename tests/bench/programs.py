# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that are measured, and those that measure them."""

import contextlib
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "tests" / "faults"))

from databases import PostgreSql  # noqa: E402
from office import JAPAN, Office  # noqa: E402

BENCH = SOURCE / "tests" / "bench"
PEERS = BENCH / "peers"
RELEASE = SOURCE / "build" / "release"
FACILITIES = 1000
CONNECTIONS = 64
NO_RELAY = 9  # the port of "discard": nothing listens there today, and mail stays in the queue


def is_for_debugging(folder: Path) -> bool:
    """Whether somebody has given the build in a folder another optimisation than the preset's."""
    cache = folder / "CMakeCache.txt"
    return cache.exists() and not re.search(r"^CMAKE_CXX_FLAGS_RELWITHDEBINFO:STRING=.*-O2", cache.read_text(), re.MULTILINE)


BUILD = SOURCE / "build" / "bench" if is_for_debugging(RELEASE) else RELEASE


def programs(name: str) -> Path:
    return BUILD / "tests" / "bench" / name


def output_with_window(name: str, *arguments: object) -> str:
    """Of a program with windows, on a screen of its own: what a window of a clerk costs, painting included."""
    return subprocess.run(["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1920x1200x24", programs(name),
                           *map(str, arguments)], capture_output=True, text=True, check=True,
                          env={**os.environ, "QT_QPA_PLATFORM": "xcb"}).stdout


def is_optimised() -> bool:
    about = subprocess.run([programs("instructions"), "about"], capture_output=True, text=True, check=True).stdout
    return "not optimised" not in about


def build(targets: set[str]) -> None:
    """With the release preset: in its folder, or in one of our own where that has been configured for debugging."""
    subprocess.run(["cmake", "--preset", "release", "-B", BUILD], cwd=SOURCE, check=True, stdout=sys.stderr)
    subprocess.run(["cmake", "--build", BUILD, "--target", "bench_instructions", *sorted(targets)], check=True,
                   stdout=sys.stderr)
    if not is_optimised():
        raise SystemExit(f"{BUILD} is not optimised; please remove it.")


def install_peers() -> None:
    subprocess.run([SOURCE / "tests" / "browser" / "install", PEERS], check=True)
    package = PEERS / "node_modules" / "better-sqlite3"
    if not list(package.glob("build/Release/*.node")):
        if not Path("/usr/include/node/node.h").exists():
            raise SystemExit("To build better-sqlite3, Node.js's headers are needed (on Debian: libnode-dev).")
        subprocess.run(["node", PEERS / "node_modules" / "node-gyp" / "bin" / "node-gyp.js", "rebuild", "--release",
                        "--nodedir=/usr", "-C", package], check=True, stdout=sys.stderr, stderr=subprocess.STDOUT)


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """Beside the programs, so that it lies on a disk: /tmp may be memory, where an fsync costs nothing."""
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        yield Path(folder)


@dataclass
class Server:
    url: str
    process: int

    def memory(self) -> float:
        """PSS, in MB."""
        for line in Path(f"/proc/{self.process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
        raise RuntimeError("no PSS")


@contextlib.contextmanager
def serving(*command: str | Path) -> Iterator[Server]:
    """Runs a program that says "listening on URL" on its first line."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    try:
        line = process.stdout.readline()
        if not line.startswith("listening on "):
            raise RuntimeError(f"{command[0]} did not start")
        yield Server(line.split()[-1], process.pid)
    finally:
        process.terminate()
        process.wait()


def shirase(office: Office) -> contextlib.AbstractContextManager[Server]:
    return serving(office.program, "--data", office.data, "serve", "--listen", "127.0.0.1:0")


def hello() -> contextlib.AbstractContextManager[Server]:
    return serving(programs("hello"))


def hello_stored(folder: Path, *how: str) -> contextlib.AbstractContextManager[Server]:
    """@param how: "sealed", or nothing."""
    return serving(programs("hello_stored"), folder / "hello.sqlite", *how)


def fastify(folder: Path) -> contextlib.AbstractContextManager[Server]:
    return serving("node", PEERS / "fastify.mjs", folder / "fastify.sqlite")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextlib.contextmanager
def mail_sink() -> Iterator[int]:
    """Postfix's smtp-sink; yields its port."""
    port = free_port()
    as_nobody = ["-u", "nobody"] if os.getuid() == 0 else []
    sink = subprocess.Popen(["/usr/sbin/smtp-sink", *as_nobody, f"127.0.0.1:{port}", "1000"])
    try:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=0.05):
                break
        yield port
    finally:
        sink.terminate()
        sink.wait()


def new_office(folder: Path, port: int, databases: tuple[str, ...] = ()) -> Office:
    """Set up, with mail to that port, and no limit in the way of visitors who all come from one address."""
    office = Office(BUILD, folder, databases)
    office.set_up(port)
    office.ctl("config", "set", "limits.per_network_per_minute", "1000000", staff=True)
    return office


def write_scans(office: Office, number: int, path: Path) -> Path:
    """Scans for wrk; also lets the office have its facilities."""
    with open(path, "w") as file:
        subprocess.run([programs("scan_tokens"), office.data, str(FACILITIES), str(number)], stdout=file, check=True)
    return path


@dataclass
class Load:
    """What wrk has seen."""
    rate: float  # answers a second
    p50: float  # ms
    p99: float
    number: int


def wrk(server: Server, seconds: float, scans: Path, who: str, pause: int) -> Load:
    output = subprocess.run(["wrk", "--threads", "1", "--connections", str(CONNECTIONS), "--duration", f"{seconds:.0f}s",
                             "--timeout", "30s", "--script", BENCH / "load" / "visitors.lua", server.url, "--", scans, who,
                             str(pause)], capture_output=True, text=True, check=True).stdout
    last = json.loads(output.strip().splitlines()[-1])
    if last["errors"]:
        raise RuntimeError(f"{last['errors']} requests failed:\n{output}")
    return Load(last["requests"] / last["seconds"], last["p50"], last["p99"], last["requests"])


def register(server: Server, seconds: float, scans: Path, who: str, pause: int = 0) -> Load:
    """Visitors register. `who`: a part of their addresses, other than in every load before. `pause`: of each connection
    between two registrations, in ms."""
    return wrk(server, seconds, scans, who, pause)


def open_pages(server: Server, seconds: float, scans: Path) -> Load:
    return wrk(server, seconds, scans, "", 0)
