"""What happened, beside an event that was run by itself: put there when all draws are done.

Nothing here moves a draw: the months that statistics know are shown, and how many marks of the
event the model misses (`standing`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from monazite.catalogue.texts import LANGS, say
from monazite.shock.scenarios.reading import packaged
from monazite.shock.validation import standing
from monazite.shock.validation.cases import CASES
from monazite.shock.validation.observed import observations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.results.outcome import Outcome
    from monazite.shock.scenarios.schema import Scenario
    from monazite.shock.validation.cases import Case


def beside(found: Outcome, scenario: Scenario) -> Outcome:
    """The same with what is known of the event; as it is where the scenario is no packaged one."""
    event = next((one for one in CASES if one.scenario == scenario.id), None)
    if event is None or not _unchanged(scenario):
        return found
    if scenario.scope != packaged(event.scenario).scope:
        return replace(found, notes=(*found.notes, _elsewhere(event)))
    seen = _seen(event)
    months = tuple(
        replace(one, observed_t=seen.get((one.meter, one.month))) for one in found.months
    )
    return replace(found, months=months, notes=(*found.notes, _held(event)))


def _unchanged(scenario: Scenario) -> bool:
    """Whether it says what the packaged one says, for whatever materials and weeks."""
    known = packaged(scenario.id)
    free = {"scope": known.scope, "weeks": known.weeks}
    return scenario.model_copy(update=free) == known


def _seen(event: Case) -> Mapping[tuple[str, str], float]:
    """T by meter and month."""
    return {
        (one.of, one.when): one.observed
        for one in observations(event.year)
        if one.reading == "flow"
    }


def _held(event: Case) -> dict[str, str]:
    known = standing.packaged()
    names = dict.fromkeys(one.case for one in observations(event.year))
    whole = standing.summed(known[name] for name in names)
    told = {"marks": whole.marks, **whole._asdict()}
    return {lang: say("shock.standing.held", lang, **told) for lang in LANGS}


def _elsewhere(event: Case) -> dict[str, str]:
    materials = packaged(event.scenario).scope
    return {
        lang: say(
            "shock.standing.elsewhere",
            lang,
            materials=say("chain.pictures.between", lang).join(materials),
        )
        for lang in LANGS
    }
