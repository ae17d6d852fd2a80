from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from monazite.shock.response.ask import Ask, place
from monazite.shock.response.ask_problems import AskError, near_countries
from monazite.shock.scenarios.reading import packaged

STOP, APRIL = packaged("full-stop"), packaged("seven-rare-earths-2025-04")


def ask(**other: Any) -> Ask:
    usual: dict[str, Any] = {"countries": ("JP",), "futures": ((STOP, 0.5),), "budget_musd": 100.0}
    return Ask(**{**usual, **other})


def refused(**other: Any) -> list[str]:
    with pytest.raises(AskError) as told:
        ask(**other)
    return [one.field for one in told.value.problems]


def test_what_is_not_said_follows_from_the_scenario() -> None:
    found = ask(countries=("Japan", "EU", "US"))
    assert found.places == ("JPN", "EU", "USA")
    assert found.begins == date(2026, 12, 1)
    assert found.scenario is STOP
    assert ask(first=date(2026, 3, 17)).begins == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("for", {"countries": ()}),
        ("for", {"countries": ("Atlantis",)}),
        ("for", {"countries": ("CN",)}),
        ("for", {"countries": ("EU", "DE")}),
        ("future", {"futures": ()}),
        ("future", {"futures": ((STOP, 0.0),)}),
        ("future", {"futures": ((STOP, 1.5),)}),
        ("future", {"futures": ((STOP, 0.4), (STOP, 0.4))}),
        ("future", {"futures": ((APRIL, 0.7), (STOP, 0.7))}),
        ("months", {"months": 0}),
        ("months", {"months": 121}),
        ("from", {"first": date(2027, 1, 1)}),
        ("months", {"first": date(2026, 1, 1), "months": 6}),
        ("budget", {"budget_musd": -1.0}),
        ("budget", {"budget_musd": float("nan")}),
        ("cap", {"cap": 0.0}),
        ("cap", {"cap": 65.0}),
        ("tail", {"tail": 0.0}),
        ("tail", {"tail_weight": -1.0}),
        ("others", {"others": 1.5}),
        ("growth", {"growth": -0.1}),
        ("ways", {"ways": frozenset({"wishes"})}),
        ("serve", {"serve": {"defense": 6}}),
        ("serve", {"serve": {"defence": 37}}),
        ("serve", {"serve": {"defence": 0}}),
        ("regions", {"regions": 2}),
        ("draws", {"draws": -1}),
        ("seed", {"seed": -1}),
        ("projects", {"projects": (Path("nowhere.csv"),)}),
    ],
)
def test_what_cannot_be_is_refused_by_its_name(field: str, other: dict[str, Any]) -> None:
    assert set(refused(**other)) == {field}


def test_every_problem_is_said_at_once_with_its_remedy() -> None:
    with pytest.raises(AskError) as told:
        ask(budget_musd=-1.0, cap=0.0, serve={"defense": 6}, futures=((STOP, 0.7), (APRIL, 0.7)))
    fields = [one.field for one in told.value.problems]
    assert {"future", "budget", "cap", "serve"} <= set(fields)
    text = str(told.value)
    assert "'-1' cannot be used; accepted: 0 or more" in text
    assert "defence" in text  # the nearest sector
    assert "1.4" in text


def test_only_what_is_near_is_named_near() -> None:
    with pytest.raises(AskError) as told:
        ask(countries=("world", "Jappan"), serve={"xyzzy": 3})
    far, close, sector = told.value.problems
    assert far.accepted == "a country or EU"
    assert close.accepted.startswith("a country or EU; near: Japan")
    assert sector.accepted.startswith("a sector; one of ")
    assert "日本" in near_countries("Jappan", "zh")


def test_a_place_is_a_country_or_a_group() -> None:
    assert [place(word) for word in ("DE", "DEU", "Germany", "EU")] == ["DEU", "DEU", "DEU", "EU"]
