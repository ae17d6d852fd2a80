from __future__ import annotations

from itertools import pairwise

from monazite.trade.flows.vintages import order


def test_releases_named_by_dates_in_any_form_sort_by_them() -> None:
    oldest_first = (
        "V202301",
        "202401",
        "202401b",
        "2024-01-15",
        "2024-02",
        "V202501",
        "2025-01-01",
    )
    for older, newer in pairwise(oldest_first):
        assert order(older) < order(newer)


def test_other_names_sort_by_their_numbers() -> None:
    assert order("release 9") < order("release 10")
    assert order("2.9") < order("2.10")
    assert order("alpha") < order("beta")


def test_the_same_release_written_otherwise_is_the_same() -> None:
    assert order("V202401b") == order(" 202401B ")
