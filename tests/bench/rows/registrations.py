# SPDX-License-Identifier: GPL-3.0-or-later
"""How many visitors register, and how long they wait, beside Fastify with better-sqlite3 and a bare QHttpServer; also beside
one that stores what is posted, as it is or sealed, and does nothing else, which shows what is left to gain."""

from contextlib import ExitStack

from measure import Row, at_least, at_most
from programs import NO_RELAY, fastify, hello, hello_stored, install_peers, mail_sink, new_office, open_pages, register, \
    scratch, shirase, write_scans
from rows import Scale

TARGETS = {"shirasectl", "bench_hello", "bench_hello_stored", "bench_scan_tokens"}
MOST_A_SECOND = 15_000  # more scans than anybody uses


def run(scale: Scale) -> list[Row]:
    install_peers()
    rate = Row("registrations, 64 connections", "/s", peer="Fastify + better-sqlite3", goal=at_least(4))
    slowest = Row("registrations, p99", "ms", peer="Fastify + better-sqlite3", goal=at_most(0.1))
    limit = Row("registrations", "/s", peer="QHttpServer “hello”, the same POST", goal=at_least(0.4))
    stored = Row("registrations", "/s", peer="QHttpServer that stores what is posted, one commit for many")
    sealed = Row("registrations", "/s", peer="the same, sealed once each")
    page = Row("registration page", "/s", peer="QHttpServer “hello”, the same GET", goal=at_least(0.6))
    delivered = Row("registrations while their mails leave to smtp-sink", "/s")
    with scratch() as folder, ExitStack() as programs:
        # Nothing listens at the first one's relay: its mails stay in the queue, as Fastify sends none either.
        for name in ("queued", "sent"):
            (folder / name).mkdir()
        office = new_office(folder / "queued", NO_RELAY)
        sending = new_office(folder / "sent", programs.enter_context(mail_sink()))
        scans = write_scans(office, int(MOST_A_SECOND * scale.seconds), folder / "scans")
        others = write_scans(sending, int(MOST_A_SECOND * scale.seconds), folder / "others")
        for number in range(scale.rounds):
            with shirase(office) as server:
                mine = register(server, scale.seconds, scans, f"q{number}v")
                opened = open_pages(server, scale.seconds, scans)
            with fastify(folder) as server:
                theirs = register(server, scale.seconds, scans, f"f{number}v")
            with hello() as server:
                posts = register(server, scale.seconds, scans, f"h{number}v")
                gets = open_pages(server, scale.seconds, scans)
            with scratch() as place, hello_stored(place) as server:
                kept = register(server, scale.seconds, scans, f"k{number}v")
            with scratch() as place, hello_stored(place, "sealed") as server:
                kept_sealed = register(server, scale.seconds, scans, f"z{number}v")
            with shirase(sending) as server:
                delivered.add(register(server, scale.seconds, others, f"s{number}v").rate)
            rate.add(mine.rate, theirs.rate)
            slowest.add(mine.p99, theirs.p99)
            limit.add(mine.rate, posts.rate)
            stored.add(mine.rate, kept.rate)
            sealed.add(mine.rate, kept_sealed.rate)
            page.add(opened.rate, gets.rate)
    return [rate, slowest, limit, stored, sealed, page, delivered]
