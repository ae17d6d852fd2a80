"""Whether parts hold more than they weigh: parts inside them, or elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from monazite.chain.products.tree import Held

_CLOSE = 1e-9
"""Masses that were rounded add up to this much more than the whole."""


def too_heavy(
    parts: Sequence[Held], contained: Mapping[str, Mapping[str, float]]
) -> Iterator[Problem]:
    """A problem for each part that weighs less than what is in it; all masses still stand.

    contained: t of each element in one product by the part that brings it (`draws.contained`).
    """
    for held in parts:
        inside = max(_of_parts(held, parts), _of_elements(held, parts, contained))
        if held.tonnes is not None and inside > held.tonnes * (1 + _CLOSE):
            field = "mass" if held.part.share is None else "share"
            line, name = held.part.line, held.part.name
            told = {"inside": f"{inside * 1000:.6g}", "whole": f"{held.tonnes * 1000:.6g}"}
            yield Problem(
                line.row, field, line[field], "heavier_than_whole", {"part": name, **told}
            )


def _of_parts(held: Held, parts: Sequence[Held]) -> float:
    """T of the parts right inside a part."""
    return sum(one.tonnes or 0.0 for one in parts if one.part.part_of == held.part.name)


def _of_elements(
    held: Held, parts: Sequence[Held], contained: Mapping[str, Mapping[str, float]]
) -> float:
    """T of elements in a part of a material, with what the parts within it bring."""
    if held.part.goods is None:
        return 0.0
    within = {one.part.name for one in parts if held.part in one.around} | {held.part.name}
    return sum(t for by in contained.values() for name, t in by.items() if name in within)
