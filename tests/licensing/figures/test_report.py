from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.catalogue.texts import keys, say
from monazite.errors import InputError
from monazite.licensing.figures.changes import Changes
from monazite.licensing.figures.facts import Fact
from monazite.licensing.figures.offices import Tasks
from monazite.licensing.figures.publishing import published
from monazite.licensing.figures.report import QueueReport, document, read, schema
from monazite.licensing.figures.table import Row, comma_separated, parquet, read_parquet, rows
from monazite.licensing.figures.waiting import MEASURES
from support.figures import AS_OF, FIRST, any_fact, report

VALIDATOR = jsonschema.Draft202012Validator(
    schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)
TASKS = [
    Tasks("Bureau", "review", "done", 5, 30),
    Tasks("Bureau", "review", "open", 9, 12),
    Tasks("Institute", "review", "done", 40, 7),
    Tasks("Institute", "review", "cancelled", 4, 2),
]


def many() -> list[Fact]:
    """Half a year: most of Japan's are granted, three of Palau's are refused."""
    granted = [
        Fact(
            FIRST + timedelta(days=n), FIRST + timedelta(days=n + 3),
            FIRST + timedelta(days=n + 20 + n % 9), "granted",
            destination=("JP", "DE")[n % 2], materials=("Dy", "Tb")[: 1 + n % 2],
        )
        for n in range(120)
    ]  # fmt: skip
    refused = [
        Fact(
            FIRST, FIRST, FIRST + timedelta(days=30), "refused", destination="PW", materials=("Dy",)
        )
        for _ in range(3)
    ]
    waiting = [
        Fact(AS_OF - timedelta(days=n), destination="DE", materials=("Ga",)) for n in range(30)
    ]
    return [*granted, *refused, *waiting]


@pytest.mark.parametrize("cases", [[], many()], ids=["none", "many"])
@pytest.mark.parametrize("shown", ["whole", "published"])
def test_it_comes_back_from_json_and_fits_its_schema(cases: list[Fact], shown: str) -> None:
    made = report(cases, TASKS)
    made = published(made) if shown == "published" else made
    said = json.loads(json.dumps(document(made), allow_nan=False))
    VALIDATOR.validate(said)
    assert read(said) == made


def test_the_schema_is_one_and_it_is_closed() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(document(report([])) | {"approval": 1})


@pytest.mark.parametrize(
    ("place", "value", "field"),
    [
        ("counts.applied", -5, "counts.applied"),
        ("counts.granted", 999, "counts.applied"),
        ("counts.pending", 0, "counts.applied"),
        ("counts.accepted", 9999, "counts.accepted"),
        ("counts.applied", True, "counts.applied"),
        ("counts.applied", "153", "counts.applied"),
        ("counts.applied", 153.5, "counts.applied"),
        ("among_decided.value", 7.0, "among_decided"),
        ("among_decided.value", float("nan"), "report"),
        ("among_applied.numerator", 1, "among_applied"),
        ("groups.0.among_decided.high", 0.1, "groups.0.among_decided"),
        ("groups.0.counts.refused", 70, "groups.0.counts.applied"),
        ("changes.counts.refused", 1, "changes.counts.applied"),
        ("ages.0.cases", -1, "ages.0.cases"),
        ("counts.approved", 1, "counts.approved"),
        ("extra", 1, "extra"),
    ],
)
def test_figures_that_cannot_be_true_are_refused(place: str, value: object, field: str) -> None:
    said = document(report(many(), TASKS))
    *path, last = place.split(".")
    at: Any = said
    for step in path:
        at = at[int(step)] if step.isdigit() else at[step]
    at[last] = value
    with pytest.raises(InputError) as refused:
        read(said)
    assert refused.value.field == field


def test_what_is_no_report_is_refused() -> None:
    with pytest.raises(InputError, match="regime"):
        read({**document(report([])), "scope": {}})
    with pytest.raises(InputError, match="queue_report"):
        read({**document(report([])), "format": "monazite.queue_report/0"})


@settings(max_examples=25, deadline=None)
@given(st.lists(any_fact(), max_size=40))
def test_rows_come_back_from_parquet_and_stand_in_the_csv(cases: list[Fact]) -> None:
    made = report(cases, TASKS)
    assert read_parquet(parquet(made)) == rows(made)
    written = list(csv.DictReader(io.StringIO(comma_separated(made))))
    assert [row["measure"] for row in written] == [row.measure for row in rows(made)]


def one(made: QueueReport, **wanted: object) -> Row:
    (found,) = [
        row
        for row in rows(made)
        if all(getattr(row, name) == each for name, each in wanted.items())
    ]
    return found


def test_a_simulation_takes_shares_and_days_by_destination_and_material() -> None:
    made = report(many(), TASKS)
    japan = one(made, dimension="destination", key="JP", measure="among_decided")
    assert (japan.value, japan.numerator, japan.denominator) == (1.0, 60, 60)
    germany = one(made, dimension="destination", key="DE", measure="among_applied")
    assert germany.value == 60 / 90
    half = one(made, dimension="material", key="Tb", measure="filed_to_decision_by_percent", at=50)
    assert half.value == 24
    assert half.unit == "days"
    gallium = one(
        made, dimension="material", key="Ga", measure="filed_to_decision_by_percent", at=50
    )
    assert (gallium.value, gallium.reason) == (None, "not_reached")
    review = one(
        made, dimension="office", key="Bureau", measure="review_in_queue_by_percent", at=50
    )
    assert review.value == 5


def test_groups_by_destination_add_up_to_the_whole() -> None:
    made = report(many())
    assert made.counts is not None
    groups = [group for group in made.groups if group.dimension == "destination"]
    assert sum(group.counts.applied or 0 for group in groups) == made.counts.applied == 153
    assert sum(group.decided or 0 for group in groups) == made.waiting[0].decided
    assert made.changes.counts
    assert made.changes.counts.applied == 0


def test_working_days_are_counted_on_the_regimes_calendar() -> None:
    """Accepted on the last day before the holiday of October 2025, decided after it."""
    cases = [Fact(date(2025, 9, 29), date(2025, 9, 30), date(2025, 10, 10), "granted")]
    calendar_days, working = report(cases).waiting[1:]
    assert calendar_days.quartiles == (10, 10, 10)
    assert working.quartiles == (2, 2, 2)
    assert working.unit == "working_days"


def test_a_year_that_is_not_published_leaves_that_curve_out_and_says_so() -> None:
    cases = [Fact(date(2027, 1, 4), date(2027, 1, 5), date(2027, 2, 1), "granted")]
    made = report(cases, as_of=date(2027, 6, 1))
    assert [curve.reason for curve in made.waiting] == ["", "", "unpublished_year"]


def test_what_is_published_hides_few_and_what_would_give_them_away() -> None:
    made = published(report(many(), TASKS))
    palau = next(group for group in made.groups if group.key == "PW")
    assert palau.counts.refused is None
    assert palau.counts.applied is None
    assert palau.among_decided.reason == "hidden"
    assert set(palau.days) == {None}
    hidden = [g for g in made.groups if g.dimension == "destination" and g.counts.refused is None]
    assert len(hidden) > 1
    assert all(group.counts.accepted is None for group in made.groups)
    institute = next(queue for queue in made.offices if queue.office == "Institute")
    assert institute.cancelled is None
    assert made.scope.hidden_below == 5
    assert made.counts == report(many()).counts


def chamber() -> list[Fact]:
    """The European Chamber's 141 with two destinations: the one refusal is France's."""
    july = date(2025, 7, 1)
    granted = Fact(FIRST, FIRST, july, "granted")
    pending = Fact(FIRST, FIRST)
    german = [*[granted] * 10, *[pending] * 60]
    french = [*[granted] * 9, *[pending] * 61, Fact(FIRST, FIRST, july, "refused")]
    return [
        replace(fact, destination=to)
        for to, part in (("DE", german), ("FR", french))
        for fact in part
    ]


def test_the_one_refusal_does_not_follow_from_what_is_shown() -> None:
    made = published(report(chamber()))
    rows_of = [group.counts for group in made.groups if group.dimension == "destination"]
    assert [(row.applied, row.refused, row.granted) for row in rows_of] == [
        (70, None, None), (71, None, None),
    ]  # fmt: skip


def test_how_many_had_a_decision_tells_nothing_of_those_that_left_after_it() -> None:
    left = Fact(FIRST, FIRST, FIRST, "refused", AS_OF, "withdrawn", destination="FR")
    made = published(report([*chamber(), left]))
    assert {group.decided for group in made.groups} == {None}
    whole = published(report([*chamber(), *[left] * 6]))
    days = {group.key: group.days for group in whole.groups if group.dimension == "destination"}
    assert days.keys() == {"DE", "FR"}


def test_rows_that_others_read_do_not_stand_by_size() -> None:
    keys_of = [group.key for group in published(report(many())).groups if group.key in {"DE", "JP"}]
    assert keys_of == ["DE", "JP"]
    bigger = [Fact(FIRST, destination="JP")] * 50
    inside = report([*bigger, *[Fact(FIRST, destination="DE")] * 9])
    assert [group.key for group in inside.groups if group.key] == ["JP", "DE"]
    assert [group.key for group in published(inside).groups if group.key] == ["DE", "JP"]


def test_a_single_destination_is_not_listed_where_the_whole_would_tell_of_a_few() -> None:
    one = [replace(fact, destination="FR", materials=("Dy",)) for fact in chamber()]
    assert published(report(one)).groups == ()


def test_changes_of_licences_are_in_no_other_figure() -> None:
    asked = [
        replace(fact, change=True, decided=FIRST + timedelta(days=2), outcome="granted")
        for fact in many()[:7]
    ]
    plain, made = report(many()), report([*many(), *asked])
    for name in ("counts", "among_decided", "waiting", "groups", "weeks", "ages", "forecast"):
        assert getattr(made, name) == getattr(plain, name)
    assert made.changes.counts
    assert (made.changes.counts.applied, made.changes.counts.granted) == (7, 7)
    asked_for = one(made, dimension="change", measure="applied")
    assert asked_for.value == 7
    half = one(made, dimension="change", measure="filed_to_decision_by_percent", at=50)
    assert half.value is not None
    assert published(made).changes == made.changes
    few = published(report([*many(), *asked[:4]]))
    assert few.changes == Changes(None, None)
    assert one(few, dimension="change", measure="applied").reason == "hidden"


def test_of_a_handful_nothing_is_published() -> None:
    made = published(report(many()[:3]))
    assert made.counts is None
    assert made.among_applied.reason == "hidden"
    assert not any((made.groups, made.weeks, made.waiting, made.ages, made.forecast))


@pytest.mark.parametrize("minimum", [0, 1])
def test_nobody_publishes_single_firms(minimum: int) -> None:
    with pytest.raises(InputError, match="2 or more"):
        published(report(many()), minimum)


def test_every_figure_is_defined_in_both_languages_and_none_is_an_approval_rate() -> None:
    made = report([])
    assert {"among_decided", "among_applied", "both_true", *MEASURES} <= made.definitions.keys()
    assert "13.5 %" in made.definitions["both_true"].en
    assert "13.5%" in made.definitions["both_true"].zh
    named = [key for key in keys() if key.startswith("licensing.figures.")]
    for lang, words in (("en", ("approval rate", "success rate")), ("zh", ("批准率", "通过率"))):
        for text in (say(key, lang) for key in named):
            assert not any(word in text.lower() for word in words)
