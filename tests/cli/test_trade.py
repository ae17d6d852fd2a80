from __future__ import annotations

import json
import re
from typing import Any

import pytest

from monazite.cli.main import run
from monazite.cli.trade_lines import between

FIGURE = {"value", "unit", "source", "confidence", "reason"}
FIGURES = (
    "tonnes", "usd_million", "mom_pct", "yoy_pct", "ytd_tonnes", "ytd_yoy_pct", "usd_per_kg",
    "usd_mom_pct", "usd_yoy_pct",
)  # fmt: skip


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(["trade", *words]) == 0
    return capsys.readouterr().out


def document(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said(capsys, *words, "--json"))
    return found


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, str]:
    with pytest.raises(SystemExit) as caught:
        run(["trade", *words, "--json"])
    assert caught.value.code == 2
    found: dict[str, str] = json.loads(capsys.readouterr().out)["error"]
    return found


def test_the_month_as_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "month", "2025-05")
    assert (found["series"], found["period"], found["to"]) == ("rare-earths", "2025-05", "WORLD")
    assert all(found[name].keys() == FIGURE for name in FIGURES)
    assert found["tonnes"]["value"] == 5864.6
    assert found["usd_mom_pct"]["value"] == -13.82


def test_the_destination_is_any_word_for_a_country(capsys: pytest.CaptureFixture[str]) -> None:
    by_code = document(capsys, "month", "2025-05", "--series", "magnets", "--to", "US")
    by_name = document(capsys, "month", "2025-05", "--series", "magnets", "--to", "美国")
    assert by_code == by_name
    assert by_code["tonnes"]["value"] == 46
    world = document(capsys, "month", "2025-05", "--series", "magnets", "--to", "world")
    assert world["tonnes"]["value"] == 1238


def test_the_month_on_the_screen_shows_rows_bars_and_conflicts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = said(capsys, "month", "2025-10")
    assert "4,343.5 t" in text
    assert "rare-earths/2025-10" in text
    assert "not known: joined with another month" in text
    assert "░ 8,934 for 2 months together" in text
    assert "Where sources disagree" in text
    assert "4,345.5 t" in text


def test_what_nobody_published_is_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "month", "2024-10", "--series", "gallium")
    assert "not known: no figure here" in text
    assert "no figure" in text
    assert "None" not in text


def test_a_month_of_nothing_but_gaps(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "month", "2031-01")
    assert "2030-01..2031-01" in text


def test_a_run_of_zeros_draws_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "month", "2023-08", "--series", "germanium")
    assert re.search(r"2023-08 +0", text)
    text = said(capsys, "month", "2023-06", "--series", "gallium", "--to", "DE")
    assert "█" not in text.split("reported  ▓")[0].replace("█ ", "")


def test_a_streak_with_an_unknown_before_it(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "month", "2025-04")
    assert "at least 2" in text


@pytest.mark.parametrize(
    "words",
    [
        ("month", "2025-05"),
        ("month", "2025-10"),
        ("month", "2025-04"),
        ("month", "2025-12", "--series", "magnets", "--to", "US"),
        ("month", "2024-05", "--series", "comtrade-280530"),
        ("series",),
        ("claim", "--figure", "18.7", "--before", "21.7", "--change", "-13.7"),
        ("claim", "--figure", "18.7", "--change", "-13.7"),
        ("claim", "--month", "2025-05", "--change", "-5.67"),
        ("claim", "--months", "3", "--since", "2025-02"),
        ("claim", "--months", "1", "--since", "2025-05"),
    ],
)
def test_chinese_has_no_english_words(capsys: pytest.CaptureFixture[str], words: Any) -> None:
    text = said(capsys, *words, "--lang", "zh")
    # Notes quote their row as it stands; ids are the same in every language.
    text = text.split("来源行附注")[0]
    text = re.sub(r"[a-z\-]+-?\d*/[\w./\-…]+", "", text)
    text = re.sub(r"tonnes-(yoy|mom)|usd-(yoy|mom)|-(yoy|mom)|\b[A-Z]{2}\b", "", text)
    names = r"rare-earths|magnets|gallium|germanium|antimony-\w+|comtrade-\d+"
    assert re.findall(r"[A-Za-z]{2,}", re.sub(names, "", text)) == []


def test_the_series_and_their_gaps(capsys: pytest.CaptureFixture[str]) -> None:
    found = {one["name"]: one for one in document(capsys, "series")["series"]}
    assert len(found) == 10
    assert found["rare-earths"]["last"] == "2026-02"
    assert "2024-09/10" in found["rare-earths"]["joined"]
    assert "2022-04..05" in found["rare-earths"]["gaps"]
    assert "US" in found["magnets"]["destinations"]


def test_the_series_as_spark_lines(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "series")
    line = next(line for line in text.splitlines() if line.startswith("rare-earths"))
    assert len(re.findall("≈", line)) == 6
    gallium = next(line for line in text.splitlines() if line.startswith("gallium"))
    assert re.search(r"·0▄", gallium)


def test_a_claim_within_rounding(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("claim", "--figure", "18.7", "--before", "21.7", "--change", "-13.7")
    found = document(capsys, *asked)
    assert found["verdict"] == "consistent"
    assert (found["low_pct"], found["high_pct"]) == (-14.25, -13.39)
    text = said(capsys, *asked)
    assert "−14.25 % to −13.39 %" in text


def test_a_claim_without_a_figure_before(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("claim", "--figure", "5864.6", "--change", "-5.67")
    assert document(capsys, *asked)["reason"] == "no_base"
    assert "6,216.73 to 6,217.49" in said(capsys, *asked)


def test_a_fall_to_nothing_implies_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "claim", "--figure", "0", "--before", "5150", "--change", "-100")
    assert "consistent" in text
    assert "follow" not in text


def test_an_unknown_interval_is_not_drawn() -> None:
    assert between(None, "en") == ""


def test_a_claim_against_packaged_levels(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("claim", "--month", "2025-05", "--change", "-5.67")
    found = document(capsys, *asked)
    assert found["verdict"] == "consistent"
    assert found["before"]["source"] == "rare-earths/2024-05"
    assert "rare-earths/2024-05" in said(capsys, *asked)


def test_a_given_figure_stands_in_for_a_packaged_one(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("claim", "--month", "2025-05", "--measure", "usd_million", "--change", "-48.3")
    assert document(capsys, *asked)["reason"] == "not_published_here"
    found = document(capsys, *asked, "--before", "36.17")
    assert (found["verdict"], found["before"]["source"]) == ("consistent", None)
    assert "36.17" in said(capsys, *asked, "--before", "36.17")


def test_months_in_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("claim", "--months", "3", "--since", "2025-02")
    found = document(capsys, *asked)
    assert (found["verdict"], found["reason"]) == ("cannot_be_said", "joined")
    assert [one["period"] for one in found["months"]] == ["2025-02", "2025-03", "2025-04"]
    assert "cannot be said" in said(capsys, *asked)
    assert "a month did not" in said(capsys, "claim", "--months", "1", "--since", "2025-05")


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("month", "2025-13"), "month"),
        (("month", "2025-05", "--series", "rare earth"), "series"),
        (("month", "2025-05", "--to", "Atlantis"), "to"),
        (("claim",), "change"),
        (("claim", "--change", "3"), "figure"),
        (("claim", "--figure", "x", "--change", "3"), "figure"),
        (("claim", "--month", "2025-05"), "change"),
        (("claim", "--month", "2025-13", "--change", "3"), "month"),
        (("claim", "--months", "3"), "since"),
        (("claim", "--since", "2025-02"), "months"),
        (("claim", "--months", "0", "--since", "2025-02"), "months"),
        (("claim", "--months", "3", "--since", "2025"), "since"),
        (("claim", "--months", "3", "--since", "2025-02", "--direction", "flat"), "direction"),
        (("claim", "--month", "2025-05", "--change", "1", "--basis", "qoq"), "basis"),
        (("claim", "--month", "2025-05", "--change", "1", "--measure", "kg"), "measure"),
    ],
)
def test_bad_input_names_its_field(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], field: str
) -> None:
    found = refused(capsys, *words)
    assert found["field"] == field
    assert found["accepted"]
