"""What somebody looks for in a queue, as the page's address says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from monazite.desk.cases.models.case import TASKS
from monazite.errors import InputError
from monazite.licensing.transitions import machine

TO_DO, CASES = "tasks", "cases"
SCOPES = (TO_DO, CASES)
"""To do: a row for each open task; cases: a row for each case of the office, ended ones too."""
DUE, OLDEST, NEWEST = "due", "oldest", "newest"
ORDERS = (DUE, OLDEST, NEWEST)
MINE, UNASSIGNED = "mine", "unassigned"
WHO = ("", MINE, UNASSIGNED)
NEGATED = ("task", "state", "destination", "exporter", "code", "hold")
"""Filters that can also be asked the other way round."""
TEXT_MAX, DAYS_MAX = 100, 999


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows, in which order; empty, False and None say any.

    task: kind of task; state: of the application; destination: codes of countries; exporter: a part
    of the firm's name; code: how a control code begins, or a material; text: words of the title and
    of parties, or how a reference begins; hold, overdue, mentions: only those; within: due in so
    many working days; decided: in the last so many days; without: filters that exclude what they
    find.
    """

    scope: str = TO_DO
    order: str = DUE
    who: str = ""
    task: str = ""
    state: str = ""
    destination: tuple[str, ...] = ()
    exporter: str = ""
    code: str = ""
    text: str = ""
    hold: bool = False
    overdue: bool = False
    mentions: bool = False
    within: int | None = None
    decided: int | None = None
    without: tuple[str, ...] = ()

    def query(self, **changes: object) -> str:
        """The address's query that says this, with changes; nothing in it that any row fits."""
        told = replace(self, **changes)  # type: ignore[arg-type]
        said = {each.name: _said(getattr(told, each.name)) for each in fields(Wanted)}
        return urlencode({name: text for name, text in said.items() if text != _PLAIN[name]})


def read(query: Mapping[str, Any]) -> Wanted:
    """What an address asks; InputError for what no filter knows.

    query: of the request, or of a saved filter.
    """
    given = {each.name: str(query.get(each.name, "")).strip() for each in fields(Wanted)}
    return Wanted(**{name: _READ[name](name, text) for name, text in given.items() if text})


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(value)
    if isinstance(value, bool):
        return "1" if value else ""
    return "" if value is None else str(value)


_PLAIN = {each.name: _said(each.default) for each in fields(Wanted)}


def _one_of(known: tuple[str, ...]) -> Callable[[str, str], str]:
    def taken(name: str, text: str) -> str:
        if text not in known:
            raise InputError(name, text[:TEXT_MAX], ", ".join(filter(None, known)), "choice")
        return text

    return taken


def _state(name: str, text: str) -> str:
    return _one_of(machine().states)(name, text)


def _text(_: str, text: str) -> str:
    return text[:TEXT_MAX].replace("\0", "")


def _countries(name: str, text: str) -> tuple[str, ...]:
    found = [each.strip().upper() for each in text[:TEXT_MAX].split(",") if each.strip()]
    if wrong := [each for each in found if len(each) != 2 or not each.isascii()]:  # noqa: PLR2004 - ISO 3166
        raise InputError(name, wrong[0], "JP, DE", "choice")
    return tuple(dict.fromkeys(found))


def _negated(name: str, text: str) -> tuple[str, ...]:
    return tuple(_one_of(NEGATED)(name, each) for each in sorted(set(text.split(","))))


def _yes(_: str, text: str) -> bool:
    return text not in {"0", "no"}


def _days(name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) > DAYS_MAX:
        raise InputError(name, text[:TEXT_MAX], f"0 … {DAYS_MAX}", "choice")
    return int(text)


_READ: dict[str, Callable[[str, str], Any]] = {
    "scope": _one_of(SCOPES), "order": _one_of(ORDERS), "who": _one_of(WHO),
    "task": _one_of(TASKS), "state": _state, "destination": _countries, "exporter": _text,
    "code": _text, "text": _text, "hold": _yes, "overdue": _yes, "mentions": _yes,
    "within": _days, "decided": _days, "without": _negated,
}  # fmt: skip
