from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from monazite.law.build import build
from monazite.law.check import SOON_DAYS, check, check_files
from monazite.law.compile import compile_law
from monazite.law.sources import REGIMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from monazite.law.check import Problem
    from monazite.law.law import Law

Document = dict[str, Any]
END = date(2026, 11, 27)


@pytest.fixture(scope="module")
def document() -> Document:
    """The compiled law data, to be changed by a copy."""
    return compile_law(REGIMES)


@pytest.fixture
def changed(document: Document) -> Callable[..., Law]:
    """The law with entries of one kind added, or relations left out."""

    def changed_(without: tuple[str, ...] = (), **added: list[Document]) -> Law:
        kept = [r for r in document["relations"] if r["id"] not in without]
        parts = document | {"relations": kept}
        return build(parts | {k: [*parts[k], *rows] for k, rows in added.items()}, "hash")

    return changed_


def found(problems: tuple[Problem, ...], subject: str) -> list[tuple[str, str]]:
    return [(p.level, p.code) for p in problems if p.subject == subject]


def relation(**given: object) -> Document:
    base = {
        "id": "REL-900", "kind": "suspends", "by": "CN-2025-72", "target": "CN-2024-46-P2",
        "published": "2026-11-20", "from": "2026-11-28", "until": "2027-11-27",
        "after_until": "revives", "official": True, "confidence": "found",
    }  # fmt: skip
    return base | given


def reading(relation_id: str, read_on: str, result: str = "ambiguous") -> Document:
    return {"relation": relation_id, "read_on": read_on, "result": result, "source": "here"}


def test_the_shipped_data_have_no_error_on_their_own_day(law: Law) -> None:
    problems = check(law, law.compiled)
    assert [p.level for p in problems if p.level == "error"] == []
    assert found(problems, "CN-2024-46-P2") == [("warning", "ends_soon")]
    assert found(problems, "CN-2025-57") == [("note", "read")]


def test_an_end_that_has_passed_unread_is_an_error(law: Law) -> None:
    assert found(check(law, END), "CN-2024-46-P2") == [("warning", "ends_soon")]
    assert found(check(law, date(2026, 11, 28)), "CN-2024-46-P2") == [("error", "stale")]


def test_a_suspension_is_warned_of_thirty_days_before_its_end(law: Law) -> None:
    assert SOON_DAYS == 30
    assert found(check(law, date(2026, 10, 27)), "CN-2024-46-P2") == []
    assert found(check(law, date(2026, 10, 28)), "CN-2024-46-P2") == [("warning", "ends_soon")]


def test_a_suspension_that_is_not_published_yet_says_nothing(law: Law) -> None:
    assert found(check(law, date(2025, 11, 1)), "CN-2024-46-P2") == []


def test_one_that_was_read_is_a_note_from_the_day_of_reading_on(law: Law) -> None:
    assert found(check(law, date(2026, 11, 21)), "CN-2025-57") == [("error", "stale")]
    assert found(check(law, date(2026, 11, 22)), "CN-2025-57") == [("note", "read")]


def test_a_reading_before_the_end_is_no_reading_of_the_sequel(changed: Callable[..., Law]) -> None:
    early = changed(readings=[reading("REL-020", "2026-11-27")])
    late = changed(readings=[reading("REL-020", "2026-11-28", "revived")])
    day = date(2026, 11, 30)
    assert found(check(early, day), "CN-2024-46-P2") == [("error", "stale")]
    assert found(check(late, day), "CN-2024-46-P2") == [("note", "read")]


def test_a_reported_extension_that_runs_out_after_the_reading_is_warned_of(law: Law) -> None:
    soon, over = check(law, date(2026, 12, 11)), check(law, date(2027, 1, 11))
    assert found(check(law, date(2026, 12, 10)), "CN-2025-57") == [("note", "read")]
    assert found(soon, "CN-2025-57") == [("warning", "report_ends_soon"), ("note", "read")]
    assert found(over, "CN-2025-57") == [("warning", "report_ran_out"), ("note", "read")]


def test_a_reading_after_the_reported_extension_settles_it(changed: Callable[..., Law]) -> None:
    read = changed(readings=[reading("REL-017", "2027-01-12")])
    assert found(check(read, date(2027, 2, 1)), "CN-2025-58") == [("note", "read")]


@pytest.mark.parametrize("start", ["2026-11-28", "2027-01-01"])
def test_an_official_sequel_that_is_known_settles_it(
    changed: Callable[..., Law], start: str
) -> None:
    law = changed(relations=[relation(**{"from": start})])
    day = date(2026, 11, 29)
    assert found(check(law, day), "CN-2024-46-P2") == []
    unofficial = changed(relations=[relation(official=False)])
    assert found(check(unofficial, day), "CN-2024-46-P2") == [("error", "stale")]
    unknown = changed(relations=[relation(published="2026-12-24")])
    assert found(check(unknown, day), "CN-2024-46-P2") == [("error", "stale")]


def test_an_official_extension_moves_the_day(changed: Callable[..., Law]) -> None:
    extended = changed(relations=[relation(kind="extends", target=None, target_relation="REL-020")])
    assert found(check(extended, date(2026, 11, 29)), "CN-2024-46-P2") == []
    assert found(check(extended, date(2027, 11, 28)), "CN-2024-46-P2") == [("error", "stale")]


def test_one_that_lapses_by_its_own_words_needs_no_reading(changed: Callable[..., Law]) -> None:
    lapses = changed(without=("REL-020",), relations=[relation(after_until="lapses")])
    day = date(2027, 11, 28)
    assert found(check(lapses, day), "CN-2024-46-P2") == []
    assert found(check(lapses, date(2027, 11, 20)), "CN-2024-46-P2") == [("warning", "ends_soon")]


def test_one_without_an_end_never_goes_stale(changed: Callable[..., Law]) -> None:
    law = changed(without=("REL-020",), relations=[relation(until=None)])
    assert found(check(law, date(2030, 1, 1)), "CN-2024-46-P2") == []


def test_one_whose_measure_ends_first_needs_no_reading(law: Law) -> None:
    ended = replace(law.measures["CN-2024-46-P2"], last_day=END)
    changed = replace(law, measures={"CN-2024-46-P2": ended})
    assert check(changed, date(2026, 12, 1)) == ()


def test_two_suspensions_of_one_measure_must_not_overlap(changed: Callable[..., Law]) -> None:
    twice = changed(relations=[relation(**{"from": "2026-11-27"})])
    assert ("error", "suspensions_overlap") in found(check(twice, END), "CN-2024-46-P2")


def test_two_limbs_must_not_give_an_item_the_same_effect(law: Law) -> None:
    measure = law.measures["CN-2025-61"]
    first = measure.limbs[0]
    item = first.items[0]
    again = replace(first, id="9", items=(item,))
    other = replace(again, effect="prohibited")
    for limbs, expected in (((first, again), [item]), ((first, other), [])):
        changed = replace(law, measures={"X": replace(measure, id="X", limbs=limbs)})
        problems = check(changed, law.compiled)
        assert [p.text["en"] for p in problems if p.code == "limbs_overlap"] == [
            f"limbs {first.id} and 9 give {one} the same effect under the same test"
            for one in expected
        ]


def test_a_measure_that_ends_before_it_starts(law: Law) -> None:
    measure = replace(
        law.measures["CN-2025-18"], last_day=date(2025, 4, 3), notes="never came into operation"
    )
    noted = check(replace(law, measures={"CN-2025-18": measure}), law.compiled)
    assert found(noted, "CN-2025-18") == [("note", "never_operated")]
    bare = replace(measure, notes="")
    refused = check(replace(law, measures={"CN-2025-18": bare}), law.compiled)
    assert found(refused, "CN-2025-18") == [("error", "ends_before_start")]


def test_a_measure_published_after_its_first_day_is_noted(law: Law) -> None:
    late = replace(law.measures["CN-2025-18"], published=date(2025, 4, 5))
    problems = check(replace(law, measures={"CN-2025-18": late}), law.compiled)
    assert found(problems, "CN-2025-18") == [("note", "published_late")]


def test_errors_come_first_and_all_are_said_in_both_languages(law: Law) -> None:
    problems = check(law, date(2027, 1, 11))
    order = ["error", "warning", "note"]
    assert [p.level for p in problems] == sorted((p.level for p in problems), key=order.index)
    assert all(p.text["en"] and p.text["zh"] and p.text["en"] != p.text["zh"] for p in problems)


def test_the_files_are_read_afresh(tmp_path: Path, law: Law) -> None:
    root = tmp_path / "regimes"
    shutil.copytree(REGIMES, root)
    assert check_files(root, law.compiled) == check(law, law.compiled)
    (root / "CN" / "relations.yaml").write_text(
        (root / "CN" / "relations.yaml")
        .read_text(encoding="utf-8")
        .replace("target: CN-2024-46-P2", "target: CN-2024-46-P9"),
        encoding="utf-8",
    )
    broken = check_files(root, law.compiled)
    assert {(p.level, p.code) for p in broken} == {("error", "data")}
    assert any("CN-2024-46-P9" in p.text["en"] and "CN-2024-46-P9" in p.text["zh"] for p in broken)
