"""A wrong file is taken away from a draft: nobody finds it any more, the chain tells that it was."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from monazite.desk.applications import services
from monazite.desk.applications.checking import check
from monazite.desk.applications.models import Application, Paper
from monazite.desk.events.models import Event
from monazite.desk.people.may import Forbidden
from monazite.law.procedure import NotAllowed
from support.offices import filed
from support.papers import PDF

if TYPE_CHECKING:
    from support.offices import World


@pytest.fixture
def draft(w: World) -> Application:
    return services.new(w.preparer, {}, "page")


@pytest.fixture
def paper(w: World, draft: Application) -> Paper:
    return _put(w, draft)


def test_it_is_found_no_more_and_told(w: World, draft: Application, paper: Paper) -> None:
    services.take_away(w.preparer, paper.pk, "page")
    assert not Application.objects.get(pk=draft.pk).papers.exists()
    assert Event.objects.filter(aggregate_id=draft.pk).latest("seq").kind == "paper_taken_away"
    with pytest.raises(Forbidden):
        services.open_paper(w.preparer, paper.pk, "page")
    with pytest.raises(Forbidden):
        services.take_away(w.preparer, paper.pk, "page")
    assert Paper.ever.get().taken_away_at is not None


def test_the_check_does_not_count_it(w: World, draft: Application, paper: Paper) -> None:
    row = {"label": "P1", "file": paper.name, "sha256": paper.sha256}
    services.save_form(w.preparer, draft.pk, {"papers": [row]}, draft.version, "page")
    assert "paper.file_not_here" not in _codes(draft)
    services.take_away(w.preparer, paper.pk, "page")
    assert "paper.file_not_here" in _codes(draft)


def test_the_same_file_can_come_again(w: World, draft: Application, paper: Paper) -> None:
    services.take_away(w.preparer, paper.pk, "page")
    again = _put(w, draft)
    assert again.pk != paper.pk
    assert [each.pk for each in draft.papers.all()] == [again.pk]


def test_strangers_and_offices_take_nothing_away(w: World, paper: Paper) -> None:
    for person in (w.stranger, w.chief):
        with pytest.raises(Forbidden):
            services.take_away(person, paper.pk, "page")
    assert Paper.objects.count() == 1


def test_what_is_filed_stays(w: World) -> None:
    done = filed(w)
    there = done.papers.first()
    assert there is not None
    with pytest.raises(NotAllowed):
        services.take_away(w.preparer, there.pk, "page")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Paper.objects.filter(pk=there.pk).update(taken_away_at=timezone.now())


@pytest.mark.parametrize("changes", [{"name": "x.pdf"}, {"secret": True}, {"taken_away_at": None}])
def test_nothing_else_of_it_changes(paper: Paper, changes: dict[str, object]) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Paper.objects.filter(pk=paper.pk).update(**changes)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Paper.objects.filter(pk=paper.pk).update(taken_away_at=timezone.now(), name="x.pdf")


def test_it_does_not_come_back(w: World, paper: Paper) -> None:
    services.take_away(w.preparer, paper.pk, "page")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Paper.ever.filter(pk=paper.pk).update(taken_away_at=None)


def _put(w: World, draft: Application) -> Paper:
    return services.upload(w.preparer, draft.pk, "a.pdf", io.BytesIO(PDF), secret=False, via="page")


def _codes(draft: Application) -> set[str]:
    return {each.code for each in check(Application.objects.get(pk=draft.pk)).findings}
