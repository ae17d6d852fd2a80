"""Casework by program: what officers list, read and do, and what never reaches who need not know."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monazite.desk.cases.models import Case, Task
from monazite.desk.cases.queue.left import Days
from monazite.desk.cases.services import accept
from monazite.licensing.calendars import calendar
from support import cases
from support.api_bodies import BODIES
from support.api_calls import Program, new_key, pages, program
from support.deciding import office
from support.offices import filed, law_today

if TYPE_CHECKING:
    from pytest_django import Settings

    from monazite.desk.people.models import Person
    from support.cases import Offices

INTERNAL = "the buyer lies about the use"


@pytest.fixture
def o(db: None, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Offices:  # noqa: ARG001
    """The small world with its reviewing offices."""
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    return cases.offices()


def code(answer: Any) -> tuple[int, str]:
    """The status and the code of a fault."""
    return answer.status_code, answer.json()["error"]["code"]


def test_a_program_takes_in_returns_and_accepts_and_the_applicant_answers(o: Offices) -> None:
    ident, intake, firm = filed(o).pk, program(o.intake_officer), program(o.signatory)
    assert intake.post(f"/cases/{ident}/take-in").json()["state"] == "intake"
    returned = intake.post(f"/cases/{ident}/return", {"points": ["Sign page 3.", "Add a map."]})
    assert returned.json()["state"] == "returned_for_correction"
    (asked,) = firm.get(f"/applications/{ident}/case").json()["questions"]
    assert (asked["kind"], asked["text"]) == ("correction", "1. Sign page 3.\n2. Add a map.")
    done = firm.post(f"/applications/{ident}/complete", {"question": 1, "text": "Signed; the map."})
    assert (done.status_code, done.json()["state"]) == (200, "intake")
    accepted = intake.post(f"/cases/{ident}/accept").json()
    assert accepted["state"] == "accepted"
    assert accepted["clock"] == {
        "state": "running", "accepted_on": str(law_today()), "limit": 45, "counted": 0,
        "left": 45, "over": 0, "due": None, "due_in_unpublished_year": True, "unpublished": None,
    }  # fmt: skip


def test_a_question_stops_the_clock_until_the_applicant_answers(o: Offices) -> None:
    ident, officer, firm = cases.in_review(o).pk, program(o.officer), program(o.preparer)
    by = str(law_today() + timedelta(days=9))
    asked = officer.post(f"/cases/{ident}/ask", {"text": "Which motor?", "answer_by": by}).json()
    assert asked["clock"]["state"] == "stopped"
    assert [(each["text"], each["answer_by"]) for each in asked["questions"]] == [
        ("Which motor?", by)
    ]
    told = firm.post(f"/applications/{ident}/answer", {"question": 1, "text": "A pump's."}).json()
    assert told["clock"]["state"] == "running"
    assert told["questions"][0]["answer"]["text"] == "A pump's."
    again = firm.post(f"/applications/{ident}/answer", {"question": 1, "text": "A pump's."})
    assert code(again) == (409, "question_stale")


def test_a_hold_is_seen_by_the_applicant_with_its_reason(o: Offices) -> None:
    ident, officer = cases.in_review(o).pk, program(o.officer)
    held = officer.post(f"/cases/{ident}/hold", {"reason": "policy", "text": "Under discussion."})
    assert held.json()["clock"]["state"] == "running"
    (hold,) = program(o.signatory).get(f"/applications/{ident}/case").json()["holds"]
    assert (hold["reason"], hold["text"], hold["stops_clock"]) == (
        "policy",
        "Under discussion.",
        False,
    )
    ended = officer.post(f"/cases/{ident}/release", {"hold": 1, "text": "Settled."}).json()
    assert ended["holds"][0]["release"] == "Settled."
    assert code(officer.post(f"/cases/{ident}/release", {"hold": 1, "text": "x"})) == (
        409,
        "no_hold",
    )


def test_a_referral_lifts_the_limit(o: Offices) -> None:
    ident, officer = cases.in_review(o).pk, program(o.officer)
    path = f"/cases/{ident}/refer"
    assert code(officer.post(path, {"office": "parliament", "text": "x"})) == (422, "unusable")
    found = officer.post(path, {"office": "state_council", "text": "Major interests."}).json()
    assert (found["state"], found["clock"]["state"]) == ("referred_up", "no_limit")
    assert [each["office"] for each in found["referrals"]] == ["state_council"]


def test_a_review_tells_why_each_office_is_asked(o: Offices) -> None:
    ident, officer = cases.accepted(o).pk, program(o.officer)
    found = officer.post(f"/cases/{ident}/review").json()
    reviews = [task for task in found["tasks"] if task["kind"] == "review"]
    asked = {sent["office"] for sent in found["routing"]["offices"]}
    assert asked
    assert {task["office"] for task in reviews} == {o.miit.name}
    assert all(task["why"] for task in reviews)
    acted = [rule for rule in found["routing"]["trace"] if rule["effective"]]
    assert all(rule["why"] and rule["reasons"] for rule in acted)
    assert {each["result"] for each in found["screening"]["answers"]} == {"no_exact_match"}


def _consulted(o: Offices) -> tuple[str, Person]:
    """A case in review on which one more office is asked by hand, and its reviewer."""
    ident, mfa = cases.in_review(o).pk, office("mfa")
    asked = {"office": str(mfa.organisation_id), "why": "They know it."}
    answer = program(o.officer).post(f"/cases/{ident}/consult", asked)
    assert answer.status_code == 200, answer.json()
    return str(ident), mfa


def test_offices_advise_and_only_those_who_decide_read_it_all(o: Offices) -> None:
    ident, reviewer = _consulted(o)
    miit, mfa = program(o.miit_reviewer), program(reviewer)
    refusal = {"position": "refuse", "grounds": ["end_use"], "text": INTERNAL}
    path = f"/cases/{ident}/advice"
    assert miit.post(path, refusal).status_code == 200
    other = mfa.post(path, {"position": "no_objection", "text": "Nothing against it."})
    assert [each["office"] for each in other.json()["advice"]] == [reviewer.organisation.name]
    assert other.json()["consolidation"] is None
    assert INTERNAL not in other.content.decode()
    read = program(o.officer).get(f"/cases/{ident}").json()
    assert {each["position"] for each in read["advice"]} == {"refuse", "no_objection"}
    assert read["consolidation"]["state"] == "conflict"
    assert (
        program(o.officer, "cases:write")
        .post(f"/cases/{ident}/notes", {"text": "See me."})
        .json()["consolidation"]
        is None
    ), "a token that cannot read all the advice is not told it"


def test_advice_that_cannot_stand_is_refused_with_every_finding(o: Offices) -> None:
    ident, _ = _consulted(o)
    answer = program(o.miit_reviewer).post(
        f"/cases/{ident}/advice", {"position": "with_conditions", "grounds": ["mood"]}
    )
    assert code(answer) == (422, "faulty")
    found = answer.json()["error"]["findings"]
    assert len(found) >= 2, [each["code"] for each in found]
    assert all(each["message"] and each["cure"] for each in found)


def test_advice_supersedes_what_the_office_said_before(o: Offices) -> None:
    ident, miit = cases.in_review(o).pk, program(o.miit_reviewer)
    for text in ("First.", "Second."):
        miit.post(f"/cases/{ident}/advice", {"position": "no_objection", "text": text})
    said = miit.get(f"/cases/{ident}").json()["advice"]
    assert [(each["text"], each["stands"]) for each in said] == [
        ("First.", False),
        ("Second.", True),
    ]


def test_nothing_internal_reaches_the_applicant(o: Offices) -> None:
    ident, _ = _consulted(o)
    refusal = {"position": "refuse", "grounds": ["end_use"], "text": INTERNAL}
    program(o.miit_reviewer).post(f"/cases/{ident}/advice", refusal)
    program(o.officer).post(f"/cases/{ident}/notes", {"text": INTERNAL, "shared": True})
    firm = program(o.signatory)
    for path in (
        f"/applications/{ident}/case",
        f"/applications/{ident}",
        f"/applications/{ident}/events",
    ):
        said = firm.get(path).content.decode()
        assert INTERNAL not in said
        assert "refuse" not in said.replace("refused", "")
    for path in ("", "/notes", "/advice"):
        answer = (
            firm.get(f"/cases/{ident}{path}")
            if not path
            else firm.post(
                f"/cases/{ident}{path}",
                {"text": "x", "position": "refuse"} if path == "/advice" else {"text": "x"},
            )
        )
        assert answer.status_code in {403, 404}, path
    assert code(firm.get("/cases")) == (403, "forbidden")


def test_who_is_not_named_does_not_learn_that_a_case_exists(o: Offices) -> None:
    ident = cases.accepted(o).pk
    for person in (o.stranger, o.miit_reviewer, o.customs_reviewer):
        outsider = program(person)
        assert outsider.get(f"/cases/{ident}").status_code == 404
        assert outsider.get(f"/applications/{ident}/case").status_code == 404
        assert outsider.post(f"/cases/{ident}/notes", {"text": "x"}).status_code == 404
        assert (
            outsider.post(f"/applications/{ident}/answer", {"question": 1, "text": "x"}).status_code
            == 404
        )
    unknown = program(o.officer).get("/cases/00000000-0000-0000-0000-000000000000")
    assert code(unknown) == (404, "not_found")


def test_each_step_is_of_its_own_office(o: Offices) -> None:
    ident = cases.taken_in(o).pk
    assert code(program(o.officer).post(f"/cases/{ident}/accept")) == (403, "forbidden")
    accept(o.intake_officer, ident, "page")
    assert code(program(o.intake_officer).post(f"/cases/{ident}/review")) == (403, "forbidden")
    assert code(program(o.chief, "cases:read").post(f"/cases/{ident}/review")) == (
        403,
        "scope_missing",
    )


def test_a_draft_has_no_case(o: Offices) -> None:
    firm = program(o.signatory)
    ident = firm.post("/applications", {}).json()["id"]
    told = firm.get(f"/applications/{ident}/case").json()
    assert (told["clock"], told["questions"], told["licence"]) == (None, [], None)
    assert program(o.officer).get(f"/cases/{ident}").status_code == 404


def test_a_queue_comes_page_by_page_and_is_narrowed(o: Offices) -> None:
    idents = {str(filed(o).pk) for _ in range(3)}
    intake = program(o.intake_officer)
    listed = [row for page in pages(intake, "/cases", 2) for row in page]
    assert [row["id"] for row in listed] == [str(ident) for ident in _by_age()]
    assert {row["id"] for row in listed} == idents
    assert {row["task"]["kind"] for row in listed} == {"accept"}
    assert all(row["control_codes"] and row["clock"]["state"] == "not_started" for row in listed)
    intake.post(f"/cases/{listed[0]['id']}/take-in")
    mine = intake.get("/cases?who=mine").json()["items"]
    assert [row["id"] for row in mine] == [listed[0]["id"]]
    others = intake.get("/cases?scope=cases&state=intake&without=state").json()["items"]
    assert {row["id"] for row in others} == idents - {listed[0]["id"]}
    assert {row["task"] for row in others} == {None}
    assert intake.get("/cases?within=3").json()["items"] == []
    assert intake.get("/cases?hold=true").json()["items"] == []
    assert program(o.officer).get("/cases").json()["items"] == []


def _by_age() -> list[object]:
    found = Case.objects.order_by("opened_at", "pk")
    return list(found.values_list("application", flat=True))


def test_a_longer_page_asks_no_more_of_the_database(
    o: Offices, django_assert_max_num_queries: Any
) -> None:
    intake = program(o.intake_officer)
    for _ in range(3):
        filed(o)
    with CaptureQueriesContext(connection) as one:
        assert len(intake.get("/cases?limit=1").json()["items"]) == 1
    with django_assert_max_num_queries(min(len(one), 25)):
        assert len(intake.get("/cases?limit=50").json()["items"]) == 3


@pytest.mark.parametrize("query", ["order=x", "destination=J", "without=who", "who=nobody", "z=1"])
def test_a_filter_that_no_queue_knows_is_named(o: Offices, query: str) -> None:
    answer = program(o.officer).get(f"/cases?{query}")
    assert code(answer) == (422, "unusable")
    assert answer.json()["error"]["field"] == query.partition("=")[0]


def test_tasks_are_given_to_a_colleague_with_an_answer_for_each_case(o: Offices) -> None:
    open_one, closed_one = cases.accepted(o), cases.in_review(o)
    tasks = [Task.objects.filter(case__application=each).last() for each in (open_one, closed_one)]
    ids = [task.pk for task in tasks if task]
    officer = program(o.officer)
    given = officer.post("/tasks/assign", {"tasks": ids, "to": str(o.second_officer.pk)}).json()
    done = {each["id"]: (each["done"], each["code"]) for each in given["items"]}
    assert done[str(open_one.pk)] == (True, "")
    assert done[str(closed_one.pk)] == (False, "task_elsewhere")
    assert Task.objects.get(pk=ids[0]).assignee == o.second_officer
    nobody = {"tasks": ids[:1], "to": str(o.miit_reviewer.pk)}
    assert code(officer.post("/tasks/assign", nobody)) == (409, "colleague_elsewhere")


STEPS = {
    "take-in": ("intake_officer", "take_in_case"),
    "return": ("intake_officer", "return_case"),
    "accept": ("intake_officer", "accept_case"),
    "review": ("officer", "begin_review_of_case"),
    "consult": ("officer", "consult_on_case"),
    "ask": ("officer", "ask_applicant"),
    "hold": ("officer", "hold_case"),
    "release": ("officer", "release_case"),
    "refer": ("officer", "refer_case_up"),
    "advice": ("miit_reviewer", "advise_on_case"),
    "notes": ("officer", "write_note_on_case"),
}


@pytest.mark.parametrize("path", STEPS)
def test_no_step_of_a_case_that_was_withdrawn(o: Offices, path: str) -> None:
    ident = cases.in_review(o).pk
    program(o.signatory).post(f"/applications/{ident}/withdraw", {"reason": "No longer needed"})
    who, name = STEPS[path]
    answer = program(getattr(o, who)).post(f"/cases/{ident}/{path}", BODIES.get(name))
    assert answer.status_code == 409, answer.json()
    assert answer.json()["error"]["message"]


@pytest.mark.parametrize("path", ["answer", "complete"])
def test_nothing_is_answered_that_was_not_asked(o: Offices, path: str) -> None:
    ident = cases.accepted(o).pk
    answer = program(o.signatory).post(
        f"/applications/{ident}/{path}", {"question": 1, "text": "x"}
    )
    assert code(answer) == (409, "not_allowed")


def test_in_a_year_that_is_not_published_nobody_is_told_what_is_overdue(
    o: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_year = Days(date(2027, 1, 4), calendar("CN"))
    monkeypatch.setattr("monazite.desk.api.rooms.cases.days", lambda _: next_year)
    answer = program(o.officer).get("/cases?overdue=true")
    assert code(answer) == (409, "year_unpublished")
    assert "2027" in answer.json()["error"]["message"]
    assert program(o.officer).get("/cases").status_code == 200


def test_every_step_is_done_once_for_a_key(o: Offices) -> None:
    ident, officer, key = cases.in_review(o).pk, program(o.officer), new_key()
    ask: dict[str, object] = {"text": "Which motor?", "answer_by": None}
    first = officer.post(f"/cases/{ident}/ask", ask, Idempotency_Key=key)
    again = officer.post(f"/cases/{ident}/ask", ask, Idempotency_Key=key)
    assert again.content == first.content
    assert again["Idempotent-Replay"] == "true"
    other = officer.post(f"/cases/{ident}/ask", {"text": "Another"}, Idempotency_Key=key)
    assert code(other) == (422, "key_reused")


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("ask", {"text": " "}, "text"),
        ("ask", {"text": "x", "answer_by": "2026-13-01"}, "answer_by"),
        ("ask", {"text": "x", "answer_by": 20261130}, "answer_by"),
        ("ask", {"text": "x", "answer_by": "2020-01-01"}, "answer_by"),
        ("hold", {"reason": "mood", "text": "x"}, "reason"),
        ("consult", {"office": "somewhere", "why": "x"}, "office"),
        ("return", {"points": []}, "points"),
        ("notes", {"text": "x", "shared": "yes"}, "shared"),
        ("advice", {"position": "perhaps"}, "position"),
    ],
)
def test_what_cannot_be_used_is_named(
    o: Offices, path: str, body: dict[str, object], field: str
) -> None:
    caller = program(o.miit_reviewer if path == "advice" else o.officer)
    answer: Any = caller.post(f"/cases/{cases.in_review(o).pk}/{path}", body)
    assert code(answer) == (422, "unusable")
    assert answer.json()["error"]["field"] == field


def test_no_token_decides_or_signs(o: Offices) -> None:
    (ident, _), officer = _consulted(o), Program(program(o.chief).headers)
    for path in ("propose", "sign", "decision", "settle", "reopen", "close", "hand-back"):
        assert officer.send("POST", f"/cases/{ident}/{path}", {}).status_code == 404
