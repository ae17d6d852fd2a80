"""One application into several: one for each way of leaving, every line in one of them."""

from __future__ import annotations

import copy
import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

Form = dict[str, Any]
_BETWEEN = re.compile(r"[,;，；、\s]+")


def split(form: Mapping[str, Any]) -> tuple[Form, ...]:
    """The pieces of a form, in the order of its ways; the form alone where one way takes all lines.

    A line goes with the first way that names it; lines that no way names go with the first way
    that takes all, else with the first. Papers, parties, end use and proof are copied into each
    piece; the contract's value becomes the sum of its lines. A way that is left without a line
    makes no piece: nobody but the applicant can divide a line.
    """
    whole: Form = copy.deepcopy(dict(form))
    ways = _rows(whole, "transport")
    pieces = [(w, lines) for w, lines in zip(ways, _shares(whole, ways), strict=True) if lines]
    if len(pieces) < 2:  # noqa: PLR2004 - one piece is no split
        return (whole,)
    return tuple(_piece(whole, way, lines) for way, lines in pieces)


def _rows(form: Form, section: str) -> list[Form]:
    rows = form.get(section)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _shares(form: Form, ways: list[Form]) -> list[list[int]]:
    """The lines (from 1) of each way: each line in one of them."""
    rest = next((n for n, way in enumerate(ways) if not _named(way)), 0)
    shares: list[list[int]] = [[] for _ in ways]
    for number in range(1, len(_rows(form, "lines")) + 1) if ways else ():
        named = (n for n, way in enumerate(ways) if str(number) in _named(way))
        shares[next(named, rest)].append(number)
    return shares


def _named(way: Form) -> list[str]:
    return [word for word in _BETWEEN.split(str(way.get("lines") or "")) if word]


def _piece(whole: Form, way: Form, numbers: list[int]) -> Form:
    """The form for some lines, which are numbered anew."""
    piece = copy.deepcopy(whole)
    anew = {str(old): str(new) for new, old in enumerate(numbers, 1)}
    lines = _rows(whole, "lines")
    piece["lines"] = [copy.deepcopy(lines[number - 1]) for number in numbers]
    # All lines of the piece leave by its one way.
    piece["transport"] = [{name: value for name, value in way.items() if name != "lines"}]
    piece["product_tree"] = [_part(part, anew) for part in _rows(whole, "product_tree")]
    _revalue(piece)
    return piece


def _part(part: Form, anew: Mapping[str, str]) -> Form:
    """A part of the product; the line that goes in is named where this piece has it."""
    line = str(part.get("line") or "").strip()
    if not line:
        return dict(part)
    kept = {name: value for name, value in part.items() if name != "line"}
    return {**kept, "line": anew[line]} if line in anew else kept


def _revalue(piece: Form) -> None:
    """The contract is worth what the piece's lines are worth, where all of them can be read."""
    contract = piece.get("contract")
    try:
        values = [Decimal(str(line.get("value"))) for line in _rows(piece, "lines")]
    except InvalidOperation:
        return
    if isinstance(contract, dict) and all(value.is_finite() for value in values):
        piece["contract"] = {**contract, "value": f"{sum(values, Decimal(0)):f}"}
