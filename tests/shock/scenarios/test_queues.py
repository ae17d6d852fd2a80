from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from monazite.licensing.figures.facts import Fact
from monazite.licensing.figures.report import document
from monazite.shock.scenarios.problems import ScenarioError
from support.figures import AS_OF, FIRST, report
from support.shock_scenarios import said

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.shock.scenarios.schema import Friction

ENTRY = "{group: desk, measures: [CN-2025-18], from: 2025-04-04, queue: queue.json%s}"


def friction(folder: Path, cases: list[Fact], more: str = "") -> Friction:
    found = json.dumps(document(report(cases)))
    (folder / "queue.json").write_text(found, encoding="utf-8")
    return said(f"friction: [{ENTRY % more}]", folder).friction[0]


def decided(count: int, days: int, outcome: str, place: str) -> list[Fact]:
    """Filed one a day, decided so many days later."""
    found = [FIRST + timedelta(days=n) for n in range(count)]
    return [Fact(day, day, day + timedelta(days=days), outcome, destination=place) for day in found]


CASES = [
    *decided(30, 56, "granted", "JP"),
    *decided(10, 56, "refused", "DE"),
    *decided(2, 56, "granted", "US"),
]


def test_a_queue_tells_how_long_and_how_many(tmp_path: Path) -> None:
    found = friction(tmp_path, CASES)
    # All take eight weeks; of three desks with that median a file takes 8 / 0.8914 in the mean.
    assert found.review_weeks == pytest.approx(8 / 0.8914)
    assert found.granted == pytest.approx(32 / 42)
    assert found.throughput is None
    assert {one.destinations: one.granted for one in found.by} == {("JPN",): 1.0, ("DEU",): 0.0}


def test_what_the_scenario_says_itself_stands(tmp_path: Path) -> None:
    more = ", review_weeks: 3, by: [{destinations: [JP], granted: 50 %}]"
    found = friction(tmp_path, CASES, more)
    assert found.review_weeks == 3
    # The last entry that fits holds: what the scenario says comes after what the queue says.
    assert [one.granted for one in found.by if one.destinations == ("JPN",)] == [1.0, 0.5]


def test_a_backlog_that_grows_is_a_limit(tmp_path: Path) -> None:
    weeks = [AS_OF - timedelta(days=n) for n in range(200)]
    waiting = [Fact(day, destination="JP") for day in weeks]
    through = [
        Fact(day, day, day + timedelta(days=1), "granted", destination="JP") for day in weeks[::3]
    ]
    found = friction(tmp_path, [*waiting, *through, *CASES, *decided(300, 56, "granted", "JP")])
    assert found.throughput is not None
    assert 0 < found.throughput < 1


def test_where_half_are_not_decided_the_first_quarter_tells(tmp_path: Path) -> None:
    waiting = [Fact(FIRST, destination="JP") for _ in range(60)]
    assert friction(tmp_path, [*waiting, *CASES]).review_weeks == pytest.approx(8 / 0.5758)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_queue_that_tells_nothing_is_refused_with_its_path(tmp_path: Path, lang: str) -> None:
    with pytest.raises(ScenarioError) as error:
        friction(tmp_path, [Fact(FIRST, destination="JP") for _ in range(9)])
    (one,) = error.value.problems
    assert (one.path, one.value, one.code) == ("friction[0].queue", "queue.json", "queue_few")
    assert "monazite desk report" in one.message(lang)


def test_a_file_that_is_no_queue_is_refused(tmp_path: Path) -> None:
    for text, code in (("{", "queue_file"), ("{}", "queue"), ("[]", "queue")):
        (tmp_path / "queue.json").write_text(text, encoding="utf-8")
        with pytest.raises(ScenarioError) as error:
            said(f"friction: [{ENTRY % ''}]", tmp_path)
        (one,) = error.value.problems
        assert (one.path, one.code) == ("friction[0].queue", code)
        assert one.message("zh").isascii() is False


def test_the_path_of_a_queue_is_that_of_its_own_file(tmp_path: Path) -> None:
    entry = f"{{group: a, measures: [CN-2025-18], from: 2025-04-04}}, {ENTRY % ''}"
    with pytest.raises(ScenarioError, match=r"^friction\[1\]\.queue: queue\.json"):
        said(f"extends: seven-rare-earths-2025-04\nfriction: [{entry}]", tmp_path)
