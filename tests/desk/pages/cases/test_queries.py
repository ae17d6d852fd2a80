"""The page of a case asks the database few questions, however much was said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from monazite.desk.cases import services
from monazite.desk.cases.given import Given
from support.cases import in_review
from support.pages import official

if TYPE_CHECKING:
    from support.cases import Offices

MOST = 25


def test_it_stays_within_its_questions_as_the_case_grows(w: Offices) -> None:
    application = in_review(w)
    client, address = official(w.officer), reverse("case", args=[application.pk])
    client.get(address)  # what a first page reads once, such as texts and the law
    before = _asked(client, address)
    for number in range(5):
        given = Given("no_objection", text=f"Advice {number}.")
        services.advise(w.miit_reviewer, application.pk, given, "page")
        services.write_note(w.officer, application.pk, f"Note {number}.", True, (), "page")  # noqa: FBT003
    after = _asked(client, address)
    assert len(before) <= MOST, "\n".join(before)
    assert len(after) <= MOST, "\n".join(after)


def _asked(client: object, address: str) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200  # type: ignore[attr-defined]
    return [query["sql"][:160] for query in asked.captured_queries]
