"""The proof of civil use as a page shows it: the tree, and asked against need and capacity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from monazite.catalogue.texts import say
from monazite.desk.pages.pictures.bars import Bars, Part, bars
from monazite.licensing.amounts import measured
from monazite.licensing.application import Application
from monazite.licensing.application import Part as Node
from monazite.licensing.masses import written
from monazite.licensing.need import Need, need

_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Branch:
    """A part with what is in it; line: the item of the application that it is, or 0."""

    node: str
    part: str
    amount: str
    loss: str
    line: int
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """The tree, and a chart for what can be compared."""

    tree: tuple[Branch, ...]
    chart: Bars | None


def proof(application: Application, lang: str) -> Proof:
    """The proof, as far as it is filled in."""
    nodes = [part for part in application.product_tree if part.node]
    return Proof(_below(nodes, "", lang, 0), _chart(application, lang))


def _below(nodes: Sequence[Node], parent: str, lang: str, depth: int) -> tuple[Branch, ...]:
    """The parts directly in `parent`, in the order of their numbers."""
    own = [n for n in nodes if (n.node or "").rpartition(".")[0] == parent]
    if depth > _DEEPEST:
        return ()
    return tuple(_branch(nodes, node, lang, depth) for node in sorted(own, key=_number))


def _branch(nodes: Sequence[Node], node: Node, lang: str, depth: int) -> Branch:
    said = node.per_parent is not None and node.unit
    return Branch(
        node=node.node or "",
        part=node.part or "",
        amount=measured(node.per_parent or Decimal(0), node.unit or "", lang) if said else "",
        loss=f"{node.loss * 100:f}".rstrip("0").rstrip(".") + " %" if node.loss else "",
        line=node.line or 0,
        branches=_below(nodes, node.node or "", lang, depth + 1),
    )


def _number(node: Node) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d{1,9}", node.node or ""))


def _chart(application: Application, lang: str) -> Bars | None:
    return chart_of(application, range(1, len(application.lines) + 1), lang)


def chart_of(application: Application, numbers: Iterable[int], lang: str) -> Bars | None:
    """What of these lines (from 1) is asked for, needed, and usable at full capacity."""
    rows = [
        row
        for number in numbers
        if (found := need(application, number)) is not None
        for row in _compared(application, number, found, lang)
    ]
    return bars(rows) if rows else None


def _compared(
    application: Application, number: int, found: Need, lang: str
) -> list[tuple[str, list[Part], str]]:
    """Asked, needed, and what the plant could use at most, in one unit."""
    amounts = [("asked", found.asked), ("needed", found.needed)]
    if (most := _at_capacity(application, number)) is not None:
        amounts.append(("capacity", most))
    return [
        (
            say(f"desk.pages.proof.{name}", lang, number=number),
            [Part(float(value), colour)],
            measured(round(Decimal(written(value)), 2), found.unit, lang),
        )
        for colour, (name, value) in enumerate(amounts, 1)
    ]


def _at_capacity(application: Application, number: int) -> Fraction | None:
    """What the plant would need if it made all that it can."""
    most = application.civil_use.capacity_per_year
    if most is None:
        return None
    busy = replace(application.civil_use, product_units_per_year=most)
    found = need(replace(application, civil_use=busy), number)
    return found.needed if found else None
