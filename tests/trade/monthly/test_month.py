from __future__ import annotations

import json

import pytest

from monazite.errors import InputError
from monazite.trade.monthly import SERIES, load, month_report, parse
from monazite.trade.monthly.documents import report_document
from monazite.trade.monthly.figures import REASONS
from monazite.trade.monthly.month import FIGURES

FIELDS = {"value", "unit", "source", "confidence", "reason"}


def test_the_report_of_may_2025() -> None:
    report = month_report("rare-earths", "2025-05")
    values = {name: figure.document()["value"] for name, figure in report.figures.items()}
    assert values == {
        "tonnes": 5864.6,
        "usd_million": 18.7,
        "mom_pct": 22.57,
        "yoy_pct": -5.67,
        "ytd_tonnes": 24827,
        "ytd_yoy_pct": 2.31,
        "usd_per_kg": 3.19,
        "usd_mom_pct": -13.82,
        "usd_yoy_pct": -48.3,
    }
    assert report == month_report("rare-earths", parse("2025-05"))


@pytest.mark.parametrize("name", SERIES)
def test_every_report_of_every_row_is_sound(name: str) -> None:
    """Each figure has a value with rows and confidence, or a reason; never both, never neither."""
    series = load(name)
    for one in series.points:
        document = report_document(month_report(name, one.period, one.to))
        json.dumps(document, allow_nan=False)
        for key in FIGURES:
            figure = document[key]
            assert figure.keys() == FIELDS
            known = figure["value"] is not None
            assert known == (figure["reason"] is None) == (figure["confidence"] is not None)
            assert not known or figure["source"]
            assert known or figure["reason"] in REASONS


def test_a_span_ends_no_streak() -> None:
    assert month_report("rare-earths", "2025-Q2").streaks == ()


def test_the_streaks_of_a_month() -> None:
    document = report_document(month_report("rare-earths", "2025-05"))
    assert document["streak"]["yoy"]["direction"] == "down"
    assert document["streak"]["yoy"]["months"] == 1
    assert document["streak"]["yoy"]["stopped_by"] == "turned"


def test_checks_conflicts_and_notes_are_in_the_document() -> None:
    document = report_document(month_report("rare-earths", "2025-10"))
    assert document["checks"][0]["verdict"] == "consistent"
    assert document["checks"][0]["published"]["value"] == 52699.2
    assert [one["value"] for one in document["conflicts"][0]["readings"]] == [4343.5, 4345.5]
    assert document["claims"][0]["claimed_pct"] == 9
    assert document["notes"][1]["source"] == "rare-earths/2025-10/other-print"


def test_bad_words_name_their_field() -> None:
    with pytest.raises(InputError, match="series"):
        month_report("rare earth", "2025-05")
    with pytest.raises(InputError, match="month"):
        month_report("rare-earths", "2025-13")
