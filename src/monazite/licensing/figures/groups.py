"""The same figures for each destination and each material: what a simulation takes from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.licensing.figures.counts import CLASSES, Cell, Counts, classes, of_classes
from monazite.licensing.figures.facts import DIMENSIONS
from monazite.licensing.figures.shares import Share, among_applied, among_decided
from monazite.licensing.figures.waiting import DECILES, Times, reached, times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.figures.facts import Columns, Numbers


@dataclass(frozen=True, slots=True)
class Group:
    """The cases of one destination or with one material; key "": none is known.

    days: from filing to the first decision; by the day in place n, 10·(n + 1) percent are decided,
    as Kaplan and Meier estimate; None: not reached, or hidden.
    """

    dimension: str
    key: str
    counts: Counts
    among_decided: Share
    among_applied: Share
    decided: Cell
    days: tuple[int | None, ...]


def days_hidden(shown: Counts, minimum: int) -> bool:
    """Whether too few decisions are shown for their days to be: of their counts alone.

    What only the hidden cells know (withdrawn after a decision) must not decide it.
    """
    ended = shown.granted, shown.refused, shown.not_required
    return None in ended or sum(cell or 0 for cell in ended) < minimum


def groups(cases: Columns, on: int) -> tuple[Group, ...]:
    """Every destination and every material with at least one case, the most frequent first."""
    stands, waited = classes(cases, on), times(cases, cases.filed, on)
    accepted = cases.accepted <= on
    return tuple(
        group
        for dimension in DIMENSIONS
        for group in sorted(
            _of(dimension, cases, stands, accepted, waited),
            key=lambda each: (-(each.counts.applied or 0), each.key),
        )
    )


def _of(
    dimension: str, cases: Columns, stands: Numbers, accepted: Numbers, waited: Times
) -> Iterator[Group]:
    held = cases.keys[dimension]
    order = np.argsort(held.index, kind="stable")
    starts = np.searchsorted(held.index[order], np.arange(len(held.sets) + 1))
    places: dict[str, list[Numbers]] = {}
    for at, each in enumerate(held.sets):
        if starts[at] < starts[at + 1]:
            for key in each:
                places.setdefault(key, []).append(order[starts[at] : starts[at + 1]])
    for key, parts in places.items():
        those = np.concatenate(parts)
        found = np.bincount(stands[those], minlength=len(CLASSES))
        counts = of_classes(found, int(accepted[those].sum()))
        here = Times(waited.days[those], waited.decided[those])
        yield Group(
            dimension, key, counts, among_decided(counts), among_applied(counts),
            int(here.decided.sum()), reached(here, DECILES),
        )  # fmt: skip
