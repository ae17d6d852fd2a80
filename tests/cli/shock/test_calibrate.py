from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from monazite.cli.shock_calibrate import DRAWS, WAVES
from monazite.shock.calibration import magnets
from monazite.shock.calibration.history import Matched, Range, Wave
from monazite.shock.parameters.parameters import Calibration
from monazite.shock.parameters.reading import packaged, parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Refused = Callable[..., dict[str, str]]

RANGES = {"triage": Range(0.2, 0.4), "user_cover": Range(4.0, 12.0)}
KEPT = np.array([[0.2, 4.0], [0.3, 8.0], [0.4, 12.0]])


@pytest.fixture(autouse=True)
def waves(monkeypatch: pytest.MonkeyPatch) -> list[Wave]:
    """What the waves come to, which a test may change; nothing is run."""
    found = [Wave(8, 0, 4.5, 6.25), Wave(8, 3, 1.5, 3.0)]

    def calibrate(draws: int, number: int, seed: int, told: Callable[[int], None]) -> Matched:
        assert (draws, number, seed) == (8, 2, 1)
        told(draws * number)
        return Matched(RANGES, KEPT, np.zeros(3), tuple(found))

    monkeypatch.setattr(magnets, "calibrate", calibrate)
    return found


WORDS = ("calibrate", "--draws", 8, "--waves", 2)


def test_waves_and_ranges_are_told_the_most_narrowed_first(told: Told) -> None:
    text = " ".join(told(*WORDS).split())
    assert "Wave 1: 8 draws, 0 of them plausible" in text
    assert "cut at 6.25 standard deviations" in text
    assert text.index("0.2 to 0.4") < text.index("4 to 12")
    assert "what nobody can rule out" in text


def test_ranges_of_draws_that_do_not_agree_are_called_so(told: Told, waves: list[Wave]) -> None:
    waves[-1] = Wave(8, 0, 3.5, 4.0)
    assert "not of draws that agree" in " ".join(told(*WORDS).split())


def test_the_document_holds_ranges_and_waves(document: Document) -> None:
    found = document(*WORDS)
    assert found["ranges"]["triage"] == [0.2, 0.4]
    assert found["plausible"] is True
    assert len(found["parameters_hash"]) == 64
    assert found["waves"][0] == {"tried": 8, "plausible": 0, "best": 4.5, "cut": 6.25}


def test_what_is_left_at_an_end_of_its_range_is_named(
    told: Told, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        magnets, "asked", lambda: {"triage": Range(0.0, 0.4), "user_cover": Range(2.0, 26.0)}
    )
    assert document(*WORDS)["walls"] == {"triage": "most"}
    line = " ".join(told(*WORDS).split()).partition("reaches one end")[2]
    assert "scarce deliveries" in line
    assert "stocks of the middle plant" not in line


def test_the_set_of_what_is_left_is_written_and_can_be_read(
    told: Told, document: Document, tmp_path: Path
) -> None:
    path = tmp_path / "left.yaml"
    assert "left.yaml" in told(*WORDS, "--yaml", path)
    found = parse(path.read_text(encoding="utf-8"))
    assert found.calibration == Calibration(8, 2, 1, 3, 1.5, 3)
    drawn = {row.knob: row.distribution for row in found.rows}
    left = document(*WORDS)["distributions"]
    assert {name: drawn[name]._asdict() for name in RANGES} == left
    assert left["user_cover"]["mode"] == pytest.approx(8)


def test_without_options_it_is_the_calibration_of_the_packaged_set() -> None:
    made = packaged().calibration
    assert (made.draws, made.waves, made.seed) == (DRAWS, WAVES, 1)


def test_a_file_of_another_kind_is_refused(refused: Refused, tmp_path: Path) -> None:
    assert refused(*WORDS, "--yaml", tmp_path / "left.csv")["field"] == "yaml"
