"""Two people act on one challenge at the same moment, each with a connection of their own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.gate.models import Answer, Challenge
from monazite.desk.gate.services import challenging
from monazite.desk.gate.services.challenging import Verdict
from monazite.errors import MonaziteError
from support.challenges import GIVEN, VIA, Court, answered, challenged, court, lodged, now
from support.offices import person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django import Settings

pytestmark = pytest.mark.postgresql


@pytest.fixture
def c(
    transactional_db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> Court:
    """The gate, committed: every connection sees it."""
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    return court()


def at_once(*acts: Callable[[], object]) -> list[MonaziteError | None]:
    """What each was told, None where it was done; nothing but our own errors is told."""
    together = Barrier(len(acts))

    def one(act: Callable[[], object]) -> MonaziteError | None:
        try:
            together.wait()
            act()
        except MonaziteError as error:
            return error
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(len(acts)) as pool:
        return [done.result() for done in [pool.submit(one, act) for act in acts]]


def test_one_of_two_challenges_stands(c: Court, tmp_path: Path) -> None:
    declaration = lodged(c)
    told = at_once(*(
        lambda who=who: challenging.issue_challenge(who, declaration.pk, GIVEN, VIA)
        for who in (c.g.officer, c.g.second_officer)
    ))  # fmt: skip
    assert told.count(None) == 1
    assert Challenge.objects.count() == 1
    assert prove(tmp_path, PublicKeys(())).whole


def test_both_of_two_answers_are_kept(c: Court, tmp_path: Path) -> None:
    declaration = lodged(c)
    challenged(c, declaration)
    told = at_once(*(
        lambda text=text: challenging.answer_challenge(
            c.g.declarant, declaration.pk, text, (), VIA
        )
        for text in ("One.", "Another.")
    ))  # fmt: skip
    assert told == [None, None]
    assert sorted(Answer.objects.values_list("number", flat=True)) == [1, 2]
    assert prove(tmp_path, PublicKeys(())).whole


def test_a_judgement_is_signed_once(c: Court, tmp_path: Path) -> None:
    declaration = lodged(c)
    answered(c, declaration)
    third = person(c.g.customs, "customs_officer", "third")
    verdict = Verdict("controlled", "returned", (), "By what lies before us.")
    proposed = challenging.judge(c.g.officer, declaration.pk, verdict, VIA)
    told = at_once(*(
        lambda who=who: challenging.sign_judgement(who, proposed.pk, VIA)
        for who in (c.g.second_officer, third)
    ))  # fmt: skip
    assert told.count(None) == 1
    assert now(declaration).state == "refused"
    assert c.g.line.reserved_quantity == 0
    assert prove(tmp_path, PublicKeys(())).whole
