"""The index of names: built of their views, searched for the names that may be meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.errors import InputError
from monazite.watch.screening.index.alike import alike_postings
from monazite.watch.screening.index.candidates import candidates_of
from monazite.watch.screening.index.features import features_of
from monazite.watch.screening.index.forms import forms_of
from monazite.watch.screening.index.postings import places, postings_of, rarity_of
from monazite.watch.screening.index.searching import best_rows
from monazite.watch.screening.index.sounding import sounding, token_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import ArrayLike, NDArray

    from monazite.watch.screening.index.candidates import Candidates
    from monazite.watch.screening.index.forms import Forms
    from monazite.watch.screening.index.postings import Postings
    from monazite.watch.screening.names.view import View

_MOST_ROWS = 3
"""So many times as many views as names are looked for at most, where a name has several."""


@dataclass(frozen=True, slots=True)
class Index:
    """Names in memory, or on disk and mapped into it.

    forms: their views. owner: of each name the number of its party, the caller's. many: of each
    token the names that have it. postings: which views have which feature; alike: which tokens
    have which gram; feature: of each token the number of its feature.
    """

    forms: Forms
    owner: NDArray[np.int32]
    many: NDArray[np.int32]
    postings: Postings
    alike: Postings
    feature: NDArray[np.int32]

    def search(self, asked: Forms, top: int = 50) -> Candidates:
        """Of each asked name the `top` names that are most like it; see `Candidates`."""
        found = best_rows(self, asked, rows_for(self.forms, top))
        return candidates_of(found, asked, self.forms, top)

    @property
    def idf(self) -> NDArray[np.float32]:
        """How rare each token is among names, by its number."""
        return rarity_of(self.many, self.forms.names)


def build(views: Iterable[Sequence[View]], owners: ArrayLike) -> Index:
    """An index of names: the views of each, which may come one by one, and whose name it is."""
    forms = forms_of(views)
    owner = np.asarray(owners, np.int32)
    if len(owner) != forms.names:
        raise InputError("owners", len(owner), f"one for each of the {forms.names} names")
    sound = sounding(forms.tokens)
    postings = postings_of(features_of(forms, sound, asked=False), forms.weight)
    feature, _ = places(postings, token_keys(sound))
    return Index(forms, owner, _many(forms), postings, alike_postings(forms.tokens), feature)


def rows_for(forms: Forms, top: int) -> int:
    """How many rows are looked for, so that so many names are among them."""
    return top * min(-(-forms.rows // max(forms.names, 1)), _MOST_ROWS)


def _many(forms: Forms) -> NDArray[np.int32]:
    """How many names have each token."""
    name = np.repeat(forms.name, np.diff(forms.start)).astype(np.int64)
    pairs = np.unique(name * max(forms.tokens.count, 1) + forms.token)
    return np.bincount(pairs % max(forms.tokens.count, 1), minlength=forms.tokens.count).astype(
        np.int32
    )
