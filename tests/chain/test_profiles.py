from __future__ import annotations

from dataclasses import replace

import pytest

from monazite.chain.exposures.exposure import exposure
from monazite.chain.figures import REPORTED, Figure, Reading
from monazite.chain.network.nodes import Node
from monazite.chain.packaged.world import world
from monazite.chain.profiles import Profile, profile, profile_in
from monazite.chain.stages import MAKE, MINING
from monazite.chain.worlds import Gap, Plant, World
from monazite.cli.source import find
from monazite.errors import InputError
from support.chain_magnets import HEAVY, magnets


def ours() -> World:
    """The small world, with what two sources say of China's mines, and what nobody says."""
    first, second = (
        Figure(value, "t", 2024, source, REPORTED, (row,))
        for value, source, row in ((90.0, "one", "row/1"), (70.0, "another", "row/2"))
    )
    mine = Plant(Reading(first, (second,), "newer"), None, None, None, None)
    gaps = (
        Gap("Dy", MINING, "", "capacity", "no_capacities", filled=False),
        Gap("Dy", MINING, "JPN", "stock", "no_stocks", filled=False),
        Gap("REE", MINING, "DEU", "stock", "no_stocks", filled=False),
        Gap(HEAVY, "magnet", "", "trade", "no_bilateral_magnets", filled=True),
        Gap("Ga", MINING, "", "capacity", "no_capacities", filled=False),
    )
    return replace(magnets(), plants={Node("Dy", MINING, "CHN", MAKE): mine}, gaps=gaps)


@pytest.fixture(scope="module")
def german() -> Profile:
    return profile_in(ours(), "Germany", "dysprosium", draws=20)


def test_a_profile_is_of_what_was_asked(german: Profile) -> None:
    asked = german.country, german.material, german.element, german.year
    assert asked == ("DEU", "Dy", "Dy", 2024)
    assert german.use.use == 20
    top = german.use.ultimate[0]
    assert top.country == "CHN"
    assert top.share == pytest.approx(0.975)
    assert top.band is not None


def test_each_stage_says_who_makes_it_and_on_whom_the_country_stands(german: Profile) -> None:
    assert [one.stage for one in german.rungs] == ["mining", "refining", "magnet"]
    mining, refining, magnet = german.rungs
    assert (mining.output, refining.output, magnet.output) == (100, 100, 92)
    assert [(one.country, one.share) for one in refining.makers] == [("CHN", 0.9), ("MYS", 0.1)]
    assert refining.concentration == pytest.approx(0.82)
    assert (mining.market, refining.market, magnet.own) == (None, None, None)
    assert magnet.market is not None
    direct = {one.country: one.share for one in magnet.market.direct}
    assert direct == pytest.approx({"CHN": 0.75, "JPN": 0.25})
    assert profile_in(ours(), "JPN", "Dy", draws=0).rungs[2].own == 20


def test_sources_that_disagree_are_all_kept_and_the_chosen_one_is_named(german: Profile) -> None:
    (said,) = german.rungs[0].readings
    assert (said.country, said.material) == ("CHN", "Dy")
    assert (said.reading.chosen.value, [one.value for one in said.reading.others]) == (90, [70])


def test_sectors_add_up_to_the_use(german: Profile) -> None:
    (only,) = german.sectors
    assert (only.sector, only.use, only.share) == ("traction", 20, 1)
    assert only.ultimate[0].share == pytest.approx(german.use.ultimate[0].share)


def test_chokepoints_lie_within_their_bounds_the_worst_first(german: Profile) -> None:
    losses = [one.loss for one in german.chokepoints]
    assert losses == sorted(losses, reverse=True)
    assert {one.country for one in german.chokepoints} == {"DEU"}
    assert {one.supplier for one in german.chokepoints} == {"CHN", "JPN", "MYS", "AUS"}
    assert all(one.low - 1e-9 <= one.loss <= one.high + 1e-9 for one in german.chokepoints)
    assert german.chokepoints[0].supplier == "CHN"


def test_gaps_are_of_the_material_its_alloys_and_all_rare_earths(german: Profile) -> None:
    assert [(one.material, one.country) for one in german.gaps] == [
        ("Dy", ""), ("Dy", "JPN"), ("REE", "DEU"), (HEAVY, ""),
    ]  # fmt: skip


def test_an_alloy_is_walked_by_the_element_that_stands_most_on_one_country() -> None:
    found = profile_in(ours(), "DEU", "ndfeb heavy", draws=0)
    assert (found.material, found.element) == (HEAVY, found.use.worst)
    assert {one.material for one in found.use.elements} == {"Nd", "Dy"}


def test_a_country_that_uses_nothing_has_a_profile_of_the_world() -> None:
    found = profile_in(ours(), "FRA", "Dy", draws=0)
    assert (found.use.use, found.sectors, found.chokepoints) == (0, (), ())
    assert found.rungs[0].output == 100


@pytest.mark.parametrize(
    ("country", "material", "field"),
    [("Atlantis", "Dy", "country"), ("DEU", "Ga", "material"), ("DEU", "unobtainium", "material")],
)
def test_what_nobody_knows_is_refused(country: str, material: str, field: str) -> None:
    with pytest.raises(InputError) as caught:
        profile_in(ours(), country, material, draws=0)
    assert caught.value.field == field


def test_every_number_of_the_packaged_world_leads_to_a_row() -> None:
    found = profile("United States", "neodymium", draws=0)
    rows = {one.row for one in found.use.grounds}
    rows |= {row for note in found.notes for row in note.rows}
    for rung in found.rungs:
        for said in rung.readings:
            for figure in (said.reading.chosen, *said.reading.others):
                rows |= set(figure.rows)
    assert len(rows) > 100
    assert [row for row in sorted(rows) if not find(row)["source"]] == []


def test_at_the_separated_stage_the_united_states_stand_about_as_japan_does() -> None:
    """Within a quarter of all either way, where the mine-only index says a third (.08, .28)."""
    for year in (2022, 2024):
        states, japan = (
            exposure(world(year), country, "REE", stage="refining", draws=0)
            for country in ("USA", "JPN")
        )
        on = [next(one.share for one in each.ultimate if one.country == "CHN")
              for each in (states, japan)]  # fmt: skip
        assert min(on) > 0.5
        assert abs(on[0] - on[1]) < 0.25


def test_estimates_can_be_switched_off() -> None:
    whole, bare = (
        profile("DEU", "Dy", estimates=estimates, draws=0) for estimates in (True, False)
    )
    assert (whole.use.estimated > 0.5, bare.use.estimated) == (True, 0)
    assert any(gap.filled for gap in whole.gaps)
    assert not any(gap.filled for gap in bare.gaps)


def test_what_is_lost_without_others_has_a_band(german: Profile) -> None:
    others = [one for one in german.chokepoints if one.supplier != german.country]
    assert others
    for one in others:
        assert one.band is not None
        assert one.band.p5 - 1e-4 <= one.loss <= one.band.p95 + 1e-4
    assert all(one.band is None for one in profile_in(ours(), "DEU", "Dy", draws=0).chokepoints)


def test_a_group_has_a_profile_of_its_members_together() -> None:
    found = profile_in(ours(), "European Union", "Dy", draws=20)
    german = profile_in(ours(), "DEU", "Dy", draws=20)
    assert found.country == "EU"
    assert found.use.use == sum(one.use for one in found.use.members) == german.use.use
    # Germany alone of its members stands in this world.
    assert [one.ultimate for one in found.sectors] == [one.ultimate for one in german.sectors]
    assert [(one.supplier, one.loss) for one in found.chokepoints] == [
        (one.supplier.replace("DEU", "EU"), one.loss) for one in german.chokepoints
    ]
    assert [one.stage for one in found.rungs] == [one.stage for one in german.rungs]
    assert found.gaps == german.gaps
    assert {one.country for one in found.gaps} == {"", "DEU", "JPN"}
