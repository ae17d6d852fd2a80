"""A name compared with every other, as rapidfuzz does it: the tokens sorted, then letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.listed_names import Query
    from benchmarks.made_names import MadeName


class Matcher:
    """Names made plain once."""

    def __init__(self, names: Sequence[MadeName]) -> None:
        self.names = [utils.default_process(name.text) for name in names]

    def __call__(self, asked: Query) -> int | None:
        """The number of the name that is most like it."""
        text = utils.default_process(asked.text)
        found = process.extractOne(text, self.names, scorer=fuzz.token_sort_ratio)
        return None if found is None else found[2]
