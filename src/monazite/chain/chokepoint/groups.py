"""What a group of countries loses without a supplier: what its members lose, each in its own tree.

loss of the group without k = sum over members c of use[c] K(c, k) / sum of use[c]

What one member has left over is not given to another: their trees stay apart, so that the group may
lose less if it shares. The stage that binds is that at which most is lost in all trees together.
Of the group's own makers, all members' go at once (`exposures.groups.as_one`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from monazite.chain.chokepoint.cut import LEAST
from monazite.chain.exposures.left_out import of_group

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from monazite.chain.chokepoint.chokepoint import Chokepoint

_SHARES = ("loss", "low", "high", "unknown", "estimated")


def together(found: Iterable[Chokepoint], group: str) -> Iterator[Chokepoint]:
    """Members' chokepoints as those of their group, supplier by supplier; without bands."""
    by_supplier: dict[str, list[Chokepoint]] = {}
    for one in found:
        by_supplier.setdefault(one.supplier, []).append(one)
    return (_sum(parts, group) for parts in by_supplier.values())


def _sum(parts: Sequence[Chokepoint], group: str) -> Chokepoint:
    use = sum(one.use for one in parts)
    by_stage: dict[str, float] = {}
    for one in parts:
        for stage, share in one.by_stage.items():
            by_stage[stage] = by_stage.get(stage, 0.0) + share * one.use / use
    by_stage = {stage: share for stage, share in by_stage.items() if share >= LEAST}
    means = {name: sum(getattr(one, name) * one.use for one in parts) / use for name in _SHARES}
    return replace(
        parts[0],
        **means,
        country=group,
        use=use,
        binding=max(by_stage, key=by_stage.__getitem__, default=""),
        by_stage=by_stage,
        left_out=of_group({one.country: one.left_out for one in parts}),
        members=tuple(one.country for one in parts),
    )
