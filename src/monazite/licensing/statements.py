"""A line of an application as a statement to the law, and where each of its words was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.law.end_uses import stated_use
from monazite.law.parties import first_listed
from monazite.licensing.regime import regime

if TYPE_CHECKING:
    from datetime import date

    from monazite.law.law import Law
    from monazite.licensing.application import Application

_RECEIVERS = ("end_user", "ultimate_end_user", "importer", "consignee")
# A statement's field → the finding where it cannot be read, and the form's field.
_PLACES = {
    "hs": ("line.hs_not_read", "lines[{n}].hs"),
    "control_code": ("line.control_code_not_read", "lines[{n}].control_code"),
    "contains": ("line.contains_not_read", "lines[{n}].contains"),
    "without": ("line.without_not_read", "lines[{n}].without"),
    "param": ("line.parameters_not_read", "lines[{n}].parameters"),
    "without together": ("line.contradicts_itself", "lines[{n}].without"),
    "technology together": ("line.technology_of_goods", "lines[{n}].technology"),
    "hs together": ("line.unnamed", "lines[{n}]"),
}


def statement(application: Application, index: int, on: date, law: Law) -> dict[str, str]:
    """What the law is told of a line, counted from 0: only what was said."""
    line, use = application.lines[index], application.end_use
    said = {
        "form": line.form,
        "technology": line.technology,
        "hs": line.hs,
        "control_code": line.control_code,
        "contains": line.contains,
        "without": ",".join(line.without),
        "only": _yes_no(line.only),
        "param": line.parameters,
        "from": departure(application),
        "to": _to(application),
        "via": ",".join(_via(application, index)),
        "origin": line.origin,
        "end_use": stated_use(use.use, military=use.military),
        "end_user": _end_user(application, on, law),
        "military": _yes_no(use.military),
        "owned_by_listed": _owned(application),
        "on": on.isoformat(),
    }
    return {name: text for name, text in said.items() if text}


def departure(application: Application) -> str | None:
    """The country that the goods leave: the regime's own, else the exporter's."""
    own = regime(application.regime).country
    exporters = (p.country for p in application.parties if p.role == "exporter")
    return own or next(exporters, None)


def place_of(index: int, name: str) -> tuple[str, str]:
    """The finding's code for a field of a statement, and the path of the form's field.

    Every other field was read before: a country, a choice, a share or a day is one.
    """
    code, path = _PLACES[name]
    return code, path.format(n=index)


def _yes_no(said: bool | None) -> str | None:  # noqa: FBT001 - three values
    return None if said is None else "yes" if said else "no"


def _to(application: Application) -> str | None:
    """Where to; unsaid where it is handed over at home, which the law treats as an export too."""
    to = application.destination
    return None if to == departure(application) else to


def _via(application: Application, index: int) -> list[str]:
    """The countries on the way of a line."""
    number = str(index + 1)
    ways = (t for t in application.transport if not t.lines or number in t.lines)
    return list(dict.fromkeys(country for way in ways for country in way.via))


def _end_user(application: Application, on: date, law: Law) -> str | None:
    """One end user, in either script: the first that a list names, else the first.

    What a list means for every party and role is said by the checks of parties.
    """
    users = [p for role in _RECEIVERS[:2] for p in application.parties if p.role == role]
    names = [name for p in users for name in (p.name, p.name_native) if name]
    return first_listed(law, names, on)


def _owned(application: Application) -> str | None:
    """The highest share that a listed party holds in any receiver."""
    shares = [
        p.owned_by_listed
        for p in application.parties
        if p.role in _RECEIVERS and p.owned_by_listed is not None
    ]
    return str(max(shares)) if shares else None
