"""What the desk counts is what the pure figures say of the same facts, on both engines."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monazite.desk.figures.period import Asked
from monazite.desk.figures.reporting import of_office, of_site
from monazite.desk.people.may import Forbidden
from monazite.errors import InputError
from monazite.licensing.figures.facts import Fact
from support.desk_figures import decide, reopen, task, write
from support.figures import AS_OF, FIRST, report
from support.offices import World, firm, law_today, person, world

ASKED = Asked(FIRST, AS_OF, AS_OF)


@pytest.fixture
def w(db: None) -> World:  # noqa: ARG001
    return world()


def test_sql_and_arithmetic_agree_on_any_cases(w: World) -> None:
    facts = some(120)
    write(w, facts)
    for as_of in (AS_OF, AS_OF - timedelta(days=150), AS_OF + timedelta(days=200)):
        known = [fact for fact in facts if fact.filed <= as_of]
        expected = report(known, as_of=as_of)
        got = of_office(w.chief, Asked(FIRST, as_of, as_of))
        assert got.counts == expected.counts
        assert got.changes == expected.changes
        assert got.waiting[:2] == expected.waiting[:2]
        assert got.weeks == expected.weeks
        assert got.ages == expected.ages
        assert got.forecast == expected.forecast
        assert set(got.groups) == set(expected.groups)


def some(count: int) -> list[Fact]:
    """Seeded: every kind of way that a case can go, with destinations and materials."""
    draw, found = random.Random(11), []
    for _ in range(count):
        filed = FIRST + timedelta(days=draw.randrange(420))
        fact = Fact(
            filed, destination=draw.choice(["JP", "DE", ""]),
            materials=draw.choice([(), ("Dy",), ("Dy", "Tb"), ("Ga",)]),
        )  # fmt: skip
        if draw.random() < 0.3:
            back = filed + timedelta(days=draw.randrange(9))
            done = back + timedelta(days=draw.randrange(40)) if draw.random() < 0.6 else None
            fact = replace(fact, returned=back, completed=done)
        if draw.random() < 0.8:
            accepted = filed + timedelta(days=draw.randrange(30))
            fact = replace(fact, accepted=accepted)
            if draw.random() < 0.7:
                decided = accepted + timedelta(days=draw.randrange(90))
                outcome = draw.choice(["granted", "granted", "refused", "not_required"])
                fact = replace(fact, decided=decided, outcome=outcome)
                if outcome != "granted" and draw.random() < 0.5:
                    fact = replace(fact, reopened=decided + timedelta(days=draw.randrange(40)))
        if fact.decided is None and draw.random() < 0.3:
            left = filed + timedelta(days=40 + draw.randrange(60))
            fact = replace(fact, left=left, left_as=draw.choice(["withdrawn", "superseded"]))
        found.append(replace(fact, change=draw.random() < 0.2))
    return found


def test_a_day_is_the_regimes_own(w: World) -> None:
    """Half past midnight in Beijing is the evening before in UTC."""
    write(w, [Fact(date(2025, 3, 2))], time(16, 30))
    on = date(2025, 3, 3)
    assert _applied(w, Asked(on, on, on)) == 1
    assert _applied(w, Asked(FIRST, on - timedelta(days=1), on)) == 0


def _applied(w: World, asked: Asked) -> int | None:
    found = of_office(w.chief, asked).counts
    return found.applied if found else None


def test_a_decision_made_anew_counts_by_the_one_that_stood_on_the_day(w: World) -> None:
    (case,) = write(w, [Fact(FIRST, FIRST)])
    decide(w, case, date(2025, 3, 3), "refused", "superseded")
    decide(w, case, date(2025, 6, 2), "approved")
    before = of_office(w.chief, Asked(FIRST, AS_OF, date(2025, 5, 1))).counts
    after = of_office(w.chief, ASKED)
    assert before
    assert after.counts
    assert (before.refused, before.granted) == (1, 0)
    assert (after.counts.refused, after.counts.granted) == (0, 1)
    assert after.waiting[0].quartiles == ((date(2025, 3, 3) - FIRST).days,) * 3


def test_a_reopened_case_is_pending_until_it_is_decided_anew(w: World) -> None:
    refused = date(2025, 3, 3)
    (case,) = write(w, [Fact(FIRST, FIRST)])
    decide(w, case, refused, "refused", "superseded")
    reopen(case, w.licensing, date(2025, 4, 1))
    decide(w, case, date(2025, 6, 2), "refused", "superseded")
    reopen(case, w.licensing, date(2025, 7, 1))
    decide(w, case, date(2025, 9, 1), "not_required")
    said = {}
    for on in (refused, date(2025, 4, 1), date(2025, 6, 2), date(2025, 8, 31), date(2025, 9, 1)):
        found = of_office(w.chief, Asked(FIRST, on, on))
        assert found.counts
        waiting = sum(age.cases for age in found.ages)
        assert found.counts.pending == waiting
        assert found.forecast
        assert found.forecast.pending == waiting
        said[on] = (found.counts.refused, waiting, found.counts.not_required)
    assert list(said.values()) == [(1, 0, 0), (0, 1, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1)]
    late = Asked(date(2025, 8, 1), AS_OF, date(2025, 8, 31))
    assert sum(age.cases for age in of_office(w.chief, late).ages) == 1


def test_changes_of_a_licence_are_counted_apart_and_nothing_is_lost(w: World) -> None:
    facts = some(60)
    write(w, facts)
    found = of_office(w.chief, ASKED)
    assert found.counts
    assert found.changes.counts
    known = [fact for fact in facts if fact.filed <= AS_OF]
    asked = sum(fact.change for fact in known)
    assert (found.changes.counts.applied, found.counts.applied) == (asked, len(known) - asked)
    assert asked > 0
    assert found.changes.waiting
    assert found.waiting[0].cases + found.changes.waiting.cases == len(known)


def test_an_office_counts_the_cases_it_is_named_in_and_the_site_all(w: World) -> None:
    write(w, [Fact(FIRST)] * 3)
    other = firm("agency", "Another Bureau", regime="CN", duty="licensing")
    stranger = of_office(person(other, "chief"), ASKED)
    assert stranger.counts
    assert stranger.counts.applied == 0
    assert not stranger.groups
    whole = of_site("CN", ASKED)
    assert whole.counts
    assert whole.counts.applied == 3
    assert whole.scope.office == ""


def test_who_decides_sees_every_offices_queue_and_others_their_own(w: World) -> None:
    reviewing = firm("agency", "Institute", regime="CN", duty="reviewing")
    (case,) = write(w, [Fact(FIRST)])
    task(case, reviewing, FIRST, 12)
    task(case, w.intake, FIRST, None)
    rows = {queue.office: queue for queue in of_office(w.chief, ASKED).offices}
    assert rows.keys() == {"Institute", w.intake.name}
    assert rows["Institute"].days == (12, 12, 12)
    assert (rows[w.intake.name].open, rows[w.intake.name].days) == (1, (None,) * 3)
    own = of_office(person(w.intake, "auditor"), ASKED).offices
    assert [queue.office for queue in own] == [w.intake.name]
    earlier = of_office(w.chief, Asked(FIRST, AS_OF, FIRST + timedelta(days=5))).offices
    assert {queue.open for queue in earlier} == {1}


def test_a_destination_and_a_material_narrow_it(w: World) -> None:
    write(
        w,
        [
            Fact(FIRST, destination="JP", materials=("Dy",)),
            Fact(FIRST, destination="DE", materials=("Ga",)),
        ],
    )
    japan = of_office(w.chief, replace(ASKED, destination="Japan"))
    assert [group.key for group in japan.groups] == ["JP", "Dy"]
    gallium = of_office(w.chief, replace(ASKED, material="Ga"))
    assert [group.key for group in gallium.groups] == ["DE", "Ga"]
    assert gallium.offices == ()


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        (Asked(AS_OF, FIRST, AS_OF), "to"),
        (Asked(AS_OF, AS_OF, FIRST), "on"),
        (Asked(date(2001, 1, 1), AS_OF, AS_OF), "from"),
        (replace(ASKED, destination="Atlantis"), "destination"),
        (replace(ASKED, material="dy"), "material"),
        (replace(ASKED, as_of=law_today() + timedelta(days=2)), "on"),
        (replace(ASKED, last=date(9999, 12, 31)), "to"),
        (replace(ASKED, as_of=date(9999, 12, 31)), "on"),
        (Asked(date(1, 1, 1), date(1, 2, 1), AS_OF), "from"),
    ],
)
def test_what_cannot_be_counted_is_said(w: World, asked: Asked, field: str) -> None:
    with pytest.raises(InputError) as refused:
        of_office(w.chief, asked)
    assert refused.value.field == field


def test_who_may_not_read_figures_is_refused(w: World) -> None:
    for who in (w.signatory, w.intake_officer, w.reviewer):
        with pytest.raises(Forbidden):
            of_office(who, ASKED)


def test_three_statements_are_enough(w: World) -> None:
    write(w, some(5))
    of_office(w.chief, ASKED)
    with CaptureQueriesContext(connection) as queries:
        of_office(w.chief, ASKED)
    told = [q["sql"] for q in queries if "SAVEPOINT" not in q["sql"].upper()]
    assert sum(sql.lstrip().startswith("SELECT") for sql in told) <= 3
