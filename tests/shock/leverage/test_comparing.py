"""Packages, from outside: what is given comes back to both, and nothing given is nothing gained."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.shock.leverage.comparing import compare
from monazite.shock.leverage.reading import package
from support.shock_leverage import BAN, middle

if TYPE_CHECKING:
    from monazite.shock.leverage.results import Comparison, Gain, PackageValue

pytestmark = pytest.mark.usefixtures("_plain")


def gain(found: PackageValue, giver: str | None, country: str, months: int) -> Gain:
    (one,) = [
        row.gain for row in found.gains
        if (row.giver, row.months, row.gain.country) == (giver, months, country)
    ]  # fmt: skip
    return one


def test_what_stands_is_what_any_package_gives_something_of(compared: Comparison) -> None:
    assert compared.standing == (BAN,)
    assert [one.id for one in compared.packages] == ["nothing", "one-for-one"]


def test_nothing_that_can_be_counted_is_nothing_gained(compared: Comparison) -> None:
    nothing = compared.packages[0]
    (give,) = nothing.gives
    assert not give.countable
    assert give.why is not None
    for row in nothing.gains:
        assert middle(row.gain.output) == 0


def test_a_ban_that_is_suspended_brings_sales_back(compared: Comparison) -> None:
    one = compared.packages[1]
    assert middle(gain(one, None, "CHN", 3).tonnes) > 0
    assert middle(gain(one, None, "CHN", 3).tonnes) > middle(gain(one, None, "CHN", 1).tonnes)


def test_of_one_giver_the_part_is_the_whole(compared: Comparison) -> None:
    one = compared.packages[1]
    assert gain(one, "CHN", "CHN", 3) == gain(one, None, "CHN", 3)


def test_the_difference_to_a_package_of_nothing_is_the_package(compared: Comparison) -> None:
    (more,) = [row for row in compared.differences if row.months == 3]
    assert (more.package, more.than) == ("one-for-one", "nothing")
    assert more.gain == gain(compared.packages[1], None, "CHN", 3)


def test_gives_are_moved_to_the_day_of_the_comparison(compared: Comparison) -> None:
    (give,) = compared.packages[1].gives
    assert (give.first, give.last) == ("2027-01-10", None)
    assert give.title["en"].startswith("No gallium")


def test_commitments_stand_beside_with_their_words_and_what_followed(compared: Comparison) -> None:
    (promise,) = compared.packages[1].commitments
    assert promise.quoted
    assert promise.kept > 0
    assert promise.disputed == ("CN-2025-18",)


@pytest.mark.parametrize("names", [[], ["geneva-2025-05", "geneva-2025-05"]])
def test_packages_are_named_once(names: list[str]) -> None:
    with pytest.raises(InputError) as error:
        compare(names, draws=1)
    assert error.value.field == "packages"


@pytest.mark.slow
def test_packaged_packages_can_be_laid_side_by_side() -> None:
    found = compare([package("geneva-2025-05"), "lift-all-for-all"], horizons=(3,), draws=1)
    assert {one.gain.country for one in found.differences} == {"CHN", "USA"}
    assert {give.countable for one in found.packages for give in one.gives} == {True, False}
