"""Whether two names are one party's, without any list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.screening.index.forms import forms_of
from monazite.watch.screening.matching.features import side_of, told
from monazite.watch.screening.matching.model import (
    COMPANY,
    PERSON,
    VESSEL,
    inputs_of,
    judged,
    logistic,
    packaged,
)
from monazite.watch.screening.matching.rarity import rarity
from monazite.watch.screening.names.views import views

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from monazite.watch.screening.entity import Kind

_CLASS = {"person": PERSON, "vessel": VESSEL, "aircraft": VESSEL}


def name_score(left: str, right: str, kind: Kind | None = None) -> float:
    """How alike two names are, 0 to 1; `packaged().cut` or more: one party's.

    kind None: of firms. How rare words are is told by made-up clean parties alone.
    """
    return float(name_scores([(left, right)], kind)[0])


def name_scores(pairs: Sequence[tuple[str, str]], kind: Kind | None = None) -> NDArray[np.float64]:
    """The same for many pairs of names of one class."""
    sides = [forms_of(views(pair[which], kind) for pair in pairs) for which in (0, 1)]
    number = np.arange(len(pairs), dtype=np.int32)
    of_kind = _CLASS.get(kind or "", COMPANY)
    klass = np.full(len(pairs), of_kind, np.int8)
    left, right = (side_of(forms, rarity(forms.tokens)) for forms in sides)
    found = told(left, right, number, number, klass == PERSON)
    inputs = inputs_of(found.features, klass)
    none = found.rows[:, 0] < 0
    rows = np.maximum(found.rows, 0)
    kinds = np.column_stack([forms.kind[rows[:, k]] if forms.rows else rows[:, k]
                             for k, forms in enumerate(sides)])  # fmt: skip
    scores = logistic(judged(packaged(), inputs, klass, kinds))
    scores[none] = 0.0
    return scores
