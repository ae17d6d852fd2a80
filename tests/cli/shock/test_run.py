from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from monazite.cli.main import run
from monazite.shock.results.documents import schema

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from monazite.shock.scenarios.schema import Scenario

    Asked = list[tuple[Scenario, dict[str, Any]]]
    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Refused = Callable[..., dict[str, str]]

NAME = "seven-rare-earths-2025-04"


def test_a_run_says_months_halts_prices_losses_and_what_they_rest_on(
    told: Told, asked: Asked
) -> None:
    text = " ".join(told("run", NAME).split())
    assert "Seven rare earths, April 2025: 17 weeks from 2025-03-31" in text
    assert "2025-05 1,300 (1,040 to 1,560) 5,000 1,238 5% too much" in text
    assert "2025-06 2,550 (2,040 to 3,060) 5,000 3,188 20% too little" in text
    assert "Off by 8% on average in 3 months observed" in text
    assert "Cars (motor vehicles), Germany 100% 2025-05-26 2025-05-19 to 2025-06-23 30%" in text
    assert "700 (560 to 840)" in text
    assert "through Thailand to United States: 300 t leave, 240 t arrive" in text
    assert "Value added lost over 17 weeks, million US$" in text
    assert "World 120 (96 to 144) 20 (16 to 24) 3 (2.4 to 3.6)" in text
    assert "ab" * 32 in text
    assert "The law leaves it open." in text
    assert "the world trades as in 2024" in text
    assert "what is at stake (shock-uses, estimate)" in text
    assert "Further halts: 2, of which 2 cost nothing that counts" in text
    assert "Cars (motor vehicles): Germany; plants of other countries stand under" in text
    assert len(asked) == 1


def test_a_month_that_lies_in_part_outside_the_run_is_no_row(told: Told, asked: Asked) -> None:
    assert "2025-07 " not in told("run", NAME)
    assert asked


def test_a_halt_in_hardly_any_draw_is_left_to_the_files(told: Told, asked: Asked) -> None:
    assert "Medical" not in told("run", NAME)
    assert "medical" in told("run", NAME, "--csv", "-")
    assert len(asked) == 2


def test_one_draw_has_no_bands(told: Told, asked: Asked) -> None:
    text = " ".join(told("run", NAME, "--draws", 1).split())
    assert "2025-05 1,300 5,000 1,238 5% too much" in text
    assert "one draw, the medians" in text
    assert asked[0][1]["draws"] == 1


@pytest.mark.usefixtures("asked")
def test_the_document_keeps_its_schema(document: Document) -> None:
    found = document("run", NAME)
    assert found.keys() == schema("outcome")["properties"].keys()
    assert found["months"][0]["flow_t"]["p50"] == 2600
    assert found["parameters_hash"] == "ab" * 32


def test_options_reach_the_run(told: Told, asked: Asked) -> None:
    words = ("--materials", "Dy, Tb", "--weeks", 20, "--draws", 8, "--seed", 5)
    told("run", NAME, *words)
    ((scenario, options),) = asked
    assert (scenario.scope, scenario.weeks) == (("Dy", "Tb"), 20)
    assert (options["draws"], options["seed"]) == (8, 5)


@pytest.mark.usefixtures("asked")
def test_files_hold_every_number(told: Told, tmp_path: Path) -> None:
    xarray = pytest.importorskip("xarray")
    parquet = pytest.importorskip("pyarrow.parquet")
    paths = {kind: tmp_path / f"run.{kind}" for kind in ("csv", "parquet", "netcdf")}
    text = told("run", NAME, *(word for kind in paths for word in (f"--{kind}", paths[kind])))
    assert all(path.name in text for path in paths.values())
    rows = list(csv.DictReader(io.StringIO(paths["csv"].read_text(encoding="utf-8"))))
    (may,) = (
        row for row in rows
        if (row["quantity"], row["meter"], row["month"]) == ("flow_t", "magnets/WORLD", "2025-05")
    )  # fmt: skip
    assert float(may["p50"]) == 1300
    assert parquet.read_table(paths["parquet"]).num_rows == len(rows)
    with xarray.open_dataset(paths["netcdf"], engine="scipy") as found:
        assert float(found["flow_t"].sel(meter="magnets/WORLD", month="2025-05")[1]) == 1300
        assert found.attrs["parameters_hash"] == "ab" * 32


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("picture", ["flows", "halts", "prices", "losses"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_picture_is_drawn(told: Told, tmp_path: Path, picture: str, lang: str) -> None:
    path = tmp_path / "a.svg"
    assert "a.svg" in told("run", NAME, "--chart", path, "--picture", picture, "--lang", lang)
    title = {"en": "Seven rare earths, April 2025", "zh": "2025年4月七种稀土管制"}[lang]
    assert title in path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("asked")
def test_the_picture_shows_the_days_of_the_scenario_and_the_error(
    told: Told, tmp_path: Path
) -> None:
    path = tmp_path / "a.svg"
    told("run", NAME, "--chart", path)
    drawn = path.read_text(encoding="utf-8")
    assert "2025-04-04" in drawn
    assert "off by 8% on average" in drawn


@pytest.mark.usefixtures("asked")
def test_a_file_of_ones_own_is_run(told: Told, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "id: mine\ntitle: {en: My own, zh: 自拟}\nsummary: {en: Nothing happens., zh: 无事。}\n"
        "sources: [me]\nstarts: 2026-01-05\nweeks: 10\nscope: [Dy]\n",
        encoding="utf-8",
    )
    assert "My own" in told("run", path)


def test_every_problem_of_a_file_is_said_with_its_path(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(
        "id: wrong\ntitle: {en: a, zh: b}\nsummary: {en: a, zh: b}\nsources: [me]\n"
        "starts: 2026-01-05\nweeks: 10\nscope: [Dy]\nfriction:\n"
        "  - {group: x, measures: [CN-2025-18], from: 2026-02-01, until: 2026-01-01,"
        " granted: 140 %}\n",
        encoding="utf-8",
    )
    for words in ((), ("--json",), ("--lang", "zh")):
        with pytest.raises(SystemExit) as caught:
            run(["shock", "run", str(path), *words])
        assert caught.value.code == 2
        said = capsys.readouterr()
        text = said.out if "--json" in words else said.err
        assert "friction[0].granted" in text
        assert "140 %" in text
        assert "friction[0].until" in text
        if "--json" in words:
            assert len(json.loads(text)["problems"]) == 2


def test_an_unknown_scenario_names_the_nearest(refused: Refused) -> None:
    found = refused("run", "japan-2011")
    assert found["field"] == "scenario"
    assert "japan-2010" in found["accepted"]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("--weeks", 0), "weeks"),
        (("--weeks", 5000), "weeks"),
        (("--materials", "unobtainium"), "materials"),
        (("--materials", ","), "materials"),
        (("--chart", "a.gif"), "chart"),
        (("--csv", "-"), "csv"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_run(
    refused: Refused, asked: Asked, words: tuple[object, ...], field: str
) -> None:
    assert field in refused("run", NAME, *words)["field"]
    assert not asked


def test_a_bar_goes_to_stderr_alone(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    run(["shock", "run", NAME])
    assert "simulating" in capsys.readouterr().err
    run(["shock", "run", NAME, "--json"])
    assert capsys.readouterr().err == ""
    assert len(asked) == 2


def test_the_first_run_after_an_install_says_that_it_compiles(
    asked: Asked,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    jit = pytest.importorskip("monazite.shock.engine.compiled.jit")
    monkeypatch.setattr(jit, "folder", lambda: tmp_path / "engine")
    monkeypatch.setattr(jit.config, "DISABLE_JIT", 0)
    run(["shock", "run", NAME])
    assert "compiling the engine" in capsys.readouterr().err
    (tmp_path / "engine").mkdir()
    run(["shock", "run", NAME])
    assert "compiling" not in capsys.readouterr().err
    assert len(asked) == 2


@pytest.mark.usefixtures("asked")
def test_a_meter_of_which_nothing_was_observed_has_no_columns_for_it(told: Told) -> None:
    text = told("run", NAME)
    assert text.count("Observed") == 1
    assert "260 (208 to 312)" in text
