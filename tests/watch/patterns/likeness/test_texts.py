from __future__ import annotations

from datetime import date, timedelta

import pytest

from monazite.watch.patterns.likeness.texts import Shingled

FIRST = date(2026, 1, 1)
ENGLISH = (
    "The antimony trioxide serves as a flame retardant in cable sheaths of the second line at our "
    "works; monthly need 1.6 tonnes, stock two months."
)
CHINESE = (
    "三氧化二锑用于本公司第二条生产线电缆护套阻燃剂，每月用量一点六吨，库存两个月，不转售不转让。"
)


def shingled(*texts: tuple[str, int, str], owners: int = 3) -> Shingled:
    return Shingled(
        {
            str(n): (owner, FIRST + timedelta(day), text)
            for n, (owner, day, text) in enumerate(texts)
        },
        owners,
    )


@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
def test_a_copy_is_wholly_alike_whatever_its_case_and_points(text: str) -> None:
    found = shingled(("a", 0, text), ("b", 9, text.upper().replace(";", " -").replace("，", " ")))
    assert found.like("0", "1") == 1


@pytest.mark.parametrize(
    ("text", "edited"),
    [
        (ENGLISH, ENGLISH.replace("second", "first").replace("two", "three")),
        (CHINESE, CHINESE.replace("第二条", "第一条")),
    ],
)
def test_an_edited_copy_is_alike(text: str, edited: str) -> None:
    assert 0.5 < shingled(("a", 0, text), ("b", 9, edited)).like("0", "1") < 1


def test_another_text_is_not_alike() -> None:
    other = (
        "Gallium arsenide wafers for lamps are cut and polished by us, forty a week, since 2011."
    )
    assert shingled(("a", 0, ENGLISH), ("b", 9, other)).like("0", "1") == 0


@pytest.mark.parametrize("text", ["", "稀土", "for our own use"])
def test_a_text_that_says_too_little_is_no_copy(text: str) -> None:
    assert shingled(("a", 0, text), ("b", 9, text)).like("0", "1") == 0


def test_what_many_filled_in_before_is_a_form() -> None:
    before = [(name, 0, ENGLISH) for name in ("x", "y", "z")]
    assert shingled(*before, ("a", 5, ENGLISH), ("b", 9, ENGLISH)).like("3", "4") == 0


def test_what_many_copied_since_is_none() -> None:
    since = [(name, 20, ENGLISH) for name in ("x", "y", "z")]
    assert shingled(("a", 5, ENGLISH), *since).like("0", "1") == 1


def test_one_owner_makes_no_form() -> None:
    own = [("a", day, ENGLISH) for day in range(5)]
    assert shingled(*own, ("a", 6, ENGLISH), ("b", 9, ENGLISH)).like("5", "6") == 1
