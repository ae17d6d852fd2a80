"""What the amounts of routes must add up to at each node."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array, eye_array, hstack, vstack

from monazite.chain.balance.nodes import sums, used

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.chain.network.network import Network

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Mask = NDArray[np.bool_]

_SLACK = 1e-8
"""First guess of what stays open in an equation, in parts of its size: next to nothing."""


class Ways(NamedTuple):
    """Where routes begin and end, as indices of nodes, and first guesses of their amounts, t."""

    source: Ints
    target: Ints
    guess: Floats


class Totals(NamedTuple):
    """Equations of routes' amounts z, A z + b = 0.

    The first columns are the routes. Behind them each equation has two of its own, one of each
    sign, so that it can always be met: next to nothing, unless what is known contradicts itself.
    """

    equations: csr_array
    constant: Floats
    guess: Floats


class _Row(NamedTuple):
    """An equation for each node of `at`: `constant` + gain x routes in - routes out = 0."""

    at: Ints
    gain: Floats
    constant: Floats
    size: Floats
    """What is known of it, in t: what `constant` is the difference of."""
    sells: Mask
    """Where routes out belong into it."""


def totals(network: Network, ways: Ways, gain: Floats, known: Floats) -> Totals:
    """The equations of routes between the nodes of a network.

    Args:
        network: its edges, all of them known.
        ways: the routes whose amounts are sought.
        gain: the recovery of each node.
        known: what a maker puts out, or a use takes in, t by node; NaN where nobody says.
    """
    rows = _rows(network, ways, gain, known)
    matrix = _matrix(rows, ways, len(network.nodes))
    least = _SLACK * _slack(np.concatenate([row.size for row in rows]), abs(matrix) @ ways.guess)
    one = eye_array(matrix.shape[0], format="csr")
    return Totals(
        csr_array(hstack([matrix, one, -one])),
        np.concatenate([row.constant for row in rows]),
        np.concatenate([ways.guess, least, least]),
    )


def _slack(size: Floats, guessed: Floats) -> Floats:
    """What the slack of each equation is measured by: the smaller, the more guesses are off.

    As slack is multiplied by the same factor as the routes, or by its inverse, it so stays next to
    nothing where guesses are far too small or too large.
    """
    known = np.where(size > 0, size, guessed)
    return np.minimum(guessed, known * (known / guessed))


def _rows(network: Network, ways: Ways, gain: Floats, known: Floats) -> tuple[_Row, _Row, _Row]:
    count = len(network.nodes)
    use, flows = used(network), sums(network)
    goes = np.bincount(ways.source, minlength=count) > 0
    comes = np.bincount(ways.target, minlength=count) > 0
    ins = gain * (flows.into + network.entering + network.unknown)
    # Production says what a maker puts out where its edges do not say all of it.
    told = ~use & ~np.isnan(known) & (goes | (flows.out == 0))
    out = np.where(told, known, flows.out)
    kept = ~use & (comes | (ins > 0)) & (goes | (out > 0)) & (comes | (goes & ~told))
    none = np.zeros(count)
    return (
        _row(kept, gain, ins, out, sells=~told),
        _row(told & goes, none, known, flows.out, sells=goes),
        _row(use & comes & ~np.isnan(known), none + 1.0, ins, known, sells=~use),
    )


def _row(where: Mask, gain: Floats, ins: Floats, out: Floats, *, sells: Mask) -> _Row:
    at = np.flatnonzero(where)
    return _Row(at, gain[at], (ins - out)[at], (ins + out)[at], sells[at])


def _matrix(rows: tuple[_Row, ...], ways: Ways, count: int) -> csr_array:
    """The routes' coefficients in all equations, one kind of equation under the other."""
    width = np.arange(len(ways.guess))
    blocks = []
    for row in rows:
        gain, sells = np.zeros(count), np.zeros(count)
        gain[row.at], sells[row.at] = row.gain, row.sells
        shape = (count, len(width))
        into = csr_array((gain[ways.target], (ways.target, width)), shape=shape)
        out = csr_array((sells[ways.source], (ways.source, width)), shape=shape)
        blocks.append((into - out)[row.at])
    return csr_array(vstack(blocks))
