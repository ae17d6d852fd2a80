"""When those whom a lever is aimed at need no more of its holder: stage by stage, by dated plants.

    made outside + idle outside + projects until then >= what the targets' plants use, and what
    goes into that

for every good that is held back, and for what must be made outside to feed it; the slowest decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.shock.leverage.needs import made, needed, sold, upstream
from monazite.shock.leverage.results import Freedom, StageFree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from monazite.shock.leverage.results import Reason
    from monazite.shock.model.model import Model

LAST_YEAR = 2045
"""The last year that is looked at."""
_SOLD = 0.01
"""A good of which the holder sells less of what is used outside must be made outside."""


class Planned(NamedTuple):
    """A project; good: as "Dy/refining", an ore by element; country: ISO3; tonnes: a year.

    tonnes or year are None where nobody has said them.
    """

    name: str
    good: str
    country: str
    tonnes: float | None
    year: int | None


def freedom(
    model: Model,
    year: int,
    first: str,
    held: Collection[str],
    holder: str,
    targets: Collection[str],
    projects: Sequence[Planned],
) -> Freedom:
    """Of the goods that are held back; year: of the flows; first: the first month, YYYY-MM.

    targets: countries (ISO3): all but the holder where none is named.
    """
    if not held:
        return Freedom(None, "not_supply", None, (), ())
    outside = [name for name in model.countries if name != holder]
    need = needed(model, [name for name in outside if not targets or name in targets])
    stages = tuple(
        _stage(good, need[good], made(model, outside, good), year, first, projects, holder)
        for good in _chain(model, held, holder, outside)
        if need.get(good, 0.0) > 0
    )
    if not stages:
        return Freedom(None, "no_flow", None, (), ())
    late = [one for one in stages if one.month is None]
    slowest = _shortest(late) if late else max(stages, key=lambda one: str(one.month))
    lacking = _lacking(slowest.good, holder, year, projects)
    return Freedom(slowest.month, slowest.reason, slowest.good, lacking, stages)


def _shortest(stages: Sequence[StageFree]) -> StageFree:
    """The stage of which the smallest part is covered."""
    return min(stages, key=lambda one: (one.made_t + one.spare_t + one.projects_t) / one.need_t)


def _chain(
    model: Model, held: Collection[str], holder: str, outside: Sequence[str]
) -> tuple[str, ...]:
    """What is held, and what feeds it that the holder does not sell either."""
    found: dict[str, None] = {}
    todo = sorted(held)
    while todo:
        good = todo.pop(0)
        if good in found:
            continue
        found[good] = None
        todo += [
            name for name in upstream(model, good)
            if name in held or sold(model, name, holder, outside) < _SOLD
        ]  # fmt: skip
    return tuple(found)


def _stage(
    good: str,
    need: float,
    made_: tuple[float, float],
    year: int,
    first: str,
    projects: Sequence[Planned],
    holder: str,
) -> StageFree:
    now, spare = made_
    coming = dict(_coming(good, holder, year, projects))
    added = 0.0
    month: str | None = first if now + spare >= need else None
    for when in range(year + 1, LAST_YEAR + 1):
        added += coming.get(when, 0.0)
        if month is None and now + spare + added >= need:
            # What is said is the year of the first output: it counts from that year's end.
            month = max(first, f"{when}-12")
    reason: Reason | None = None
    if month is None:
        # A table that names no plant of a good does not say that none will come.
        unsaid = _lacking(good, holder, year, projects) or not coming
        reason = "unknown" if unsaid else "never"
    return StageFree(good, need, now, spare, added, month, reason)


def _coming(
    good: str, holder: str, year: int, projects: Sequence[Planned]
) -> Iterator[tuple[int, float]]:
    """Tonnes by year of the first output, after the year of the flows."""
    total: dict[int, float] = {}
    for one in projects:
        dated = one.year is not None and one.tonnes is not None and one.year > year
        if dated and one.good == good and one.country != holder:
            total[one.year or 0] = total.get(one.year or 0, 0.0) + float(one.tonnes or 0.0)
    yield from total.items()


def _lacking(good: str, holder: str, year: int, projects: Sequence[Planned]) -> tuple[str, ...]:
    """Projects of the good that come after the flows, of which nobody has said year or tonnes."""
    return tuple(
        one.name for one in projects
        if one.good == good and one.country != holder
        and (one.year is None or (one.year > year and one.tonnes is None))
    )  # fmt: skip
