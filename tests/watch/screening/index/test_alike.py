from __future__ import annotations

import pytest

from monazite.watch.screening.index.alike import alike, alike_postings
from monazite.watch.screening.index.tokens import tokens_of

LISTED = ["alco", "baikal", "tempbank", "investcapitalbank", "tsarkov", "smith", "aluminat", "王武"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("aclo", "alco"), ("baikzl", "baikal"), ("tepmbank", "tempbank"), ("smiht", "smith"),
        ("investcaoitalbank", "investcapitalbank"), ("alumlnat", "aluminat"), ("tsarkv", "tsarkov"),
    ],
)  # fmt: skip
def test_a_token_typed_wrong_is_near_the_one_meant(typed: str, meant: str) -> None:
    found = alike(alike_postings(tokens_of(LISTED)), tokens_of([typed]))
    assert LISTED[found.row[0]] == meant
    assert 0.3 <= found.score[0] < 1


def test_a_token_that_is_listed_stands_for_no_other() -> None:
    assert len(alike(alike_postings(tokens_of(LISTED)), tokens_of(["baikal"])).row) == 0


@pytest.mark.parametrize("token", ["王武", "ab", "12345", "q" * 30, "zzzzz"])
def test_other_scripts_numbers_and_what_is_too_short_or_long_are_near_nothing(token: str) -> None:
    assert len(alike(alike_postings(tokens_of(LISTED)), tokens_of([token])).row) == 0


def test_there_is_nothing_near_among_no_tokens() -> None:
    assert len(alike(alike_postings(tokens_of([])), tokens_of(["smith"])).row) == 0
    assert len(alike(alike_postings(tokens_of(LISTED)), tokens_of([])).row) == 0
