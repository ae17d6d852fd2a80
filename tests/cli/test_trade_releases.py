from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from monazite.catalogue import texts
from monazite.trade.releases.rules import rules

if TYPE_CHECKING:
    from collections.abc import Callable

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]


def test_the_next_release_of_every_series_the_soonest_first(told: Told, document: Document) -> None:
    found = document("releases", "--on", "2025-06-01")
    assert found["on"] == "2025-06-01"
    assert {one["series"] for one in found["releases"]} == set(rules())
    days = [one["earliest"] for one in found["releases"] if one["earliest"]]
    assert days == sorted(days)
    text = told("releases", "--on", "2025-06-01")
    assert "Official statistics due next, seen from 2025-06-01" in text
    assert "2025-06-09" in text
    assert "the publisher says so" in text
    assert "no fixed day" in text


def test_one_publisher_with_its_note_and_source(told: Told, document: Document) -> None:
    (one,) = document("releases", "gacc-preliminary", "--on", "2025-06-01")["releases"]
    assert (one["earliest"], one["latest"], one["confidence"]) == (
        "2025-06-09",
        "2025-06-09",
        "found",
    )
    text = told("releases", "gacc-preliminary", "--on", "2025-06-01", "--lang", "zh")
    assert "海关统计快讯" in text
    assert "发布方公布" in text
    assert one["source"].split()[0] in text


def test_today_without_a_day(document: Document) -> None:
    assert document("releases")["releases"]


@pytest.mark.parametrize(
    ("words", "field"),
    [(("nobody",), "publisher"), (("--on", "2025-13-01"), "on"), (("--on", "soon"), "on")],
)
def test_bad_input_names_its_field(
    refused: Callable[..., dict[str, str]], words: tuple[str, ...], field: str
) -> None:
    assert refused("releases", *words)["field"] == field


def test_every_confidence_has_its_words() -> None:
    wanted = {f"flows.trust.{rule.confidence}" for rule in rules().values()}
    assert wanted | {"flows.trust.found"} <= texts.keys()
