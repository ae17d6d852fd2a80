from __future__ import annotations

import numpy as np
import pytest

from monazite.watch.screening.index.classes import (
    HEARD,
    INITIAL,
    INITIALS,
    LETTER,
    SOUND,
    SOUNDS,
    SPELT,
    TOKEN,
    Features,
    class_of,
    once,
)
from monazite.watch.screening.index.features import features_of
from monazite.watch.screening.index.forms import forms_of
from monazite.watch.screening.index.sounding import sounding, token_keys
from monazite.watch.screening.names.view import View, ViewKind


def features(text: str, kind: ViewKind = "latin", *, asked: bool = False) -> set[int]:
    """The features of a name of one view."""
    forms = forms_of([(View(kind, tuple(text.split())),)])
    return set(features_of(forms, sounding(forms.tokens), asked=asked).key.tolist())


def shared(left: str, right: str) -> set[int]:
    """The classes of features that two names share."""
    both = np.array(sorted(features(left) & features(right, asked=True)), np.uint64)
    return set(class_of(both).tolist())


@pytest.mark.parametrize(
    ("left", "right", "classes"),
    [
        ("wang wubin", "wang wu bin", {TOKEN, SOUND, INITIAL}),
        ("wubin", "wu bin", {TOKEN}),
        ("john smith", "jhn smyth", {SOUND, SOUNDS, INITIAL, INITIALS}),
        ("john smith", "smith john", {TOKEN, SOUND, SOUNDS, INITIAL, INITIALS}),
        ("karim nasser", "k nasser", {TOKEN, SOUND, INITIALS}),
        ("davar shipping co ltd", "d s c ltd", {TOKEN, SOUND, INITIALS}),
        ("abdel moneim ahmad saleh", "saleh a m a", {TOKEN, SOUND, INITIALS}),
        ("x y", "y x", {LETTER}),
        ("alpha", "omega", set()),
    ],
)
def test_what_two_names_share(left: str, right: str, classes: set[int]) -> None:
    assert shared(left, right) == classes


def test_what_is_spelt_by_characters_meets_what_is_written_and_not_its_like() -> None:
    def across(left: ViewKind, right: ViewKind) -> set[int]:
        listed, asked = features("martin", left), features("martin", right, asked=True)
        both = np.array(sorted(listed & asked), np.uint64)
        return {SPELT, HEARD} & set(class_of(both).tolist())

    assert across("terms", "latin") == {SPELT}
    assert across("latin", "terms") == {HEARD}
    assert across("latin", "latin") == across("terms", "terms") == set()


def test_each_feature_stands_once_in_a_row_sorted() -> None:
    forms = forms_of([(View("latin", ("bora", "bora", "bora")),), (View("latin", ("bora",)),)])
    found = features_of(forms, sounding(forms.tokens), asked=False)
    pairs = list(zip(found.key.tolist(), found.row.tolist(), strict=True))
    assert pairs == sorted(set(pairs))
    of_token = found.row[found.key == token_keys(sounding(forms.tokens))[0]]
    assert of_token.tolist() == [0, 1]


def test_features_of_parts_are_as_of_the_whole() -> None:
    draw = np.random.default_rng(3)
    key = draw.integers(0, 2**63, 4000).astype(np.uint64) << np.uint64(1)
    key[1000:2000] = key[:1000]
    row = draw.integers(0, 5, 4000).astype(np.int32)
    found = once([Features(key[:1500], row[:1500]), Features(key[1500:], row[1500:])])
    expected = sorted(set(zip(key.tolist(), row.tolist(), strict=True)))
    assert list(zip(found.key.tolist(), found.row.tolist(), strict=True)) == expected
