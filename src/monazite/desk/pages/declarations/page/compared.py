"""What was declared beside what the licence says, fact by fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from monazite.catalogue.groups import GROUPS
from monazite.catalogue.texts import say
from monazite.desk.gate.models import Declaration, Item
from monazite.desk.licences.accounts import balance_of
from monazite.desk.licences.limits import number
from monazite.desk.licences.models import Licence, LicenceLine
from monazite.desk.pages.hidden import visible
from monazite.desk.pages.home.rows import country
from monazite.desk.pages.worded import worded

_AGAINST: Mapping[str, tuple[str, ...]] = {
    "goods": ("licence.line_unlike", "licence.no_line", "licence.line_unknown"),
    "quantity": ("licence.over_quantity", "licence.unit_mismatch"),
    "value": ("licence.over_value", "licence.currency_mismatch"),
    "end_user": ("licence.wrong_end_user",),
    "consignee": ("licence.wrong_consignee",),
    "destination": ("licence.wrong_destination",),
    "port": ("licence.wrong_port",),
    "mode": ("licence.wrong_mode",),
    "contract": ("licence.wrong_contract",),
    "until": ("licence.expired", "licence.not_yet", "licence.leaves_after_end"),
}
"""The findings that say that a fact is not as the licence has it."""
_CODE = re.compile(r"[A-Z][A-Z0-9_]{2,}")


@dataclass(frozen=True, slots=True)
class Compared:
    """One fact: as declared, as licensed; differs: the gate found that it is not the same."""

    fact: str
    declared: str
    licensed: str
    differs: bool


def compared(
    declaration: Declaration, item: Item, licence: Licence | None, lang: str
) -> tuple[Compared, ...]:
    """The facts of an item; without a licence nothing stands beside them."""
    codes = {finding["code"] for finding in (*declaration.findings, *item.findings)}
    licensed = dict(_licensed(item, licence, lang)) if licence else {}
    return tuple(
        Compared(
            fact=say(f"desk.declaration.fact.{fact}", lang),
            declared=visible(text),
            licensed=visible(licensed.get(fact, "")),
            differs=not codes.isdisjoint(_AGAINST.get(fact, ())),
        )
        for fact, text in _declared(declaration, item, lang)
    )


def _declared(declaration: Declaration, item: Item, lang: str) -> Iterator[tuple[str, str]]:
    said = declaration.said
    yield (
        "goods",
        _goods(item.description, _materials(item.contains, lang), item.hs, item.control_code),
    )
    yield "quantity", _amount(item.quantity, _unit(item.unit, lang), lang)
    yield "mass", _amount(item.mass_kg, _unit("kg", lang), lang)
    if item.second_quantity is not None:
        yield "second", _amount(item.second_quantity, _unit(item.second_unit, lang), lang)
    yield "value", _amount(item.value, item.currency, lang)
    yield "origin", country(_origin(said, item.number), lang)
    yield "end_user", _name(said.get("end_user"))
    yield "consignee", _name(said.get("consignee"))
    yield "destination", country(declaration.destination, lang)
    yield "port", declaration.port
    yield "mode", worded("customs.mode", declaration.mode, lang)
    yield "contract", str(said.get("contract") or "")
    yield "until", str(said.get("leaves_on") or declaration.day)


def _origin(said: Mapping[str, Any], number: int) -> str:
    """The country that the item was said to be of; what was declared holds it, no column does."""
    items = said.get("items") or ()
    one = items[number - 1] if number <= len(items) else {}
    return str(one.get("origin") or "")


def _licensed(item: Item, licence: Licence, lang: str) -> Iterator[tuple[str, str]]:
    terms, line = licence.terms, _line(item, licence)
    if line is not None:
        balance = balance_of(line)
        yield (
            "goods",
            _goods(line.description, _materials(line.contains, lang), line.hs, line.control_code),
        )
        yield "quantity", _left(balance.quantity.left, _unit(line.unit, lang), lang)
        yield "value", _left(balance.value.left, line.currency, lang)
    yield "end_user", _names(terms.get("end_users"))
    yield "consignee", _names([*terms.get("importer", ()), *terms.get("consignee", ())])
    yield "destination", country(str(terms.get("destination") or ""), lang)
    yield "port", ", ".join(terms.get("ports", ()))
    yield "mode", ", ".join(worded("customs.mode", mode, lang) for mode in terms.get("modes", ()))
    yield "contract", str(terms.get("contract") or "")
    days = {"first": licence.valid_from, "last": licence.valid_until}
    yield "until", say("desk.declaration.term", lang, **days)


def _line(item: Item, licence: Licence) -> LicenceLine | None:
    """The line that it draws on, else the only one that there is."""
    lines = list(licence.lines.all())
    own = next((line for line in lines if line.pk == item.line_id), None)
    return own or (lines[0] if len(lines) == 1 else None)


def _materials(contains: str, lang: str) -> str:
    """A composition with groups of materials by name, such as natural graphite."""
    return _CODE.sub(lambda found: _material(found[0], lang), contains)


def _material(code: str, lang: str) -> str:
    group = GROUPS.get(code)
    if group is None:
        return code
    return group.name_en if lang == "en" else group.name_zh


def _goods(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _amount(amount: object, of: str, lang: str) -> str:
    return say("desk.pages.licence.amount", lang, amount=number(amount), of=of)


def _left(left: object, of: str, lang: str) -> str:
    if left is None:
        return say("desk.declaration.licence_open", lang)
    return say("desk.declaration.left_now", lang, amount=number(left), of=of)


def _unit(unit: str, lang: str) -> str:
    return worded("licensing.choice.unit", unit, lang)


def _name(party: Any) -> str:  # noqa: ANN401 - JSON as it was said
    found = party if isinstance(party, dict) else {}
    return str(found.get("name") or found.get("name_native") or "")


def _names(parties: Any) -> str:  # noqa: ANN401 - JSON of the licence
    return ", ".join(filter(None, map(_name, parties or ())))
