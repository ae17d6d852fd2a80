"""The page of a case says whose task nobody has any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.pages.cases.conftest import browser
from monazite.desk.people.services import end_person
from support.deciding import advised

if TYPE_CHECKING:
    from support.cases import Offices

LEFT = "has left or lost the role"


def test_a_task_of_somebody_who_left_is_to_be_given_to_another(w: Offices) -> None:
    application = advised(w)
    assert LEFT not in browser(w.chief, application.pk).page()
    end_person(None, "cli", w.officer)
    page = browser(w.chief, application.pk).page()
    assert f"{w.officer.name} {LEFT}" in page
