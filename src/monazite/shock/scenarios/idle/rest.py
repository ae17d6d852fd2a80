"""What a scenario says beside measures, and that changes no table of the schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.scenarios.elsewhere import elsewhere
from monazite.shock.scenarios.hosting import feeds, won
from monazite.shock.scenarios.parties import held_at_all
from monazite.shock.scenarios.schema import Finished, Host, Party

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
            elif isinstance(one, Finished) and not _loses(found):
                yield f"{name}[{number}]", "unlost"


def _loses(found: Found) -> bool:
    """Whether anything at all is otherwise than in a world without the scenario and its law."""
    empty = dict.fromkeys(_LISTS, ())
    rest = found.scenario.model_copy(update={"finished": ()})
    none = found.scenario.model_copy(update=empty)
    return bool(found.asked) or not all(
        map(np.array_equal, _tables(found, rest), _tables(found, none))
    )


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
    if not all(map(np.array_equal, none, alone)):
        return "already"
    indirect = isinstance(one, Party) and held_at_all(found.model, one).any()
    return "indirect" if indirect else "nowhere"
