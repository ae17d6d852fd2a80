"""What a queue page was asked: the filters of its address, and those named there that are kept."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from monazite.catalogue.texts import keys, say
from monazite.desk.cases.models import SavedFilter
from monazite.desk.cases.queue import saved
from monazite.desk.cases.queue.wanted import Wanted, read
from monazite.desk.pages.hidden import visible
from monazite.errors import InputError


def asked(given: QueryDict) -> Wanted:
    """The filters; what stands there several times is a list."""
    return read({name: ",".join(given.getlist(name)) for name in given})


def understood(given: QueryDict) -> tuple[Wanted, tuple[InputError, ...]]:
    """The filters that can be used, and why others cannot: one that is wrong undoes no other."""
    found = {name: ",".join(given.getlist(name)) for name in given}
    wrong: list[InputError] = []
    while True:
        try:
            return read(found), tuple(wrong)
        except InputError as error:
            del found[error.field]
            wrong.append(error)


def left_out(error: InputError, lang: str) -> str:
    """What is said of a filter that cannot be used: which one, and what it takes."""
    label = f"desk.queue.narrow.{error.field}"
    return say(
        "desk.queue.left_out",
        lang,
        field=say(label if label in keys() else "desk.queue.more", lang),
        value=visible(error.value),
        accepted=error.accepted,
    )


def of_request(request: HttpRequest) -> Wanted:
    """Those of the page's own address."""
    return asked(request.GET)


@dataclass(frozen=True, slots=True)
class Kept:
    """A way of looking that the reader keeps; here: it is the present one."""

    name: str
    query: str
    here: bool


def kept(rows: list[SavedFilter], now: Wanted) -> list[Kept]:
    """Those that the site still understands."""
    found = ((row.name, saved.wanted(row)) for row in rows)
    return [Kept(name, it.query(), it == now) for name, it in found if it is not None]


def narrowing(wanted: Wanted, lang: str) -> list[tuple[str, str]]:
    """What narrows the list, each in words with the address's query that is without it."""
    return [
        (say(f"desk.queue.narrow.{name}", lang), wanted.query(**{name: nothing}))
        for name, nothing in _NOTHING.items()
        if getattr(wanted, name) != nothing
    ]


_NOTHING: dict[str, object] = {
    "hold": False, "overdue": False, "mentions": False, "within": None, "decided": None,
    "state": "", "task": "", "destination": (), "exporter": "", "code": "", "text": "",
}  # fmt: skip
