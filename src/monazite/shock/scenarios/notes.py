"""What to know of a scenario that can be run: what it leaves open, and what it does not move."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.texts import say
from monazite.law.matching import profile
from monazite.law.status import IN_FORCE, state_of
from monazite.shock.scenarios.elsewhere import makes, released_into, wants
from monazite.shock.scenarios.items import representatives
from monazite.shock.scenarios.patching import open_suspensions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from monazite.law.law import Law
    from monazite.shock.model.model import Model
    from monazite.shock.scenarios.schema import Scenario
    from monazite.shock.scenarios.vocabulary import Choice

_EVERYTHING = frozenset({"ALL_GOODS", "ALL_EAR_ITEMS", "ALL_DUAL_USE"})
"""Materials of entries that are about parties and uses, whatever the goods."""


class Note(NamedTuple):
    """One thing to know; code: of the text `shock.note.CODE`, which takes `told`."""

    code: str
    told: Mapping[str, str]

    def said(self, lang: str) -> str:
        """The note in the language."""
        told = dict(self.told)
        if "reading" in told:
            told["reading"] = say(f"shock.reading.{told['reading']}", lang)
        return say(f"shock.note.{self.code}", lang, **told)


def notes(scenario: Scenario, model: Model, law: Law, before: date, last: date) -> Iterator[Note]:
    """What of the scenario changes nothing, and what it had to choose."""
    yield from _already(scenario, law, before)
    yield from _readings(scenario, model, law, last)
    yield from _untouched(scenario, model)
    for country in sorted(_named(scenario) - set(model.countries)):
        yield Note("pooled", {"country": country})


def _already(scenario: Scenario, law: Law, before: date) -> Iterator[Note]:
    for one in (*scenario.law.suspend, *scenario.law.lift):
        measure = law.measures[one.measure]
        state = state_of(law, measure, measure.effective_from, None, before, law.compiled)
        if state.state == IN_FORCE:
            yield Note("already", {"measure": one.measure})


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


def _untouched(scenario: Scenario, model: Model) -> Iterator[Note]:
    reached: dict[str, list[bool]] = {
        "supply": [bool(makes(model, one).any()) for one in scenario.supply],
        "demand": [bool(wants(model, one).any()) for one in scenario.demand],
        "stockpile": [bool(released_into(model, one).any()) for one in scenario.stockpile],
        "announced": [_any_good(model, one.goods) for one in scenario.announced],
        "bans": [_any_good(model, one.goods) for one in scenario.bans],
        "licences": [_any_good(model, one.goods) for one in scenario.licences],
        "quotas": [_any_good(model, one.goods) for one in scenario.quotas],
    }
    for name, found in reached.items():
        for number, any_ in enumerate(found):
            if not any_:
                yield Note("untouched", {"path": f"{name}[{number}]"})


def _any_good(model: Model, goods: Sequence[Choice]) -> bool:
    return any(choice.takes(*good) for choice in goods for good in model.goods)


def _named(scenario: Scenario) -> set[str]:
    """Countries that something is said of by itself; who is left out or merely listed is not."""
    return {
        *(one.through for one in scenario.hubs),
        *(one.country for one in scenario.stockpile),
        *(
            code
            for one in (*scenario.bans, *scenario.licences, *scenario.quotas)
            for code in one.origins
        ),
    }
