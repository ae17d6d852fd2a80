"""A declaration as a row of a list: what, where it stands, since when, and the gravest reason."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from monazite.catalogue.texts import counted, say
from monazite.customs.procedure import machine
from monazite.desk.gate.models import Declaration, Item
from monazite.desk.pages.declarations.form.findings import readable
from monazite.desk.pages.declarations.lists.tones import risk_tone, state_tone
from monazite.desk.pages.hidden import visible
from monazite.desk.pages.home.rows import country
from monazite.desk.pages.worded import worded
from monazite.desk.people.named import named
from monazite.law.finding import SEVERITIES

_GRAVEST = {severity: at for at, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True, slots=True)
class Row:
    """One row; why: the gravest finding while somebody waits for something; days: since lodged."""

    ident: uuid.UUID
    number: str
    reference: str
    title: str
    more: str
    exporter: str
    route: str
    way: str
    state: str
    tone: str
    why: str
    risk: int | None
    risk_tone: str
    days: int
    lodged_at: datetime
    regime: str


def rows(declarations: Iterable[Declaration], lang: str, *, official: bool) -> list[Row]:
    """The rows of declarations whose items, acts and firm were fetched; no query.

    official: the reader works for an office.
    """
    return [_row(each, lang, official=official) for each in declarations]


def _row(row: Declaration, lang: str, *, official: bool) -> Row:
    items = sorted(row.items.all(), key=lambda item: item.number)
    first = items[0].description if items else ""
    open_ = row.state not in machine().final
    return Row(
        ident=row.pk,
        number=row.number,
        reference=visible(row.reference),
        title=visible(first),
        more=counted("desk.declaration.more_items", len(items) - 1, lang) if items[1:] else "",
        exporter=named(row.organisation, lang),
        route=route(row, lang),
        way=worded("customs.mode", row.mode, lang),
        state=say(f"customs.state.{row.state}", lang),
        tone=state_tone(row.state),
        why=_why(row, items, lang, official=official) if open_ else "",
        risk=row.risk,
        risk_tone=risk_tone(row.risk),
        days=max((timezone.now() - row.lodged_at).days, 0),
        lodged_at=row.lodged_at,
        regime=row.regime,
    )


def route(row: Declaration, lang: str) -> str:
    """Where the goods are to stay, and where they arrive where that is another country."""
    there = country(row.destination, lang)
    if row.arrival in {"", row.destination}:
        return there
    key = "desk.declaration.route"
    return say(key, lang, arrival=country(row.arrival, lang), destination=there)


def _why(row: Declaration, items: Iterable[Item], lang: str, *, official: bool) -> str:
    """What was said with its last step, else the gravest that was found."""
    kept: list[Mapping[str, Any]] = [*row.findings, *(f for item in items for f in item.findings)]
    if said := _said(row):
        return said
    found = readable(kept, lang, official=official)
    gravest = min(found, key=lambda each: _GRAVEST[each["severity"]], default=None)
    return visible(gravest["message"]) if gravest else ""


def _said(row: Declaration) -> str:
    last = max(row.acts.all(), key=lambda act: act.number, default=None)
    return visible(last.text) if last else ""
