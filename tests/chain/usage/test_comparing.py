"""The two maps side by side."""

from __future__ import annotations

from decimal import Decimal

import pytest

from monazite.chain.exposures.exposure import exposure
from monazite.chain.usage.comparing import Difference, compared
from monazite.chain.usage.overlay import laid_over
from monazite.chain.usage.tally import RELEASED, tally
from support.usage import delivery, world

YEAR = 1460


def found(**said: object) -> dict[tuple[str, str], Difference]:
    gallium = {"form": "oxide", "contains": (("Ga", Decimal("0.5")),), "sector": "electronics"}
    rows = tally([delivery(**{**gallium, **said})])
    return {(d.country, d.sector): d for d in compared(world(), rows.amounts, "CHN", YEAR)}


def test_each_sector_and_the_country_stand_there() -> None:
    # 192 t of goods, half gallium, in four years: 24 t a year.
    maps = found(licensed_kg=Decimal(384_000), released_kg=Decimal(192_000))
    assert maps.keys() == {("JPN", ""), ("JPN", "electronics")}
    sector, whole = maps["JPN", "electronics"], maps["JPN", ""]
    assert (sector.licensed, sector.released) == (48.0, 24.0)
    assert (sector.statistical, whole.statistical) == (30.0, 50.0)
    assert (sector.share, whole.share) == pytest.approx((0.8, 0.8))
    assert sector.share_seen == pytest.approx(0.8 + 0.2 * 8 / 13)
    # 24 from China straight, 26 from Japan's market.
    assert whole.share_seen == pytest.approx((24 + 26 * 8 / 13) / 50)
    assert (sector.unknown, sector.unknown_seen) == pytest.approx((0.0, 0.0))
    assert not sector.more_than_known


def test_what_is_licensed_alone_moves_no_share() -> None:
    sector = found(licensed_kg=Decimal(400_000), released_kg=Decimal(0))["JPN", "electronics"]
    assert sector.share_seen == sector.share
    assert sector.licensed == 50.0


def test_a_use_that_statistics_do_not_know_has_no_statistical_figure() -> None:
    maps = found(country="OMN", released_kg=Decimal(4000))
    sector = maps["OMN", "electronics"]
    assert (sector.statistical, sector.share, sector.unknown) == (None, None, None)
    assert sector.share_seen == pytest.approx(1.0)
    assert sector.more_than_known


def test_more_than_is_known_to_be_used_says_so() -> None:
    assert found(released_kg=Decimal(800_000))["JPN", "electronics"].more_than_known


def test_an_element_without_a_network_is_left_out() -> None:
    assert found(contains=(("Ge", Decimal("0.5")),)) == {}


def test_every_function_of_a_world_can_be_asked_of_what_the_desk_saw() -> None:
    rows = tally([
        delivery(
            form="oxide", contains=(("Ga", Decimal("0.5")),), sector="electronics",
            released_kg=Decimal(192_000),
        )
    ])  # fmt: skip
    seen = laid_over(world(), rows.amounts, RELEASED, YEAR)
    (sector,) = (d for d in compared(world(), rows.amounts, "CHN", YEAR) if d.sector)
    told = exposure(seen, "JPN", "Ga", sector="electronics", draws=0)
    assert told.use == 30.0
    assert {each.country: each.share for each in told.ultimate}["CHN"] == pytest.approx(
        sector.share_seen
    )
