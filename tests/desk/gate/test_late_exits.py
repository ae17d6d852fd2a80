"""What left is known, even where its licence fell since or its reservation lapsed before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.utils import timezone

from monazite.customs.regime import rules
from monazite.desk.applications.errors import Refused
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.gate import services
from monazite.desk.gate.models import Declaration, Left
from monazite.desk.leads.models import Lead
from monazite.desk.licences import services as licences
from monazite.errors import InputError
from monazite.law.procedure import NotAllowed
from support.clocks import midnight, next_month, stand
from support.offices import law_today, person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime
    from pathlib import Path

    from support.at_gate import Gate

VIA = "page"
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _whole(g: Gate, tmp_path: Path) -> Iterator[None]:  # noqa: ARG001 - the tables
    """Whatever a test does, the record proves itself afterwards.

    On PostgreSQL a line's events carry the engine's own clock, which no test moves.
    """
    yield
    if connection.vendor == "sqlite":
        assert prove(tmp_path, PublicKeys(())).whole


@pytest.fixture
def noon(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The desk's clock at noon, on a day in Shanghai on which the licence stands."""
    return stand(monkeypatch, midnight(next_month(law_today())) + timedelta(hours=12))


def lodged(g: Gate, **changes: Any) -> Declaration:
    return services.lodge(g.declarant, g.document(**changes), VIA)


def left(g: Gate, made: Declaration, on: date | datetime) -> Declaration:
    return services.confirm_exit(g.officer, made.pk, on, {}, VIA, seen=None)


def suspend(g: Gate) -> None:
    officer = person(g.w.licensing, "licensing_officer")
    order = licences.propose_order(officer, g.licence.pk, "suspend", ["security"], "Why.", VIA)
    licences.sign_order(g.w.chief, order.pk, VIA)


def now(made: Declaration) -> Declaration:
    return Declaration.objects.get(pk=made.pk)


def lapsed(g: Gate, monkeypatch: pytest.MonkeyPatch, at: datetime) -> Declaration:
    made = lodged(g)
    stand(monkeypatch, at + timedelta(rules("CN").exit.days + 1))
    assert services.lapse_reservations() == 1
    return now(made)


def test_what_left_before_the_suspension_is_taken_off_the_licence(
    g: Gate, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = lodged(g)
    gone = stand(monkeypatch, noon + timedelta(hours=1))
    stand(monkeypatch, noon + timedelta(hours=2))
    suspend(g)
    with pytest.raises(Refused, match="at what time"):
        left(g, made, made.day)
    with pytest.raises(Refused, match="suspended"):
        left(g, made, noon + timedelta(hours=2))
    left(g, made, gone)
    assert (now(made).state, now(made).exited_on, g.sums) == ("exited", made.day, (0, 100, 1))
    assert Lead.objects.count() == 0
    services.cancel(g.declarant, made.pk, "It came back.", VIA, seen=None)
    services.grant(g.officer, made.pk, "Seen.", VIA, seen=None)
    assert g.sums == (0, 0, 0)


def test_a_day_is_enough_where_the_licence_fell_on_a_later_one(
    g: Gate, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = lodged(g)
    stand(monkeypatch, noon + DAY)
    suspend(g)
    left(g, made, made.day)
    assert g.sums == (0, 100, 1)


def test_nothing_left_before_it_was_cleared(
    g: Gate, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = lodged(g)
    services.hold(g.officer, made.pk, "Odd.", VIA, seen=None)
    stand(monkeypatch, noon + 3 * DAY)
    services.clear(g.officer, made.pk, "Looked.", VIA, seen=None)
    for on in (made.day, made.day + 2 * DAY, noon + 3 * DAY - timedelta(minutes=1)):
        with pytest.raises(InputError, match="days of CN"):
            left(g, made, on)
    assert left(g, made, made.day + 3 * DAY).state == "exited"


def test_after_its_last_day_nothing_leaves_though_the_worker_did_not_look(
    g: Gate, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = lodged(g)
    days = rules("CN").exit.days
    stand(monkeypatch, noon + (days + 1) * DAY)
    with pytest.raises(InputError, match="days of CN"):
        left(g, made, made.day + (days + 1) * DAY)
    assert left(g, made, made.day + days * DAY).state == "exited"


def test_what_left_in_time_and_lapsed_is_entered_late(
    g: Gate, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = lapsed(g, monkeypatch, noon)
    assert (made.state, g.sums) == ("lapsed", (0, 0, 0))
    left(g, made, made.day + DAY)
    assert (now(made).state, g.sums, Lead.objects.count()) == ("exited", (0, 100, 1), 0)
    assert g.line.movements.get(kind="late").on == made.day + DAY


def test_what_left_after_its_last_day_opens_a_lead(
    g: Gate, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = lapsed(g, monkeypatch, noon)
    left(g, made, made.day + (rules("CN").exit.days + 1) * DAY)
    assert (now(made).state, g.sums) == ("exited", (0, 100, 1))
    assert Lead.objects.get().entries.get().facts["conflicts"] == ["left_too_late"]


def test_what_its_line_does_not_bear_any_more_is_known_all_the_same(
    g: Gate, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = lapsed(g, monkeypatch, noon)
    lodged(g, item_quantity="950", item_mass_kg="950", item_value="66500")
    left(g, made, made.day)
    assert (now(made).state, g.sums) == ("exited", (950, 0, 1))
    row = Left.objects.get(item__declaration=made)
    assert (row.quantity, row.posted_quantity) == (100, 0)
    assert Lead.objects.get().entries.get().facts["conflicts"] == ["beyond_line"]


def test_what_left_under_a_suspended_licence_opens_a_lead_once_it_lapsed(
    g: Gate, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = lodged(g)
    suspend(g)
    stand(monkeypatch, noon + (rules("CN").exit.days + 1) * DAY)
    assert services.lapse_reservations() == 1
    left(g, made, made.day + DAY)
    assert g.sums == (0, 100, 1)
    assert Lead.objects.get().entries.get().facts["conflicts"] == ["licence_fell"]


def test_what_is_held_lapses_and_never_leaves(
    g: Gate, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = lodged(g)
    held = services.hold(g.officer, made.pk, "Odd.", VIA, seen=None)
    assert held.exit_by == made.day + rules("CN").exit.days * DAY
    stand(monkeypatch, noon + (rules("CN").exit.days + 1) * DAY)
    assert services.lapse_reservations() == 1
    assert (now(made).state, g.sums) == ("lapsed", (0, 0, 0))
    with pytest.raises(NotAllowed):
        left(g, made, timezone.now())
