"""The regime's own lists: does a Chinese name find the English one, out of words and sounds?"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import monazite
from support.names_pool import Pool

_PARTIES = Path(monazite.__file__).parent / "regimes" / "CN" / "parties.csv"


@pytest.mark.slow
def test_half_of_the_chinese_names_find_the_english_one_first() -> None:
    with _PARTIES.open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    pairs = sorted({(row["name_zh"], row["entity_name"]) for row in listed if row["name_zh"]})
    pool = Pool(sorted({name for _, name in pairs}))
    ranks = [pool.rank(asked, meant) for asked, meant in pairs]
    assert len(pairs) > 150
    assert sum(rank == 0 for rank in ranks) / len(ranks) >= 0.5
    assert sum(rank < 5 for rank in ranks) / len(ranks) >= 0.7
