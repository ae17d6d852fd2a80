from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications import services
from monazite.desk.applications.models import LineRuling
from monazite.desk.applications.services.renewing import Renewal
from monazite.desk.events.models import Event
from monazite.law import load
from support.offices import filed

if TYPE_CHECKING:
    from monazite.law.law import Law
    from support.offices import World


@pytest.fixture
def other_law() -> Law:
    """The same law under another hash, as after a comma was mended."""
    return dataclasses.replace(load(), hash="f" * 64)


@pytest.fixture
def no_law() -> Law:
    """A law that knows no control code."""
    return dataclasses.replace(load(), hash="0" * 64, measures={}, relations=())


def test_under_the_same_law_nothing_is_renewed(w: World) -> None:
    now = filed(w)
    before = Event.objects.count()
    assert services.renew_rulings(now) == ()
    assert Event.objects.count() == before


def test_a_new_law_gives_a_new_ruling_beside_the_old_one(w: World, other_law: Law) -> None:
    now = filed(w)
    (renewal,) = services.renew_rulings(now, other_law)
    old, new = LineRuling.objects.filter(line__application=now).order_by("pk")
    assert new.supersedes == old
    assert (new.law_hash, old.law_hash) == (other_law.hash, load().hash)
    assert "stays" in renewal.sentence("en")
    event = Event.objects.filter(aggregate_id=now.pk).latest("seq")
    assert (event.kind, event.actor, event.via) == ("rulings_renewed", None, "worker")
    assert json.loads(event.payload)["law"] == other_law.hash


def test_a_line_that_the_new_law_cannot_read_is_said_to_be_undetermined(
    w: World, no_law: Law
) -> None:
    now = filed(w)
    (renewal,) = services.renew_rulings(now, no_law)
    assert renewal.after == "undetermined"
    assert "no longer knows" in renewal.sentence("en")
    assert "无法判定" in renewal.sentence("zh")
    event = Event.objects.filter(aggregate_id=now.pk, kind="rulings_renewed").get()
    (told,) = json.loads(event.payload)["lines"]
    assert (told["after"], told["unread"]) == ("undetermined", list(renewal.unread))
    assert services.renew_rulings(now, no_law) == ()
    (again,) = services.renew_rulings(now, load())
    assert (again.before, again.after, again.unread) == ("undetermined", renewal.before, ())


def test_a_changed_outcome_is_said_in_words() -> None:
    renewal = Renewal(1, "licence_required", "prohibited", "a" * 64, "b" * 64)
    assert "was licence required (dual-use) and is now prohibited" in renewal.sentence("en")
    assert "第1项" in renewal.sentence("zh")


def test_the_worker_renews_what_is_open_and_leaves_what_has_ended(w: World, other_law: Law) -> None:
    ended = filed(w)
    services.withdraw(w.signatory, ended.pk, "cancelled", "page")
    filed(w)
    filed(w)
    assert services.renew_all(other_law) == 2
    assert services.renew_all(other_law) == 0
    assert services.renew_all(load()) == 2


def test_a_round_is_bounded(w: World, other_law: Law) -> None:
    filed(w)
    filed(w)
    assert services.renew_all(other_law, most=1) == 1
    assert services.renew_all(other_law, most=1) == 1
    assert services.renew_all(other_law, most=1) == 0
