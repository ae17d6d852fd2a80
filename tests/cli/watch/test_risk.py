from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest

from monazite.cli.main import run
from support.watch_declarations import Columns, after, before, declarations, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def group() -> str:
    return "watch"


@pytest.fixture(scope="module")
def columns() -> Columns:
    return declarations(2000, 21)


@pytest.fixture(scope="module")
def folder(columns: Columns, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of early and later declarations, and a model of the early ones."""
    made = tmp_path_factory.mktemp("risk")
    written(before(columns, "2025-10-01"), made / "early.csv")
    written(after(columns, "2025-10-01"), made / "later.csv")
    run(["watch", "train", str(made / "early.csv"), "--label", "Outcome", "--time", "Date",
         "--ignore", "Declaration ID,Office", "--model", str(made / "model")])  # fmt: skip
    return made


def test_a_model_is_trained_and_tells_what_it_was_made_of(
    folder: Path, told: Callable[..., str], document: Callable[..., dict[str, Any]]
) -> None:
    words = ("train", folder / "early.csv", "--label", "Outcome", "--time", "Date",
             "--until", "2025-08-31", "--model", folder / "other")  # fmt: skip
    printed = told(*words)
    assert "2025-08-" in printed
    assert "Left out: Declaration ID (it names the row)" in " ".join(printed.split())
    assert "measure no smuggling" in " ".join(printed.split())
    version = (folder / "other" / "current").read_text(encoding="utf-8").strip()
    assert f"{version}/model.json" in "".join(printed.split())
    card = document(*words)
    assert card["cut_off"] <= "2025-08-31"
    assert "drift" not in card
    assert "measure no smuggling" in card["caveats"][0]


def test_a_column_that_alone_tells_outcomes_is_named_with_its_remedy(
    columns: Columns, told: Callable[..., str], document: Callable[..., dict[str, Any]],
    tmp_path: Path,
) -> None:  # fmt: skip
    early = before(columns, "2025-10-01")
    wrong = [bool(y) != (n % 25 == 0) for n, y in enumerate(early["Outcome"])]
    path = written(early | {"Desk No": [10 if one else 20 for one in wrong]}, tmp_path / "t.csv")
    words = ("train", path, "--label", "Outcome", "--time", "Date", "--model", tmp_path / "m")
    printed = " ".join(told(*words).split())
    assert "Column Desk No alone orders the outcomes nearly perfectly" in printed
    assert '--ignore "Desk No"' in printed
    (one,) = document(*words)["tells_much"]
    assert one["column"] == "Desk No"
    assert one["area"]["value"] > 0.9
    assert document(*words, "--ignore", "Desk No")["tells_much"] == []


def test_a_lone_day_is_refused_by_its_row_and_the_model_stays(
    folder: Path, columns: Columns, refused: Callable[..., dict[str, str]], tmp_path: Path
) -> None:
    version = (folder / "model" / "current").read_text(encoding="utf-8")
    early = before(columns, "2025-10-01")
    path = written(early | {"Date": ["2099-01-01", *early["Date"][1:]]}, tmp_path / "t.csv")
    error = refused("train", path, "--label", "Outcome", "--time", "Date", "--model",
                    folder / "model")  # fmt: skip
    assert (error["field"], error["value"]) == ("Date", "2099-01-01 in row 1")
    assert "--until" in error["accepted"]
    assert (folder / "model" / "current").read_text(encoding="utf-8") == version


def test_scores_are_a_row_for_each_row_in_order(
    folder: Path, columns: Columns, told: Callable[..., str]
) -> None:
    told("score", folder / "later.csv", "--model", folder / "model", "--out", folder / "s.csv")
    with (folder / "s.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert list(rows[0]) == ["row", "score", "reasons"]
    assert [int(row["row"]) for row in rows] == list(range(1, len(rows) + 1))
    assert len(rows) == len(after(columns, "2025-10-01")["Date"])
    assert all(0 < float(row["score"]) < 1 and row["reasons"] for row in rows)
    assert len({row["score"] for row in rows}) > 0.95 * len(rows)


def test_the_riskiest_stand_on_the_screen_and_in_json(
    folder: Path, told: Callable[..., str], document: Callable[..., dict[str, Any]]
) -> None:
    words = ("score", folder / "later.csv", "--model", folder / "model", "--top", 3)
    found = document(*words)
    risks = [one["score"] for one in found["riskiest"]]
    assert len(risks) == 3
    assert risks == sorted(risks, reverse=True)
    assert found["known_to_the_model"] == 0
    printed = told(*words)
    assert str(found["riskiest"][0]["row"]) in printed
    early = told("score", folder / "early.csv", "--model", folder / "model", "--top", 1)
    assert "it may know their outcome" in " ".join(early.split())


def test_odd_rows_are_told_by_their_numbers(
    folder: Path, columns: Columns, told: Callable[..., str],
    document: Callable[..., dict[str, Any]], tmp_path: Path,
) -> None:  # fmt: skip
    later = after(columns, "2025-10-01")
    later["Net Mass"] = [*later["Net Mass"][:2], -5, *later["Net Mass"][3:]]
    later["Date"] = ["2099-01-01", *later["Date"][1:]]
    words = ("score", written(later, tmp_path / "t.csv"), "--model", folder / "model")
    printed = " ".join(told(*words).split())
    assert "Below zero in column Net Mass: row 3." in printed
    assert "what it knows has faded: row 1." in printed
    assert document(*words)["odd"] == [
        {"why": "negative", "column": "Net Mass", "rows": [3]},
        {"why": "faded", "column": "Date", "rows": [1]},
    ]


def test_an_evaluation_tells_every_figure_with_its_interval(
    folder: Path, told: Callable[..., str], document: Callable[..., dict[str, Any]]
) -> None:
    words = ("evaluate", folder / "later.csv", "--model", folder / "model", "--budget", "5,10")
    found = document(*words)
    assert [one["budget"] for one in found["budgets"]] == [0.05, 0.1]
    for one in found["budgets"]:
        assert one["precision"]["low"] <= one["precision"]["value"] <= one["precision"]["high"]
    assert len(found["calibration"]["tenths"]) == 10
    assert {one["column"] for one in found["drift"]} >= {"score", "Exporter"}
    assert "measure no smuggling" in found["caveats"][0]
    assert "不能衡量走私" in told(*words, "--lang", "zh").replace("\n", "")
    printed = told(*words)
    assert f"{found['budgets'][0]['precision']['value']:.1%}" in printed
    table = told(*words, "--csv", "-").splitlines()
    assert table[0] == "figure,at,rows,value,low,high"
    assert any(line.startswith("precision,0.05,") for line in table)


@pytest.mark.parametrize("picture", ["precision", "calibration", "reasons"])
def test_a_picture_is_drawn(folder: Path, told: Callable[..., str], picture: str) -> None:
    path = folder / f"{picture}.svg"
    told("evaluate", folder / "later.csv", "--model", folder / "model", "--chart", path,
         "--picture", picture)  # fmt: skip
    assert "measure no smuggling" in " ".join(path.read_text(encoding="utf-8").split())


def test_rows_are_chosen_within_a_budget(
    folder: Path, told: Callable[..., str], document: Callable[..., dict[str, Any]]
) -> None:
    told("score", folder / "later.csv", "--model", folder / "model", "--out", folder / "t.csv")
    found = document("select", folder / "t.csv", "--budget", "10", "--by-chance", "20")
    assert found["opened"] == round(0.1 * found["rows"])
    assert found["opened"] - found["by_risk"] == round(0.2 * found["opened"])
    assert {one["why"] for one in found["selected"]} == {"risk", "chance"}
    table = told("select", folder / "t.csv", "--budget", "10", "--csv", "-").splitlines()
    assert table[0] == "row,why,probability,score"
    assert len(table) == found["opened"] + 1
    assert "drawn by chance" in told("select", folder / "t.csv")


def test_what_cannot_be_used_is_refused_and_the_model_stays(
    folder: Path, columns: Columns, refused: Callable[..., dict[str, str]], tmp_path: Path
) -> None:
    version = (folder / "model" / "current").read_text(encoding="utf-8")
    clean = columns | {"Outcome": [0] * len(columns["Outcome"])}
    path = written(clean, tmp_path / "clean.csv")
    error = refused("train", path, "--label", "Outcome", "--time", "Date", "--model",
                    folder / "model")  # fmt: skip
    assert error["field"] == "label"
    assert "one class" in error["accepted"]
    assert (folder / "model" / "current").read_text(encoding="utf-8") == version
    other = written({"x": [1], "y": [2]}, tmp_path / "other.csv")
    assert "Exporter" in refused("score", other, "--model", folder / "model")["value"]
    text = after(columns, "2025-10-01")
    text["Net Mass"] = ["heavy", *text["Net Mass"][1:]]
    path = written(text, tmp_path / "text.csv")
    error = refused("score", path, "--model", folder / "model")
    assert (error["field"], error["value"]) == ("Net Mass", "heavy in row 1")


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("score", "later.csv", "--model", "none"), "model"),
        (("score", "none.csv", "--model", "model"), "table"),
        (("score", "later.csv", "--model", "model", "--outcome", "2"), "outcome"),
        (("score", "later.csv", "--model", "model", "--out", "no/where.csv"), "out"),
        (("evaluate", "later.csv", "--model", "model", "--budget", "0"), "budget"),
        (("evaluate", "later.csv", "--model", "model", "--budget", "five"), "budget"),
        (("evaluate", "later.csv", "--model", "model", "--label", "Result"), "label"),
        (("evaluate", "early.csv", "--model", "model"), "table"),
        (("evaluate", "later.csv", "--model", "model", "--chart", "x.pdf"), "chart"),
        (("train", "early.csv", "--label", "Outcome", "--time", "Day", "--model", "m"), "time"),
        (("train", "early.csv", "--label", "Outcome", "--time", "Date", "--role", "x", "--model",
          "m"), "role"),
        (("train", "early.csv", "--label", "Outcome", "--time", "Date", "--until", "May",
          "--model", "m"), "until"),
        (("select", "later.csv"), "table"),
    ],
)  # fmt: skip
def test_a_wrong_word_names_its_option(
    folder: Path, refused: Callable[..., dict[str, str]], monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...], field: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(folder)
    assert refused(*words)["field"] == field
    assert not (folder / "m" / "current").exists()


def test_without_the_extra_its_name_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from monazite.cli import watch_options  # noqa: PLC0415 - after the fixtures

    monkeypatch.setattr(watch_options, "find_spec", lambda _: None)
    with pytest.raises(SystemExit) as caught:
        run(
            [
                "watch",
                "score",
                str(folder / "later.csv"),
                "--model",
                str(folder / "model"),
                "--json",
            ]
        )
    assert caught.value.code == 1
    assert "monazite[watch]" in json.loads(capsys.readouterr().out)["error"]["accepted"]
