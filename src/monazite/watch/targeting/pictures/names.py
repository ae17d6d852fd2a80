"""How what a contribution is told by is named for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.watch.targeting.features.licences import MISMATCHES
from monazite.watch.targeting.features.plan import COVER, DENSITY, UNIT_VALUE

if TYPE_CHECKING:
    from monazite.watch.targeting.features.features import Features
    from monazite.watch.targeting.features.parts import Part

_OURS = {UNIT_VALUE: "unit_value", DENSITY: "density", COVER: "declared_name"}


def named(group: str, features: Features, lang: str) -> str:
    """A key by its parts, a column by its name, what we made of columns in words."""
    key = next((one for one in features.profiles if str(one) == group), None)
    if key is not None:
        return " × ".join(_part(part, lang) for part in key.parts)
    if group in _OURS:
        return say(f"watch.targeting.part.{_OURS[group]}", lang)
    return say(f"watch.targeting.licence.{group}", lang) if group in MISMATCHES else group


def _part(part: Part, lang: str) -> str:
    what = part.column
    if what in _OURS:
        what = say(f"watch.targeting.part.{_OURS[what]}", lang)
    if part.way == "text":
        return what
    return say(f"watch.targeting.named.{part.way}", lang, what=what)
