"""What to know of a scenario that can be run: what it leaves open, and what it does not move."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.countries import describe
from monazite.catalogue.texts import say
from monazite.law.matching import profile
from monazite.law.status import IN_FORCE, state_of
from monazite.shock.scenarios.holding import statutory
from monazite.shock.scenarios.idle.absent import absent
from monazite.shock.scenarios.idle.every import idle
from monazite.shock.scenarios.idle.standing import ended, unheld
from monazite.shock.scenarios.idle.unmet import unmet
from monazite.shock.scenarios.items import representatives
from monazite.shock.scenarios.patching import open_suspensions

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from datetime import date

    from monazite.law.law import Law
    from monazite.shock.model.model import Model
    from monazite.shock.scenarios.found import Found
    from monazite.shock.scenarios.schema import Scenario

_EVERYTHING = frozenset({"ALL_GOODS", "ALL_EAR_ITEMS", "ALL_DUAL_USE"})
"""Materials of entries that are about parties and uses, whatever the goods."""
_NAMED = {"reading": "shock.reading", "reason": "shock.idle"}
"""What is told by the name of a text of its own."""
_LISTED = {"measure", "materials", "after"}
"""What may be several, with a comma between."""


class Note(NamedTuple):
    """One thing to know; code: of the text `shock.note.CODE`, which takes `told`."""

    code: str
    told: Mapping[str, str]

    def said(self, lang: str) -> str:
        """The note in the language."""
        told, between = dict(self.told), say("chain.pictures.between", lang)
        for name in _LISTED & told.keys():
            told[name] = between.join(told[name].split(", "))
        for name, family in _NAMED.items():
            if name in told:
                told[name] = say(f"{family}.{told[name]}", lang)
        if "countries" in told:
            told["countries"] = between.join(_names(told["countries"].split(", "), lang))
        return say(f"shock.note.{self.code}", lang, **told)


def _names(codes: Iterable[str], lang: str) -> Iterator[str]:
    """Countries (ISO3) by their names in the language."""
    for one in map(describe, codes):
        yield one.name_zh if lang == "zh" else one.name_en


def notes(found: Found) -> Iterator[Note]:
    """What the flows are made under, what was chosen, and what of the scenario moves nothing."""
    yield from _since(found)
    yield from _readings(found.scenario, found.model, found.law, found.last)
    still = dict(idle(found))
    for path, reason in still.items():
        yield Note("idle", {"path": path, "reason": reason})
    yield from _ended(found, still)
    for paths, countries in unmet(found):
        yield Note("unmet", {"path": paths, "countries": countries})
    for one in absent(found):
        told = {"path": one.paths, "countries": one.countries}
        yield Note("indirect" if one.indirect else "absent", told)
    yield from _unheld(found)
    yield from _drawn(found)
    for name in sorted(statutory(found.asked)):
        yield Note("statutory", {"measure": name})


def _since(found: Found) -> Iterator[Note]:
    """Measures of the law that came between the flows and the run, and hold something in it."""
    held = frozenset().union(*(one.reach[0].measures for one in found.asked if one.reach[0].new))
    came = sorted(
        name
        for name in held & found.law.measures.keys()
        if _in_force(found.law, name, found.since.before)
        and not _in_force(found.law, name, found.since.flows)
    )
    if came:
        told = {"measure": ", ".join(came), "year": str(found.since.flows.year)}
        yield Note("since", told)


def _in_force(law: Law, name: str, day: date) -> bool:
    measure = law.measures[name]
    found = state_of(law, measure, measure.effective_from, None, day, law.compiled)
    return found.state == IN_FORCE


def _readings(scenario: Scenario, model: Model, law: Law, last: date) -> Iterator[Note]:
    patched = {
        one.measure for one in (*scenario.law.add, *scenario.law.suspend, *scenario.law.lift)
    }
    about = _about(model, law)
    found: dict[date, list[str]] = {}
    for one in open_suspensions(law):
        measure = law.measures.get(one.target or "")
        if measure is None or measure.id in patched or measure.id not in about:
            continue
        if one.until is not None and one.until < last and measure.departures.mode == "only":
            found.setdefault(one.until, []).append(measure.id)
    for day, names in sorted(found.items()):
        told = {"measure": ", ".join(sorted(names)), "day": day.isoformat()}
        yield Note("reading", told | {"reading": scenario.law.open})


def _about(model: Model, law: Law) -> frozenset[str]:
    """Measures of which an entry that names materials may hold a good of the model."""
    items = [one.item for good in model.goods for one in representatives(*good)]
    atoms = [match.atom for item in items for match in profile(law, item) if match.condition]
    return frozenset(
        atom.measure.id for atom in atoms if atom.item and not _EVERYTHING & {*atom.item.materials}
    )


def _drawn(found: Found) -> Iterator[Note]:
    """Numbers of friction that a run does not take as they stand."""
    used = {held.entry for _, held, _, _ in found.cells() if held.files}
    fixed = found.scenario.assume
    for name in ("review_weeks", "throughput"):
        entries = [
            f"friction[{number}]"
            for number, one in enumerate(found.scenario.friction)
            if number in used and getattr(one, name) is not None and name not in fixed
        ]
        if entries:
            yield Note("drawn", {"path": ", ".join(entries), "name": name})


def _unheld(found: Found) -> Iterator[Note]:
    """Materials of the scope of which nothing is held in any week that is not in the flows."""
    for measures, materials in unheld(found).items():
        told = {"materials": ", ".join(materials)}
        if measures:
            yield Note("in_flows", told | {"measure": ", ".join(measures)})
        else:
            yield Note("unheld", told)


def _ended(found: Found, idle_: Container[str]) -> Iterator[Note]:
    """Measures of entries that move nothing, as they ended before the run."""
    for one in ended(found, idle_):
        told = {"path": one.path, "measure": one.measure, "day": one.last.isoformat()}
        if one.after:
            yield Note("replaced", told | {"after": ", ".join(one.after)})
        else:
            yield Note("ended", told)
