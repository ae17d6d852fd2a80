"""The views of many names as flat arrays, a row a view: what is indexed and what is asked."""

from __future__ import annotations

from array import array
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, get_args

import numpy as np

from monazite.watch.screening.index.tokens import Tokens, tokens_of
from monazite.watch.screening.names.view import View, ViewKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

VIEW_KINDS: tuple[ViewKind, ...] = get_args(ViewKind)
_NUMBER = {kind: number for number, kind in enumerate(VIEW_KINDS)}


class Forms(NamedTuple):
    """Rows of tokens; the rows of a name stand together, names in their order.

    tokens: the distinct ones. token: of all rows, one after another, by number; those of row r are
    `token[start[r]:start[r + 1]]`. name, kind (a number into VIEW_KINDS), weight: of each row.
    first: of each name its first row, and one more.
    """

    tokens: Tokens
    token: NDArray[np.int32]
    start: NDArray[np.int64]
    name: NDArray[np.int32]
    kind: NDArray[np.int8]
    weight: NDArray[np.float32]
    first: NDArray[np.int32]

    @property
    def rows(self) -> int:
        """How many views there are."""
        return len(self.name)

    @property
    def names(self) -> int:
        """How many names there are, those without a view too."""
        return len(self.first) - 1

    def tokens_of_row(self, row: int) -> NDArray[np.int32]:
        """The numbers of a view's tokens."""
        return self.token[self.start[row] : self.start[row + 1]]

    def views_of(self, name: int) -> tuple[View, ...]:
        """The views of a name as they were given, but for those without a token."""
        return tuple(
            View(
                VIEW_KINDS[self.kind[row]],
                tuple(self.tokens.texts(self.tokens_of_row(row))),
                float(self.weight[row]),
            )
            for row in range(self.first[name], self.first[name + 1])
        )


def forms_of(views: Iterable[Sequence[View]]) -> Forms:
    """Forms out of the views of each name, which may come one by one; views without tokens go."""
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    token, length, name = array("i"), array("i"), array("i")
    kind, weight = array("b"), array("f")
    names = -1
    for names, of_name in enumerate(views):
        for view in of_name:
            if view.tokens:
                token.extend([numbers[text] for text in view.tokens])
                length.append(len(view.tokens))
                name.append(names)
                kind.append(_NUMBER[view.kind])
                weight.append(view.weight)
    rows = np.asarray(name, np.int32)
    return Forms(
        tokens_of(list(numbers)),
        np.asarray(token, np.int32),
        _ends(np.asarray(length, np.int64)),
        rows,
        np.asarray(kind, np.int8),
        np.asarray(weight, np.float32),
        np.searchsorted(rows, np.arange(names + 2)).astype(np.int32),
    )


def _ends(length: NDArray[np.int64]) -> NDArray[np.int64]:
    start = np.zeros(len(length) + 1, np.int64)
    np.cumsum(length, out=start[1:])
    return start
