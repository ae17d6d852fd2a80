"""What a licence already says of a declaration that draws on it: nobody types it a second time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from monazite.customs.regime import rules
from monazite.customs.terms import port_name, same_port
from monazite.desk.applications.models import FiledLine
from monazite.desk.licences.accounts import balance_of
from monazite.desk.licences.models import Licence, LicenceLine
from monazite.ledger.movements import Balance

Document = dict[str, Any]
_KG = {"kg": Decimal(1), "g": Decimal("0.001"), "t": Decimal(1000)}
_MILLIGRAM = Decimal("0.000001")
_CENT = Decimal("0.01")
_MILITARY = {"yes": True, "no": False}
_USE_MAX = 1000


def drafted(licence: Licence) -> Document:
    """A declaration of all that is left on a licence, as JSON; one query for what was asked.

    Where the licence names several end users, ports or modes, the first stands there.
    """
    terms = licence.terms
    return {
        "regime": licence.regime,
        "series": "export",
        "mode": _first(terms["modes"]),
        "port": _port(terms, licence.regime),
        "destination": terms["destination"],
        "arrival": terms["destination"],
        "contract": terms["contract"],
        **_use(licence.application.form),
        "consignee": _party(terms["importer"]),
        "end_user": _party(terms["end_users"]),
        "items": _items(licence),
    }


def _items(licence: Licence) -> list[Document]:
    """An item for each of the licence's lines, by what is left of it."""
    asked = {line.number: line for line in licence.application.lines.all()}
    lines = sorted(licence.lines.all(), key=lambda line: line.number)
    return [dict(_item(licence, line, asked.get(line.number))) for line in lines]


def _item(
    licence: Licence, line: LicenceLine, asked: FiledLine | None
) -> Iterator[tuple[str, object]]:
    balance = balance_of(line)
    left = balance.quantity.left
    yield "description", line.description
    yield "form", line.form
    yield "hs", line.hs
    yield "control_code", line.control_code
    yield "contains", line.contains
    yield "origin", licence.terms["holder"]["country"]
    yield "quantity", _said(left)
    yield "unit", line.unit
    if left and (mass := _mass(left, line, asked)) is not None:
        yield "mass_kg", _plain(mass)
    yield "value", _said(_value(balance, asked))
    yield "currency", line.currency
    yield "licences", [licence.number]
    yield "licence_line", line.number


def _mass(quantity: Decimal, line: LicenceLine, asked: FiledLine | None) -> Decimal | None:
    """Net kilograms: of the unit itself, else in proportion to what was asked for."""
    if line.unit in _KG:
        return quantity * _KG[line.unit]
    if asked is None or asked.mass_kg is None:
        return None
    a_unit = Decimal(asked.mass_kg) / Decimal(asked.quantity)
    return (quantity * a_unit).quantize(_MILLIGRAM, ROUND_HALF_EVEN)


def _use(form: Mapping[str, Any]) -> Document:
    """What the goods are for, as it was said when the licence was asked for."""
    said = form.get("end_use")
    found = said if isinstance(said, Mapping) else {}
    use = str(found.get("use") or "")[:_USE_MAX]
    military = _MILITARY.get(str(found.get("military")))
    return {"end_use": use} | ({} if military is None else {"military": military})


def _value(balance: Balance, asked: FiledLine | None) -> Decimal | None:
    """What is left of it; where nothing limits the value, in proportion to what was asked for."""
    if balance.value.left is not None:
        return balance.value.left
    quantity = balance.quantity.left
    if quantity is None or asked is None:
        return None
    a_unit = Decimal(asked.value) / Decimal(asked.quantity)
    return (quantity * a_unit).quantize(_CENT, ROUND_HALF_EVEN)


def _said(amount: Decimal | None) -> str:
    """An amount; "" where nothing says it."""
    return "" if amount is None else _plain(amount)


def _plain(amount: Decimal) -> str:
    """Without places that say nothing."""
    return f"{amount.normalize():f}"


def _port(terms: Mapping[str, Any], regime: str) -> str:
    """As the gate's table names it; where the licence names a city, its first port of that way."""
    written, mode, table = _first(terms["ports"]), _first(terms["modes"]), rules(regime)
    if known := port_name(written, table):
        return known
    of_mode = (name for name, port in table.ports.items() if mode in port.modes)
    return next((name for name in of_mode if same_port(name, written, table)), written)


def _first(texts: Sequence[str]) -> str:
    return texts[0] if texts else ""


def _party(rows: Sequence[dict[str, str]]) -> Document:
    if not rows:
        return {}
    return {name: rows[0][name] for name in ("name", "name_native", "country")}
