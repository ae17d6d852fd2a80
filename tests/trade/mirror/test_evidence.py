from __future__ import annotations

import pytest

from monazite.trade.mirror.evidence import capacity, capacity_growth, leg_rose, market_rank


def rose(kg: float, months: int, base_kg: float, base_months: int) -> float | None:
    found = leg_rose(
        "outward",
        "THA",
        "282580",
        kg=kg,
        months=months,
        base_kg=base_kg,
        base_months=base_months,
        level="country",
        source="here",
    )
    return None if found is None else found.figures["times_base"]


def test_a_leg_is_compared_month_by_month() -> None:
    assert rose(3_834, 5, 3_834, 36) == pytest.approx(7.2)
    assert rose(200, 2, 600, 12) == 2
    assert rose(199, 2, 600, 12) is None
    assert rose(1, 1, 0, 12) == float("inf")


@pytest.mark.parametrize(
    ("rank", "before", "new"), [(3, 11, True), (1, 30, True), (4, 11, False), (3, 10, False)]
)
def test_a_newcomer_is_in_the_first_three_and_was_not_in_the_first_ten(
    rank: int, before: int, new: bool
) -> None:
    assert (
        market_rank("THA", "282580", rank=rank, rank_before=before, source="here") is not None
    ) is new


@pytest.mark.parametrize(
    ("known", "times", "plants", "mines", "mismatch"),
    [
        (100.0, 2, 3, 3, True),  # 120 a month leave, 100 can be made
        (110.0, 9, 1, 0, False),  # within 15 %
        (None, 5, 1, 0, True),
        (None, 4, 1, 0, False),
        (None, 9, 2, 0, False),
        (None, 9, 0, 1, False),
    ],
)
def test_what_leaves_is_set_against_what_can_be_made(
    known: float | None, times: float, plants: int, mines: int, mismatch: bool
) -> None:
    found = capacity(
        "THA",
        "282580",
        outward_kg_month=120,
        times_base=times,
        capacity_kg_month=known,
        plants=plants,
        mines=mines,
        source="here",
    )
    assert (found is not None) is mismatch
    if found is not None:
        assert ("capacity_kg_month" in found.figures) is (known is not None)


def test_growth_of_capacity_brings_its_own_explanation() -> None:
    found = capacity_growth("THA", "282580", kg_month=50, source="here")
    assert (found.figures["kg_month"], found.explanations) == (50, ("production_at_home",))
