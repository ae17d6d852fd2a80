"""The file of a user's own nodes: one row for each place at which goods are made, had or used.

Columns (node, kind and country are needed):

- node: a name of the user's own, which stands once in the file; edges name it;
- kind: make, market or use; stage: of a make or a market, such as mining or oxide;
- country: code or name; material: the element where it is empty; sector: of a use;
- entering: what comes into the world there in a year (mined, by-product, from stock);
- unknown: what arrives by no known way; used: what a use takes in all;
- capacity, stock: of a maker;
- unit: of all masses of the row, t of the element; t REO and kg REO count its rare-earth oxide;
- recovery: what a maker puts out of what it takes in, 0.85 or 85%; lead_time: years to build;
- confidence: how far the row can be trusted (`figures.SPREAD`), reported where it is empty.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.amounts import iso3, number, of_oxide, tonnes
from monazite.chain.figures import REPORTED, SPREAD
from monazite.chain.goods import named_stage
from monazite.chain.network.nodes import Node
from monazite.chain.sheet import Line, sheet
from monazite.chain.stages import MAKE, MARKET, SECTOR, USE
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from monazite.chain.problems import Problem

NEEDED = ("node", "kind", "country")
MASSES = ("entering", "unknown", "used", "capacity", "stock")
COLUMNS = (*NEEDED, "stage", "material", "sector", *MASSES, "unit", "recovery", "lead_time",
           "confidence")  # fmt: skip
_KINDS = (MAKE, MARKET, USE)


class NodeRow(NamedTuple):
    """A node as its row says it; a mass (t) or number that the row does not say is not there."""

    line: Line
    name: str
    node: Node
    confidence: str
    numbers: Mapping[str, float]


class NodeRows(NamedTuple):
    """The nodes that can be used, by name in the order of the file; names of the others; problems.

    aside: by name the row of a node that could not be read.
    """

    rows: Mapping[str, NodeRow]
    aside: Mapping[str, int]
    problems: tuple[Problem, ...]


def node_rows(path: Path, element: str) -> NodeRows:
    """Read a file of nodes; InputError field "file" where it cannot be read at all."""
    found = sheet(path, COLUMNS, NEEDED)
    rows: dict[str, NodeRow] = {}
    taken: dict[Node, NodeRow] = {}
    aside: dict[str, int] = {}
    problems = list(found.problems)
    for line in found.lines:
        row = line.read(partial(_row, line, element, rows, taken, problems), problems)
        if row is not None:
            rows[row.name] = taken[row.node] = row
        elif line["node"] not in rows:
            aside[line["node"]] = line.row
    return NodeRows(rows, aside, tuple(problems))


def _row(
    line: Line,
    element: str,
    rows: Mapping[str, NodeRow],
    taken: Mapping[Node, NodeRow],
    problems: list[Problem],
) -> NodeRow:
    """The node of a row; InputError where it has none of its own."""
    name = line["node"]
    if not name:
        raise InputError("node", name, "a name", "no_node_name")
    if name in rows:
        raise _twice(name, rows[name])
    node = _node(line, element)
    if node in taken:
        raise _twice(name, taken[node])
    confidence = line.read(partial(confident, line["confidence"]), problems) or REPORTED
    return NodeRow(line, name, node, confidence, _numbers(line, element, problems))


def _twice(name: str, first: NodeRow) -> InputError:
    told = {"first": first.line.row, "other": first.name}
    return InputError("node", name, "a node that stands once", "node_twice", **told)


def _node(line: Line, element: str) -> Node:
    kind, material = line["kind"].casefold(), line["material"] or element
    if kind not in _KINDS:
        raise InputError("kind", kind, ", ".join(_KINDS), "unknown_kind", kinds=", ".join(_KINDS))
    country = iso3(line["country"], "country")
    if not country:
        raise InputError("country", "", "a country", "no_country")
    if kind == USE:
        return Node(material, SECTOR, country, kind, line["sector"] or "other")
    stage = named_stage(line["stage"])
    if not stage:
        raise InputError("stage", "", "a stage", "no_node_stage")
    return Node(material, stage, country, kind)


def confident(word: str) -> str:
    """A word of confidence, `reported` where there is none; InputError on "confidence"."""
    found = word.casefold() or REPORTED
    if found not in SPREAD:
        told = ", ".join(SPREAD)
        raise InputError("confidence", word, told, "unknown_confidence", words=told)
    return found


def fraction(text: str, field: str, code: str) -> float:
    """A fraction above 0 and at most 1, 0.85 or 85%; InputError on the field with the code."""
    plain = text.removesuffix("%").strip()
    value = number(plain, field) / (100 if text.endswith("%") else 1)
    if not 0 < value <= 1:
        raise InputError(field, text, "a fraction above 0 and at most 1", code)
    return value


def mass(line: Line, field: str, element: str) -> float:
    """A mass of the row in t of the element; InputError on the field or on "unit"."""
    value = tonnes(line[field], line["unit"], field)
    return value * of_oxide(line["unit"], element)


def _numbers(line: Line, element: str, problems: list[Problem]) -> Mapping[str, float]:
    readers = {name: partial(mass, line, name, element) for name in MASSES}
    readers["recovery"] = partial(fraction, line["recovery"], "recovery", "recovery_out_of_range")
    readers["lead_time"] = partial(number, line["lead_time"], "lead_time")
    said = {name: line.read(read, problems) for name, read in readers.items() if line[name]}
    return {name: value for name, value in said.items() if value is not None}
