"""What is wrong with a user's network as a whole, and the network without it.

Each check gives the rows that are left and the problems that it found. What a row that is left out
would have brought is of unknown origin: it is never spread over the others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.network.own import Rows, summed
from monazite.chain.network.rings import Ring, Ways, closed_rings
from monazite.chain.network.shares import by_share, unsized
from monazite.chain.stages import USE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.chain.problems import Problem

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

_ROUNDING = 0.01
"""What a node may give beyond what it has, in parts of that, before it is called a problem."""


class Checked(NamedTuple):
    """The rows that are left, and what was wrong."""

    rows: Rows
    problems: tuple[Problem, ...]


def one_manner(rows: Rows) -> Checked:
    """Ways into one target are said as amounts or as shares: amounts count where both stand."""
    counted = np.zeros(len(rows.nodes), dtype=np.bool_)
    counted[rows.target[~np.isnan(rows.amount)]] = True
    wrong = np.flatnonzero(~np.isnan(rows.share) & counted[rows.target])
    problems = tuple(_of_edge(rows, int(at), "share", "share_beside_mass") for at in wrong)
    left = np.setdiff1d(np.arange(len(rows.edges)), wrong)
    return Checked(_edges(rows, left), problems)


def shares_within_one(rows: Rows) -> Checked:
    """Shares of one target add up to 1 at most; where they do not, none of them is counted."""
    total = summed(rows.target, rows.share, len(rows.nodes))
    problems = []
    source = rows.source.copy()
    for node in np.flatnonzero(total > 1 + 1e-9):
        into = np.flatnonzero((rows.target == node) & ~np.isnan(rows.share))
        last, told = int(into[-1]), {"total": f"{total[node]:.6g}"}
        problems.append(_of_edge(rows, last, "share", "shares_into_above_one", **told))
        source[into] = -1
    return Checked(replace(rows, source=source), tuple(problems))


def no_closed_rings(rows: Rows) -> Checked:
    """Rings that feed themselves are opened at their weakest edge."""
    ways = Ways(rows.source, rows.target, _gains(rows), np.nan_to_num(rows.amount))
    rings = tuple(closed_rings(ways, len(rows.nodes)))
    source = rows.source.copy()
    source[[ring.edge for ring in rings]] = -1
    return Checked(replace(rows, source=source), tuple(_closed(rows, ring) for ring in rings))


def sized(rows: Rows) -> tuple[Problem, ...]:
    """Nodes supplied by shares of which nothing says how much they take."""
    found = np.flatnonzero(unsized(rows))
    return tuple(_of_node(rows, int(at), "used", "nothing_said_used") for at in found)


def supplied(rows: Rows, lacks: Floats, gives: Floats) -> tuple[Problem, ...]:
    """Nodes that give or use more than reaches them.

    Args:
        rows: the network.
        lacks: what more each node would have to take in, t.
        gives: what goes out of each node, or is used there, t.
    """
    found = []
    fed = summed(rows.target, np.ones(len(rows.target)), len(rows.nodes)) + rows.entering
    for at in np.flatnonzero((lacks > _ROUNDING * gives) & (lacks > 0)):
        code = "gives_more" if fed[at] + rows.unknown[at] > 0 else "no_supply"
        told = {"gives": f"{gives[at]:.6g}", "lacks": f"{lacks[at]:.6g}"}
        found.append(_of_node(rows, int(at), "", code, **told))
    return tuple(found)


def bare_uses(rows: Rows) -> tuple[Problem, ...]:
    """Uses that nothing reaches and no row sizes: nothing can be said of them."""
    arrives = np.where(np.isnan(rows.share), rows.amount, 1.0)
    fed = summed(rows.target, arrives, len(rows.nodes))
    fed += rows.entering + rows.unknown + rows.used
    return tuple(
        _of_node(rows, at, "", "use_without_anything")
        for at, row in enumerate(rows.nodes)
        if row.node.kind == USE and fed[at] == 0
    )


def _gains(rows: Rows) -> Floats:
    """What the target of each edge needs of its source for each unit that it puts out."""
    has = summed(rows.target, rows.amount, len(rows.nodes)) + rows.entering + rows.unknown
    with np.errstate(invalid="ignore", divide="ignore"):
        part = np.where(by_share(rows)[rows.target], rows.share, rows.amount / has[rows.target])
    gains = np.nan_to_num(part) / rows.recovery[rows.target]
    return np.where(rows.source >= 0, gains, 0.0)


def _closed(rows: Rows, ring: Ring) -> Problem:
    way = " → ".join(rows.nodes[at].name for at in ring.nodes)
    return _of_edge(rows, ring.edge, "source", "closed_ring", ring=way, gain=f"{ring.gain:.4g}")


def _edges(rows: Rows, left: Ints) -> Rows:
    return replace(
        rows,
        edges=tuple(rows.edges[at] for at in left),
        source=rows.source[left],
        target=rows.target[left],
        amount=rows.amount[left],
        share=rows.share[left],
    )


def _of_edge(rows: Rows, at: int, field: str, code: str, **told: str) -> Problem:
    row = rows.edges[at]
    known = {"source": row.source, "target": row.target}
    return row.line.wrong(field, code, **known | told)


def _of_node(rows: Rows, at: int, field: str, code: str, **told: str) -> Problem:
    row = rows.nodes[at]
    return row.line.wrong(field, code, node=row.name, **told)
