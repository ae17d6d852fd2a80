from __future__ import annotations

from typing import Any

from monazite.shock.pictures.sensing import alone, of, sensing, summed
from monazite.shock.results.sensitivities import Sensitivities
from monazite.shock.runs.sensitivity import Sensitivity
from support.shock_outcomes import head


def _found(*orders: tuple[str, float, float]) -> Sensitivities:
    rows = tuple(
        Sensitivity("lost", None, name, first, total, 0.02, 0.03) for name, first, total in orders
    )
    return Sensitivities(**head(64), points=8, sensitivities=rows)


FOUND = _found(("triage", 0.1, 0.2), ("demand", 0.5, 0.7), ("seized", -0.004, 0.0))


def _lanes(chart: Any) -> list[str]:
    return list(chart.to_dict()["layer"][0]["encoding"]["y"]["sort"])


def test_the_heaviest_in_all_is_at_the_head_and_what_does_nothing_has_no_lane() -> None:
    assert [one.parameter for one in of(FOUND, "lost")] == ["demand", "triage", "seized"]
    picture = sensing(FOUND, "lost", "A", "en")
    assert len(_lanes(picture.chart)) == 2
    assert len(picture.behind.rows) == 3


def test_a_little_below_nothing_is_nothing() -> None:
    assert alone(of(FOUND, "lost")[-1]) == "0% ± 2"


def test_what_parameters_explain_alone_is_summed() -> None:
    assert "explain 60%" in summed(of(FOUND, "lost"), "en")
    assert "60%" in summed(of(FOUND, "lost"), "zh")


def test_parts_that_add_up_to_more_than_all_are_said_to_be_of_too_few_points() -> None:
    found = _found(("triage", 0.6, 0.7), ("demand", 0.7, 0.8))
    assert "130% ± 3, which cannot be" in summed(of(found, "lost"), "en")
    found = _found(("triage", -0.2, 0.1), ("demand", 0.1, 0.8))
    assert "−10% ± 3, which cannot be" in summed(of(found, "lost"), "en")
    assert "−10% ± 3" in summed(of(found, "lost"), "zh")
