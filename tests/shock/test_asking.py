"""A scenario by its name alone: which world it shocks, and what stands beside it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from monazite import shock
from monazite.errors import InputError
from monazite.shock.runs import run as runs
from monazite.shock.scenarios.reading import packaged


@pytest.fixture
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """One draw on the plain engine: the compiled one would run as plain Python here."""
    monkeypatch.setattr(runs, "find_spec", lambda _: None)


@pytest.mark.usefixtures("_plain")
def test_the_event_of_2025_stands_beside_what_was_observed() -> None:
    found = shock.run(packaged("seven-rare-earths-2025-04"), draws=1)
    seen = {(row.meter, row.month): row.observed_t for row in found.months}
    assert seen["magnets/WORLD", "2025-05"] == pytest.approx(1238, rel=0.01)


@pytest.mark.usefixtures("_plain")
@pytest.mark.parametrize(
    ("name", "meter", "month", "seen"),
    [
        ("ga-ge-2023", "Ga/WORLD", "2023-08", 0),
        ("ga-ge-2023", "Ge/WORLD", "2023-11", 0.721),
        ("japan-2010", "rare-earths/JPN", "2010-12", 4080),
    ],
)
def test_events_out_of_sample_stand_beside_what_was_observed_too(
    name: str, meter: str, month: str, seen: float
) -> None:
    found = shock.run(packaged(name), draws=1)
    row = next(one for one in found.months if (one.meter, one.month) == (meter, month))
    assert row.observed_t == seen
    assert row.flow_t is not None
    assert any("marks" in note["en"] and "missed" in note["en"] for note in found.notes)


RUN = """
import sys
told = []
sys.addaudithook(lambda event, given: told.append(str(given[0])) if event == "open" else None)
from monazite import shock
from monazite.shock.runs import run as runs
from monazite.shock.scenarios.reading import packaged
runs.find_spec = lambda _: None
shock.run(packaged("ga-ge-2023"), draws=1, told=lambda _: told.append("DRAWN"))
print("\\n".join(told))
"""


@pytest.mark.slow
def test_what_was_observed_is_opened_when_all_draws_are_done() -> None:
    run = subprocess.run([sys.executable, "-c", RUN], capture_output=True, text=True, check=True)
    opened = run.stdout.splitlines()
    first = next(n for n, name in enumerate(opened) if "shock-observed" in name)
    assert "DRAWN" in opened[:first]
    assert "DRAWN" not in opened[first:]


@pytest.mark.usefixtures("_plain")
def test_the_ban_of_2024_is_run_in_the_world_that_it_was_held_against() -> None:
    found = shock.run(packaged("us-ban-2024-12"), draws=1)
    assert {row.good for row in found.prices} == {"Sb/intermediate"}
    assert {row.through for row in found.hubs} == {"THA", "MEX"}
    other = shock.run(packaged("us-ban-2024-12-ga-ge"), draws=1)
    assert {row.good.partition("/")[0] for row in other.prices} == {"Ga", "Ge"}
    assert not any("marks" in note["en"] for note in other.notes)


@pytest.mark.usefixtures("_plain")
def test_another_scenario_shocks_the_world_and_observes_nothing() -> None:
    asked = packaged("us-ban-2024-12").model_copy(update={"scope": ("Ge",)})
    found = shock.run(asked, draws=1)
    assert {row.good.partition("/")[0] for row in found.prices} == {"Ge"}
    assert {row.observed_t for row in found.months} == {None}


@pytest.mark.usefixtures("_plain")
def test_a_scenario_is_run_by_its_name() -> None:
    told: list[int] = []
    found = shock.run(packaged("us-ban-2024-12"), draws=1, told=told.append)
    assert (found.scenario, found.draws, told[-1]) == ("us-ban-2024-12", 1, 1)
    assert found.engine == "reference"
    assert found.losses


@pytest.mark.usefixtures("_plain")
def test_a_scenario_held_against_itself_brings_nothing() -> None:
    asked = packaged("us-ban-2024-12")
    found = shock.compare(asked, asked.model_copy(update={"id": "again"}), draws=1)
    assert (found.scenario, found.other) == ("us-ban-2024-12", "again")
    whole = found.losses[-1].lost_musd
    assert whole is not None
    assert whole.p50 == 0


@pytest.mark.usefixtures("_plain")
def test_sensitivities_of_few_points_are_refused() -> None:
    with pytest.raises(InputError, match="at least 64"):
        shock.sensitivity(packaged("us-ban-2024-12"), points=63)


def test_nothing_heavy_is_loaded_with_the_package() -> None:
    code = "import sys; import monazite.shock; assert not {'numpy', 'scipy', 'numba'} & sys.modules.keys()"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_what_is_not_there_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = shock.nothing
