from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any

import pytest

from monazite import shock
from monazite.cli import shock_sweep_progress
from monazite.cli.main import run
from monazite.cli.shock_sweep_progress import Progress
from monazite.shock.results.documents import schema
from monazite.shock.sweeps.refusing import SweepError
from support.shock_sweeps import COLUMNS, PATHS, kept, manifest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from monazite.shock.sweeps.spec import Spec

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Refused = Callable[..., dict[str, str]]

SPEC = "licences-2025"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Spec | None, dict[str, Any]]]:
    """What was asked for; the folder holds numbers that are made up."""
    found: list[tuple[Spec | None, dict[str, Any]]] = []

    def sweep(spec: Spec | None, out: Path, **options: Any) -> Any:
        found.append((spec, options))
        options["told"](600, 600)
        return kept(out)

    monkeypatch.setattr(shock, "sweep", sweep, raising=False)
    return found


def test_a_sweep_is_shown_variation_by_variation(
    told: Told, asked: list[tuple[Spec | None, dict[str, Any]]], tmp_path: Path
) -> None:
    text = " ".join(told("sweep", SPEC, "--out", tmp_path, "--workers", 2, "--chunk", 64).split())
    assert "Two months: value added lost over the run, World, million US$" in text
    assert re.search(r"10 % 3 [\d.]+ \([\d.]+ to [\d.]+\) 4 100%", text)
    assert re.search(r"90 % 9 [\d.]+ \([\d.]+ to [\d.]+\) never 0%", text)
    assert "600 scenarios: 6 variations, each with the same 100 draws" in text
    assert "nobody" not in text
    ((spec, options),) = asked
    assert spec is not None
    assert spec.scenario.id == "seven-rare-earths-2025-04"
    assert (options["workers"], options["chunk"], options["on"]) == (2, 64, None)


@pytest.mark.usefixtures("asked")
def test_another_figure_is_chosen(told: Told, tmp_path: Path) -> None:
    text = told("sweep", SPEC, "--out", tmp_path, "--of", "first_halt", "--lang", "zh")
    assert "首次停产的周次" in text


def test_a_folder_is_gone_on_with(
    told: Told, asked: list[tuple[Spec | None, dict[str, Any]]], tmp_path: Path
) -> None:
    kept(tmp_path)
    told("sweep", "--out", tmp_path)
    assert asked[0][0] is None


@pytest.mark.usefixtures("asked")
def test_the_document_and_the_files_have_all_of_it(
    told: Told, document: Document, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    found = document("sweep", SPEC, "--out", out)
    assert found.keys() == schema("swept")["properties"].keys()
    files = {f"--{kind}": tmp_path / f"a.{kind}" for kind in ("csv", "parquet", "xlsx")}
    files |= {"--netcdf": tmp_path / "a.nc", "--chart": tmp_path / "a.svg"}
    told("sweep", "--out", out, *(word for pair in files.items() for word in pair))
    assert all(path.stat().st_size for path in files.values())
    rows = list(csv.DictReader(files["--csv"].read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 6 * len(COLUMNS)
    assert rows[0][PATHS[0]] == "10 %"


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ((), "out"),
        (("--of", "loss"), "of"),
        (("--of", "lost/FRA"), "of"),
        (("--over", "weeks"), "over"),
        (("--over", PATHS[0], "--over", PATHS[0]), "over"),
        (("--chart", "x.foo"), "chart"),
    ],
)
def test_what_cannot_be_is_refused_in_one_language(
    refused: Refused, asked: list[Any], tmp_path: Path, words: tuple[str, ...], field: str
) -> None:
    folder = ("--out", tmp_path) if words else ()
    for lang in ("en", "zh"):
        found = refused("sweep", SPEC, *folder, *words, "--lang", lang)
        assert found["field"] == field
        chinese = bool(re.search("[\u4e00-\u9fff]", found["accepted"]))
        assert chinese == (lang == "zh")
    assert bool(asked) == ("lost/FRA" in words)


@pytest.mark.usefixtures("asked")
def test_a_chart_that_nobody_could_read_is_refused(refused: Refused, tmp_path: Path) -> None:
    points = tuple((str(a), str(b)) for a in range(30) for b in range(30))
    kept(tmp_path, manifest(points, draws=1, chunk=900))
    found = refused("sweep", "--out", tmp_path, "--chart", tmp_path / "a.svg")
    assert (found["field"], "900" in found["accepted"]) == ("over", True)


def test_a_spec_that_is_not_there_is_refused(refused: Refused, tmp_path: Path) -> None:
    for name in ("licences-2024", str(tmp_path / "none.yaml")):
        assert refused("sweep", name, "--out", tmp_path)["field"] == "spec"


def test_a_store_of_another_version_is_refused(refused: Refused, tmp_path: Path) -> None:
    kept(tmp_path)
    file = tmp_path / "manifest.json"
    file.write_text(
        file.read_text(encoding="utf-8").replace("sweep/1", "sweep/9"), encoding="utf-8"
    )
    found = refused("sweep", "--out", tmp_path)
    assert found["field"] == "out"
    assert "monazite.sweep/1" in found["accepted"]
    assert "monazite.sweep/9" in found["accepted"]


def test_every_problem_of_a_spec_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(
        "scenario: full-stop\nvary: [{path: wekes, values: [1]}, {path: weeks}]", encoding="utf-8"
    )
    with pytest.raises(SystemExit) as ended:
        run(["shock", "sweep", str(tmp_path / "a.yaml"), "--out", str(tmp_path / "out")])
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert (
        "vary[0].path: wekes stands under a key that is not known; accepted: a key such as weeks"
        in said
    )
    assert "vary[1]: which values" in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("lang", "says"), [("en", "cannot be run"), ("zh", "无法模拟")])
def test_a_sweep_that_cannot_go_on_says_why_in_the_readers_language(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    lang: str,
    says: str,
) -> None:
    def sweep(*_: Any, **__: Any) -> None:
        raise SweepError("scenario_failed", number="7", values="weeks 4", reason="no")

    monkeypatch.setattr(shock, "sweep", sweep, raising=False)
    with pytest.raises(SystemExit) as ended:
        run(["shock", "sweep", SPEC, "--out", str(tmp_path), "--lang", lang])
    assert ended.value.code == 1
    assert says in capsys.readouterr().err


def test_ctrl_c_says_how_to_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def sweep(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(shock, "sweep", sweep, raising=False)
    out = tmp_path / "a b"
    with pytest.raises(SystemExit) as ended:
        run(["shock", "sweep", SPEC, "--out", str(out), "--on", "tcp://h:1"])
    assert ended.value.code == 130
    # Nothing is in the folder yet: the spec has to be named again.
    assert f"monazite shock sweep {SPEC} --out '{out}' --on tcp://h:1" in capsys.readouterr().err
    kept(out)
    with pytest.raises(SystemExit):
        run(["shock", "sweep", SPEC, "--out", str(out), "--workers", "2"])
    assert f"monazite shock sweep --out '{out}' --workers 2" in capsys.readouterr().err


def test_progress_has_rate_and_time_left_on_a_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter(range(0, 1000, 10))
    monkeypatch.setattr(shock_sweep_progress, "monotonic", lambda: float(next(clock)))
    with Progress("en", quiet=False) as progress:
        for done in (1000, 1000, 1500, 1510, 2000):
            progress(done, 3000)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "1,000 of 3,000 scenarios"
    assert lines[1].startswith("1,500 of 3,000 scenarios, ")
    assert re.fullmatch(r"2,000 of 3,000 scenarios, \d+ a second, \d+:\d\d:\d\d left", lines[2])
    with Progress("en", quiet=True) as progress:
        progress(1, 2)
    assert not capsys.readouterr().err


def test_a_first_run_says_that_the_engine_is_compiled(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shock_sweep_progress, "compiled", lambda: False)
    with Progress("en", quiet=False) as progress:
        progress(0, 100)
    assert "compiling the engine" in capsys.readouterr().err
