"""The facts of routing, gathered from an application, its rulings and its screening."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.law.end_uses import end_use
from monazite.law.model import UNDETERMINED
from monazite.law.movement import END_USES
from monazite.law.statement import READERS
from monazite.licensing.casework.conditions import NO, YES
from monazite.licensing.casework.facts import OTHER_USE, WORDS_OF_WAR, Facts, number
from monazite.licensing.casework.likeness import OPEN
from monazite.licensing.casework.screening import LISTED, NOT_SCREENED, PAUSE_OVER, PAUSED
from monazite.licensing.checks.end_use import word_of_war
from monazite.licensing.fields import sections
from monazite.licensing.regime import regime

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from monazite.licensing.application import Application, Line
    from monazite.licensing.casework.screening import Screened

_RECEIVERS = frozenset({"importer", "consignee", "intermediate", "end_user", "ultimate_end_user"})
_GENERAL = "general"
Found = tuple[tuple[str, ...], bool]
"""The values of a fact, and whether something of it is not known."""


def facts_of(
    application: Application, outcomes: Sequence[str | None], screening: Screened | None
) -> Facts:
    """The facts of a case.

    outcomes: of the ruling on each line, in order; a line without one is undetermined. Without a
    screening nothing is known of the lists.
    """
    found = {
        **_of_the_whole(application),
        **_of_lines(application, outcomes),
        **_of_lists(application, screening),
    }
    return Facts(
        known={name: values for name, (values, _) in found.items()},
        unknown=frozenset(name for name, (_, open_) in found.items() if open_),
    )


def _of_the_whole(application: Application) -> dict[str, Found]:
    shares = [
        party.owned_by_listed
        for party in application.parties
        if party.role in _RECEIVERS and party.owned_by_listed is not None
    ]
    via = dict.fromkeys(country for way in application.transport for country in way.via)
    return {
        "kind": _one(application.kind),
        "destination": _one(application.destination),
        "via": (tuple(via), False),
        "sector": _asked(application, "end_use", "sector", application.end_use.sector),
        "use": _one(_use(application.end_use.use)),
        "military": _one(_yes_no(application.end_use.military)),
        "sold_onward": _asked(
            application, "civil_use", "sold_onward", _yes_no(application.civil_use.sold_onward)
        ),
        "shipments": _shipments(application),
        "owned_by_listed": ((number(max(shares)),) if shares else (), not shares),
    }


def _of_lines(application: Application, outcomes: Sequence[str | None]) -> dict[str, Found]:
    lines = application.lines
    ruled = [*outcomes[: len(lines)], *[None] * (len(lines) - len(outcomes))]
    technologies = [line.technology for line in lines if line.form in {"technology", None}]
    return {
        "outcomes": _each([outcome or UNDETERMINED for outcome in ruled] or [None]),
        "control_codes": (_each(line.control_code for line in lines)[0], not lines),
        "materials": _materials(lines),
        "forms": _each([line.form for line in lines] or [None]),
        "technologies": _each(technologies),
        "origins": _each([line.origin for line in lines] or [None]),
        "value": _value(lines),
    }


def _of_lists(application: Application, screening: Screened | None) -> dict[str, Found]:
    """The lists on which a party stands in a role in which its regime minds it.

    An entry that a party in such a role is merely like leaves open whether it stands there.
    """
    rules = regime(application.regime).lists
    roles = {role for each in rules.values() for role in each.roles}
    answers = screening.answers if screening else ()
    minded = [
        each for each in answers if each.list in rules and each.role in rules[each.list].roles
    ]
    open_ = screening is None or any(
        each.result == NOT_SCREENED or (each.result in OPEN and each.role in roles)
        for each in answers
    )
    listed = (each.list for each in minded if each.result in {LISTED, PAUSE_OVER})
    paused = (each.list for each in minded if each.result == PAUSED)
    return {
        "listed": (tuple(dict.fromkeys(listed)), open_),
        "paused": (tuple(dict.fromkeys(paused)), open_),
    }


def _one(value: str | None) -> Found:
    return ((value,), False) if value else ((), True)


def _each(values: Iterable[str | None]) -> Found:
    said = list(values)
    return tuple(dict.fromkeys(value for value in said if value)), None in said


def _asked(application: Application, section: str, name: str, value: str | None) -> Found:
    """A field that this kind of licence does not ask for is not unknown: it has no value."""
    field = sections()[section].field(name)
    missing = field is not None and field.asked_of(application.kind)
    return _one(value) if value or missing else ((), False)


def _yes_no(said: bool | None) -> str | None:  # noqa: FBT001 - three values
    return None if said is None else YES if said else NO


def _use(text: str | None) -> str | None:
    """The use that the law names, else whether the words are of war."""
    if not text:
        return None
    try:
        named = end_use(text)
    except InputError:
        named = ""
    if named in END_USES:
        return named
    return WORDS_OF_WAR if word_of_war(text) else OTHER_USE


def _shipments(application: Application) -> Found:
    """How many times goods leave: of a general licence what is expected, else the ways out."""
    ways = application.transport
    counts = [way.shipments for way in ways]
    missing = not ways or (application.kind == _GENERAL and None in counts)
    total = sum(count or 1 for count in counts)
    return ((number(total),) if ways else (), missing)


def _materials(lines: Sequence[Line]) -> Found:
    read = [_contents(line) for line in lines]
    known = dict.fromkeys(symbol for each in read if each for symbol in each)
    return tuple(sorted(known)), not read or None in read


def _contents(line: Line) -> list[str] | None:
    """The elements and groups that a line says it contains; None where that cannot be read."""
    try:
        stated, groups = READERS["contains"](line.contains or "")
    except InputError:
        return None
    found = [symbol for symbol, fraction in stated or () if fraction != 0]
    return [*found, *groups] or None


def _value(lines: Sequence[Line]) -> Found:
    sums: dict[str, Decimal] = {}
    for currency, amount in _amounts(lines):
        sums[currency] = sums.get(currency, Decimal(0)) + amount
    missing = not lines or any(line.value is None or line.currency is None for line in lines)
    return tuple(f"{number(amount)} {unit}" for unit, amount in sorted(sums.items())), missing


def _amounts(lines: Sequence[Line]) -> Iterator[tuple[str, Decimal]]:
    return (
        (line.currency, line.value)
        for line in lines
        if line.currency is not None and line.value is not None
    )
