from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import yaml

from monazite.shock.scenarios.reading import names, packaged
from support.shock_magnets import magnets
from support.shock_scenarios import made, run_of

if TYPE_CHECKING:
    from monazite.shock.scenarios.compiling import Compiled

pytestmark = pytest.mark.slow

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[3] / "cases/shock/idle_entries.yaml").read_text(encoding="utf-8")
)
IDS = [case["what"] for case in CASES]


@cache
def found_of(text: str) -> Compiled:
    return run_of(text)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_what_moves_nothing_is_told_with_its_path_and_the_reason(case: dict[str, Any]) -> None:
    notes = found_of(case["add"]).notes
    idle = {one.told["path"]: one.told["reason"] for one in notes if one.code == "idle"}
    unmet = {one.told["path"]: one.told["countries"] for one in notes if one.code == "unmet"}
    assert (idle, unmet) == (case.get("idle", {}), case.get("unmet", {}))


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_a_note_is_said_in_both_languages(case: dict[str, Any]) -> None:
    for one in found_of(case["add"]).notes:
        if one.code in {"idle", "unmet"}:
            assert one.told["path"] in one.said("en")
            assert one.told["path"] in one.said("zh")
            assert not one.said("zh").isascii()


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_what_is_said_to_move_nothing_moves_nothing(case: dict[str, Any]) -> None:
    """The tables are the same with it and without it."""
    whole = yaml.load(case["add"], yaml.BaseLoader)  # noqa: S506 - nothing but texts
    idle = set(case.get("idle", {}))
    names_ = {path for path in idle if ".by[" not in path}
    less: dict[str, Any] = {
        key: [one for number, one in enumerate(value) if f"{key}[{number}]" not in names_]
        for key, value in whole.items()
        if key != "law"
    }
    if "law" in whole:
        less["law"] = {
            key: [one for number, one in enumerate(value) if f"law.{key}[{number}]" not in names_]
            for key, value in whole["law"].items()
        }
    with_, without = (found_of(text).schedule for text in (case["add"], yaml.safe_dump(less)))
    same = all(
        np.array_equal(getattr(with_.edges, name), getattr(without.edges, name))
        for name in ("edge", "covered", "alike", "banned", "general", "granted", "duty")
    )
    assert same
    assert np.array_equal(with_.groups.quota, without.groups.quota)


MOVING: dict[str, Any] = yaml.load(CASES[-1]["add"], yaml.BaseLoader)  # noqa: S506


@pytest.mark.parametrize("key", sorted(MOVING.keys() - {"licences"}))
def test_what_is_not_said_to_move_nothing_moves_something(key: str) -> None:
    # The licence is named by friction, which cannot stand without it.
    whole = found_of(CASES[-1]["add"]).schedule
    less = run_of(yaml.safe_dump({name: part for name, part in MOVING.items() if name != key}))
    tables = [
        (*one.edges, *one.groups, *one.hubs, *one.elsewhere) for one in (whole, less.schedule)
    ]
    assert not all(map(np.array_equal, *tables))


@pytest.mark.parametrize("name", names())
def test_no_entry_of_a_packaged_scenario_is_without_a_reason(name: str) -> None:
    notes = made(packaged(name), magnets()).notes
    assert all(one.said("en") != one.said("zh") for one in notes)
