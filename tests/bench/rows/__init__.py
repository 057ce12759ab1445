# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be measured, each in a module with the targets that it needs and a function run(Scale) -> list[Row]."""

from dataclasses import dataclass


@dataclass
class Scale:
    rounds: int
    seconds: float  # of each load
    visits: int  # in the full database
    mails: int
    people: tuple[int, int]  # of the two notices
    day: int  # visits of the day that is erased
    registrations: int  # before memory is looked at again
    facilities: int  # in the window
    posters: int
    starts: int
    counting: float  # seconds of a load whose instructions are counted


FULL = Scale(rounds=5, seconds=8, visits=30_000_000, mails=20_000, people=(10_000, 100_000), day=500_000,
             registrations=1_000_000, facilities=100_000, posters=1000, starts=11, counting=20)
# To see that all of it works; what it prints says nothing.
QUICK = Scale(rounds=1, seconds=2, visits=60_000, mails=500, people=(100, 1000), day=10_000, registrations=5000,
              facilities=1000, posters=100, starts=2, counting=4)
