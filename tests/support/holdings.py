"""Holdings written in a line each, for tests of ownership."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from monazite.law.store import load
from monazite.watch.ownership.owned import owned
from monazite.watch.ownership.rules import rule
from monazite.watch.ownership.shares import share
from monazite.watch.patterns.records import Holding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.watch.ownership.owned import Found

DAY = date(2026, 11, 1)


def holding(line: str) -> Holding:
    """`owner owned 50% [first [last]]`; ? where nobody states the share."""
    owner, held, said, *days = line.split()
    since, until = ([date.fromisoformat(day) for day in days] + [None, None])[:2]
    return Holding(owner, held, None if said == "?" else share(said), since, until)


def found(lines: Iterable[str], listed: Sequence[str], name: str = "ofac", on: date = DAY) -> Found:
    """What a rule says of holdings on a day, as far as the law data know."""
    law = load()
    return owned([holding(line) for line in lines], listed, rule(name), on, law.compiled, law)
