"""Candidates as most people make them: cosines of runs of three letters, weighed by rarity."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sparse_dot_topn import sp_matmul_topn

if TYPE_CHECKING:
    from collections.abc import Sequence


class ThreeLetters:
    """Names as weighed runs of three letters, of scikit-learn."""

    def __init__(self, names: Sequence[str]) -> None:
        self.weighed: Any = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 3), dtype=np.float32
        )
        self.names = self.weighed.fit_transform(names).T.tocsr()

    def search(self, asked: Sequence[str], top: int) -> list[list[int]]:
        """Of each asked name the numbers of the `top` most alike."""
        found = sp_matmul_topn(self.weighed.transform(asked), self.names, top_n=top, sort=True)
        return [found.indices[a:b].tolist() for a, b in pairwise(found.indptr)]
