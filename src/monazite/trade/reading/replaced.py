"""How many flows that were current a load has replaced: computed, as everything current is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from monazite.trade.flows.slices import newer, selection

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from monazite.trade.flows.slices import Selection
    from monazite.trade.flows.store import LoadRecord, Store


def replaced(store: Store, made: Sequence[LoadRecord]) -> tuple[tuple[str, int], ...]:
    """The older loads of which some flows are no longer current, with how many.

    Args:
        store: the store, with the new loads in it.
        made: the new loads.
    """
    new, every = {one.id for one in made}, store.loads()
    old = [one for one in every if one.id not in new]
    touched = {one.id for one in old if any(newer(each, one) for each in made)}
    if not touched:
        return ()
    before = _current(selection(store, old), touched)
    after = _current(selection(store, every), touched)
    gone = ((load, count - after.get(load, 0)) for load, count in before.items())
    return tuple(sorted((load, count) for load, count in gone if count))


def _current(found: Selection, loads: Collection[str]) -> dict[str, int]:
    """How many flows of some loads are current."""
    folders = {f"load={load}" for load in loads}
    files = tuple(one for one in found.files if one.parent.parent.name in folders)
    if not files:
        return {}
    from monazite.trade.flows.engine import DUCKDB, engine  # noqa: PLC0415 - most replace nothing

    duck = engine(DUCKDB)
    flows = replace(found, files=files).table(duck)
    counted = duck.arrow(flows.group_by("load").aggregate(rows=flows.count()))
    return dict(zip(counted["load"].to_pylist(), counted["rows"].to_pylist(), strict=True))
