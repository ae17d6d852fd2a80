from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from monazite.chain.chokepoint.of_world import chokepoints
from monazite.chain.companies.company import company
from monazite.chain.exposures.all_shares import all_shares
from monazite.chain.exposures.exposure import exposure
from monazite.errors import InputError
from support.chain_magnets import magnets, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def questions(tmp_path: Path) -> dict[str, Callable[..., Any]]:
    """Everything that takes draws, in a world of two elements."""
    path = written(tmp_path, "material,quantity,unit\nDy2O3,1,kg\n")
    return {
        "exposure": lambda **how: exposure(magnets(), "DEU", "Dy", **how),
        "chokepoints": lambda **how: chokepoints(magnets(), "Dy", **how),
        "all_shares": lambda **how: all_shares(magnets(), **how),
        "company": lambda **how: company(magnets(), path, **how),
    }


@pytest.mark.parametrize("draws", [-1, 1, 2.5, True, "20"])
@pytest.mark.parametrize("name", ["exposure", "chokepoints", "all_shares", "company"])
def test_draws_are_none_or_enough_of_them(
    questions: dict[str, Callable[..., Any]], name: str, draws: Any
) -> None:
    with pytest.raises(InputError) as caught:
        questions[name](draws=draws)
    assert caught.value.field == "draws"


@pytest.mark.parametrize("name", ["exposure", "chokepoints"])
@pytest.mark.parametrize("asked", [{"sector": "foo"}, {"sector": "traction", "stage": "magnet"}])
def test_a_sector_is_one_of_the_world_and_of_final_use(
    questions: dict[str, Callable[..., Any]], name: str, asked: dict[str, str]
) -> None:
    with pytest.raises(InputError) as caught:
        questions[name](draws=0, **asked)
    assert caught.value.field == "sector"
    assert questions[name](draws=0, sector="traction")


@pytest.mark.parametrize("name", ["exposure", "chokepoints"])
def test_a_stage_is_one_that_goods_pass(
    questions: dict[str, Callable[..., Any]], name: str
) -> None:
    with pytest.raises(InputError) as caught:
        questions[name](draws=0, stage="smelting")
    assert caught.value.field == "stage"
