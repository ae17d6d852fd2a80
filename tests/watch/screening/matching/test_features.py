from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.watch.screening.index.forms import forms_of
from monazite.watch.screening.matching.features import FEATURES, side_of, told
from monazite.watch.screening.matching.rarity import rarity
from monazite.watch.screening.names.views import views

if TYPE_CHECKING:
    from monazite.watch.screening.entity import Kind

WORD = st.text("abcdefghijklmnop rstuvwz", min_size=2, max_size=9)
NAME = (
    st.lists(WORD, min_size=1, max_size=5).map(" ".join).filter(lambda text: len(text.strip()) > 2)
)


def tells(left: str, right: str, *, person: bool = True) -> dict[str, float]:
    """What a pair of names tells, by the names of the features."""
    kind: Kind = "person" if person else "company"
    sides = [forms_of([views(text, kind)]) for text in (left, right)]
    one, other = (side_of(forms, rarity(forms.tokens)) for forms in sides)
    first = np.zeros(1, np.int32)
    found = told(one, other, first, first, np.array([person]))
    return dict(zip(FEATURES, found.features[0].tolist(), strict=True))


@given(NAME, NAME)
@settings(max_examples=60, deadline=None)
def test_which_name_is_asked_makes_no_difference_to_what_they_share(left: str, right: str) -> None:
    one, other = tells(left, right), tells(right, left)
    for name in ("covered_less", "covered_more", "name_less", "numbers", "letters", "names_more"):
        assert one[name] == pytest.approx(other[name], abs=0.12), name


@given(NAME)
@settings(max_examples=40, deadline=None)
def test_a_name_covers_itself(name: str) -> None:
    found = tells(name, name)
    if found["letters"]:
        assert found["covered_less"] == found["same_more"] == pytest.approx(1.0)
        assert found["left_both"] == found["left_one"] == 0.0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Olaf Scholz", "SCHOLZ, Olaf"),
        ("Vanderbilt Anna", "Anna van der Bilt"),
        ("Jean-Claude Juncker", "Jean Claude JUNCKER"),
    ],
)
def test_order_case_and_written_as_one_word_cost_nothing(left: str, right: str) -> None:
    assert tells(left, right)["covered_less"] == pytest.approx(1.0)


def test_an_initial_stands_for_a_word_and_a_title_hardly_counts() -> None:
    assert tells("J. Baker", "John Baker")["initials"] == 1
    assert tells("Dr. John Baker", "John Baker")["covered_less"] > 0.8


def test_generic_words_and_legal_forms_count_less_than_own_words() -> None:
    own = tells("Zellmark Trading Ltd", "Zellmark Shipping Ltd", person=False)
    generic = tells("Zellmark Trading Ltd", "Quorvex Trading Ltd", person=False)
    assert own["covered_less"] > 0.5 > generic["covered_less"]


def test_other_numbers_are_told() -> None:
    assert tells("Plant No. 12 LLC", "Plant No. 21 LLC", person=False)["numbers"] == -1
    assert tells("Plant No. 12 LLC", "PLANT 12", person=False)["numbers"] == 1


def test_consonants_alone_are_recognised() -> None:
    assert tells("Vldmr Ptrv", "Vladimir Petrov")["bones"] == pytest.approx(1.0)
    assert tells("Vldmr Ptrv", "Vladimir Sidorov")["bones"] < 0.9


def test_syllables_are_compared_place_by_place() -> None:
    assert tells("王武斌", "Wang Wubin")["syllables"] == pytest.approx(1.0)
    assert tells("王武斌", "Wang Wuping")["syllables"] == pytest.approx(2 / 3, abs=0.01)
    assert tells("John Baker", "Wang Wubin")["syllables"] == -1


def test_names_that_cannot_be_compared_tell_nothing() -> None:
    assert set(tells("", "John Baker").values()) <= {0.0, -1.0}
