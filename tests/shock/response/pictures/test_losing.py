from __future__ import annotations

from dataclasses import replace

import pytest

from monazite.shock.response.pictures.losing import MOST, losses
from monazite.shock.response.results import Chance, Course
from support.shock_responses import nothing, response


def test_the_future_in_which_most_is_at_stake_is_at_the_head() -> None:
    found = losses(response(), "en").chart.to_dict()["vconcat"]
    titles = [one["title"]["text"] for one in found]
    assert titles == ["Full stop: 20% likely", "Seven rare earths, April 2025: 80% likely"]
    assert found[0]["title"]["subtitle"].startswith("In all US$ 12,845 million without")


def test_each_future_has_a_line_without_and_one_with_the_plan() -> None:
    data = losses(response(), "en").chart.to_dict()["datasets"].values()
    lines = [
        (row["line"], row["month"], row["middle"]) for rows in data for row in rows if "line" in row
    ]
    assert ("Without the plan", "2025-10", 900.0) in lines
    assert ("With the plan", "2026-10", pytest.approx(0.3 * 900 * 0.93**12)) in lines


def test_further_futures_are_counted_and_stand_in_the_table() -> None:
    one = response()
    more = tuple(Chance(f"f{n}", {"en": f"F{n}", "zh": f"F{n}"}, 0.01) for n in range(MOST))
    course = tuple(Course(chance.future, "2025-01", 1.0, 1.0) for chance in more)
    many = replace(one, futures=(*one.futures, *more), course=(*one.course, *course))
    found = losses(many, "en")
    assert len(found.chart.to_dict()["vconcat"]) == MOST
    subtitle = " ".join(found.chart.to_dict()["title"]["subtitle"])
    assert "less or nothing is lost there: F2, F3." in subtitle


def test_the_table_has_the_losses_of_each_sector_by_year() -> None:
    rows = losses(response(), "en").behind.rows
    assert len(rows) == len(response().losses)
    assert rows[0][:3] == ("Seven rare earths, April 2025", "2025", "Cars (motor vehicles), Japan")


def test_it_is_drawn_also_where_nothing_is_lost() -> None:
    assert b"<svg" in losses(response(), "zh").file(".svg", "zh")
    assert b"<svg" in losses(nothing(), "en").file(".svg", "en")


def test_a_future_in_which_nothing_is_lost_has_no_panel() -> None:
    one = response()
    calm = Chance("calm", {"en": "As it is", "zh": "一切照旧"}, 0.5)
    found = losses(replace(one, futures=(*one.futures, calm)), "en").chart.to_dict()
    assert len(found["vconcat"]) == 2
    assert "less or nothing is lost there: As it is." in " ".join(found["title"]["subtitle"])
