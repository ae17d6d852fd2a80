"""Licence lines as deliveries: what was licensed in a window, and what left by the ledger."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.fields.json import KeyTransform

from monazite.chain.usage.deliveries import Delivery
from monazite.desk.applications.models import Application, FiledLine
from monazite.desk.licences.accounts import account_of
from monazite.desk.licences.models import Licence, LicenceLine, Movement
from monazite.desk.usage.said import contains, iso3, military, text_of
from monazite.desk.usage.window import Window
from monazite.ledger.movements import ADJUST, CONTRA, EFFECTS, LATE, POST, QUANTITY, granted
from monazite.licensing.masses import KG

_LEFT = (POST, LATE, ADJUST, CONTRA)
"""What says that goods left, or did not; what a new licence took over left under the old one."""
_TAKEN_BACK = re.compile("/contra$")
_REPLACED = "replaced"
_MILLIGRAM = Decimal("0.000001")


def licensed(applications: QuerySet[Application], asked: Window) -> Iterator[Delivery]:
    """Every line, of these applications, that was licensed or used in the window."""
    licences = _licences(applications, asked)
    left, pieces = _left(licences, asked), _pieces(licences)
    lines = LicenceLine.objects.filter(licence__in=licences.values("pk")).annotate(
        end_use=KeyTransform("end_use", "licence__application__form")
    )
    for line in lines.select_related("licence").order_by("licence__number", "number"):
        unit = KG.get(line.unit) or pieces.get((line.licence.application_id, line.number))
        amounts = _granted(line.licence, line, asked), left.get(line.pk, Decimal(0))
        if any(amount != 0 for amount in amounts):
            yield _delivery(line, *(_mass(amount, unit) for amount in amounts))


def _licences(applications: QuerySet[Application], asked: Window) -> QuerySet[Licence]:
    moved = Movement.objects.filter(
        line__licence=OuterRef("pk"), kind__in=_LEFT, on__gte=asked.first, on__lte=asked.last
    )
    found = Licence.objects.filter(application__in=applications.values("pk"), regime=asked.regime)
    issued = Q(issued_at__gte=asked.begin, issued_at__lt=asked.end)
    return found.filter(issued | Exists(moved))


def _pieces(licences: QuerySet[Licence]) -> Mapping[tuple[object, int], Decimal]:
    """Net kg of one piece, of lines that are counted in pieces, as their applications said."""
    filed = FiledLine.objects.filter(application__in=licences.values("application_id"))
    rows = filed.exclude(unit__in=KG)
    return {
        (application, number): mass / quantity
        for application, number, mass, quantity in rows.values_list(
            "application_id", "number", "mass_kg", "quantity"
        )
        if mass is not None
    }


def _left(licences: QuerySet[Licence], asked: Window) -> Mapping[object, Decimal]:
    """By line what left in the window, in its unit; what was taken back had not left."""
    rows = list(
        Movement.objects.filter(
            line__licence__in=licences.values("pk"), kind__in=_LEFT
        ).values_list("line_id", "message_id", "kind", "quantity", "on")
    )
    days: dict[str, date] = {message: on for _, message, kind, _, on in rows if kind != CONTRA}
    sums: dict[object, Decimal] = defaultdict(Decimal)
    for line, message, kind, quantity, on in rows:
        if asked.first <= (_day(message, days) or on) <= asked.last:
            sums[line] += EFFECTS[kind].used * quantity
    return sums


def _day(message: str, days: Mapping[str, date]) -> date | None:
    """The day of what an entry takes back; None of any other entry."""
    if not _TAKEN_BACK.search(message):
        return None
    posted, late = (_TAKEN_BACK.sub(f"/{kind}", message) for kind in (POST, LATE))
    return days.get(posted) or days.get(late)


def _delivery(line: Any, licensed_kg: Decimal | None, released_kg: Decimal | None) -> Delivery:  # noqa: ANN401 - a line with its application's end use
    licence, terms = line.licence, line.licence.terms
    said = line.end_use if isinstance(line.end_use, Mapping) else {}
    at = text_of(said, "site_country") or text_of(terms, "destination")
    return Delivery(
        row=f"{licence.number}/{line.number}",
        firm=licence.organisation_id,
        user=_user(terms),
        use=text_of(said, "use"),
        sector=text_of(said, "sector"),
        military=military(said.get("military")),
        origin=iso3(text_of(terms, "holder", "country")),
        country=iso3(at) or iso3(text_of(terms, "destination")),
        form=line.form,
        contains=contains(line.contains),
        licensed_kg=licensed_kg,
        released_kg=released_kg,
    )


def _granted(licence: Licence, line: LicenceLine, asked: Window) -> Decimal | None:
    """What the line let go in the window, None where no quantity limits it.

    A licence that took another's place counts for it from the day on which it was issued.
    """
    if licence.ended == _REPLACED or not asked.begin <= licence.issued_at < asked.end:
        return Decimal(0)
    whole = granted(account_of(line), QUANTITY)
    return None if whole is None else whole - line.given_back_quantity


def _mass(quantity: Decimal | None, unit: Decimal | None) -> Decimal | None:
    if quantity is None or unit is None:
        return None
    return (quantity * unit).quantize(_MILLIGRAM, ROUND_HALF_EVEN)


def _user(terms: Mapping[str, object]) -> str:
    """Who uses the goods in the end, as the licence names them."""
    users = terms.get("end_users")
    if not isinstance(users, list):
        return ""
    by_role = {text_of(each, "role"): text_of(each, "name") for each in users}
    return by_role.get("ultimate_end_user") or by_role.get("end_user", "")
