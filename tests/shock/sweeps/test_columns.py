from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.asking import case
from monazite.shock.parameters.reading import packaged as parameters
from monazite.shock.results.of_run import outcome
from monazite.shock.runs import run as runs
from monazite.shock.runs.drawing import assumed_in, totals_of
from monazite.shock.runs.draws import drawn
from monazite.shock.scenarios.reading import packaged
from monazite.shock.sweeps.columns import UNITS, columns, known, units


@pytest.mark.parametrize("name", ["ga-ge-2023", "seven-rare-earths-2025-04"])
def test_the_figures_are_those_of_a_run(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "find_spec", lambda _: None)  # one draw on the plain engine
    made = case(packaged(name))
    totals = totals_of(made, assumed_in(made, drawn(parameters(), 1, 1)), lambda _: None)
    found = dict(zip(units(made), columns(made, totals)[:, 0], strict=True))
    ran = outcome(made, parameters(), 1, 1, lambda _: None)
    losses = {
        f"lost/{one.country}" if one.country else "lost": one.lost_musd.p50
        for one in ran.losses if one.sector is None and one.lost_musd
    }  # fmt: skip
    assert {key: found[key] for key in losses} == pytest.approx(losses, rel=1e-5)
    assert losses["lost"] > 0
    assert {key for key in found if key.startswith("lost")} == set(losses)
    quotes: dict[str, float] = {}
    for one in ran.prices:
        if one.spot:
            quotes[one.good] = max(quotes.get(one.good, 0.0), one.spot.p50)
    assert {key: found[f"quote/{key}"] for key in quotes} == pytest.approx(quotes, rel=1e-6)
    for meter in made.meters.names:
        months = [one for one in ran.months if one.meter == meter and one.flow_t]
        least = min(one.flow_t.p50 for one in months if one.whole and one.flow_t)
        assert found[f"least_t/{meter}"] == pytest.approx(least, rel=1e-6)
        assert found[f"flow_t/{meter}"] >= least


def test_a_draw_in_which_nothing_halts_has_no_week(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "find_spec", lambda _: None)
    made = case(packaged("japan-2010"))
    totals = totals_of(made, drawn(parameters(), 1, 1), lambda _: None)
    never, always = (
        totals._replace(first=np.full(totals.first.shape, week), worst=np.full(totals.worst.shape, part))
        for week, part in ((-1, 0.0), (7, 0.4))
    )  # fmt: skip
    at = list(units(made)).index("first_halt")
    assert np.isnan(columns(made, never)[at])
    assert columns(made, always)[at : at + 2, 0].tolist() == [7.0, 0.4]


def test_every_column_has_a_unit() -> None:
    made = case(packaged("japan-2010"))
    assert {name.partition("/")[0] for name in units(made)} == set(UNITS)
    assert known(made.model)
