"""The day is the regime's, whatever the clock of the machine says: 16:00 UTC is its midnight."""

from __future__ import annotations

from datetime import date, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from monazite.customs.regime import rules
from monazite.desk.duties.models import Duty
from monazite.desk.gate import services
from monazite.desk.licences.models import Movement
from monazite.desk.statistics.collecting import collect
from monazite.desk.statistics.reconciling import reconcile
from monazite.errors import InputError
from monazite.law.store import load
from support.clocks import midnight, next_month, stand
from support.undone import cancelled

if TYPE_CHECKING:
    from monazite.desk.gate.models import Declaration
    from support.at_gate import Gate

BEFORE, AFTER, DAY = timedelta(minutes=-1), timedelta(minutes=30), timedelta(days=1)


@pytest.fixture
def first() -> date:
    """The first day of the next month in Shanghai."""
    return next_month(load().today("CN"))


def counted(begin: date) -> tuple[int, list[tuple[Decimal, Decimal]]]:
    """Items that a month's statistics count, and its sums declared and posted, by unit."""
    found = collect("CN", rules("CN"), begin, next_month(begin)).releases
    sums = reconcile("CN", begin, next_month(begin))
    return found, [(each.declared, each.posted) for each in sums]


def left(g: Gate, declaration: Declaration, on: date) -> Declaration:
    return services.confirm_exit(g.officer, declaration.pk, on, {}, "page", seen=None)


@pytest.mark.parametrize(("minutes", "days"), [(BEFORE, -1), (AFTER, 0)])
def test_what_is_lodged_counts_for_the_day_in_shanghai(
    g: Gate, first: date, minutes: timedelta, days: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = stand(monkeypatch, midnight(first) + minutes)
    assert now.date() == first - DAY  # 15:59 and 16:30 UTC of the same day
    made = services.lodge(g.declarant, g.document(), "api")
    assert made.day == first + timedelta(days)
    assert made.exit_by == made.day + timedelta(rules("CN").exit.days)
    assert Movement.objects.get(message_id=f"{made.number}/1/reserve").on == made.day


def test_what_leaves_after_midnight_is_of_the_next_month(
    g: Gate, first: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand(monkeypatch, midnight(first) + BEFORE)
    early, late = (services.lodge(g.declarant, g.document(), "api") for _ in range(2))
    with pytest.raises(InputError) as refused:
        left(g, early, first)
    assert refused.value.field == "on"
    left(g, early, first - DAY)
    stand(monkeypatch, midnight(first) + AFTER)
    left(g, late, first)
    kilograms = [(Decimal(100), Decimal(100))]
    assert counted((first - DAY).replace(day=1)) == (1, kilograms)
    assert counted(first) == (1, kilograms)
    due = dict(Duty.objects.order_by("kind").values_list("declaration", "due_on"))
    assert due[late.pk] - due[early.pk] == DAY


def test_what_comes_back_is_taken_off_the_month_in_which_it_left(
    g: Gate, first: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand(monkeypatch, midnight(first) + BEFORE)
    made = services.lodge(g.declarant, g.document(), "api")
    stand(monkeypatch, midnight(first) + AFTER)
    left(g, made, first)
    cancelled(g, made)
    for month in (first, (first - DAY).replace(day=1)):
        releases, sums = counted(month)
        assert releases == 0
        assert all(declared == posted == 0 for declared, posted in sums)


@pytest.mark.parametrize(("minutes", "state"), [(BEFORE, "cleared"), (AFTER, "refused")])
def test_a_licence_ends_at_the_midnight_of_its_regime(
    g: Gate, minutes: timedelta, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand(monkeypatch, midnight(g.licence.valid_until + DAY) + minutes)
    assert services.lodge(g.declarant, g.document(), "api").state == state


def test_what_did_not_leave_lapses_after_the_midnight_of_its_last_day(
    g: Gate, first: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand(monkeypatch, midnight(first) + AFTER)
    made = services.lodge(g.declarant, g.document(), "api")
    assert made.exit_by is not None
    stand(monkeypatch, midnight(made.exit_by + DAY) + BEFORE)
    assert services.lapse_reservations() == 0
    stand(monkeypatch, midnight(made.exit_by + DAY) + AFTER)
    assert services.lapse_reservations() == 1


def test_a_clock_of_another_zone_tells_the_same_day(
    g: Gate, first: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = timezone(timedelta(hours=-8))
    stand(monkeypatch, (midnight(first) + AFTER).astimezone(far))
    assert services.lodge(g.declarant, g.document(), "api").day == first
