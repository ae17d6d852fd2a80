"""Two people act on one case at the same moment, each with a connection of their own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from django.db import connection, transaction

from monazite.desk.applications import services as applications
from monazite.desk.cases import services
from monazite.desk.cases.consolidation import consolidation
from monazite.desk.cases.models import Advice, Decision, Note
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.licences.models import Licence
from monazite.errors import MonaziteError
from support.cases import accepted, case_of, in_review, offices
from support.deciding import CONSENT, REFUSAL, advised, again, approval, consulted, proposed
from support.offices import person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from pytest_django import Settings

    from monazite.desk.applications.models import Application
    from monazite.desk.people.models import Person
    from support.cases import Offices

pytestmark = pytest.mark.postgresql
ROUNDS = 4


@pytest.fixture
def w(
    transactional_db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> Offices:
    """The world of casework, committed: every connection sees it."""
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    return offices()


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
        return list(pool.map(one, acts))


def done(told: list[MonaziteError | None]) -> int:
    return told.count(None)


def test_of_two_who_sign_one_signs_and_one_licence_is_issued(w: Offices, tmp_path: Path) -> None:
    for _ in range(ROUNDS):
        decision = proposed(w)
        seen = case_of(decision.case.application).event_seq
        told = at_once(
            lambda: services.sign(w.second_officer, decision.pk, seen, "page"),  # noqa: B023
            lambda: services.sign(w.chief, decision.pk, seen, "page"),  # noqa: B023
        )
        assert done(told) == 1
        assert Licence.objects.filter(application=decision.case.application).count() == 1
    assert prove(tmp_path, PublicKeys(())).whole


def test_it_is_signed_or_sent_back_never_both(w: Offices) -> None:
    for _ in range(ROUNDS):
        decision = proposed(w)
        told = at_once(
            lambda: services.sign(w.second_officer, decision.pk, None, "page"),  # noqa: B023
            lambda: services.send_back(w.chief, decision.pk, "Not so.", "page"),  # noqa: B023
        )
        assert done(told) == 1
        decision.refresh_from_db()
        issued = Licence.objects.filter(decision=decision.pk).exists()
        assert issued == (decision.state == "standing")


def test_of_two_who_propose_one_does(w: Offices) -> None:
    for _ in range(ROUNDS):
        application = advised(w)
        told = at_once(
            lambda: _propose(w.officer, application),  # noqa: B023
            lambda: _propose(w.second_officer, application),  # noqa: B023
        )
        assert done(told) == 1
        assert Decision.objects.filter(case__application=application).count() == 1


def _propose(who: Person, application: Application) -> None:
    services.propose(who, application.pk, approval(application), None, "page")


def test_a_withdrawal_and_a_signature_never_both_count(w: Offices) -> None:
    for _ in range(ROUNDS):
        decision = proposed(w)
        ident = decision.case.application_id
        told = at_once(
            lambda: services.sign(w.chief, decision.pk, None, "page"),  # noqa: B023
            lambda: applications.withdraw(w.signatory, ident, "sold", "page"),  # noqa: B023
        )
        assert done(told) == 1
        issued = Licence.objects.filter(application_id=ident).exists()
        assert again(decision.case.application).state == ("decided" if issued else "withdrawn")


def test_what_offices_say_at_the_same_moment_all_lands(w: Offices, tmp_path: Path) -> None:
    application = in_review(w)
    names = ("security", "mfa", "defence_science")
    reviewers = [w.miit_reviewer, *consulted(w, application, *names)]
    told = at_once(
        *(
            lambda who=who: services.advise(who, application.pk, CONSENT, "page")
            for who in reviewers
        )
    )
    assert told == [None] * 4
    case = case_of(application)
    assert case.advice.count() == 4
    assert consolidation(case).state == "agreed"
    assert [task.kind for task in case.tasks.filter(state="open")] == ["decide"]
    assert prove(tmp_path, PublicKeys(())).whole


def test_two_of_one_office_who_speak_at_once_supersede_one_another(w: Offices) -> None:
    for n in range(ROUNDS):
        application = in_review(w)
        colleague = person(w.miit, "reviewer", f"colleague {n}".replace(" ", ""))
        told = at_once(
            lambda: services.advise(w.miit_reviewer, application.pk, CONSENT, "page"),  # noqa: B023
            lambda: services.advise(colleague, application.pk, REFUSAL, "page"),  # noqa: B023
        )
        assert told == [None, None]
        advice = case_of(application).advice
        assert advice.count() == 2
        assert advice.filter(successor__isnull=True).count() == 1


def test_notes_at_the_same_moment_all_land(w: Offices) -> None:
    application = in_review(w)
    who = (w.officer, w.chief, w.second_officer, w.miit_reviewer)
    told = at_once(
        *(
            lambda one=one: services.write_note(
                one, application.pk, "Look.", True, [], "page"  # noqa: FBT003
            )
            for one in who
        )
    )  # fmt: skip
    assert told == [None] * 4
    assert sorted(Note.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_a_review_begins_once(w: Offices) -> None:
    for _ in range(ROUNDS):
        application = accepted(w)
        told = at_once(
            lambda: services.begin_review(w.officer, application.pk, "page"),  # noqa: B023
            lambda: services.begin_review(w.chief, application.pk, "page"),  # noqa: B023
        )
        assert done(told) == 1
        assert case_of(application).tasks.filter(kind="review").count() == 1


def test_the_same_cases_in_another_order_wait_for_nobody_for_ever(w: Offices) -> None:
    cases = [in_review(w).pk for _ in range(ROUNDS)]
    colleague = person(w.miit, "reviewer", "second")
    told = at_once(
        lambda: _in_one(w.miit_reviewer, cases),
        lambda: _in_one(colleague, cases[::-1]),
    )
    assert told == [None, None]
    assert Advice.objects.count() == 2 * ROUNDS


@transaction.atomic
def _in_one(who: Person, cases: list[UUID]) -> None:
    """As a request with a key does it: all cases in one transaction."""
    answers = services.advise_many(who, cases, CONSENT, "page")
    assert [each.ident for each in answers] == cases
    assert all(each.error is None for each in answers)
