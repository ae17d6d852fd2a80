from __future__ import annotations

import pytest

from monazite.watch.screening.matching.clean.making import companies, persons, vessels
from monazite.watch.screening.matching.clean.tables import firms, people, ships
from monazite.watch.screening.names.views import views


def test_the_same_seed_makes_the_same_parties() -> None:
    assert persons(50, 1) == persons(50, 1) != persons(50, 2)
    assert companies(50, 1) == companies(50, 1) != companies(50, 2)


def test_parties_are_many_and_of_many_scripts() -> None:
    made = [one.text for one in persons(2_000, 3)]
    assert len(set(made)) > 1_900
    assert sum(not text.isascii() for text in made) > 400
    assert len(set(companies(2_000, 3))) > 1_800


def test_most_family_names_are_none_of_the_hundred_commonest() -> None:
    listed = {name for one in people() for name in (*one.family, *one.given)}
    made = [word for one in persons(2_000, 3) for word in one.family]
    assert 0.4 < sum(word not in listed for word in made) / len(made) < 0.6
    assert all(0.0 <= rare < 1.0 for one in people() for rare in one.rare)


@pytest.mark.parametrize("made", [
    [one.text for one in persons(400, 4)], companies(400, 4), vessels(100, 4),
])  # fmt: skip
def test_every_name_can_be_compared(made: list[str]) -> None:
    assert [text for text in made if not views(text, None)] == []
    assert [text for text in made if "{" in text or "_" in text] == []


def test_every_brace_of_a_pattern_has_words() -> None:
    for trade in (*firms(), *ships()):
        for pattern in trade.patterns:
            needed = {part.split("}")[0] for part in pattern.split("{")[1:]}
            needed = (needed - {"stem"}) | ({"first", "second"} if "stem" in needed else set())
            assert needed <= trade.words.keys(), pattern
    assert all(one.given and one.family for one in people())
