"""What is wrong with a planner's question: every problem at once, each with its remedy."""

from __future__ import annotations

from itertools import combinations
from math import isfinite, isnan
from typing import TYPE_CHECKING

from monazite.catalogue import country_groups
from monazite.catalogue.countries import countries as every_country
from monazite.catalogue.countries import describe
from monazite.catalogue.countries import find as find_country
from monazite.catalogue.words import nearest
from monazite.errors import InputError, MonaziteError
from monazite.shock.model.places import HOME, MOST
from monazite.shock.response.setting import WAYS
from monazite.shock.scenarios.vocabulary import sectors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from monazite.shock.response.ask import Ask

LONGEST = 120
"""Months that are planned at most: beyond ten years no parameter of the simulation holds."""
DRAWS = 2**20
"""Draws at most, as of a run."""
COUNTRY = "country"
"""The code of a word that is no country: what is near it is said in the reader's language."""
_ROUNDING = 1e-9
_MONTHS = 12
_MARKETS_BESIDE = 2
"""Regions that a model has besides the planner's: the country that controls, and the rest."""


class AskError(MonaziteError):
    """A question that cannot be answered; every problem names the field, the value, the remedy."""

    def __init__(self, problems: Iterable[InputError]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def problems(ask: Ask) -> Iterator[InputError]:
    """Everything that is wrong in what was asked."""
    yield from _of_countries(ask)
    yield from _of_futures(ask)
    yield from _of_time(ask)
    yield from _of_limits(ask)
    yield from _of_serve(ask)
    yield from _of_size(ask)


def _of_countries(ask: Ask) -> Iterator[InputError]:
    if not ask.countries:
        yield InputError("for", None, "one country or more, as JPN, DE or EU")
    known: dict[str, frozenset[str]] = {}
    for word in ask.countries:
        group = country_groups.find(word)
        if find_country(word) is not None:
            iso3 = describe(word).iso3
            known[word] = frozenset({iso3})
        elif group is not None:
            known[word] = frozenset(country_groups.country_groups()[group].members(2025))
        else:
            close = near_countries(word, "en")
            hint = f"; near: {', '.join(close)}" if close else ""
            yield InputError("for", word, f"a country or EU{hint}", COUNTRY)
    for word, members in known.items():
        if HOME in members:
            yield InputError("for", word, f"a country other than {HOME}, whose controls are met")
    for (one, members), (other, others) in combinations(known.items(), 2):
        if members & others:
            yield InputError("for", f"{one}, {other}", "each country once, alone or in its group")


def near_countries(word: str, lang: str) -> tuple[str, ...]:
    """Countries whose name or code is like the word, in a language; none where none is."""
    every = every_country().values()
    said = {c.iso3: c.name_zh if lang == "zh" else c.name_en for c in every}
    spelled = {each: c.iso3 for c in every for each in (c.iso3, c.name_zh, c.name_en)}
    return tuple(dict.fromkeys(said[spelled[each]] for each in nearest(word, spelled)))


def _of_futures(ask: Ask) -> Iterator[InputError]:
    if not ask.futures:
        yield InputError("future", None, "one scenario or more, with its probability")
    names = [scenario.id for scenario, _ in ask.futures]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield InputError("future", name, "each scenario once")
    for scenario, probability in ask.futures:
        if not 0 < probability <= 1 + _ROUNDING:
            said = f"{scenario.id}={probability:g}"
            yield InputError("future", said, "a probability above 0, up to 1")
    total = sum(probability for _, probability in ask.futures)
    if isfinite(total) and total > 1 + _ROUNDING:
        yield InputError("future", f"{total:g}", "probabilities that add up to 1 at most")


def _of_time(ask: Ask) -> Iterator[InputError]:
    if not 1 <= ask.months <= LONGEST:
        yield InputError("months", ask.months, f"a whole number from 1 to {LONGEST}")
    if not ask.futures:
        return
    begins = ask.begins
    last = _month(begins) + ask.months - 1
    for scenario, _ in ask.futures:
        starts = scenario.starts
        if _month(starts) < _month(begins):
            accepted = f"a month no later than {starts:%Y-%m}, in which {scenario.id} begins"
            yield InputError("from", f"{begins:%Y-%m}", accepted)
        elif _month(starts) > last and ask.months >= 1:
            least = _month(starts) - _month(begins) + 1
            accepted = f"{least} or more: {scenario.id} begins in {starts:%Y-%m}"
            yield InputError("months", ask.months, accepted)


def _month(day: date) -> int:
    return _MONTHS * day.year + day.month


def _of_limits(ask: Ask) -> Iterator[InputError]:
    if isnan(ask.budget_musd) or ask.budget_musd < 0:
        yield InputError("budget", f"{ask.budget_musd:g}", "0 or more, in million US$")
    if not 0 < ask.cap <= 1:
        accepted = "a share above 0, up to 1, which is no cap; 65 % is .65"
        yield InputError("cap", f"{ask.cap:g}", accepted)
    if not 0 < ask.tail <= 1:
        yield InputError("tail", f"{ask.tail:g}", "a part above 0, up to 1")
    for name, value in (("tail", ask.tail_weight), ("growth", ask.growth or 0.0)):
        if not (isfinite(value) and value >= 0):
            yield InputError(name, f"{value:g}", "0 or more")
    if not 0 <= ask.others <= 1:
        yield InputError("others", f"{ask.others:g}", "a weight from 0 to 1")
    for way in sorted(ask.ways - set(WAYS)):
        yield InputError("ways", way, f"one of {', '.join(WAYS)}")


def _of_serve(ask: Ask) -> Iterator[InputError]:
    for sector, months in ask.serve.items():
        if sector not in sectors():
            close = ", ".join(nearest(sector, sectors()))
            known = f"near: {close}" if close else f"one of {', '.join(sectors())}"
            yield InputError("serve", sector, f"a sector; {known}")
        elif not 1 <= months <= max(1, ask.months):
            accepted = f"1 to {ask.months} months, as the plan reaches no further"
            yield InputError("serve", f"{sector}={months}", accepted)


def _of_size(ask: Ask) -> Iterator[InputError]:
    least = len(ask.countries) + _MARKETS_BESIDE
    if not least <= ask.regions <= MOST:
        yield InputError("regions", ask.regions, f"a whole number from {least} to {MOST}")
    if not 0 <= ask.draws <= DRAWS:
        yield InputError("draws", ask.draws, f"0, for no simulation, to {DRAWS:,}")
    if ask.seed < 0:
        yield InputError("seed", ask.seed, "0, or a whole number above it")
    for path in ask.projects:
        if not path.is_file():
            yield InputError("projects", path, "the path of a CSV file")
