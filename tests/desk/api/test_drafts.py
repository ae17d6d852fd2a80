from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from monazite.desk.events.models import Event
from support.api_calls import Program, program

if TYPE_CHECKING:
    from support.offices import World

FORM = {"contract": {"number": "A-1", "seller": "Alpha"}, "lines": [{"quantity": "1"}]}


@pytest.fixture
def form(signatory: Program) -> str:
    """The address of a draft's form."""
    return f"/applications/{signatory.post('/applications', FORM).json()['id']}/form"


def test_fields_are_saved_by_their_paths(signatory: Program, form: str) -> None:
    saved = signatory.patch(form, {"lines[1].quantity": "2", "contract.number": "A-2"}, 1)
    assert (saved.status_code, saved["ETag"]) == (200, '"2"')
    assert saved.json()["changed"] == ["lines[1].quantity", "contract.number"]
    assert any(each["path"] == "lines[1].unit" for each in saved.json()["findings"])
    now = signatory.get(form.removesuffix("/form")).json()["form"]
    assert now["lines"] == [{"quantity": "1"}, {"quantity": "2"}]
    assert now["contract"] == {"number": "A-2", "seller": "Alpha"}


def test_a_whole_form_replaces_the_old_one(signatory: Program, form: str) -> None:
    saved = signatory.put(form, {"contract": {"number": "B"}}, 1)
    assert saved.json()["version"] == 2
    now = signatory.get(form.removesuffix("/form")).json()
    assert (now["form"], now["version"]) == ({"contract": {"number": "B"}}, 2)


def test_counts_and_booleans_are_kept_as_they_came(signatory: Program, form: str) -> None:
    changes = {
        "application.months": 12.0,
        "civil_use.period_months": 3,
        "end_use.military": False,
        "contract.buyer": None,
    }
    assert signatory.patch(form, changes, 1).status_code == 200
    now = signatory.get(form.removesuffix("/form")).json()["form"]
    assert json.dumps(now["application"]) == '{"months": 12}'  # which to JSON is 12.0
    assert now["civil_use"] == {"period_months": 3}
    assert now["end_use"] == {"military": False}


def test_what_others_wrote_beside_it_is_kept(w: World, signatory: Program, form: str) -> None:
    assert program(w.preparer).patch(form, {"contract.seller": "Beta"}, 1).status_code == 200
    assert signatory.patch(form, {"contract.number": "A-2"}, 1).json()["version"] == 3
    now = signatory.get(form.removesuffix("/form")).json()["form"]["contract"]
    assert now == {"number": "A-2", "seller": "Beta"}


def test_what_two_wrote_is_answered_with_both(w: World, signatory: Program, form: str) -> None:
    program(w.preparer).patch(form, {"contract.number": "theirs"}, 1)
    for answer in (
        signatory.patch(form, {"contract.number": "mine"}, 1),
        signatory.patch(form, {"contract.number": "mine", "contract.buyer": "x"}, 1),
    ):
        error = answer.json()["error"]
        assert (answer.status_code, error["code"]) == (409, "conflict")
        assert error["conflict"] == {
            "version": 2,
            "clashes": [{"path": "contract.number", "theirs": "theirs", "mine": "mine"}],
        }
    assert Event.objects.filter(kind="saved").count() == 1


def test_a_whole_form_over_anothers_change_is_a_conflict(signatory: Program, form: str) -> None:
    signatory.patch(form, {"contract.number": "theirs"}, 1)
    answer = signatory.put(form, {}, 1)
    (clash,) = answer.json()["error"]["conflict"]["clashes"]
    assert (answer.status_code, clash["path"], clash["mine"]) == (409, "", {})
    assert clash["theirs"]["contract"]["number"] == "theirs"


def test_a_version_that_is_not_yet_is_a_conflict(signatory: Program, form: str) -> None:
    assert signatory.patch(form, {"contract.number": "x"}, 999_999_999).status_code == 409


def test_saving_the_same_changes_nothing(signatory: Program, form: str) -> None:
    assert signatory.put(form, FORM, 1).json()["version"] == 1
    assert signatory.put(form, FORM, 1).json()["changed"] == []
