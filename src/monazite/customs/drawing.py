"""What each item draws on: its licence, the line, how much, and everything against it.

No licence, more than was granted and somebody else's licence are three offences, and stay three
answers.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.customs.fitting import quantity_in, unlike
from monazite.customs.rulings import FREE
from monazite.customs.statements import as_analysed
from monazite.customs.terms import against_terms
from monazite.law.finding import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.customs.context import Context
    from monazite.customs.declared import Item
    from monazite.customs.facts import LicenceFacts, LineFacts
    from monazite.customs.findings import Finding
    from monazite.customs.rulings import Ruled
    from monazite.law.finding import Value

NOTHING = Decimal(0)
_COMPLETED, _EXHAUSTED, _SINGLE = "completed", "exhausted", "single"


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one item draws on, and every finding about its licence."""

    licence: LicenceFacts | None = None
    line: LineFacts | None = None
    quantity: Decimal = NOTHING
    value: Decimal = NOTHING
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Taken:
    """What the items before take from each line, by its licence and number."""

    lines: dict[tuple[str, int], tuple[Decimal, Decimal, int]] = field(default_factory=dict)

    def of(self, licence: LicenceFacts, line: LineFacts) -> tuple[Decimal, Decimal, int]:
        return self.lines.get((licence.number, line.number), (NOTHING, NOTHING, 0))

    def add(self, draw: Drawn) -> None:
        if draw.licence is None or draw.line is None:
            return
        quantity, value, uses = self.of(draw.licence, draw.line)
        key = (draw.licence.number, draw.line.number)
        self.lines[key] = (quantity + draw.quantity, value + draw.value, uses + 1)


def drawn(context: Context) -> tuple[Drawn, ...]:
    """What each item draws on, in their order: what one takes, the next no longer finds."""
    taken, found = _Taken(), []
    for number, (path, item, ruled) in enumerate(context.each(), 1):
        # A licence covers what the goods are, not what they are said to be.
        analysis = context.facts.analysed.get(number)
        goods = as_analysed(item, analysis) if analysis else item
        draw = _drawn(context, path, goods, ruled, taken)
        taken.add(draw)
        found.append(draw)
    return tuple(_spent(context, found, taken))


def _spent(context: Context, draws: list[Drawn], taken: _Taken) -> Iterator[Drawn]:
    """The draws; of a licence for one export the last item of a line tells what lapses with it."""
    lines = [
        (draw.licence.number, draw.line.number) if draw.licence and draw.line else None
        for draw in draws
    ]
    for n, (draw, at) in enumerate(zip(draws, lines, strict=True)):
        rest = _lapsing(draw, taken) if at is not None and at not in lines[n + 1 :] else NOTHING
        if rest <= 0 or draw.licence is None or draw.line is None:
            yield draw
            continue
        note = context.finding(
            "licence.rest_lapses",
            f"items[{n}].quantity",
            number=draw.licence.number,
            rest=f"{rest.normalize():f}",
            unit=Term(f"customs.unit.{draw.line.unit}"),
        )
        yield replace(draw, findings=(*draw.findings, note))


def _lapsing(draw: Drawn, taken: _Taken) -> Decimal:
    """What is left on the line of a usable licence for one export once the goods have left."""
    licence, line = draw.licence, draw.line
    if licence is None or line is None or licence.kind != _SINGLE or licence.reasons:
        return NOTHING
    if line.left_quantity is None or not draw.quantity or line.uses_left == 0:
        return NOTHING
    return line.left_quantity - taken.of(licence, line)[0]


def _drawn(context: Context, path: str, item: Item, ruled: Ruled, taken: _Taken) -> Drawn:
    at = f"{path}.licences"
    bound = context.series is None or context.series.licensed
    if not item.licences:
        missing = bound and ruled.needs_licence and at not in context.unread
        return Drawn(findings=(context.finding("licence.none", at),) if missing else ())
    if len(item.licences) > 1:
        several = context.finding("licence.several", at, numbers=", ".join(item.licences))
        return Drawn(findings=(several,))
    number = item.licences[0]
    if context.facts.licences is None:
        return Drawn(findings=(context.finding("licence.not_looked_up", at, number=number),))
    licence = context.facts.licences.get(number)
    if licence is None or not licence.yours:
        code = "licence.unknown" if licence is None else "licence.not_yours"
        return Drawn(findings=(context.finding(code, at, number=number),))
    if ruled.outcome == FREE or not bound:
        return Drawn(findings=(context.finding("licence.not_needed", at, number=number),))
    return _on(context, path, item, licence, taken)


def _on(context: Context, path: str, item: Item, licence: LicenceFacts, taken: _Taken) -> Drawn:
    """What an item draws on a licence of its exporter."""
    found = [
        *_states(context, path, licence),
        *against_terms(context, path, licence),
    ]
    line, wrong = _line(context, path, item, licence, taken)
    found += wrong
    draw = Drawn(licence)
    if line is not None:
        draw = _amounts(context, item, replace(draw, line=line))
        found += _against_amounts(context, path, item, draw, taken)
    return replace(draw, findings=tuple(found))


def _states(context: Context, path: str, licence: LicenceFacts) -> Iterator[Finding]:
    """Every state that forbids its use on the day."""
    for reason in licence.reasons:
        used = reason == _COMPLETED
        if reason == _EXHAUSTED and _COMPLETED in licence.reasons:
            continue  # its one use is gone, which is said already; an amount may be left
        code = "licence.single_used" if used else f"licence.{reason}"
        yield context.finding(code, f"{path}.licences", number=licence.number, **_days(licence))


def _days(licence: LicenceFacts) -> dict[str, str]:
    first, last = licence.valid_from, licence.valid_until
    return {
        "first": first.isoformat() if first else "–",
        "last": last.isoformat() if last else "–",
    }


def _line(
    context: Context, path: str, item: Item, licence: LicenceFacts, taken: _Taken
) -> tuple[LineFacts | None, list[Finding]]:
    """The line that the item names, else the first that is for it and has enough left."""
    number = licence.number
    if item.licence_line is not None:
        at, said = f"{path}.licence_line", str(item.licence_line)
        named = next((each for each in licence.lines if each.number == item.licence_line), None)
        if named is None:
            values = {"number": number, "line": said}
            return None, [context.finding("licence.line_unknown", at, **values)]
        return named, list(_unlike(context, at, item, licence, named))
    fitting = [each for each in licence.lines if not unlike(item, each)]
    if fitting:
        enough = (each for each in fitting if _enough(context, item, licence, each, taken))
        return next(enough, fitting[0]), []
    at = f"{path}.licences"
    if len(licence.lines) == 1:
        only = licence.lines[0]
        return None, list(_unlike(context, at, item, licence, only))
    return None, [context.finding("licence.no_line", at, number=number)]


def _unlike(
    context: Context, path: str, item: Item, licence: LicenceFacts, line: LineFacts
) -> Iterator[Finding]:
    if different := unlike(item, line):
        yield context.finding(
            "licence.line_unlike",
            path,
            number=licence.number,
            line=str(line.number),
            fields=tuple(Term(f"customs.field.item.{name}") for name in different),
        )


def _enough(
    context: Context, item: Item, licence: LicenceFacts, line: LineFacts, taken: _Taken
) -> bool:
    quantity = quantity_in(item, line.unit, context.facts.on)
    used, _, _ = taken.of(licence, line)
    left = line.left_quantity
    return quantity is not None and (left is None or used + quantity <= left)


def _amounts(context: Context, item: Item, draw: Drawn) -> Drawn:
    """How much is drawn: the quantity in the line's unit, the value in its currency."""
    line = draw.line
    if line is None:
        return draw
    same = item.value is not None and item.currency == line.currency
    value = item.value if same and item.value is not None else NOTHING
    quantity = quantity_in(item, line.unit, context.facts.on) or NOTHING
    return replace(draw, quantity=quantity, value=value)


def _against_amounts(
    context: Context, path: str, item: Item, draw: Drawn, taken: _Taken
) -> Iterator[Finding]:
    """Units that do not go into one another, and everything of which too little is left."""
    licence, line = draw.licence, draw.line
    if licence is None or line is None:
        return
    quantity, value, uses = taken.of(licence, line)
    said: dict[str, Value] = {"number": licence.number, "line": str(line.number)}
    unit = Term(f"customs.unit.{line.unit}")
    if line.left_quantity is not None:
        left = line.left_quantity - quantity
        if item.quantity is not None and not draw.quantity:
            at, given = f"{path}.unit", str(item.unit or "–")
            yield context.finding("licence.unit_mismatch", at, **said, unit=unit, given=given)
        if draw.quantity > left:
            said_of = said | {"left": _left(left), "wanted": f"{draw.quantity:f}", "unit": unit}
            yield context.finding("licence.over_quantity", f"{path}.quantity", **said_of)
    if line.left_value is not None:
        left = line.left_value - value
        said_of = said | {"currency": line.currency}
        if item.currency not in {None, line.currency}:
            at, given = f"{path}.currency", str(item.currency)
            yield context.finding("licence.currency_mismatch", at, **said_of, given=given)
        if draw.value > left:
            said_of |= {"left": _left(left), "wanted": f"{draw.value:f}"}
            yield context.finding("licence.over_value", f"{path}.value", **said_of)
    if _used_up(licence, line, uses) and _COMPLETED not in licence.reasons:
        # A licence for one export is void when it was used, and says so in its own words.
        code = "licence.single_used" if licence.kind == _SINGLE else "licence.over_uses"
        yield context.finding(code, f"{path}.licences", **said, **_days(licence))


def _used_up(licence: LicenceFacts, line: LineFacts, uses: int) -> bool:
    lines = line.uses_left is not None and uses >= line.uses_left
    return lines or (licence.shipments_left is not None and licence.shipments_left <= 0)


def _left(left: Decimal) -> str:
    return f"{max(left, NOTHING).normalize():f}"
