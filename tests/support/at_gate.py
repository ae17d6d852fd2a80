"""A small world at the gate: an exporter with a licence, a declarant, a customs office."""

from __future__ import annotations

import copy
import itertools
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from monazite.desk.licences.models import Licence, LicenceLine
from support.forms import good_form
from support.licences import issue_for
from support.offices import filed, firm, person, world

if TYPE_CHECKING:
    from monazite.desk.people.models import Organisation, Person
    from support.offices import World

Document = dict[str, Any]
MANY: dict[str, Any] = {
    "uses_max": None, "controlled_by": "quantity", "quantity": Decimal(1000), "value": None,
}  # fmt: skip
"""A line of 1,000 kg that may be used as often as one likes."""
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Gate:
    """The world at the gate; officers have shown their second factor."""

    w: World
    declarant: Person
    stranger: Person
    customs: Organisation
    officer: Person
    second_officer: Person
    licence: Licence

    @property
    def line(self) -> LicenceLine:
        """The licence's one line as it stands in the database."""
        return LicenceLine.objects.select_related("licence").get(licence=self.licence)

    def document(self, **changes: Any) -> Document:
        """A declaration of 100 kg that goes through, with some fields changed (see `changed`)."""
        return changed(declared(self.licence), **changes)

    @property
    def sums(self) -> tuple[int, int, int]:
        """What is set aside and used of the licence in whole kilograms, and how often."""
        line = self.line
        return int(line.reserved_quantity), int(line.used_quantity), line.uses


def gate(kind: str = "general", **line: Any) -> Gate:
    """The rows, made through the services; kind: of licence; line: what its line holds."""
    w = world()
    customs = firm("agency", "Example Port Customs", regime="CN", duty="customs")
    stranger = firm("exporter", "Shenzhen Example Trading", identifier="91440300EXAMPLE22X")
    made = Gate(
        w,
        declarant=person(w.exporter, "declarant"),
        stranger=person(stranger, "declarant"),
        customs=customs,
        officer=person(customs, "customs_officer"),
        second_officer=person(customs, "customs_officer", "second"),
        licence=licensed(w, kind, **line),
    )
    customs.refresh_from_db()  # its people are events of its chain
    return made


def licensed(w: World, kind: str, **line: Any) -> Licence:
    """A licence of a kind for the good form."""
    asked = filed(w)
    asked.kind = kind
    return issue_for(w, asked, **{**MANY, **line})


def declared(licence: Licence) -> Document:
    """100 kg of what the licence's first line is for, to its end user."""
    line, form = licence.lines.get(number=1), good_form()
    user = next(each for each in form["parties"] if each["role"] == "end_user")
    party = {name: user[name] for name in ("name", "name_native", "country", "address")}
    return {
        "regime": "CN",
        "reference": f"S-{next(_numbers)}",
        "series": "export",
        "mode": "sea",
        "port": "Ningbo Beilun",
        "destination": "JP",
        "arrival": "JP",
        "consignee": party,
        "end_user": party,
        "end_use": form["end_use"]["use"],
        "military": "no",
        "contract": form["contract"]["number"],
        "items": [
            {
                "description": line.description,
                "form": line.form,
                "hs": line.hs,
                "control_code": line.control_code,
                "contains": line.contains,
                "quantity": "100",
                "unit": "kg",
                "mass_kg": "100",
                "value": "7000",
                "currency": "USD",
                "origin": "CN",
                "licences": [licence.number],
            }
        ],
    }


def changed(document: Document, **changes: Any) -> Document:
    """A copy with some fields changed: `item_NAME` of the first item, else of the whole."""
    made = copy.deepcopy(document)
    for name, value in changes.items():
        if name.startswith("item_"):
            made["items"][0][name.removeprefix("item_")] = value
        else:
            made[name] = value
    return made
