"""The days on which controls changed, as they are marked on the charts of customs figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.briefing.customs import MINOR_MARKS, REE_MARKS
from monazite.briefing.lines import line, title
from monazite.briefing.model import Marked
from monazite.briefing.month import Month, looking_back
from monazite.briefing.timeline import HOME, RESTRICTS
from monazite.briefing.words import state
from monazite.catalogue.groups import GROUPS
from monazite.catalogue.texts import say
from monazite.law.diff import changes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from monazite.law.diff import Change
    from monazite.law.law import Law

_TOLD = frozenset({"in_force", "suspended", "ambiguous", "ended"})
_MATERIALS: Mapping[str, frozenset[str]] = {
    REE_MARKS: GROUPS["REE"].elements | {"REE"},
    MINOR_MARKS: frozenset({"Ga", "Ge", "Sb"}),
}


def marks(law: Law, month: Month, known: date, lang: str) -> Mapping[str, tuple[Marked, ...]]:
    """For each family of materials the days of its controls in the months looked back on."""
    looked = looking_back(month)
    found = [
        one
        for one in changes(law, looked.first, looked.last, known)
        if one.after in _TOLD and one.limb is one.item is None and _controls(law, one.measure)
    ]
    return {
        family: _marked(law, [o for o in found if _touches(law, o.measure, materials)], known, lang)
        for family, materials in _MATERIALS.items()
    }


def _controls(law: Law, measure_id: str) -> bool:
    """Whether the measure controls goods or technology by law, rather than naming parties."""
    measure = law.measures[measure_id]
    kinds = RESTRICTS - {"party_list"}
    return measure.legal and measure.jurisdiction == HOME and not kinds.isdisjoint(measure.kinds)


def _touches(law: Law, measure_id: str, materials: frozenset[str]) -> bool:
    items = law.measures[measure_id].items
    return any(not materials.isdisjoint(item.materials) for item in items)


def _marked(law: Law, found: list[Change], known: date, lang: str) -> tuple[Marked, ...]:
    days: dict[date, list[Change]] = {}
    for one in found:
        days.setdefault(one.day, []).append(one)
    return tuple(
        Marked(
            sign=str(number),
            day=day,
            text=say("brief.semicolon", lang).join(_says(law, one, lang) for one in turned),
            lines=tuple(line(law, law.measures[o.measure], day, known, lang) for o in turned),
        )
        for number, (day, turned) in enumerate(sorted(days.items()), start=1)
    )


def _says(law: Law, one: Change, lang: str) -> str:
    name = title(law.measures[one.measure], lang)
    return say("brief.mark", lang, measure=name, state=state(one.after, lang))
