"""Runs tests/cases/chain: networks worked by hand, to be read and added to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import yaml

from monazite.chain.exposures.exposure import exposure
from monazite.chain.exposures.places import countries, held
from monazite.chain.exposures.tracing import trace
from monazite.chain.exposures.ultimate import passing
from monazite.chain.exposures.users import start_of
from support.chain_networks import of_case, world

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.chain.exposures.values import Exposure, Share

FILE = Path(__file__).parents[2] / "cases" / "chain" / "three_countries_four_stages.yaml"
CASE: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def shares(found: Iterable[Share]) -> dict[str, float]:
    return {one.country: one.share for one in found}


@pytest.fixture(scope="module")
def found() -> Exposure:
    return exposure(world(of_case(CASE)), CASE["user"], CASE["element"], draws=0)


def test_the_use_and_its_direct_shares(found: Exposure) -> None:
    assert found.use == pytest.approx(CASE["use"])
    assert shares(found.direct) == pytest.approx(CASE["direct"])
    assert found.direct_unknown == pytest.approx(0)


@pytest.mark.parametrize("stage", CASE["made"])
def test_where_it_was_made_at_each_stage(found: Exposure, stage: str) -> None:
    at = next(one for one in found.made if one.stage == stage)
    assert shares(at.shares) == pytest.approx(CASE["made"][stage], abs=1e-12)
    assert at.unknown == pytest.approx(CASE["made_unknown"][stage], abs=1e-12)
    assert at.later == pytest.approx(0, abs=1e-12)


def test_the_ultimate_shares(found: Exposure) -> None:
    assert shares(found.ultimate) == pytest.approx(CASE["ultimate"], abs=1e-12)
    assert found.unknown == pytest.approx(CASE["of_unknown_origin"], abs=1e-12)


def test_the_forms_in_which_it_came(found: Exposure) -> None:
    forms = {f"{one.stage} {one.seller or 'unknown'}": one.share for one in found.forms}
    assert forms == pytest.approx(CASE["forms"], abs=1e-12)
    assert found.finished == pytest.approx(CASE["finished"])


def test_what_only_passed_a_country() -> None:
    network = of_case(CASE)
    tracing, names = trace(network), countries(network)
    start = start_of(network, held(network, network.edges.amount), "DEU", "sector", "", "")
    through = dict(zip(names, start / start.sum() @ passing(tracing, names), strict=True))
    assert {name: through[name] for name in CASE["passing"]} == pytest.approx(CASE["passing"])
    assert through["DEU"] == pytest.approx(1)


def test_a_market_at_one_stage_has_shares_of_its_own() -> None:
    oxide = exposure(world(of_case(CASE)), "DEU", "Dy", stage="refining", draws=0)
    assert shares(oxide.direct) == pytest.approx({"DEU": 0.25, "CHN": 0.25, "JPN": 0.2})
    assert oxide.direct_unknown == pytest.approx(0.3)
    assert [one.stage for one in oxide.made] == ["mining", "refining"]
    assert np.isclose(oxide.use, 40)
