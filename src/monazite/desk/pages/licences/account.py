"""The lines of a licence as accounts: what was granted, what of it is used, what is left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from monazite.catalogue.texts import counted, say
from monazite.desk.licences.accounts import balance_of
from monazite.desk.licences.limits import limits, number
from monazite.desk.licences.models import Licence, LicenceLine, Movement
from monazite.desk.pages.pictures.bars import Bars, Part, bars
from monazite.ledger.movements import Side

_MOVEMENTS = 200


@dataclass(frozen=True, slots=True)
class Account:
    """One line; chart: its amounts as shares of what was granted, None for one without limit."""

    line: LicenceLine
    limits: tuple[str, ...]
    chart: Bars | None
    used: str


@dataclass(frozen=True, slots=True)
class Moved:
    """One movement in words; line: its number."""

    on: date
    line: int
    kind: str
    quantity: str
    value: str


def movements(licence: Licence, lang: str) -> list[Moved]:
    """The newest movements of all lines, the last one first."""
    rows = Movement.objects.filter(line__licence=licence).select_related("line")
    return [_moved(row, lang) for row in rows.order_by("-at", "-pk")[:_MOVEMENTS]]


def _moved(row: Movement, lang: str) -> Moved:
    line = row.line
    return Moved(
        on=row.on,
        line=line.number,
        kind=row.kind,
        quantity=_amount(row.quantity, say(f"licensing.choice.unit.{line.unit}", lang), lang),
        value=_amount(row.value, line.currency, lang),
    )


def _amount(amount: Decimal, of: str, lang: str) -> str:
    return say("desk.pages.licence.amount", lang, amount=number(amount), of=of)


def accounts(licence: Licence, lang: str) -> list[Account]:
    """One for each line, in the licence's order."""
    printed = {line["number"]: line for line in licence.terms["lines"]}
    lines = sorted(licence.lines.all(), key=lambda line: line.number)
    ended = bool(licence.ended)
    return [_account(line, printed[line.number], lang, ended=ended) for line in lines]


def _account(line: LicenceLine, printed: dict[str, object], lang: str, *, ended: bool) -> Account:
    rows = list(_rows(line, lang, ended=ended))
    return Account(
        line=line,
        limits=limits(printed, lang),
        chart=bars(rows) if rows else None,
        used=counted(
            "desk.pages.licence.used",
            line.uses,
            lang,
            quantity=number(line.used_quantity),
            unit=say(f"licensing.choice.unit.{line.unit}", lang),
            currency=line.currency,
            value=number(line.used_value),
        ),
    )


def _rows(line: LicenceLine, lang: str, *, ended: bool) -> Iterator[tuple[str, list[Part], str]]:
    balance = balance_of(line)
    unit = say(f"licensing.choice.unit.{line.unit}", lang)
    for name, side, of in (
        ("quantity", balance.quantity, unit),
        ("value", balance.value, line.currency),
    ):
        if side.granted and side.left is not None:
            label = say(f"desk.pages.licence.bar.{name}", lang)
            yield (
                label,
                _parts(side, of, lang, ended=ended),
                _left(side.left, of, lang, ended=ended),
            )


def _left(left: Decimal, of: str, lang: str, *, ended: bool) -> str:
    """Of a licence that has ended nothing can be used, however much of it was never used."""
    key = "desk.pages.licence.unused" if ended and left else "desk.pages.licence.left"
    return say(key, lang, left=number(left), of=of)


def _parts(side: Side, of: str, lang: str, *, ended: bool) -> list[Part]:
    """Shares of what was granted, so that lines of any size are read alike."""
    granted, left = side.granted or 1, 0 if ended else side.left or 0
    return [
        Part(float(amount / granted), colour, _title(name, number(amount), of, lang))
        for name, amount, colour in (
            ("used", side.used, 1),
            ("reserved", side.reserved, 2),
            ("left", left, 3),
            ("given_back", side.given_back, 4),
        )
        if amount or name != "given_back"
    ]


def _title(name: str, amount: str, of: str, lang: str) -> str:
    return say(f"desk.pages.licence.part.{name}", lang, amount=amount, of=of)
