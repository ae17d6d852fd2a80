"""Exits that drew on no licence, as deliveries: what was declared, and nobody had to ask for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import QuerySet

from monazite.chain.usage.deliveries import Delivery
from monazite.customs.regime import rules
from monazite.desk.gate.models import Declaration, Item
from monazite.desk.usage.said import contains, iso3, military, text_of
from monazite.desk.usage.window import Window

_EXITED = "exited"


def unlicensed(declarations: QuerySet[Declaration], asked: Window) -> Iterator[Delivery]:
    """Items of these declarations that left in the window and count as exports.

    A declaration names no sector, so that the sector of all of them is not known.
    """
    kinds = [kind for kind, said in rules(asked.regime).series.items() if said.counted]
    items = Item.objects.filter(
        declaration__in=declarations.filter(
            regime=asked.regime, state=_EXITED, series__in=kinds, exited_on__gte=asked.first,
            exited_on__lte=asked.last,
        ).values("pk"),
        line=None,
    )  # fmt: skip
    rows = items.select_related("declaration__organisation", "left")
    for item in rows.order_by("declaration__exited_on", "declaration_id", "number"):
        if item.left.mass_kg:
            yield _delivery(item, item.declaration)


def _delivery(item: Item, declaration: Declaration) -> Delivery:
    said = declaration.said
    return Delivery(
        row=f"{declaration.number}/{item.number}",
        firm=declaration.organisation_id,
        user=text_of(said, "end_user", "name"),
        use=text_of(said, "end_use"),
        sector="",
        military=military(said.get("military")),
        origin=iso3(declaration.organisation.country),
        country=iso3(declaration.destination),
        form=item.form,
        contains=contains(item.contains),
        licensed_kg=Decimal(0),
        released_kg=item.left.mass_kg,
    )
