"""Of each asked party the entries that may be meant, by their best pair of names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from monazite.watch.screening.comparing.cells import views_of
from monazite.watch.screening.comparing.classes import NUMBER, class_of, comparable
from monazite.watch.screening.index.forms import VIEW_KINDS, forms_of
from monazite.watch.screening.matching.features import side_of, told
from monazite.watch.screening.matching.model import PERSON, inputs_of, judged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from monazite.watch.screening.comparing.lists import Prepared
    from monazite.watch.screening.index.forms import Forms
    from monazite.watch.screening.matching.features import Told
    from monazite.watch.screening.matching.model import Model
    from monazite.watch.screening.names.view import ViewKind
    from monazite.watch.screening.party import Asked

CANDIDATES = 50
"""Names that the index gives for each asked name."""
_ALIGNED = 20
"""Of them those of the right class that are compared word by word."""
_JUDGED = 8
"""Of them the best aligned, which the model judges."""
WEAK = 1.0
"""Log-odds that are taken off where the publisher calls the alias weak."""


class Nearest(NamedTuple):
    """Pairs of an asked party and an entry, of each asked the best first.

    asked: number of the party; entry: of the entry; name: of its name; typed: which of the asked
    names; raised: log-odds of the score; features (pairs, FEATURES); rows: of both views that met.
    """

    asked: NDArray[np.int32]
    entry: NDArray[np.int64]
    name: NDArray[np.int32]
    typed: NDArray[np.int32]
    raised: NDArray[np.float64]
    klass: NDArray[np.int8]
    features: NDArray[np.float64]
    kinds: NDArray[np.int8]

    def by(self, pair: int) -> tuple[ViewKind, ViewKind]:
        """The views on both sides that met, of the asked first."""
        left, right = self.kinds[pair]
        return VIEW_KINDS[left], VIEW_KINDS[right]


def nearest(lists: Prepared, model: Model, asked: Sequence[Asked]) -> Nearest:
    """The entries whose names come near those of the asked parties."""
    who = np.repeat(np.arange(len(asked), dtype=np.int32), [len(one.names) for one in asked])
    typed = np.concatenate([np.arange(len(one.names), dtype=np.int32) for one in asked])
    kinds = np.array([NUMBER[one.kind] if one.kind else -1 for one in asked], np.int8)[who]
    seen_as = [None if one.kind == "other" else one.kind for one in asked]
    seen = (views_of(name, seen_as[k]) for k, one in enumerate(asked) for name in one.names)
    forms = forms_of(seen)
    xs, ys = _candidates(lists, forms, kinds)
    klass = class_of(kinds[xs], lists.kind[lists.index.owner[ys]])
    side = side_of(forms, lists.rarity_of(forms.tokens))
    met = told(side, lists.side, xs, ys, klass == PERSON)
    best = _best_aligned(met, xs, ys)
    xs, ys, klass = xs[best], ys[best], klass[best]
    rows, features = met.rows[best], met.features[best]
    by = np.column_stack([forms.kind[rows[:, 0]], lists.index.forms.kind[rows[:, 1]]])
    raised = judged(model, inputs_of(features, klass), klass, by) - WEAK * lists.weak[ys]
    entry = lists.index.owner[ys].astype(np.int64)
    return _of_entries(Nearest(who[xs], entry, ys, typed[xs], raised, klass, features, by))


def _candidates(
    lists: Prepared, forms: Forms, kinds: NDArray[np.int8]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Pairs of an asked name and a listed one of a class that it can be of, by the index."""
    found = lists.index.search(forms, CANDIDATES)
    here = comparable(kinds[found.asked], lists.kind[lists.index.owner[found.name]])
    xs, ys = found.asked[here], found.name[here]
    first = _firsts(xs, _ALIGNED)
    return xs[first], ys[first]


def _best_aligned(seen: Told, xs: NDArray[np.int32], ys: NDArray[np.int32]) -> NDArray[np.intp]:
    """Of each asked name the pairs of which most of both names met."""
    met = 0.6 * seen.features[:, 0] + 0.4 * seen.features[:, 1]
    met[seen.rows[:, 0] < 0] = 0.0
    order = np.lexsort((ys, -met, xs))
    order = order[_firsts(xs[order], _JUDGED)]
    best: NDArray[np.intp] = order[met[order] > 0.0]
    return best


def _firsts(group: NDArray[np.int32], most: int) -> NDArray[np.intp]:
    """Where the first so many of each group stand; the groups are sorted."""
    place = np.arange(len(group)) - np.searchsorted(group, group)
    return np.nonzero(place < most)[0]


def _of_entries(pairs: Nearest) -> Nearest:
    """Of each asked party and entry the best pair of names, the best entry first."""
    order = np.lexsort((pairs.name, -pairs.raised, pairs.entry, pairs.asked))
    asked, entry = pairs.asked[order], pairs.entry[order]
    new = np.ones(len(order), np.bool_)
    new[1:] = (asked[1:] != asked[:-1]) | (entry[1:] != entry[:-1])
    order = order[new]
    order = order[np.lexsort((pairs.entry[order], -pairs.raised[order], pairs.asked[order]))]
    columns: Any = (column[order] for column in pairs)
    return Nearest(*columns)
