"""What is printed on a licence, taken from the filed form: the document that is fingerprinted.

Nothing of it is a trade secret: the proof of civil use, the product tree, onward sales and papers
never come here. Quantities and values are text, so that every reader hashes the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from monazite.desk.applications.models import Application
from monazite.desk.events.canonical import canonical
from monazite.desk.events.prints import plain
from monazite.desk.licences.models import Licence, LicenceLine
from monazite.desk.people.models import Person
from monazite.licensing.application import Application as Asked
from monazite.licensing.application import Party
from monazite.licensing.reading import read

FORMAT = "monazite-licence-1"
_PARTIES = {
    "importer": ("importer",),
    "consignee": ("consignee", "intermediate"),
    "end_users": ("end_user", "ultimate_end_user"),
}
_LINE = (
    "number", "description", "form", "contains", "control_code", "hs", "controlled_by", "unit",
    "quantity", "currency", "value", "sub_period_days", "sub_period_quantity", "sub_period_value",
    "uses_max",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature under the decision: who signed, and when."""

    person: Person
    at: datetime


def snapshot(
    licence: Licence, lines: Sequence[LicenceLine], signed: Sequence[Signed]
) -> dict[str, Any]:
    """The document; the licence's number, dates, conditions and lines are in it."""
    application = licence.application
    asked = read(application.form).application
    return {
        "format": FORMAT,
        "number": licence.number,
        "regime": licence.regime,
        "kind": licence.kind,
        "issued_at": plain(licence.issued_at),
        "valid_from": plain(licence.valid_from),
        "valid_until": plain(licence.valid_until),
        "application": application.reference,
        "replaces": licence.replaces.number if licence.replaces else None,
        "holder": _holder(application),
        **{name: _of_roles(asked.parties, roles) for name, roles in _PARTIES.items()},
        **_movement(asked),
        "conditions": list(licence.conditions),
        "lines": [{name: plain(getattr(line, name)) for name in _LINE} for line in lines],
        "signed": [_signature(each) for each in signed],
    }


def fingerprint(terms: dict[str, Any]) -> str:
    """SHA-256 of the document's canonical JSON."""
    return hashlib.sha256(canonical(terms).encode(errors="surrogatepass")).hexdigest()


def grouped_by_eight(sha256: str) -> tuple[str, ...]:
    """A fingerprint in groups, to be compared by eye."""
    return tuple(sha256[at : at + 8] for at in range(0, len(sha256), 8))


def _holder(application: Application) -> dict[str, str]:
    firm = application.organisation
    return {
        "name": firm.name,
        "name_native": firm.name_native,
        "country": firm.country,
        "identifier": firm.identifier,
    }


def _movement(asked: Asked) -> dict[str, Any]:
    return {
        "destination": asked.destination or "",
        "modes": _each(row.mode for row in asked.transport),
        "ports": _each(row.port_of_exit for row in asked.transport),
        "contract": asked.contract.number or "",
        "currency": asked.contract.currency or "",
    }


def _each(values: Iterable[str | None]) -> list[str]:
    """Those that are said, each once, in their order."""
    return list(dict.fromkeys(value for value in values if value))


def _of_roles(parties: Sequence[Party], roles: Sequence[str]) -> list[dict[str, str]]:
    return [
        {
            "role": party.role or "",
            "name": party.name or "",
            "name_native": party.name_native or "",
            "country": party.country or "",
        }
        for party in parties
        if party.role in roles
    ]


def _signature(signed: Signed) -> dict[str, object]:
    office = signed.person.organisation
    return {
        "name": signed.person.name,
        "office": office.name,
        "office_native": office.name_native,
        "at": plain(signed.at),
    }
