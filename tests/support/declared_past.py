"""A made-up past of declarations with outcomes, seeded: which receiver is risky is known."""

from __future__ import annotations

import random
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone

from monazite.desk.gate import services
from monazite.desk.gate.models import Act, Declaration
from support.flushing import without_triggers

if TYPE_CHECKING:
    from support.at_gate import Gate

RISKY = "Nagoya Example Parts"
_OTHERS = ("Osaka Example Motors", "Kobe Example Drives", "Sendai Example Works")
_DAYS = 300


def lodged(g: Gate, consignee: str, chance: random.Random) -> Declaration:
    """One to a receiver, of goods that need no licence."""
    kg = str(chance.randint(1, 90))
    value = str(Decimal(kg) * chance.randint(40, 80))
    party = {"name": consignee, "country": "JP", "address": f"1 {consignee} Street"}
    document = g.document(
        consignee=party, end_user=party, item_licences=[], item_control_code="",
        item_contains="Nd=0.3,Fe=0.69,B=0.01", item_only=True, item_quantity=kg, item_mass_kg=kg,
        item_description="NdFeB magnets", item_value=value,
    )  # fmt: skip
    return services.lodge(g.declarant, document, "page")


def past(g: Gate, count: int, seed: int = 7) -> list[Declaration]:
    """Declarations of the last months, most of them looked at; the oldest first.

    Days and what officers did are written below the services, which date nothing back.
    """
    chance = random.Random(seed)
    made = [
        lodged(g, RISKY if chance.random() < 0.3 else chance.choice(_OTHERS), chance)
        for _ in range(count)
    ]
    with without_triggers():
        for at, row in enumerate(made):
            row.day -= timedelta(_DAYS - at * _DAYS // count)
            Declaration.objects.filter(pk=row.pk).update(day=row.day)
    Act.objects.bulk_create(
        Act(
            declaration=row, number=90, kind=_done(row, chance), text="Looked.", by=g.officer,
            at=timezone.now(),
        )
        for row in made
        if chance.random() < 0.8
    )  # fmt: skip
    return made


def _done(row: Declaration, chance: random.Random) -> str:
    found = 0.85 if row.said["consignee"]["name"] == RISKY else 0.04
    return "refuse" if chance.random() < found else "clear"
