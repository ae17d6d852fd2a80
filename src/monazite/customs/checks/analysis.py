"""What a laboratory found against what was declared."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.catalogue.elements import SYMBOLS
from monazite.law.composition import NON_METALS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.customs.context import Context
    from monazite.customs.findings import Finding
    from monazite.customs.regime import Analysis

Parts = dict[str, Decimal | None]
_NONE = Decimal(0)


def differs(context: Context) -> Iterator[Finding]:
    """Elements that are there and were not declared, that are not there, or by far more or less."""
    for path, _, found in context.each():
        if found.analysed is None or found.declared is None:
            continue
        declared = dict(found.declared.situation.item.contains or ())
        analysed = dict(found.analysed.situation.item.contains or ())
        wrong = _different(declared, analysed, context.rules.analysis)
        if wrong:
            yield context.finding(
                "composition.analysed_differs",
                f"{path}.contains",
                elements=", ".join(wrong),
                declared=_said(declared, wrong),
                analysed=_said(analysed, wrong),
            )


def _different(declared: Parts, analysed: Parts, rule: Analysis) -> list[str]:
    """The elements in which both differ by more than the tolerance; non-metals are seldom told."""
    symbols = (set(declared) | set(analysed)) - NON_METALS
    return sorted(s for s in symbols & SYMBOLS if _apart(declared, analysed, s, rule))


def _apart(declared: Parts, analysed: Parts, symbol: str, rule: Analysis) -> bool:
    there, said = analysed.get(symbol, _NONE), declared.get(symbol, _NONE)
    if there is None or said is None:
        return (there == 0) is not (said == 0)
    return abs(there - said) > max(rule.absolute, rule.relative * max(there, said))


def _said(parts: Mapping[str, Decimal | None], symbols: list[str]) -> str:
    """`Dy 1.9 %, Tb –`: the fractions of some elements."""
    words = (f"{s} {_per_cent(parts, s)}" for s in symbols)
    return ", ".join(words)


def _per_cent(parts: Mapping[str, Decimal | None], symbol: str) -> str:
    if symbol not in parts:
        return "–"
    part = parts[symbol]
    return "+" if part is None else f"{(part * 100).normalize():f} %"


CHECKS = (differs,)
