"""What an officer needs to see first: the own tasks by time left, nobody's, and what is over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from monazite.catalogue.texts import say
from monazite.desk.applications.errors import Refused
from monazite.desk.cases.queue import facets, mentions, whose
from monazite.desk.cases.queue.facets import Shared
from monazite.desk.cases.queue.left import Days, days
from monazite.desk.cases.queue.listing import listed
from monazite.desk.cases.queue.wanted import MINE, UNASSIGNED, Wanted
from monazite.desk.licences.waiting import to_sign
from monazite.desk.pages.pictures.bars import Bars, Part, bars
from monazite.desk.pages.queue.lines import Line, lines
from monazite.desk.people.models import Person

_ROWS, _NOTES = 8, 3


@dataclass(frozen=True, slots=True)
class Tile:
    """A number that leads to what it counts; level: error where it should be nothing."""

    words: str
    count: int
    url: str
    level: str


def desk(person: Person, lang: str) -> dict[str, Any]:
    """The values of the page."""
    today, notes = days(person.organisation.regime), mentions.unseen(person)
    by_left = _by_left(person, today)
    # Either says of each task once whose it is: by kind is asked only where nobody knows the days.
    counts = by_left or facets.by_kind(person)
    total = sum(each.all for each in counts.values())
    return {
        "officer": True,
        "others": 0 if total else whose.of_others(person),
        "to_sign": to_sign(person).count(),
        "total": total,
        "tiles": _tiles(counts, by_left, len(notes), lang),
        **_first(person, today, lang),
        "mentions": notes[:_NOTES],
        "chart": _chart(by_left, lang) if by_left else None,
        "of_mine": Wanted(who=MINE).query(),
        "of_nobody": Wanted(who=UNASSIGNED).query(),
    }


def _first(person: Person, today: Days, lang: str) -> dict[str, list[Line]]:
    """The own tasks and nobody's; what is shown beside them is asked for all of them at once."""
    mine = listed(person, Wanted(who=MINE), today, size=_ROWS).items
    nobodys = listed(person, Wanted(who=UNASSIGNED), today, size=_ROWS).items
    found = lines(person, (*mine, *nobodys), today, lang)
    return {"mine": found[: len(mine)], "unassigned": found[len(mine) :]}


def _by_left(person: Person, today: Days) -> dict[str, Shared] | None:
    """None where the working days of this year are not published: nobody can say."""
    try:
        return facets.by_left(person, today)
    except Refused:
        return None


def _tiles(
    shares: Mapping[str, Shared], by_left: Mapping[str, Shared] | None, notes: int, lang: str
) -> list[Tile]:
    counts = {
        "mine": sum(each.mine for each in shares.values()),
        "unassigned": sum(each.unassigned for each in shares.values()),
        "over": by_left["over"].all if by_left else 0,
        "mentions": notes,
    }
    queries = {
        "mine": Wanted(who=MINE), "unassigned": Wanted(who=UNASSIGNED), "over": Wanted(overdue=True)
    }  # fmt: skip
    return [
        Tile(
            words=say(f"desk.queue.tile.{name}", lang),
            count=count,
            url=f"{reverse('queue')}?{queries[name].query()}"
            if name in queries
            else reverse("mentions"),
            level="error" if name == "over" and count else "",
        )
        for name, count in counts.items()
    ]


def _chart(by_left: Mapping[str, Shared], lang: str) -> Bars:
    words = [say(f"desk.queue.share.{name}", lang) for name in ("mine", "unassigned", "others")]
    return bars(
        [
            (
                say(f"desk.queue.bucket.{name}", lang),
                [
                    Part(n, colour, f"{words[colour - 1]}: {n:,}")
                    for colour, n in enumerate((found.mine, found.unassigned, found.others), 1)
                ],
                f"{found.all:,}",
            )
            for name, found in by_left.items()
        ]
    )
