from __future__ import annotations

import numpy as np
import pytest

from monazite.watch.screening.matching.calibration import LEAST, Calibration, wilson

SCORES = np.linspace(0, 1, 1001)[1:]
CALIBRATION = Calibration({"person": SCORES, "vessel": np.zeros(500)}, "made_up:1")


@pytest.mark.parametrize("alarms", [1, 5, 10, 50, 333])
def test_no_more_clean_parties_alert_than_are_accepted(alarms: float) -> None:
    threshold = CALIBRATION.threshold("person", alarms)
    assert (threshold < SCORES).sum() == alarms
    rate = CALIBRATION.rate("person", threshold)
    assert rate.low <= rate.rate == alarms <= rate.high


def test_fewer_accepted_alarms_never_lower_the_threshold() -> None:
    thresholds = [CALIBRATION.threshold("person", alarms) for alarms in (0.5, 1, 10, 100, 500)]
    assert thresholds == sorted(thresholds, reverse=True)


def test_a_list_of_few_names_does_not_make_chance_an_alert() -> None:
    assert CALIBRATION.threshold("vessel", 10) == LEAST


def test_what_a_score_costs() -> None:
    assert CALIBRATION.expected("person", 0.99) == pytest.approx(11)
    assert CALIBRATION.expected("person", 1.0) == pytest.approx(1)
    assert CALIBRATION.expected("vessel", 0.5) == 0


def test_the_interval_of_a_share_known_from_a_textbook() -> None:
    # 10 of 100: Wilson's interval is 5.5 % to 17.4 % (Brown, Cai, DasGupta 2001).
    rate = wilson(10, 100)
    assert (rate.rate, round(rate.low), round(rate.high)) == (100.0, 55, 174)
    assert wilson(0, 100).low == 0
