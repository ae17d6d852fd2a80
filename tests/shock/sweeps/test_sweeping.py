from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from monazite import shock
from monazite.errors import InputError, MonaziteError
from monazite.shock.asking import case
from monazite.shock.parameters.reading import packaged as parameters
from monazite.shock.runs.drawing import totals_of
from monazite.shock.runs.draws import drawn
from monazite.shock.scenarios.problems import ScenarioError
from monazite.shock.scenarios.reading import packaged
from monazite.shock.sweeps import asking, computing
from monazite.shock.sweeps.axes import varied
from monazite.shock.sweeps.columns import columns, units
from monazite.shock.sweeps.documents import document
from monazite.shock.sweeps.refusing import SweepError
from monazite.shock.sweeps.sweeping import sweep
from support.shock_sweeps import TINY, tiny

if TYPE_CHECKING:
    from monazite.shock.sweeps.sweep import Sweep


def _same(one: Sweep, two: Sweep) -> bool:
    pairs = ((one.column(name), two.column(name)) for name in one.names)
    return one.names == two.names and all(np.array_equal(*pair, equal_nan=True) for pair in pairs)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Sweep:
    """The tiny sweep, undisturbed."""
    return sweep(tiny(), tmp_path_factory.mktemp("whole"), chunk=2)


def test_every_scenario_is_that_of_a_run_of_its_variation(whole: Sweep) -> None:
    assert (whole.manifest.plan.scenarios, whole.manifest.plan.chunks) == (12, 6)
    values = {"stockpile[*].tonnes": "5000", "weeks": "4"}
    made = case(varied(document(packaged("japan-2010")), values, Path()))
    found = columns(made, totals_of(made, drawn(parameters(), 2, 1), lambda _: None))
    rows = list(whole.by_variation(whole.names))[whole.variations.index(values)]
    assert np.array_equal(np.array([rows[name] for name in units(made)]), found, equal_nan=True)


def test_the_size_of_chunks_changes_no_number(whole: Sweep, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    found = sweep(tiny(), tmp_path, told=lambda *done: told.append(done))
    assert found.manifest.plan.chunks == 1
    assert told == [(0, 12), (12, 12)]
    assert _same(found, whole)


def test_the_same_sweep_again_computes_nothing(
    whole: Sweep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(computing, "totals_of", lambda *_: pytest.fail("computed again"))
    told: list[tuple[int, int]] = []
    assert _same(sweep(tiny(), whole.path, told=lambda *done: told.append(done)), whole)
    assert _same(sweep(None, whole.path, told=lambda *done: told.append(done)), whole)
    assert told == [(12, 12), (12, 12)]


def test_what_is_torn_or_gone_is_computed_anew_and_the_same(whole: Sweep, tmp_path: Path) -> None:
    found = sweep(tiny(), tmp_path, chunk=2)
    files = sorted((tmp_path / "chunks").iterdir())
    files[1].write_bytes(files[1].read_bytes()[:-9])
    files[4].unlink()
    assert found.missing == 2
    with pytest.raises(InputError, match=r"000001\.parquet is missing or torn"):
        found.column("lost")
    told: list[tuple[int, int]] = []
    assert _same(sweep(None, tmp_path, told=lambda *done: told.append(done)), whole)
    assert told[0] == (8, 12)
    bytes_of = [[file.read_bytes() for file in sorted((one / "chunks").iterdir())]
                for one in (tmp_path, whole.path)]  # fmt: skip
    assert bytes_of[0] == bytes_of[1]


def test_a_sweep_that_is_stopped_keeps_what_is_done(whole: Sweep, tmp_path: Path) -> None:
    def interrupted(done: int, _of: int) -> None:
        if done >= 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sweep(tiny(), tmp_path, chunk=2, told=interrupted)
    assert 0 < len(list((tmp_path / "chunks").iterdir())) < 6
    assert _same(sweep(None, tmp_path), whole)


@pytest.mark.parametrize(
    ("text", "field", "accepted"),
    [
        (TINY.replace("draws: 2", "draws: 3"), "out", "differs in: draws"),
        (TINY.replace("5000", "6000"), "out", "differs in: points"),
        (TINY.replace("japan-2010", "ga-ge-2023").replace("stockpile[*].tonnes", "friction[0].review_weeks")
         .replace("5000", "5"), "out", "japan-2010, 12 scenarios"),
    ],
)  # fmt: skip
def test_another_sweep_does_not_go_into_the_same_folder(
    whole: Sweep, text: str, field: str, accepted: str
) -> None:
    with pytest.raises(InputError, match=accepted) as error:
        sweep(tiny(text), whole.path)
    assert error.value.field == field


def test_nor_do_chunks_of_another_size(whole: Sweep) -> None:
    with pytest.raises(InputError, match="differs in: chunk"):
        sweep(tiny(), whole.path, chunk=4)


def test_another_monazite_does_not_go_on_with_a_folder(
    whole: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sweep(tiny(), tmp_path, chunk=2)
    (tmp_path / "chunks/000000.parquet").unlink()
    other = {**whole.manifest.code, "monazite": "9.9.9"}
    monkeypatch.setattr("monazite.shock.sweeps.identity.code", lambda: other)
    with pytest.raises(InputError, match=r"another \(Monazite 0") as error:
        sweep(None, tmp_path)
    assert error.value.code == "version"
    # What is done is shown by any.
    assert _same(sweep(None, whole.path), whole)


def test_values_that_do_not_fit_together_are_told_before_anything_is_run(tmp_path: Path) -> None:
    text = """
scenario: japan-2010
vary:
  - {path: "announced[0].from", values: [2010-07-08, 2011-07-01]}
  - {path: "announced[0].until", values: [2011-07-14, 2010-12-31]}
"""
    with pytest.raises(ScenarioError, match=r"announced\[0\]\.until: 2010-12-31 lies before"):
        sweep(tiny(text), tmp_path / "a")
    assert not (tmp_path / "a").exists()


def test_a_scenario_that_cannot_be_run_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def wrong(case: Any, *more: Any) -> Any:
        if case.schedule.weeks == 4:
            raise MonaziteError("lost runs out of all bounds")
        return totals_of(case, *more)

    monkeypatch.setattr(computing, "totals_of", wrong)
    says = r"scenario 2 \(stockpile\[\*\]\.tonnes 0, weeks 4\) cannot be run: lost runs out"
    with pytest.raises(SweepError, match=says):
        sweep(tiny(), tmp_path, chunk=2)


def test_so_is_one_that_we_did_not_think_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(computing, "columns", lambda *_: 1 // 0)
    with pytest.raises(SweepError, match=r"scenario 0 .*ZeroDivisionError"):
        sweep(tiny(), tmp_path)


@pytest.mark.parametrize(
    ("options", "field"),
    [({"workers": 0}, "workers"), ({"workers": -1}, "workers"), ({"chunk": 0}, "chunk"),
     ({"workers": 2, "on": "tcp://127.0.0.1:1"}, "workers")],
)  # fmt: skip
def test_what_cannot_be_is_refused_before_anything_is_written(
    tmp_path: Path, options: dict[str, Any], field: str
) -> None:
    with pytest.raises(InputError) as error:
        sweep(tiny(), tmp_path / "a", **options)
    assert error.value.field == field
    assert not (tmp_path / "a").exists()


def test_without_a_spec_there_must_be_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"manifest\.json"):
        sweep(None, tmp_path)


def test_without_numba_one_draw_alone_can_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "engine", lambda: "reference")
    with pytest.raises(InputError, match="Numba") as error:
        sweep(tiny(), tmp_path / "a")
    assert error.value.field == "draws"


def test_the_manifest_says_what_was_asked(whole: Sweep) -> None:
    found = json.loads((whole.path / "manifest.json").read_text(encoding="utf-8"))
    assert found["paths"] == ["stockpile[*].tonnes", "weeks"]
    assert found["points"][1] == ["0", "4"]
    assert found["ran"]["parameters_hash"] == found["parameters_hash"]
    assert found["columns"]["lost"] == "million US$"


def test_it_is_exported_with_the_others() -> None:
    assert shock.sweep is sweep
