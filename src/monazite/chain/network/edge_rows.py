"""The file of a user's own edges: one row for each way between two nodes.

Columns (source and target are needed, and a mass or a share):

- source, target: names of nodes; goods go from a maker to its country's market, from a market to
  another country's market of that stage, to a maker or to a use;
- amount, unit: what arrives in a year, t of the element if the unit is t; t REO counts oxides;
- share: what part of all that the target takes comes this way, 0.6 or 60%, where amounts are not
  known; all ways into one target are said in the same manner;
- confidence: as of nodes.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.words import nearest
from monazite.chain.figures import REPORTED, SPREAD
from monazite.chain.network.node_rows import NodeRows, confident, fraction, mass
from monazite.chain.sheet import Line, sheet
from monazite.chain.stages import MAKE, MARKET, USE
from monazite.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.chain.network.nodes import Node
    from monazite.chain.problems import Problem

NEEDED = ("source", "target")
COLUMNS = (*NEEDED, "amount", "unit", "share", "confidence")


class EdgeRow(NamedTuple):
    """A way as its row says it: a mass in t or a share, the other is NaN.

    source: empty where the row names none that can be used: what arrives then is of unknown origin.
    """

    line: Line
    source: str
    target: str
    amount: float
    share: float
    spread: float


class EdgeRows(NamedTuple):
    """The ways whose target can be used, and what is wrong with the rows."""

    rows: tuple[EdgeRow, ...]
    problems: tuple[Problem, ...]


def edge_rows(path: Path, nodes: NodeRows, element: str) -> EdgeRows:
    """Read a file of edges; InputError field "file" where it cannot be read at all."""
    found = sheet(path, COLUMNS, NEEDED)
    problems = list(found.problems)
    taken: dict[tuple[str, str], int] = {}
    rows = []
    for line in found.lines:
        row = _row(line, nodes, element, taken, problems)
        if row is not None:
            taken.setdefault((row.source, row.target), line.row)
            rows.append(row)
    return EdgeRows(tuple(rows), tuple(problems))


def _row(
    line: Line,
    nodes: NodeRows,
    element: str,
    taken: dict[tuple[str, str], int],
    problems: list[Problem],
) -> EdgeRow | None:
    """The way of a row; None where its target or its quantity cannot be used."""
    target = line.read(partial(_end, line, "target", nodes), problems)
    quantity = line.read(partial(_quantity, line, element), problems)
    if target is None or quantity is None:
        return None
    source = line.read(partial(_source, line, target, nodes), problems) or ""
    first = taken.get((source, target))
    if source and first is not None:
        problems.append(line.wrong("source", "edge_twice", first=str(first)))
        return None
    confidence = line.read(partial(confident, line["confidence"]), problems) or REPORTED
    return EdgeRow(line, source, target, *quantity, SPREAD[confidence])


def _end(line: Line, field: str, nodes: NodeRows) -> str:
    """A node's name; InputError where the file of nodes has no such row that can be used."""
    name = line[field]
    if name in nodes.aside:
        raise InputError(field, name, "a node", "end_set_aside", other=nodes.aside[name])
    if name not in nodes.rows:
        near = ", ".join(nearest(name, nodes.rows) or list(nodes.rows)[:3]) or "-"
        raise InputError(field, name, "a node", "no_such_node", near=near)
    return name


def _source(line: Line, target: str, nodes: NodeRows) -> str:
    """The name of a source from which goods can go to the target; InputError otherwise."""
    name = _end(line, "source", nodes)
    if not _goes(nodes.rows[name].node, nodes.rows[target].node):
        raise InputError("source", name, "a node before it", "no_such_way", other=target)
    return name


def _goes(source: Node, target: Node) -> bool:
    """Whether goods can go that way in one step."""
    if source.kind == MAKE:
        return target.kind == MARKET and source[:3] == target[:3]
    if target.kind == MARKET:
        return source.kind == MARKET and source[:2] == target[:2] and source != target
    return source.kind == MARKET and target.kind in {MAKE, USE}


def _quantity(line: Line, element: str) -> tuple[float, float]:
    """The mass and the share of a row, one of them NaN."""
    if bool(line["amount"]) == bool(line["share"]):
        raise InputError("amount", line["amount"], "a mass or a share", "mass_or_share")
    if line["share"]:
        return float("nan"), fraction(line["share"], "share", "share_out_of_range")
    return mass(line, "amount", element), float("nan")
