"""What the API tells of a licence: what it is today, and what is left of each line."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from monazite.desk.api.shapes.licences import (
    AmountShape,
    LicenceLineShape,
    LicenceRowShape,
    LicenceShape,
    SubPeriodShape,
)
from monazite.desk.events.prints import plain
from monazite.desk.licences.accounts import balance_of
from monazite.desk.licences.models import Licence, LicenceLine
from monazite.desk.licences.standing import standing
from monazite.desk.people.named import named
from monazite.ledger.movements import Side

_COLUMNS = ("id", "number", "regime", "kind", "issued_at", "valid_from", "valid_until")
_LINE = (
    "number", "description", "form", "contains", "control_code", "hs", "controlled_by", "unit",
    "currency", "uses_max",
)  # fmt: skip


def row(licence: Licence, lang: str) -> LicenceRowShape:
    """A licence in a list; its holder, application and lines must have been read with it."""
    return LicenceRowShape(**_columns(licence, lang))


def whole(licence: Licence, verify: str, lang: str) -> LicenceShape:
    """A licence with its lines; verify: the address of its public page."""
    after = Licence.objects.filter(replaces=licence).values_list("pk", flat=True).first()
    lines = sorted(licence.lines.all(), key=lambda line: line.number)
    return LicenceShape(
        **_columns(licence, lang),
        conditions=licence.conditions,
        terms=licence.terms,
        terms_sha256=licence.terms_sha256,
        verify=verify,
        replaces=licence.replaces_id,
        replaced_by=after,
        lines=[_line(line) for line in lines],
    )


def _columns(licence: Licence, lang: str) -> dict[str, Any]:
    now = standing(licence)
    return {name: getattr(licence, name) for name in _COLUMNS} | {
        "application": licence.application_id,
        "reference": licence.application.reference or "",
        "organisation": named(licence.organisation, lang),
        "state": now.state,
        "usable": now.usable,
        "reasons": list(now.reasons),
    }


def _line(line: LicenceLine) -> LicenceLineShape:
    sums = balance_of(line)
    return LicenceLineShape(
        **{name: getattr(line, name) for name in _LINE},
        quantity=_amount(sums.quantity),
        value=_amount(sums.value),
        uses=sums.uses,
        uses_left=sums.uses_left,
        sub_period=_stretch(line),
    )


def _amount(side: Side) -> AmountShape:
    return AmountShape(
        granted=_text(side.granted),
        reserved=str(plain(side.reserved)),
        used=str(plain(side.used)),
        given_back=str(plain(side.given_back)),
        left=_text(side.left),
    )


def _stretch(line: LicenceLine) -> SubPeriodShape | None:
    if line.sub_period_days is None:
        return None
    return SubPeriodShape(
        days=line.sub_period_days,
        quantity=_text(line.sub_period_quantity),
        value=_text(line.sub_period_value),
    )


def _text(amount: Decimal | None) -> str | None:
    """A decimal as text: it is not a float in every program."""
    return None if amount is None else str(plain(amount))
