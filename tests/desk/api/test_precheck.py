from __future__ import annotations

from typing import Any

from monazite.desk.applications.models import Application
from monazite.licensing.precheck import precheck
from monazite.licensing.sheets import write_xlsx
from support.api_calls import Program, today
from support.forms import ELEVEN_FAULTS, faulty_form, good_form


def _told(form: dict[str, Any], lang: str) -> list[Any]:
    return [finding.document(lang) for finding in precheck(form, today=today()).findings]


def test_eleven_faults_are_the_same_by_json_by_workbook_and_in_python(signatory: Program) -> None:
    form = faulty_form(today())
    for lang in ("en", "zh"):
        told = _told(form, lang)
        signatory.headers["Accept-Language"] = lang
        by_json = signatory.post("/precheck", form).json()
        by_workbook = signatory.upload("/precheck", "f.xlsx", write_xlsx(form, lang)).json()
        assert by_json["findings"] == by_workbook["findings"] == told
        assert by_json["rulings"] == by_workbook["rulings"]
        assert not by_json["may_be_filed"]
    codes = {finding["code"] for finding in told}
    assert all(codes >= set(fault.codes) for fault in ELEVEN_FAULTS)


def test_a_good_form_may_be_filed_and_nothing_is_kept(signatory: Program) -> None:
    answer = signatory.post("/precheck", good_form(today())).json()
    assert answer["may_be_filed"]
    assert [ruling["line"] for ruling in answer["rulings"]] == [1]
    assert not Application.objects.exists()


def test_a_draft_can_come_as_a_workbook(signatory: Program) -> None:
    form = good_form(today())
    made = signatory.upload("/applications", "form.xlsx", write_xlsx(form, "zh"))
    assert made.status_code == 201
    assert made.json()["form"]["contract"] == form["contract"]


def test_a_replay_is_the_first_answer_also_in_another_language(signatory: Program) -> None:
    first = signatory.post("/precheck", {}, Idempotency_Key="k")
    again = signatory.post("/precheck", {}, Idempotency_Key="k", Accept_Language="zh")
    assert again.content == first.content
    assert again["Idempotent-Replay"] == "true"
