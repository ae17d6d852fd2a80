"""What is said of the United States, of magnets, and of what is not known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from monazite.chain.exposures.exposure import exposure
from monazite.chain.magnet_cover import magnet_cover
from monazite.chain.notes import Note, notes
from monazite.chain.packaged.world import world
from monazite.chain.profiles import profile_in
from monazite.chain.words import sector
from support.chain_magnets import magnets

if TYPE_CHECKING:
    from monazite.chain.worlds import World


@pytest.fixture(scope="module")
def known() -> World:
    return world(2024)


def of(found: World, country: str, material: str) -> dict[str, Note]:
    return {one.code: one for one in profile_in(found, country, material, draws=0).notes}


def test_the_united_states_are_told_why_their_mine_does_not_make_them_safe(known: World) -> None:
    note = of(known, "USA", "REE")["mine_only"]
    said = note.values
    for name in ("mine_index", "stage_index", "other_index"):
        assert isinstance(said[name], float)
    assert said["mine_index"] < 0.4 * said["stage_index"]  # type: ignore[operator]
    assert 0.7 < said["stage_index"] / said["other_index"] < 1.3  # type: ignore[operator]
    assert said["top_country"] == "CHN"
    assert said["share"] > 0.5  # type: ignore[operator]
    assert "GeoPolRisk 0.06" in note.text("en")
    assert "日本" in note.text("zh")


def test_nobody_else_prints_what_it_separates(known: World) -> None:
    assert "mine_only" not in of(known, "AUS", "REE")
    assert "mine_only" not in of(known, "USA", "Nd")


def test_at_the_magnet_stage_it_is_said_how_much_the_printed_destinations_cover(
    known: World,
) -> None:
    note = of(known, "USA", "NdFeB-heavy")["magnets_printed"]
    assert note.values["own_t"] == 7444
    assert "13%" in note.text("en")
    assert "7,444" in note.text("zh")
    assert note.rows[0] == "magnets/2024/WORLD"
    other = of(known, "DEU", "Nd")["magnets_of_others"]
    assert "some months of 2025 stands for the year" in other.text("en")
    assert "2025" in other.text("zh")
    assert "magnets_unnamed" in of(known, "CHN", "Nd")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_imports_inside_products_that_nobody_counts_are_not_called_zero(
    known: World, lang: str
) -> None:
    for country in ("DEU", "JPN", "KOR"):
        assert exposure(known, country, "NdFeB-heavy", draws=0).finished is None
        assert of(known, country, "NdFeB-heavy")["finished_unknown"].text(lang)
    american = profile_in(known, "USA", "NdFeB-heavy", draws=0)
    assert american.use.finished is not None
    assert 0.05 < american.use.finished < 0.95
    assert "finished_unknown" not in {one.code for one in american.notes}
    assert "no_component_trade" in {one.why for one in american.gaps}


@pytest.mark.parametrize("country", ["FRA", "ITA", "MEX", "CZE"])
def test_a_country_that_is_counted_with_the_rest_of_the_world_is_told_so_first(
    known: World, country: str
) -> None:
    found = profile_in(known, country, "Dy", draws=0)
    first = found.notes[0]
    assert first.code == "left_out"
    assert first.values["through_share"] > 0.5  # type: ignore[operator]
    assert "Rest of the world" in first.text("en")
    assert "世界其他地区" in first.text("zh")
    assert found.chokepoints == ()
    magnets_alone = profile_in(known, country, "NdFeB-heavy", draws=0)
    assert magnets_alone.use.use == 0
    assert magnets_alone.notes[0].values["through_share"] == pytest.approx(1)


def test_who_is_named_and_who_buys_no_magnets_lacks_nothing(known: World) -> None:
    assert exposure(known, "DEU", "Dy", draws=0).left_out is None
    assert exposure(known, "FRA", "Ga", draws=0).left_out is None
    assert exposure(known, "FRA", "Dy", stage="refining", draws=0).left_out is None


def test_a_use_that_is_what_a_sum_leaves_over_is_no_printed_figure(known: World) -> None:
    found = exposure(known, "MYS", "REE", draws=0)
    assert found.guessed == pytest.approx(1, abs=1e-6)
    assert of(known, "MYS", "REE").keys() & {"use_estimated", "estimated", "estimated_all"}


def test_a_year_without_a_total_says_so() -> None:
    found = magnets()
    earlier = replace(found, year=2020)
    (note,) = notes(earlier, "DEU", "Dy", exposure(found, "DEU", "Dy", draws=0),
                    profile_in(found, "DEU", "Dy", draws=0).rungs)  # fmt: skip
    assert (note.code, note.rows) == ("magnets", ())
    assert "2020" in note.text("en")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_is_not_known_or_filled_in_is_said(lang: str) -> None:
    found = magnets()
    use = exposure(found, "DEU", "Dy", draws=0)
    unsure = replace(use, unknown=0.002, estimated=0.5, finished=0.25)
    told = {one.code: one.text(lang) for one in notes(found, "DEU", "Ga", unsure, ())}
    assert told.keys() == {"finished", "estimated", "unknown"}
    assert "<1%" in told["unknown"]
    assert "50%" in told["estimated"]
    whole = notes(found, "DEU", "Ga", replace(use, estimated=1.0), ())
    assert [one.code for one in whole] == ["estimated_all"]


def test_a_by_product_is_told_with_what_its_host_could_give(known: World) -> None:
    note = of(known, "JPN", "Ga")["by_product_ALUMINA"]
    assert note.values["maker_country"] == "CHN"
    assert note.values["host_t"] == 85_500_000
    assert note.values["least_t"] < note.values["could_t"] < note.values["most_t"]  # type: ignore[operator]
    assert note.values["made_t"] == pytest.approx(974, rel=0.01)
    assert note.rows == ("usgs-world/alumina-CN-2024", "by-products/Ga/ALUMINA")
    assert "85,500,000 t of alumina made in China" in note.text("en")
    assert "氧化铝" in note.text("zh")


def test_germanium_follows_zinc_and_what_is_mined_for_itself_follows_nothing(known: World) -> None:
    assert "by_product_Zn" in of(known, "DEU", "Ge")
    assert not any(code.startswith("by_product") for code in of(known, "DEU", "Sb"))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_nobody_can_account_for_is_not_called_a_use(known: World, lang: str) -> None:
    note = of(known, "CHN", "Ga")["unexplained_rest"]
    assert note.values["rest_t"] == pytest.approx(631, rel=0.01)
    assert "631" in note.text(lang)
    assert "unexplained_rest" in {one.why for one in profile_in(known, "CHN", "Ga", draws=0).gaps}
    assert "unexplained_rest" not in of(known, "JPN", "Ga")
    named = {one.sector: one.use for one in profile_in(known, "CHN", "Ga", draws=0).sectors}
    assert named["unexplained"] == note.values["rest_t"]
    assert sector("unexplained", lang) != sector("other", lang)


def test_graphite_says_which_of_two_quantities_it_is(known: World) -> None:
    note = of(known, "DEU", "GRAPHITE")["graphite_all"]
    assert note.values["synthetic_t"] == pytest.approx(3.28e6, rel=0.01)
    assert "人造石墨" in note.text("zh")
    before = of(world(2023), "DEU", "GRAPHITE")["graphite_flake"]
    assert "2023" in before.text("en")
    assert "2023" in before.text("zh")
    assert not any(code.startswith("graphite") for code in of(known, "DEU", "Sb"))


def test_a_group_is_told_first_how_many_of_its_members_stand_in_the_sum(known: World) -> None:
    found = profile_in(known, "EU", "Dy", draws=0)
    first, left = found.notes[0], of(known, "EU", "Dy")["group_left_out"]
    used = sum(one.use > 0 for one in found.use.members)
    assert (first.code, first.values["count"], first.values["known"]) == ("group", 27, used)
    assert "France" in left.text("en")
    assert "法国" in left.text("zh")
    assert "Germany" not in left.text("en")
    # Of gallium nobody is counted with the rest of the world; of most members nothing is known.
    of_gallium = of(known, "EU", "Ga")
    assert "group_left_out" not in of_gallium
    assert "Italy" in of_gallium["group_unknown"].text("en")
    assert "意大利" in of_gallium["group_unknown"].text("zh")


def test_what_is_printed_of_a_members_magnets_is_told_of_the_group(known: World) -> None:
    cover = magnet_cover(2024)
    assert cover is not None
    printed = sum(cover.known_t[name] for name in ("JPN", "USA"))
    assert of(known, "G7", "Nd")["magnets_printed"].values["own_t"] == printed
    assert "magnets_of_others" in of(known, "EU", "Nd")
