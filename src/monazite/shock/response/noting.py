"""What is to be known of an answer: what the plan leaves out, and which projects are no options."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from monazite.catalogue.texts import LANGS, say
from monazite.shock.model.places import REST
from monazite.shock.response.spreads import printed
from monazite.shock.scenarios.reading import names, packaged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.response.setting_of import Posed
    from monazite.shock.response.world.runs import Run

    Note = dict[str, str]

_BETWEEN = "chain.pictures.between"
_WHYS = ("capex", "first_year", "capacity", "past", "late")
_LEFT: Mapping[str, Callable[[Schedule], bool]] = MappingProxyType({
    "hubs": lambda schedule: len(schedule.hubs.row) > 0,
    "admitted": lambda schedule: bool(np.any(schedule.elsewhere.admitted < 1)),
    "released": lambda schedule: bool(np.any(schedule.elsewhere.released > 0)),
    "duty": lambda schedule: bool(np.any(schedule.edges.duty > 0)),
})  # fmt: skip
"""By note whether a schedule does what has no place in the programme."""


def notes(posed: Posed) -> tuple[Note, ...]:
    """In English and Chinese, the most general first; then what is to be known of the scenarios."""
    of_scenarios = dict.fromkeys(tuple(sorted(n.items())) for r in posed.runs for n in r.case.notes)
    return (
        _note("seen"),
        *((_note("cap"),) if posed.setting.limits.cap < 1 else ()),
        *_of_runs(posed.runs),
        _note("market"),
        *_of_regions(posed),
        *_of_spreads(posed),
        *_of_projects(posed),
        *(dict(each) for each in of_scenarios),
    )


def titles(name: str) -> Note:
    """The title of a packaged scenario by its id; the id of any other."""
    if name in names():
        return packaged(name).title.model_dump()
    return dict.fromkeys(LANGS, name)


def _of_runs(runs: Sequence[Run]) -> Iterator[Note]:
    """What scenarios do that has no place in the programme."""
    for code, does in _LEFT.items():
        found = [titles(run.case.name) for run in runs if does(run.case.schedule)]
        if found:
            yield {
                lang: _said(code, lang, futures=_joined([one[lang] for one in found], lang))
                for lang in LANGS
            }


def _of_regions(posed: Posed) -> Iterator[Note]:
    count = sum(region == REST for region in posed.worlds.regions.values())
    if count > 1:
        yield _note("grouped", count=count)


def _of_spreads(posed: Posed) -> Iterator[Note]:
    for one in printed(posed.runs):
        yield _note("spread", good=one.good, times=f"{one.row.observed:g}", day=one.row.when)


def _of_projects(posed: Posed) -> Iterator[Note]:
    for why in _WHYS:
        named = [project.name for project, each in posed.left if each == why]
        if named:
            yield {lang: _said(why, lang, names=_joined(named, lang)) for lang in LANGS}


def _note(code: str, **told: object) -> Note:
    return {lang: _said(code, lang, **told) for lang in LANGS}


def _said(code: str, lang: str, **told: object) -> str:
    return say(f"shock.planner.note.{code}", lang, **told)


def _joined(words: Sequence[str], lang: str) -> str:
    return say(_BETWEEN, lang).join(words)
