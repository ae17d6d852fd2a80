from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from monazite.desk.gate.models import Declaration
from support.api_calls import program
from support.at_gate import Gate, gate

if TYPE_CHECKING:
    from pytest_django import Settings

    from support.api_calls import Program


@pytest.fixture
def g(db: None, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Gate:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    return gate()


@pytest.fixture
def declarant(g: Gate) -> Program:
    return program(g.declarant)


@pytest.fixture
def officer(g: Gate) -> Program:
    return program(g.officer)


def lodged(g: Gate, declarant: Program, **changes: Any) -> Any:
    return declarant.post("/declarations", g.document(**changes)).json()


def test_a_declaration_goes_its_whole_way(g: Gate, declarant: Program, officer: Program) -> None:
    made = lodged(g, declarant)
    assert (made["state"], made["findings"], made["replaces"]) == ("cleared", [], None)
    path = f"/declarations/{made['id']}"
    held = officer.post(f"{path}/hold", {"text": "Odd.", "seen": made["version"]}).json()
    assert held["acts"][0]["text"] == "Odd."
    assert officer.post(f"{path}/clear", {"text": "Seen."}).json()["state"] == "cleared"
    body = {"on": made["day"], "left": [{"item": 1, "quantity": "60.5"}]}
    gone = officer.post(f"{path}/exit", body).json()
    assert (gone["state"], gone["items"][0]["left"]["quantity"]) == ("exited", "60.5")
    asked = declarant.post(f"{path}/amend", g.document()).json()
    assert (asked["id"], asked["state"], asked["acts"][-1]["kind"]) == (
        made["id"], "exited", "ask_amend",
    )  # fmt: skip
    assert declarant.post(f"{path}/grant", {"text": "Mine."}).status_code == 403
    assert officer.post(f"{path}/grant", {"text": "So it was."}).json()["state"] == "amended"
    again = f"/declarations/{declarant.get(path).json()['replaced_by']}"
    assert declarant.get(again).json()["state"] == "exited"
    declarant.post(f"{again}/cancel", {"text": "It came back."})
    assert officer.post(f"{again}/deny", {"text": "Where?"}).json()["state"] == "exited"
    assert g.sums == (0, 100, 1)
    declarant.post(f"{again}/cancel", {"text": "In the yard."})
    assert officer.post(f"{again}/grant", {"text": "Seen."}).json()["state"] == "cancelled"
    assert g.sums == (0, 0, 0)


def test_one_answer_says_everything_that_stops_it(g: Gate, declarant: Program) -> None:
    document = g.document(item_licences=[], destination="DE", item_hs="8505119000")
    checked = declarant.post("/declarations/precheck", document).json()
    assert checked["outcome"] == "stop"
    found = [*checked["findings"], *checked["items"][0]["findings"]]
    assert len(found) > 1
    assert all(each["message"] and each["cure"] for each in found)
    assert not Declaration.objects.exists()


def test_a_reference_is_answered_once_with_whatever_key(g: Gate, declarant: Program) -> None:
    document = g.document()
    first = declarant.post("/declarations", document).json()
    assert declarant.post("/declarations", document).json() == first
    other = declarant.post("/declarations", document | {"remarks": "another"})
    assert (other.status_code, other.json()["error"]["code"]) == (409, "reference_used")


BAD: list[tuple[dict[str, Any], str]] = [
    ({"item_quantity": "0"}, "number.not_positive"),
    ({"item_quantity": "-1"}, "number.not_positive"),
    ({"item_quantity": "1,5"}, "number.with_comma"),
    ({"item_unit": "barrel"}, "field.not_a_choice"),
    ({"item_value": None}, "field.missing"),
    ({"reference": None}, "field.missing"),
    ({"items": []}, "items.none"),
]


@pytest.mark.parametrize(("changes", "code"), BAD)
def test_what_cannot_be_read_is_told_with_its_cure(
    g: Gate, declarant: Program, changes: dict[str, Any], code: str
) -> None:
    answer = declarant.post("/declarations", g.document(**changes))
    assert answer.status_code == 422
    error = answer.json()["error"]
    assert error["code"] == "cannot_be_lodged"
    assert code in {finding["code"] for finding in error["findings"]}
    assert all(finding["cure"] for finding in error["findings"])
    assert g.sums == (0, 0, 0)
    assert lodged(g, declarant)["state"] == "cleared"  # nothing is wedged


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"item_licences": []}, "licence.none"),
    ({"item_licences": ["CN-L-2026-999999"]}, "licence.unknown"),
    ({"item_quantity": "1001", "item_mass_kg": "1001"}, "licence.over_quantity"),
    ({"destination": "DE", "arrival": "DE"}, "licence.wrong_destination"),
]


@pytest.mark.parametrize(("changes", "code"), REFUSED)
def test_what_does_not_leave_is_kept_with_its_findings(
    g: Gate, declarant: Program, changes: dict[str, Any], code: str
) -> None:
    made = lodged(g, declarant, **changes)
    found = {finding["code"] for finding in made["items"][0]["findings"] + made["findings"]}
    assert made["state"] == "refused"
    assert code in found
    assert g.sums == (0, 0, 0)


def test_whose_licence_it_is_stays_unsaid(g: Gate) -> None:
    made = program(g.stranger).post("/declarations", g.document()).json()
    assert [each["code"] for each in made["items"][0]["findings"]][:1] == ["licence.not_yours"]
    assert "Baotou" not in str(made)


def test_a_movement_for_what_was_cancelled_is_refused(
    g: Gate, declarant: Program, officer: Program
) -> None:
    made = lodged(g, declarant)
    path = f"/declarations/{made['id']}"
    declarant.post(f"{path}/cancel", {"text": "Sold."})
    answer = officer.post(f"{path}/exit", {"on": made["day"]})
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "not_allowed")


@pytest.mark.parametrize("on", ["2020-01-01", "2099-01-01"])
def test_a_day_of_another_clock_is_refused(
    g: Gate, declarant: Program, officer: Program, on: str
) -> None:
    made = lodged(g, declarant)
    answer = officer.post(f"/declarations/{made['id']}/exit", {"on": on})
    assert answer.status_code == 422
    assert answer.json()["error"]["field"] == "on"


def test_a_list_has_what_its_reader_may_know_of(
    g: Gate, declarant: Program, officer: Program
) -> None:
    numbers = [lodged(g, declarant)["number"] for _ in range(3)]
    first = declarant.get("/declarations?limit=2").json()
    rest = declarant.get(f"/declarations?limit=2&cursor={first['next']}").json()
    told = [row["number"] for row in first["items"] + rest["items"]]
    assert (told, rest["next"]) == (numbers[::-1], None)
    assert len(officer.get("/declarations?state=cleared").json()["items"]) == 3
    assert officer.get("/declarations?state=held").json()["items"] == []
    assert program(g.stranger).get("/declarations").json()["items"] == []
    assert officer.get("/declarations?state=nowhere").status_code == 422


def test_the_score_stays_with_the_office(g: Gate, declarant: Program, officer: Program) -> None:
    made = lodged(g, declarant)
    assert "risk" in officer.get(f"/declarations/{made['id']}").json()
    assert declarant.get(f"/declarations/{made['id']}").json()["risk"] is None


def test_a_stranger_learns_nothing_of_it(g: Gate, declarant: Program) -> None:
    made = lodged(g, declarant)
    stranger = program(g.stranger)
    for method, path in (("get", ""), ("post", "/cancel")):
        address = f"/declarations/{made['id']}{path}"
        answer = getattr(stranger, method)(address, *([{"text": "x"}] if path else []))
        assert answer.status_code == 404
