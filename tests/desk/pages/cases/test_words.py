"""Every act has its words, and there are none of an act that there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desk.pages.cases.conftest import browser
from monazite.catalogue.texts import keys
from monazite.desk.cases.models.case import TASKS
from monazite.desk.pages.cases.acts.offered import ACTS
from support.cases import in_review

if TYPE_CHECKING:
    from support.cases import Offices


@pytest.mark.parametrize("family", ["act", "done"])
def test_every_act_is_named_and_says_what_came_of_it(family: str) -> None:
    assert _last(f"desk.pages.case.{family}") == set(ACTS)


@pytest.mark.parametrize("family", ["what", "help", "field"])
def test_no_words_are_of_an_act_that_there_is_not(family: str) -> None:
    assert _last(f"desk.pages.case.{family}") <= set(ACTS)


def test_every_task_has_its_words() -> None:
    named = {key.removeprefix("desk.task.") for key in keys() if key.startswith("desk.task.")}
    assert named == set(TASKS)


def test_the_page_is_whole_in_chinese_too(w: Offices) -> None:
    application = in_review(w)
    officer = browser(w.officer, application.pk)
    assert "当前可办理" in officer.in_chinese()
    assert officer.offered() == {
        "ask", "hold", "refer_up", "consult", "assign", "note",
    }  # fmt: skip


def _last(family: str) -> set[str]:
    return {key.split(".")[4] for key in keys() if key.startswith(f"{family}.")}
