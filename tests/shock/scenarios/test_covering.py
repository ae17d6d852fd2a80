from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from monazite.catalogue.countries import countries, describe
from monazite.chain.stages import STAGES
from monazite.law.model import UNDETERMINED
from monazite.law.ruling import rule
from monazite.law.situation import Movement
from monazite.law.store import load
from monazite.shock.scenarios.covering import BANNED, FREE, LICENSED, Rulings
from monazite.shock.scenarios.items import representatives
from monazite.shock.scenarios.patching import PatchedLaw
from monazite.shock.scenarios.vocabulary import materials
from support.shock_scenarios import said

LEVEL = {"prohibited": BANNED, "refused_in_principle": BANNED, "licence_required": LICENSED}
PATCH = """
law:
  add: [{measure: CN-2023-23, destinations: [JP, FR], from: 2025-01-01, until: 2025-12-31}]
  suspend: [{measure: CN-2025-18, destinations: [US], from: 2025-05-01, until: 2025-09-30}]
  lift: [{measure: CN-2025-10, but: [US], from: 2025-10-01}]
"""


def every_item() -> list[tuple[str, str]]:
    return [(m, stage) for m in materials() for stage in STAGES if representatives(m, stage)]


@pytest.mark.parametrize("seed", range(3))
def test_an_answer_that_is_remembered_is_the_answer_of_the_law(seed: int) -> None:
    draw = random.Random(seed)
    laws = PatchedLaw(load(), said(PATCH).law)
    rulings = Rulings(laws)
    places = [one.iso3 for one in countries().values()]
    for _ in range(250):
        one = draw.choice(representatives(*draw.choice(every_item())))
        place = draw.choice(["USA", "JPN", "DEU", draw.choice(places)])
        day = date(2023, 6, 1) + timedelta(days=draw.randrange(1500))
        law = laws.on(day, place)
        movement = Movement("CN", describe(place).iso2, origin="CN", made_in="CN")
        answer = rule(one.item, movement, day, law=law)
        cover = rulings.cover(one, "CHN", place, day)
        assert cover.level == min(LEVEL.get(outcome, FREE) for outcome in answer.possible)


def test_a_pool_of_countries_is_as_any_country_that_no_measure_names() -> None:
    rulings = Rulings(PatchedLaw(load(), said("").law))
    (oxide,) = representatives("Dy", "refining")
    assert rulings.cover(oxide, "CHN", "ROW", date(2025, 6, 1)).level == LICENSED
    (gallium,) = representatives("Ga", "refining")
    assert rulings.cover(gallium, "CHN", "ROW", date(2025, 6, 1)).level == LICENSED
    assert rulings.cover(gallium, "CHN", "USA", date(2025, 6, 1)).level == BANNED


@pytest.mark.parametrize("good", every_item(), ids="/".join)
def test_the_parts_of_a_good_are_the_whole_and_the_law_can_rule_on_them(
    good: tuple[str, str],
) -> None:
    parts = representatives(*good)
    law = PatchedLaw(load(), said("").law).plain
    assert sum(one.share for one in parts) == pytest.approx(1.0)
    for day in (date(2010, 10, 1), date(2023, 9, 1), date(2025, 6, 1), date(2026, 12, 1)):
        for place in ("DE", "US", "JP"):
            movement = Movement("CN", place, origin="CN", made_in="CN")
            found = [rule(one.item, movement, day, law=law) for one in parts]
            assert UNDETERMINED not in {one.outcome for one in found}
