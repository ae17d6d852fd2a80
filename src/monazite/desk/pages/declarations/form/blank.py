"""What a new declaration begins with."""

from __future__ import annotations

import secrets
from typing import Any

from monazite.customs.regime import GENERIC, names
from monazite.desk.people.models import Person
from monazite.law.store import load

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LENGTH = 6


def begun(person: Person) -> dict[str, Any]:
    """What nobody types: the regime, and who exports."""
    firm = person.organisation
    exporter = {
        "name": firm.name, "name_native": firm.name_native, "country": firm.country,
        "identifier": firm.identifier,
    }  # fmt: skip
    return {
        "regime": regime_of(person),
        "exporter": {name: text for name, text in exporter.items() if text},
    }


def blank(person: Person) -> dict[str, Any]:
    """One empty item, goods for export; a reference that the declarant may put their own for."""
    said = begun(person)
    return said | {
        "reference": reference(said["regime"]),
        "series": "export",
        "items": [{}],
    }


def reference(regime: str) -> str:
    """The day and six letters: a form that is sent twice carries the same."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    return f"{load().today(regime):%Y%m%d}-{letters}"


def regime_of(person: Person) -> str:
    """The regime whose gate a firm's goods pass: of its own country, where there is a table."""
    country = person.organisation.country
    return country if country in names() else GENERIC
