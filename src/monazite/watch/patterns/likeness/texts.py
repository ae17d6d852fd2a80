"""How much of one text stands in another: the overlap of their runs of words, forms left out.

A text is cut into overlapping runs of WORDS words, or of SIGNS signs where it is written in signs
that have no spaces between words. Runs that texts of many owners hold are a form that all of them
fill in: they are not counted. The overlap is Jaccard's: common runs over all runs of both
(Broder, On the resemblance and containment of documents, 1997), exact, without sketches: few texts
follow a refusal for the same material.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

WORDS, SIGNS = 3, 6
LEAST = 8
"""Runs below which a text says too little to be a copy."""
_HAN = "\u3400"
_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")
"""A sign of Chinese, or a word of letters and digits."""


class Shingled:
    """Texts by id as sets of runs, compared without the runs that are a form by then."""

    def __init__(self, texts: Mapping[str, tuple[str, date, str]], owners: int) -> None:
        """texts: id → (owner, day, text); owners: of so many owners a run is a form."""
        self._runs = {key: _runs(text) for key, (_, _, text) in texts.items()}
        self._days = {key: day for key, (_, day, _) in texts.items()}
        self._form_since = _forms(texts, self._runs, owners)

    def like(self, one: str, other: str) -> float:
        """The overlap of a text with a later one, 0 where either says too little.

        What only became common after the first of them is no form: it is a copy that went round.
        """
        day = self._days[one]
        left, right = (self._own(key, day) for key in (one, other))
        if min(len(left), len(right)) < LEAST:
            return 0.0
        common = len(left & right)
        return common / (len(left) + len(right) - common)

    def _own(self, key: str, day: date) -> frozenset[str]:
        """The runs of a text that are no form on the day."""
        since = self._form_since
        return frozenset(run for run in self._runs[key] if run not in since or since[run] > day)


def _forms(
    texts: Mapping[str, tuple[str, date, str]], runs: Mapping[str, frozenset[str]], owners: int
) -> dict[str, date]:
    """The runs that are a form, each with the day on which it became one."""
    holders: dict[str, set[str]] = defaultdict(set)
    since: dict[str, date] = {}
    for key, (owner, day, _) in sorted(texts.items(), key=lambda each: (each[1][1], each[0])):
        for run in runs[key]:
            holders[run].add(owner)
            if len(holders[run]) >= owners:
                since.setdefault(run, day)
    return since


def _runs(text: str) -> frozenset[str]:
    folded = unicodedata.normalize("NFKC", text).casefold()
    tokens = _TOKEN.findall(folded)
    signs = sum(len(each) == 1 and each >= _HAN for each in tokens)
    length = SIGNS if signs * 2 > len(tokens) else WORDS
    return frozenset(" ".join(tokens[at : at + length]) for at in range(len(tokens) - length + 1))
