from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications.errors import Refused
from monazite.desk.gate.services import challenging
from monazite.desk.people.may import Forbidden, may
from monazite.errors import InputError
from support.challenges import VIA, answered, lodged, now
from support.offices import firm

if TYPE_CHECKING:
    from support.challenges import Court

ASKED = "What are they?"


def test_the_office_reads_the_declaration_from_then_on_and_not_before(c: Court) -> None:
    declaration = lodged(c)
    answered(c, declaration)
    assert not may(c.licensing_officer, "declaration.read", now(declaration))
    challenging.ask_identification(c.g.officer, declaration.pk, ASKED, VIA)
    assert may(c.licensing_officer, "declaration.read", now(declaration))
    assert now(declaration).asked_id == c.g.w.licensing.pk


def test_of_several_offices_one_is_named(c: Court) -> None:
    declaration = lodged(c)
    answered(c, declaration)
    other = firm("agency", "Another Licensing Bureau", regime="CN", duty="licensing")
    with pytest.raises(Refused, match="2 licensing offices"):
        challenging.ask_identification(c.g.officer, declaration.pk, ASKED, VIA)
    with pytest.raises(InputError):
        challenging.ask_identification(c.g.officer, declaration.pk, ASKED, VIA, office=uuid.uuid4())
    challenging.ask_identification(c.g.officer, declaration.pk, ASKED, VIA, office=other.pk)
    assert now(declaration).asked_id == other.pk
    assert not may(c.licensing_officer, "challenge.judge", now(declaration))


def test_others_ask_nobody(c: Court) -> None:
    declaration = lodged(c)
    answered(c, declaration)
    for each in (c.g.declarant, c.laboratory, c.chief, c.g.stranger):
        with pytest.raises(Forbidden):
            challenging.ask_identification(each, declaration.pk, ASKED, VIA)
