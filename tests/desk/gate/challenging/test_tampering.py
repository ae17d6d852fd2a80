"""What somebody changes behind the services is found by the chain of the declaration."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, InternalError, transaction

from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.gate.models import (
    Answer,
    Challenge,
    GatePaper,
    Identification,
    Judgement,
    Sample,
)
from support.challenges import analysed, answered, handed_in, identified, judged, lodged
from support.flushing import without_triggers

if TYPE_CHECKING:
    from pathlib import Path

    from support.challenges import Court

CHANGES: dict[type[Any], dict[str, object]] = {
    Challenge: {"answer_by": date(2099, 1, 1)},
    Answer: {"text": "We confess."},
    Sample: {"contains": "Fe"},
    Identification: {"text": "Say that they are free."},
    Judgement: {"finding": "not_controlled"},
    GatePaper: {"kind": "other"},
}


def whole(c: Court) -> None:
    """A challenge with a row in every table."""
    declaration = lodged(c)
    answered(c, declaration)
    handed_in(declaration, c.g.declarant)
    analysed(c, declaration, c.g.line.contains)
    identified(c, declaration, "controlled")
    judged(c, declaration, "controlled", "returned")


@pytest.mark.parametrize("model", CHANGES, ids=lambda model: model.__name__)
def test_the_database_refuses_a_change(c: Court, model: type[Any]) -> None:
    whole(c)
    with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
        model.objects.update(**CHANGES[model])
    with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
        model.objects.all()._raw_delete(model.objects.db)


@pytest.mark.parametrize("model", CHANGES, ids=lambda model: model.__name__)
def test_the_proof_finds_a_change_that_passed_the_database(
    c: Court, model: type[Any], tmp_path: Path
) -> None:
    whole(c)
    assert prove(tmp_path, PublicKeys(())).whole
    with without_triggers():
        model.objects.update(**CHANGES[model])
    assert not prove(tmp_path, PublicKeys(())).whole


def test_the_database_holds_four_eyes(c: Court) -> None:
    whole(c)
    judgement = Judgement.objects.filter(by_office="customs").get()
    with without_triggers(), pytest.raises(IntegrityError), transaction.atomic():
        Judgement.objects.filter(pk=judgement.pk).update(signer=judgement.author)
    assert judgement.signer == c.g.second_officer


def test_one_challenge_of_a_declaration_is_open_at_a_time(c: Court) -> None:
    declaration = lodged(c)
    first = answered(c, declaration)
    first.pk, first.number = None, 2
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save(force_insert=True)
