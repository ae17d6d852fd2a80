"""A file with new distributions: only they and the record of how they were found change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monazite.shock.parameters.distributions import Lognormal, Triangular
from monazite.shock.parameters.parameters import Calibration
from monazite.shock.parameters.reading import packaged, parse, text_of
from monazite.shock.parameters.writing import rewritten

MADE = Calibration(64, 2, 7, 3, 1.25, 3)


def test_only_what_is_given_changes() -> None:
    old = packaged()
    triage = Triangular(0.4, 0.5, 0.625)
    found = parse(rewritten(text_of(), {"triage": triage}, MADE))
    assert found.calibration == MADE
    for now, before in zip(found.rows, old.rows, strict=True):
        assert now.distribution == (triage if now.knob == "triage" else before.distribution)
        assert replace(now, distribution=triage) == replace(before, distribution=triage)


def test_one_line_of_a_parameter_is_written_and_comments_stay() -> None:
    text = text_of()
    new = rewritten(text, {"demand": Triangular(0.96, 1, 1.04)}, MADE)
    changed = [(a, b) for a, b in zip(text.split("\n"), new.split("\n"), strict=True) if a != b]
    assert [b.strip() for _, b in changed] == [
        "calibration: {draws: 64, waves: 2, seed: 7, plausible: 3, best: 1.25, cut: 3}",
        "triangular: {least: 0.96, mode: 1, most: 1.04}",
    ]


def test_another_kind_can_take_the_place() -> None:
    found = parse(rewritten(text_of(), {"rerouting": Lognormal(1.5, 0.25)}, MADE))
    drawn = {row.knob: row.distribution for row in found.rows}
    assert drawn["rerouting"] == Lognormal(1.5, 0.25)


def test_what_the_file_does_not_have_cannot_be_written() -> None:
    with pytest.raises(LookupError):
        rewritten(text_of(), {"nothing": Triangular(0, 1, 2)}, MADE)
