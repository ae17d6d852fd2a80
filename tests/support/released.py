"""What left in a month, written as rows: firms, declarations that exited, what left of each item."""

from __future__ import annotations

import hashlib
import itertools
import random
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from monazite.desk.gate.models import Declaration, Item, Left
from support.desk_people import organisation, verified
from support.desk_people import person as somebody

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.desk.people.models import Organisation, Person

MONTH = date(2026, 10, 1)
CODES = ("28053011", "28053012", "28469011", "28469019", "85051110")
COUNTRIES = ("US", "JP", "DE", "KR", "MX")
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Office:
    """A customs office with two statisticians, and firms that export."""

    customs: Organisation
    author: Person
    signer: Person
    officer: Person
    firms: tuple[Organisation, ...]


def office(firms: int = 6) -> Office:
    """The rows, made through the services."""
    customs = organisation("agency", duty="customs")
    return Office(
        customs,
        author=verified(somebody("statistician", at=customs)),
        signer=verified(somebody("statistician", at=customs)),
        officer=verified(somebody("customs_officer", at=customs)),
        firms=tuple(organisation() for _ in range(firms)),
    )


def left(made: Office, firm: int, **said: Any) -> Item:
    """One item that left: 100 kg for 5,000 USD under the first code to the US, unless said."""
    at = {"on": MONTH + timedelta(days=14), "series": "export", "destination": "US"} | said
    declaration = Declaration(
        **declaration_of(made, firm, at), event_seq=1, event_head=hashlib.sha256().digest()
    )
    Declaration.objects.bulk_create([declaration])
    item = Item(declaration=declaration, **item_of(at))
    Item.objects.bulk_create([item])
    Left.objects.bulk_create([left_of(item, at)])
    return item


def declaration_of(made: Office, firm: int, at: dict[str, Any]) -> dict[str, Any]:
    """The columns of a declaration that exited, as said."""
    exporter, number, now = made.firms[firm], next(_numbers), timezone.now()
    return {
        "organisation": exporter, "office": made.customs, "lodged_by": made.officer,
        "reference": f"R{number}", "number": f"CN-D-TEST{number}",
        "regime": at.get("regime", "CN"), "day": at["on"],
        "state": at.get("state", "exited"), "series": at["series"], "mode": "sea",
        "port": "CNSHA", "destination": at["destination"],
        "arrival": at.get("arrival", at["destination"]), "said": at.get("said", {}), "sha256": "",
        "law_hash": "", "rules_hash": "", "lodged_at": now, "changed_at": now,
        "exited_on": at["on"],
    }  # fmt: skip


def item_of(at: dict[str, Any]) -> dict[str, Any]:
    """The columns of its item, as said."""
    mass = Decimal(at.get("mass", 100))
    return {
        "number": 1, "hs": at.get("hs", CODES[0]), "description": "d", "quantity": mass,
        "unit": "kg", "mass_kg": mass, "value": Decimal(at.get("value", 5000)),
        "currency": at.get("currency", "USD"), "outcome": "clear", "form": at.get("form", ""),
        "contains": at.get("contains", ""),
    }  # fmt: skip


def left_of(item: Item, at: dict[str, Any]) -> Left:
    """All of it left, unless said."""
    return Left(
        item=item, quantity=item.quantity, mass_kg=Decimal(str(at.get("left", item.mass_kg))),
        value=item.value,
    )  # fmt: skip


def month_of(made: Office, seed: int, count: int = 120) -> list[Item]:
    """Many items of all firms, codes and countries."""
    chance = random.Random(seed)
    firms: Sequence[int] = range(len(made.firms))
    return [
        left(
            made, chance.choice(firms), hs=chance.choice(CODES), mass=chance.randint(1, 5000),
            destination=chance.choice(COUNTRIES), arrival=chance.choice(COUNTRIES),
            value=chance.randint(1000, 90000),
        )
        for _ in range(count)
    ]  # fmt: skip
