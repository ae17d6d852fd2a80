"""Tables of leverage as a workbook: levers or packages, their numbers, how they are reckoned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.facts.workbooks import Sheet, fitted, workbook
from monazite.shock.leverage.results import Leverage
from monazite.shock.leverage.table import COLUMNS, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.facts.workbooks import Cell
    from monazite.shock.leverage.results import Comparison, Words

Rows = list[tuple["Cell", ...]]
_LEVERS = ("lever", "side", "title", "kind", "measures", "goods", "why", "confidence", "sources")
_GIVES = ("package", "side", "does", "lever", "title", "to", "first", "last", "why")
_PROMISES = ("package", "id", "side", "to", "on", "words", "kept", "not_kept")
_EQUATIONS = ("quantity", "formula", "unit", "words")
_ASSUMED = ("id", "words", "confidence", "why")


def xlsx(found: Leverage | Comparison, lang: str) -> bytes:
    """The workbook in a language; numbers are numbers, money in million US$."""
    return workbook(
        Sheet(say(f"shock.leverage.sheet.{name}", lang), heads, made, fitted(heads, made))
        for name, keys, made in _sheets(found, lang)
        for heads in ([say(f"shock.leverage.column.{key}", lang) for key in keys],)
    )


def _sheets(found: Leverage | Comparison, lang: str) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
    if isinstance(found, Leverage):
        yield "levers", _LEVERS, _levers(found, lang)
    else:
        yield "gives", _GIVES, _gives(found, lang)
        yield "promises", _PROMISES, _promises(found, lang)
    yield "numbers", COLUMNS, _numbers(found, lang)
    yield "equations", _EQUATIONS, [
        (one.name, one.formula, one.unit, one.words[lang]) for one in found.equations
    ]  # fmt: skip
    yield "notes", ("words",), [(note[lang],) for note in found.notes]
    yield "assumed", _ASSUMED, [
        (one.parameter or one.table, one.what[lang], one.confidence, one.why[lang])
        for one in found.assumed
    ]  # fmt: skip


def _levers(found: Leverage, lang: str) -> Rows:
    return [
        (one.id, one.holder, one.title[lang], one.kind,
         ", ".join(f"{each.measure} ({each.state})" for each in one.measures),
         ", ".join(one.goods), _said(one.why, lang), one.confidence, "; ".join(one.sources))
        for one in found.levers
    ]  # fmt: skip


def _gives(found: Comparison, lang: str) -> Rows:
    return [
        (package.id, one.side, one.does, one.lever, one.title[lang], ", ".join(one.to),
         one.first, one.last, _said(one.why, lang))
        for package in found.packages for one in package.gives
    ]  # fmt: skip


def _promises(found: Comparison, lang: str) -> Rows:
    return [
        (package.id, one.id, one.by, one.to, one.on, one.words[lang], one.kept, one.not_kept)
        for package in found.packages for one in package.commitments
    ]  # fmt: skip


def _said(words: Words | None, lang: str) -> str | None:
    return None if words is None else words[lang]


def _numbers(found: Leverage | Comparison, lang: str) -> Rows:
    """The long table, its quantities by their names."""
    return [
        (say(f"shock.leverage.quantity.{row['quantity']}", lang),
         *(row[name] for name in COLUMNS[1:]))
        for row in rows(found)
    ]  # fmt: skip
