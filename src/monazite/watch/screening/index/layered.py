"""An index with what changed since it was built: new names beside it, gone ones left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.screening.index.candidates import Candidates, best_of, candidates_of
from monazite.watch.screening.index.index import build, rows_for
from monazite.watch.screening.index.searching import best_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import ArrayLike, NDArray

    from monazite.watch.screening.index.forms import Forms
    from monazite.watch.screening.index.index import Index
    from monazite.watch.screening.names.view import View


@dataclass(frozen=True, slots=True)
class Layered:
    """Two indexes searched as one: names and rows of the newer are numbered on from the older's.

    gone: of each name of the older whether it is no longer listed.
    """

    older: Index
    newer: Index
    gone: NDArray[np.bool_]

    def search(self, asked: Forms, top: int = 50) -> Candidates:
        """As of one index of the names that are still listed, all but for their lengths."""
        more = min(int(self.gone.sum()), top)
        counted = (self.older.postings, self.newer.postings)
        found = [
            candidates_of(
                best_rows(index, asked, rows_for(index.forms, top + more), counted),
                asked,
                index.forms,
                top + more,
            )
            for index in (self.older, self.newer)
        ]
        old = found[0].at(~self.gone[found[0].name])
        new = found[1]
        both = Candidates(
            np.concatenate([old.asked, new.asked]),
            np.concatenate([old.name, new.name + np.int32(self.older.forms.names)]),
            np.concatenate([old.score, new.score]),
            np.concatenate([old.asked_row, new.asked_row]),
            np.concatenate([old.row, new.row + np.int32(self.older.forms.rows)]),
        )
        return best_of(both, top)

    def place(self, name: int) -> tuple[Index, int]:
        """The index that holds a name, and its number there."""
        before = self.older.forms.names
        return (self.older, name) if name < before else (self.newer, name - before)


def layered(
    index: Index,
    views: Iterable[Sequence[View]],
    owners: ArrayLike,
    gone: NDArray[np.bool_] | None = None,
) -> Layered:
    """An index with names beside it, weighed as if they had been there; gone: of each old name."""
    none = np.zeros(index.forms.names, np.bool_)
    newer = build(views, owners, base=index.postings)
    return Layered(index, newer, none if gone is None else gone)
