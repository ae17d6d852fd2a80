"""Whose last role has ended reads that it has, and keeps what was typed before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from monazite.desk.applications import services
from monazite.desk.people.services import end_role
from support.offices import person
from support.pages import official

if TYPE_CHECKING:
    from monazite.desk.applications.models import Application
    from support.offices import World

SAID = "You hold no role at this site"


def test_pages_say_so_and_a_form_is_not_lost(w: World, draft: Application) -> None:
    services.file(w.signatory, draft.pk, None, "page")
    officer = person(w.licensing, "licensing_officer")
    browser, act = official(officer), reverse("case_act", args=[draft.pk, "write_note"])
    assert SAID not in browser.get("/").content.decode()
    end_role(None, "cli", officer, "licensing_officer")
    home = browser.get("/").content.decode()
    assert SAID in home
    assert "names your office" not in home
    sent = {"text": "这一段话不要丢失", "key": "a-key", "seen": "3"}
    answer = browser.post(act, sent)
    page = answer.content.decode()
    assert answer.status_code == 404
    assert SAID in page
    assert sent["text"] in page
    assert "a-key" not in page
    assert SAID in browser.get("/queue/").content.decode()


def test_a_stranger_with_a_role_reads_nothing_of_it(w: World, draft: Application) -> None:
    intake = official(w.intake_officer)
    answer = intake.get(reverse("case", args=[draft.pk]))
    assert answer.status_code == 404
    assert SAID not in answer.content.decode()
