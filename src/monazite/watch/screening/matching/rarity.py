"""How rare a word is among names: in the lists that are held, and among made-up clean parties."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from math import log
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.watch.screening.index.tokens import Tokens


def rarity(tokens: Tokens, listed: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
    """Of each word from 0, in every name, to 1, in none: the lower of what lists and makers say.

    listed: what the lists say of each, where there are lists.
    """
    known = common()
    made = np.array([known.get(text, 1.0) for text in tokens.texts()])
    return made if listed is None else np.minimum(made, listed)


@lru_cache
def common() -> dict[str, float]:
    """Words of made-up clean parties: 1 - ln(per 10,000 names) / ln(10,000)."""
    text = files(__package__).joinpath("data", "words.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["word"]: 1.0 - log(max(float(row["per_10000"]), 1.0)) / log(1e4) for row in rows}
