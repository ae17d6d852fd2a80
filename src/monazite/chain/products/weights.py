"""Whether parts hold more than they weigh: parts inside them, or elements."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from monazite.chain.problems import Problem
    from monazite.chain.products.tree import Held

_CLOSE = 1e-9
"""Masses that were rounded add up to this much more than the whole."""


def too_heavy(
    parts: Sequence[Held], contained: Mapping[str, Mapping[str, float]]
) -> Iterator[Problem]:
    """A problem for each part that weighs less than what is in it; all masses still stand.

    contained: t of each element in one product by the part that brings it (`draws.contained`).
    """
    of_parts, of_elements = _of_parts(parts), _of_elements(parts, contained)
    for held in parts:
        part = held.part
        inside = max(of_parts[part.name], of_elements[part.name] if part.goods else 0.0)
        if held.tonnes is not None and inside > held.tonnes * (1 + _CLOSE):
            field = "mass" if part.share is None else "share"
            told = {"inside": f"{inside * 1000:.6g}", "whole": f"{held.tonnes * 1000:.6g}"}
            yield part.line.wrong(field, "heavier_than_whole", part=part.name, **told)


def _of_parts(parts: Sequence[Held]) -> Mapping[str, float]:
    """T of the parts right inside each part."""
    found: dict[str, float] = defaultdict(float)
    for held in parts:
        found[held.part.part_of] += held.tonnes or 0.0
    return found


def _of_elements(
    parts: Sequence[Held], contained: Mapping[str, Mapping[str, float]]
) -> Mapping[str, float]:
    """T of elements in each part, with what the parts within it bring."""
    around = {held.part.name: (held.part, *held.around) for held in parts}
    found: dict[str, float] = defaultdict(float)
    for by_part in contained.values():
        for name, tonnes in by_part.items():
            for holder in around[name]:
                found[holder.name] += tonnes
    return found
