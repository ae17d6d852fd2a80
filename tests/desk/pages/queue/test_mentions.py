"""Notes that name me: a list to work off, of notes that I may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from monazite.desk.cases import services
from monazite.desk.cases.models import Mention
from support.cases import in_review
from support.pages import official

if TYPE_CHECKING:
    from monazite.desk.applications.models import Application
    from monazite.desk.people.models import Person
    from support.cases import Offices


def note(by: Person, of: Application, *named: Person) -> None:
    shared, people = True, [each.pk for each in named]
    services.write_note(by, of.pk, "Look at the end user", shared, people, "page")


def test_a_note_stays_in_the_list_until_it_is_opened(w: Offices) -> None:
    application = in_review(w)
    note(w.officer, application, w.miit_reviewer)
    note(w.officer, application, w.miit_reviewer, w.chief)
    reviewer = official(w.miit_reviewer)
    page = reviewer.get(reverse("mentions")).content.decode()
    assert page.count("Look at the end user") == 2
    assert "Look at the end user" in reviewer.get("/").content.decode()
    assert "A note names you" in reviewer.get(reverse("queue")).content.decode()
    one = Mention.objects.filter(person=w.miit_reviewer).first()
    assert one is not None
    answer = reviewer.post(reverse("mention", args=[one.pk]))
    assert answer["Location"] == f"{reverse('case', args=[application.pk])}#notes"
    assert "No unread note" in reviewer.get(reverse("mentions")).content.decode()
    assert "Look at the end user" in official(w.chief).get(reverse("mentions")).content.decode()


def test_all_are_read_at_once(w: Offices) -> None:
    note(w.officer, in_review(w), w.miit_reviewer)
    reviewer = official(w.miit_reviewer)
    reviewer.post(reverse("mentions_read"))
    assert "No unread note" in reviewer.get(reverse("mentions")).content.decode()


def test_nobody_opens_a_note_that_names_another(w: Offices) -> None:
    note(w.officer, in_review(w), w.miit_reviewer)
    one = Mention.objects.get()
    assert official(w.chief).post(reverse("mention", args=[one.pk])).status_code == 404
    assert Mention.objects.get().seen_at is None
