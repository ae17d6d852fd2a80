"""One application into several: one for each way of leaving, every line in one of them."""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from monazite.licensing.reading import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.licensing.application import Application
    from monazite.licensing.reading import Read

Form = dict[str, Any]


def split(form: Mapping[str, Any]) -> tuple[Form, ...]:
    """The pieces of a form, in the order of its ways; the form alone where one way takes all lines.

    A line goes with the first way that names it; lines that no way names go with the first way
    that takes all, else with the first. Papers, parties, end use and proof are copied into each
    piece; the contract's value becomes the sum of its lines. A way that is left without a line
    makes no piece: nobody but the applicant can divide a line. Numbers and values are those that
    the reading finds.
    """
    whole: Form = copy.deepcopy(dict(form))
    reading = read(whole)
    pieces = [(way, lines) for way, lines in _shares(whole, reading).items() if lines]
    if len(pieces) < 2:  # noqa: PLR2004 - one piece is no split
        return (whole,)
    return tuple(_piece(whole, reading.application, way, lines) for way, lines in pieces)


def _rows(form: Form, section: str) -> list[Any]:
    rows = form.get(section)
    return rows if isinstance(rows, list) else []


def _shares(whole: Form, reading: Read) -> dict[int, list[int]]:
    """The lines (from 1) of each way (from 0): each line in one of them; a blank row is no way."""
    said = enumerate(reading.application.transport)
    ways = {n: way.lines for n, way in said if not reading.unread(f"transport[{n}]")}
    shares: dict[int, list[int]] = {n: [] for n in ways}
    if not ways:
        return shares
    rest = next((n for n, lines in ways.items() if not lines), min(ways))
    for number in range(1, len(_rows(whole, "lines")) + 1):
        named = (n for n, lines in ways.items() if str(number) in lines)
        shares[next(named, rest)].append(number)
    return shares


def _piece(whole: Form, said: Application, way: int, numbers: list[int]) -> Form:
    """The form for some lines, which are numbered anew."""
    piece = copy.deepcopy(whole)
    anew = {old: str(new) for new, old in enumerate(numbers, 1)}
    piece["lines"] = [piece["lines"][number - 1] for number in numbers]
    # All lines of the piece leave by its one way.
    leaves = piece["transport"][way]
    piece["transport"] = [{name: value for name, value in leaves.items() if name != "lines"}]
    lines = [part.line for part in said.product_tree]
    tree = zip(_rows(piece, "product_tree"), lines, strict=False)
    piece["product_tree"] = [_part(part, line, anew) for part, line in tree]
    _revalue(piece, [said.lines[n - 1].value for n in numbers if n <= len(said.lines)])
    return piece


def _part(part: Form, line: int | None, anew: Mapping[int, str]) -> Form:
    """A part of the product; the line that goes in is named where this piece has it."""
    if line is None:
        return part
    kept = {name: value for name, value in part.items() if name != "line"}
    return {**kept, "line": anew[line]} if line in anew else kept


def _revalue(piece: Form, values: list[Decimal | None]) -> None:
    """The contract is worth what the piece's lines are worth, where all of them can be read."""
    contract = piece.get("contract")
    known = [value for value in values if value is not None]
    readable = len(known) == len(piece["lines"])
    if isinstance(contract, dict) and contract.get("value") and readable:
        piece["contract"] = {**contract, "value": f"{sum(known, Decimal(0)):f}"}
