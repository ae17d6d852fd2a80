"""Whether what a holder wants changed is an amendment of the licence, or a new application."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.licensing.difference import KEY, difference
from monazite.licensing.regime import regime

if TYPE_CHECKING:
    from monazite.licensing.difference import Change as Changed
    from monazite.licensing.fields import Form
    from monazite.licensing.regime import Clock

NOTHING, AMENDMENT, NEW_APPLICATION = "nothing", "amendment", "new_application"
_CLOCK = "amendment"


@dataclass(frozen=True, slots=True)
class Change:
    """What a changed form asks for.

    kind: nothing, amendment or new_application; changed: every field, with its weight; clock: the
    time limit of an amendment, None where the regime has none or it is none; law: what says so.
    """

    kind: str
    changed: tuple[Changed, ...]
    clock: Clock | None
    law: str

    @property
    def paths(self) -> tuple[str, ...]:
        """The fields that say something else, as the new form names them."""
        return tuple(each.path for each in self.changed)


def change(old: Form, new: Form, regime_name: str | None) -> Change:
    """What the holder of a licence on the old form asks for with the new one.

    A key element (item, destination, end user, end use) makes a new application: the old licence
    is handed back and exports stop. Anything else is an amendment.
    """
    changed = difference(old, new)
    kind = _kind(changed)
    of = regime(regime_name)
    clock = of.clocks.get(_CLOCK) if kind == AMENDMENT else None
    return Change(kind, changed, clock, of.key_elements_law)


def _kind(changed: tuple[Changed, ...]) -> str:
    if not changed:
        return NOTHING
    return NEW_APPLICATION if any(each.weight == KEY for each in changed) else AMENDMENT
