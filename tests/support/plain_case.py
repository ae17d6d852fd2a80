"""The plain application of which routing cases say otherwise."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from monazite.licensing.casework.screening import (
    LISTED,
    NO_EXACT_MATCH,
    PAUSED,
    Answer,
    Screened,
)
from monazite.licensing.reading import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.licensing.application import Application

PLAIN: dict[str, Any] = {
    "application": {"regime": "CN", "kind": "single", "destination": "DE", "months": "12"},
    "parties": [
        {"role": "end_user", "name": "Beispiel Motoren GmbH", "country": "DE"},
        {"role": "importer", "name": "Beispiel Handel GmbH", "country": "DE"},
        {"role": "exporter", "name": "Example Copper", "country": "CN"},
    ],
    "lines": [
        {
            "description": "copper cathode",
            "form": "metal",
            "contains": "Cu",
            "origin": "CN",
            "quantity": "1000",
            "unit": "kg",
            "value": "90000",
            "currency": "CNY",
        }
    ],
    "end_use": {
        "use": "windings of motors for pumps and fans in a factory",
        "sector": "machinery",
        "military": "no",
    },
    "transport": [{"mode": "sea", "first_on": "2026-12-01"}],
    "civil_use": {"sold_onward": "no"},
}
"""A form; a case changes its fields by section.field, of the first row where there are many."""


def application(says: Mapping[str, str | None]) -> Application:
    """The application that says otherwise in these fields."""
    form = deepcopy(PLAIN)
    for path, value in says.items():
        section, field = path.split(".")
        record = form[section]
        (record[0] if isinstance(record, list) else record)[field] = value
    return read(form).application


def screened(listed: Mapping[str, str]) -> Screened:
    """A screening in which the parties in these roles stand on these lists."""
    answers = [
        _answer(number, party["role"], party["name"], listed.get(party["role"], ""))
        for number, party in enumerate(PLAIN["parties"])
    ]
    return Screened("exact", "0" * 64, tuple(answers))


def _answer(number: int, role: str, name: str, listed: str) -> Answer:
    on, _, paused = listed.partition(" ")
    result = PAUSED if paused else LISTED if on else NO_EXACT_MATCH
    return Answer(number, role, name, (name,), result, on, name if on else "", "", "")
