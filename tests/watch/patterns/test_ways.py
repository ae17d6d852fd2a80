"""The simulated panel of ways round, judged by the score that the inbox shows."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from monazite.trade.mirror.controls import Control
from monazite.watch.patterns.trade import rules
from support.mirror_panels import average_precision, transshipment_panel
from support.watch_flows import TODAY, ways

CONTROL = Control("a ban", ("282580",), "CHN", "USA", date(2003, 1, 1))
PRODUCTS = 6


@pytest.mark.slow
def test_acceptance_leads_of_ways_round_rank_those_that_pass_goods_on_first() -> None:
    scores, truths = [], []
    for product in range(PRODUCTS):
        simulated, truth = transshipment_panel(product)
        found = ways(simulated, CONTROL)
        scores += [found.get(third, 0.0) for third in simulated.thirds]
        truths += truth.tolist()
    score, truth = np.asarray(scores), np.asarray(truths)
    assert average_precision(score, truth) >= 0.75
    rule = rules()["B7"]
    admitted = score >= rule.on(TODAY).number("least_score")
    assert truth[admitted].mean() >= rule.precision
    assert admitted[truth].mean() >= rule.recall
