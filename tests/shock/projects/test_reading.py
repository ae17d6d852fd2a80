"""Two clocks: what was said by a day, and whose word stands."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from monazite.shock.projects.reading import packaged, projects, read
from support.projects import written

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.shock.projects.project import Project


def by_key(found: tuple[Project, ...]) -> dict[str, Project]:
    return {one.key: one for one in found}


@pytest.mark.parametrize(
    ("known", "id_", "status"),
    [
        (date(2024, 11, 23), None, None),
        (date(2024, 11, 24), "projects/seadrift", "planned"),
        (date(2025, 8, 26), "projects/seadrift", "planned"),
        (date(2025, 8, 27), "projects/seadrift/2025-08", "stalled"),
        (date(2025, 11, 26), "projects/seadrift/2025-11", "cancelled"),
        (None, "projects/seadrift/2025-11", "cancelled"),
    ],
)
def test_a_project_is_as_it_was_told_by_a_day(
    known: date | None, id_: str | None, status: str | None
) -> None:
    found = by_key(projects(known=known)).get("seadrift")
    assert (found and found.id, found and found.status) == (id_, status)


def test_other_statements_are_kept_beside_the_last() -> None:
    assert by_key(projects())["seadrift"].also == ("projects/seadrift", "projects/seadrift/2025-08")
    assert by_key(projects(known=date(2025, 9, 1)))["seadrift"].also == ("projects/seadrift",)


def test_of_two_readings_of_one_statement_the_first_is_taken_and_the_other_named() -> None:
    found = by_key(projects())["mp-10x"]
    assert (found.id, found.capacity) == ("projects/mp-10x/2026-02", Decimal(7000))
    assert "projects/mp-10x/2026-02-reading" in found.also


def test_known_only_adds_projects_and_never_takes_a_later_word() -> None:
    days = [date(year, month, 1) for year in range(2021, 2027) for month in (1, 7)]
    before: set[str] = set()
    for day in days:
        found = projects(known=day)
        assert all(one.on <= day for one in found)
        assert before <= {one.key for one in found}
        before = {one.key for one in found}


def test_a_file_adds_to_ours_and_stands_in_place_of_what_we_say(tmp_path: Path) -> None:
    older = {"id": "nolans", "material": "NdPr", "contains": "", "on": "2020-01-01"}
    path = written(tmp_path / "ours.csv", {}, older)
    found = by_key(projects([path]))
    assert len(found) == len(projects()) + 1
    assert found["ours"].id == "projects/ours"
    assert (found["nolans"].on, found["nolans"].also) == (date(2020, 1, 1), ())


def test_a_later_file_stands_in_place_of_an_earlier_one(tmp_path: Path) -> None:
    first = written(tmp_path / "one.csv", {"name": "One"})
    second = written(tmp_path / "two.csv", {"name": "Two", "on": "2026-01-01"})
    assert by_key(projects([first, second]))["ours"].name == "Two"
    assert by_key(projects([second, first]))["ours"].name == "One"


def test_what_a_file_says_later_than_the_day_leaves_ours_as_it_was(tmp_path: Path) -> None:
    path = written(tmp_path / "ours.csv", {"id": "nolans", "on": "2026-09-15"})
    day = date(2026, 6, 1)
    assert by_key(projects([path], day))["nolans"] == by_key(projects(known=day))["nolans"]


def test_several_statements_of_a_file_are_ordered_by_their_day(tmp_path: Path) -> None:
    later = {"id": "ours/2026-10", "on": "2026-10", "name": "Later"}
    path = written(tmp_path / "ours.csv", later, {})
    found = by_key(projects([path]))["ours"]
    assert (found.name, found.on, found.also) == ("Later", date(2026, 10, 31), ("projects/ours",))
    assert by_key(projects([path], date(2026, 10, 30)))["ours"].name == "Ours"


def test_cells_are_typed_and_what_nobody_says_is_not_nothing(tmp_path: Path) -> None:
    empty = {
        "capacity": "", "capacity_unit": "", "contains": "", "first_year": "", "capex_m": "",
        "currency": "", "permit_months": "",
    }  # fmt: skip
    full, bare = read(written(tmp_path / "o.csv", {}, {"id": "bare", **empty}))
    assert (full.country, full.capacity, full.permit_months) == ("POL", Decimal(120), Decimal(18))
    assert dict(full.holds) == {"Dy": Decimal("0.8"), "Tb": Decimal("0.2")}
    assert (full.kind, full.confidence) == ("plant", "reported")
    nothing = (bare.capacity, bare.first_year, bare.capex, bare.permit_months, bare.capex_musd)
    assert set(nothing) == {None}
    assert bare.radioactive == ""
    assert dict(bare.holds) == {}


def test_words_are_read_as_people_write_them(tmp_path: Path) -> None:
    said = {
        "id": "projects/plant-1", "country": "Poland", "material": "dysprosium", "stage": "Oxide",
        "status": "Under Construction", "contains": "", "radioactive": "No",
    }  # fmt: skip
    (one,) = read(written(tmp_path / "o.csv", said))
    assert (one.key, one.country, one.material, one.stage) == ("plant-1", "POL", "Dy", "refining")
    assert (one.status, one.radioactive) == ("under-construction", "no")


def test_the_table_is_read_once() -> None:
    assert packaged() is packaged()
