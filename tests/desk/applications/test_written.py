"""Texts of people: what reads otherwise than it is spelled is refused, whoever writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications.written import CONDITION_MAX, TEXT_MAX, once, reason, text
from monazite.desk.cases import services
from monazite.desk.cases.given import Given, Proposal
from monazite.desk.licences.services.held import said
from monazite.desk.pages.wrong import words
from monazite.errors import InputError
from support.cases import in_review, offices

if TYPE_CHECKING:
    from collections.abc import Callable

BAD = {
    "abc\u202etfel": "direction_override",
    "\x07bell": "control_character",
    "\x1b[31mred": "control_character",
    "nul\0": "control_character",
    "half \ud800": "control_character",
    "no\u200bwidth": "invisible_character",
}


@pytest.mark.parametrize("given", BAD)
@pytest.mark.parametrize(
    "read",
    [
        lambda bad: text("text", bad),
        lambda bad: reason("text", bad),
        lambda bad: once("conditions", ["first", bad]),
        lambda bad: Given("refuse", text=bad).read(),
        lambda bad: Proposal("approved", conditions=(bad,)).read(),
        said,
    ],
)
def test_what_is_not_seen_as_it_is_kept_is_refused(
    read: Callable[[str], object], given: str
) -> None:
    with pytest.raises(InputError) as refused:
        read(given)
    assert refused.value.code == BAD[given]
    refused.value.value.encode()  # what is shown of it can be shown
    for lang in ("en", "zh"):
        error = refused.value
        assert words(error, lang) != words(InputError(error.field, error.value, ""), lang)
        assert "U+" in words(refused.value, lang)


def test_lines_are_for_longer_texts_alone() -> None:
    assert text("text", " One.\r\nTwo.\n") == "One.\nTwo."
    with pytest.raises(InputError) as refused:
        once("conditions", ["One.\nTwo."])
    assert refused.value.code == "control_character"


def test_every_script_is_kept_as_it_is_written() -> None:
    for given in ("最终用途无法核实。", "Θερμίδα é", "می\u200cخواهم", "Prüfung für Düsenöl"):
        assert text("text", given) == given


def test_too_much_is_said_with_how_much_fits() -> None:
    for read, most in ((text, TEXT_MAX), (reason, TEXT_MAX)):
        with pytest.raises(InputError) as refused:
            read("text", "x" * (most + 1))
        assert (refused.value.code, refused.value.told) == ("too_long", {"most": most})
    with pytest.raises(InputError):
        once("conditions", ["x" * (CONDITION_MAX + 1)])
    with pytest.raises(InputError, match="1 to"):
        reason("text", " \n ")


@pytest.mark.django_db
@pytest.mark.parametrize("bad", BAD)
def test_no_service_keeps_it(bad: str) -> None:
    w = offices()
    application = in_review(w)
    for act in (
        lambda: services.ask(w.officer, application.pk, bad, None, "page"),
        lambda: services.hold(w.officer, application.pk, "policy", bad, None, "page"),
        lambda: services.write_note(
            w.officer, application.pk, bad, shared=True, mentions=[], via="page"
        ),
        lambda: services.advise(w.miit_reviewer, application.pk, Given("refuse", text=bad), "page"),
        lambda: services.refer_up(w.officer, application.pk, "state_council", bad, "page"),
    ):
        with pytest.raises(InputError):
            act()
