"""The law on each line: what is told to it, what it answers, and what cannot be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.licensing.reading import read
from monazite.licensing.rulings import LineRuling, line_rulings
from monazite.licensing.statements import statement
from support.forms import TODAY, changed, good_form

if TYPE_CHECKING:
    from monazite.law.law import Law


def _rulings(law: Law, **typed: Any) -> tuple[LineRuling, ...]:
    form = changed(good_form(), {path.replace("__", "."): value for path, value in typed.items()})
    return line_rulings(read(form).application, TODAY, law)


def test_a_line_is_told_to_the_law_with_its_movement(law: Law) -> None:
    said = statement(read(good_form()).application, 0, TODAY, law)
    assert said == {
        "form": "magnet",
        "hs": "8505111000",
        "control_code": "1C905.a.4",
        "contains": "Nd=0.27,Fe=0.68,B=0.01,Dy=0.03",
        "from": "CN",
        "to": "JP",
        "origin": "CN",
        "end_use": "civil",
        "end_user": "Fictional Hoshizora Motors K.K.",
        "military": "no",
        "on": "2026-11-23",
    }


def test_a_use_that_the_law_names_is_told_as_it_is(law: Law) -> None:
    form = changed(good_form(), {"end_use.use": "disaster relief", "end_use.military": None})
    assert statement(read(form).application, 0, TODAY, law)["end_use"] == "disaster_relief"


def test_a_slip_in_a_use_is_no_use_of_the_law(law: Law) -> None:
    form = changed(good_form(), {"end_use.use": "disaster relif"})
    assert statement(read(form).application, 0, TODAY, law)["end_use"] == "civil"


def test_only_the_way_of_the_line_is_told(law: Law) -> None:
    ways = [{"lines": "1", "via": "KR"}, {"lines": "2", "via": "SG"}, {"via": "VN, KR"}]
    application = read(changed(good_form(), {"transport": ways})).application
    assert statement(application, 0, TODAY, law)["via"] == "KR,VN"


def test_the_highest_share_of_a_listed_owner_is_told(law: Law) -> None:
    form = changed(
        good_form(), {"parties[1].owned_by_listed": "0.2", "parties[2].owned_by_listed": "60 %"}
    )
    assert statement(read(form).application, 0, TODAY, law)["owned_by_listed"] == "0.60"


def test_without_a_regime_of_its_own_the_goods_leave_the_exporter(law: Law) -> None:
    form = changed(good_form(), {"application.regime": "generic", "parties[0].country": "KR"})
    assert statement(read(form).application, 0, TODAY, law)["from"] == "KR"


def test_the_same_line_is_ruled_on_once(law: Law) -> None:
    first, second = _rulings(law), _rulings(law)
    assert first[0].ruling is second[0].ruling


def test_every_field_that_cannot_be_read_is_told(law: Law) -> None:
    (line,) = _rulings(
        law, **{"lines[0].contains": "Xx", "lines[0].hs": "12x", "lines[0].control_code": "9"}
    )
    assert line.ruling is None
    assert line.outcome is None
    assert line.document("en") is None
    assert {f.code for f in line.findings} == {
        "line.contains_not_read",
        "line.hs_not_read",
        "line.control_code_not_read",
    }


def test_a_ruling_is_a_document_with_its_law(law: Law) -> None:
    (line,) = _rulings(law)
    document = line.document("zh")
    assert document is not None
    assert (document["outcome"], document["law_hash"]) == ("licence_required", law.hash)
    assert line.number == 1


def test_a_listed_end_user_is_told_under_the_name_that_is_listed(law: Law) -> None:
    listed = next(p.name for p in law.parties if p.listed_from <= TODAY and not p.last_day)
    for path in ("parties[2].name_native", "parties[3]"):
        other: Any = {"role": "ultimate_end_user", "name": listed}
        form = changed(good_form(), {path: other if path.endswith("]") else listed})
        assert statement(read(form).application, 0, TODAY, law)["end_user"] == listed


def test_what_is_handed_over_at_home_is_ruled_on(law: Law) -> None:
    at_home = _rulings(law, application__destination="CN", **{"parties[2].country": "CN"})
    assert [ruling.outcome for ruling in at_home] == ["licence_required"]


def test_know_how_is_told_with_what_it_is_of(law: Law) -> None:
    typed = {"lines[0].form": "technology", "lines[0].technology": "separation"}
    empty = dict.fromkeys(("lines[0].contains", "lines[0].hs", "lines[0].control_code"))
    (told,) = _rulings(law, **typed, **empty)
    assert told.ruling is not None
    assert told.ruling.situation.item.technology == "separation"
    asked = {question.fact for question in told.ruling.questions if question.needed}
    assert "technology" not in asked
