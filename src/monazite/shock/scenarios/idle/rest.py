"""What a scenario says beside measures, and that changes no table of the schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.scenarios.elsewhere import elsewhere
from monazite.shock.scenarios.hosting import feeds, won
from monazite.shock.scenarios.schema import Host

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.engine.schedule import Elsewhere
    from monazite.shock.scenarios.found import Found
    from monazite.shock.scenarios.schema import Scenario, Window

_LISTS = (
    "demand", "supply", "stockpile", "announced", "parties", "inputs", "hosts", "finished",
)  # fmt: skip

_STILL = {"times": 1.0, "share": 0.0, "tonnes": 0.0}
"""Numbers of entries that change nothing."""


def rest(found: Found) -> Iterator[tuple[str, str]]:
    """The path of each, and why: it is left out, and the tables are as before."""
    every: dict[str, tuple[Window, ...]] = {
        name: entries for name in _LISTS if (entries := getattr(found.scenario, name))
    }
    if not every:
        return
    whole = _tables(found, found.scenario)
    for name, entries in every.items():
        for number, one in enumerate(entries):
            others = (*entries[:number], *entries[number + 1 :])
            less = _tables(found, found.scenario.model_copy(update={name: others}))
            if all(map(np.array_equal, whole, less)):
                yield f"{name}[{number}]", _reason(found, name, one)


def _tables(found: Found, scenario: Scenario) -> Elsewhere:
    served = np.ones((len(found.days), len(found.model.users.inputs.base)))
    return elsewhere(scenario, found.model, found.days, served)


def _reason(found: Found, name: str, one: Window) -> str:
    if not found.runs(one):
        return "late"
    said = one.model_dump()
    if any(said.get(field) == number for field, number in _STILL.items()):
        return "zero"
    if isinstance(one, Host) and any(feeds(one, each) for each in won(found.model)):
        return "plants"
    none, alone = (
        _tables(found, found.scenario.model_copy(update={name: entries}))
        for entries in ((), (one,))
    )
    return "nowhere" if all(map(np.array_equal, none, alone)) else "already"
