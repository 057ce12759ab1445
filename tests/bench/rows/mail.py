# SPDX-License-Identifier: GPL-3.0-or-later
"""How many notices leave a second, beside nodemailer's pool and beside smtp-source, which only writes and waits."""

import base64
import json
import resource
import sqlite3
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import usage
from measure import Row, at_least
from programs import PEERS, Office, install_peers, mail_sink, new_office, scratch, shirase
from rows import Scale

TARGETS = {"shirasectl", "register_visitors"}
CONNECTIONS = 16
HEAD = 700  # bytes of a notice's header


def japanese_text(office: Office, notice: str) -> dict:
    with office.database() as database:
        texts, = database.execute("SELECT texts FROM notice WHERE id = ?", [notice]).fetchone()
    text = json.loads(texts)["ja"]
    return {"subject": text["subject"], "text": text["body"]}


def wait_for(database: sqlite3.Connection, notice: str, *states: str) -> None:
    while database.execute("SELECT state FROM notice WHERE id = ?", [notice]).fetchone()[0] not in states:
        time.sleep(0.01)


def seconds_of_shirase(office: Office, notice: str) -> tuple[float, float]:
    """From the moment at which the notice may leave: the log-in of whoever releases it takes as long as it is meant to.
    Also those of a processor."""
    with shirase(office) as server, office.database() as database, ThreadPoolExecutor() as pool:
        time.sleep(1)  # it has its lease by now
        released = pool.submit(office.ctl, "notice", "send", notice, staff=True)
        wait_for(database, notice, "sending", "sent")
        started, used = time.perf_counter(), usage.now(server)
        wait_for(database, notice, "sent")
        took = time.perf_counter() - started
        used = usage.now(server) - used
        released.result()
        return took, used.seconds


def seconds_of_nodemailer(port: int, number: int, mail: dict) -> float:
    done = subprocess.run(["node", PEERS / "nodemailer.mjs", str(port), str(CONNECTIONS), str(number)],
                          input=json.dumps(mail), capture_output=True, text=True, check=True)
    return float(done.stdout)


def of_children() -> float:
    """Seconds of a processor, of those that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds_of_smtp_source(port: int, number: int, mail: dict) -> tuple[float, float]:
    size = HEAD + len(base64.encodebytes(mail["text"].encode()))
    started, used = time.perf_counter(), of_children()
    subprocess.run(["/usr/sbin/smtp-source", "-d", "-s", str(CONNECTIONS), "-m", str(number), "-l", str(size),
                    "-f", "notice@shirase.example.jp", "-t", "user@visitor.example.jp", f"127.0.0.1:{port}"], check=True)
    return time.perf_counter() - started, of_children() - used


def run(scale: Scale) -> list[Row]:
    install_peers()
    pool = Row("notices to smtp-sink, 16 connections", "/s", peer="nodemailer’s pool", goal=at_least(3))
    limit = Row("notices to smtp-sink", "/s", peer="smtp-source", goal=at_least(0.7))
    cost = Row("processor time of a notice to smtp-sink", "µs", peer="smtp-source, the conversation alone")
    for _ in range(scale.rounds):
        with scratch() as folder, mail_sink() as port:
            office = new_office(folder, port)
            office.ctl("config", "set", "mail.connections", str(CONNECTIONS), staff=True)
            code = office.register_visitors([f"user{i}@{i % 50}.example.jp" for i in range(scale.mails)])
            notice = office.approved_notice(code)
            mail = japanese_text(office, notice)
            took, used = seconds_of_shirase(office, notice)
            mine = scale.mails / took
            pool.add(mine, scale.mails / seconds_of_nodemailer(port, scale.mails, mail))
            theirs, theirs_used = seconds_of_smtp_source(port, scale.mails, mail)
            limit.add(mine, scale.mails / theirs)
            cost.add(used / scale.mails * 1e6, theirs_used / scale.mails * 1e6)
    return [pool, limit, cost]
