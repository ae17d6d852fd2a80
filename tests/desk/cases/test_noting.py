from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications.errors import Refused
from monazite.desk.cases import services
from monazite.desk.cases.models import Note
from monazite.desk.cases.notes import mentions, notes, readers
from monazite.desk.people.may import Forbidden
from monazite.errors import InputError
from support.cases import case_of, in_review

if TYPE_CHECKING:
    from uuid import UUID

    from monazite.desk.people.models import Person
    from support.cases import Offices


def write(
    who: Person, ident: UUID, *named: Person, shared: bool = False, text: str = "Look at the plant."
) -> Note:
    return services.write_note(who, ident, text, shared, [each.pk for each in named], "page")


def test_a_note_is_for_ones_own_office_unless_it_is_shared(w: Offices) -> None:
    application = in_review(w)
    case = case_of(application)
    own, shared = write(w.officer, application.pk), write(w.officer, application.pk, shared=True)
    assert list(notes(w.chief, case)) == [own, shared]
    assert list(notes(w.miit_reviewer, case)) == [shared]
    for nobody in (w.customs_reviewer, w.auditor, w.signatory, w.stranger):
        assert list(notes(nobody, case)) == []


def test_who_is_named_finds_it_until_they_looked(w: Offices) -> None:
    application = in_review(w)
    note = write(w.officer, application.pk, w.chief, w.miit_reviewer, shared=True)
    assert [each.note for each in mentions(w.chief)] == [note]
    assert [each.note for each in mentions(w.miit_reviewer)] == [note]
    assert services.see_mentions(w.chief, application.pk) == 1
    assert not mentions(w.chief)
    assert mentions(w.miit_reviewer)
    assert services.see_mentions(w.chief, application.pk) == 0


def test_nobody_is_named_who_may_not_read_it(w: Offices) -> None:
    application = in_review(w)
    for named in (w.miit_reviewer, w.customs_reviewer, w.signatory, w.auditor, w.officer):
        with pytest.raises(Refused, match="may not read it"):
            write(w.officer, application.pk, named)
    assert not Note.objects.exists()
    assert w.miit_reviewer in readers(case_of(application), w.officer, shared=True)
    assert w.miit_reviewer not in readers(case_of(application), w.officer, shared=False)


def test_an_empty_note_is_none(w: Offices) -> None:
    with pytest.raises(InputError):
        write(w.officer, in_review(w).pk, text="  ")


def test_only_officials_of_the_case_write(w: Offices) -> None:
    application = in_review(w)
    for who in (w.signatory, w.stranger, w.customs_reviewer, w.auditor):
        with pytest.raises(Forbidden):
            write(who, application.pk)
