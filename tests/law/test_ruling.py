from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from monazite.law import Item, Movement, rule
from monazite.law.memory import Memory

if TYPE_CHECKING:
    from monazite.law.law import Law

Ask = "Callable[..., Ruling]"
SMCO = Item(form="magnet", contains=(("Co", None), ("Sm", None)))


def test_a_notebook_rules_with_the_packaged_law() -> None:
    ruling = rule(SMCO, Movement("CN", "US"), date(2025, 6, 10))
    assert ruling.outcome == "licence_required"
    assert ruling.situation.known == date(2026, 11, 22)
    assert len(ruling.law_hash) == 64


def test_without_a_day_it_is_today_where_the_goods_leave(law: Law) -> None:
    assert rule(SMCO, Movement("CN", "US"), law=law).situation.on == law.today("CN")


def test_nothing_is_sure_of_an_item_of_which_nothing_is_said(ask: Any) -> None:
    ruling = ask(form="magnet", from_="CN", to="US", on="2025-06-10")
    assert ruling.outcome == "undetermined"
    composition = next(q for q in ruling.questions if q.fact == "contains")
    assert composition.decides["Co,Sm"] == "licence_required"
    assert composition.decides["none of these"] == "not_controlled"


def test_a_control_code_classifies_the_item(ask: Any) -> None:
    assert (
        ask(control_code="1C905.b", from_="CN", to="DE", on="2025-06-10").outcome
        == "licence_required"
    )
    # What is stated speaks against a code that does not fit.
    stated = ask(
        control_code="1C905.b", form="oxide", contains="La", from_="CN", to="DE", on="2025-06-10"
    )
    assert stated.outcome == "ordinary_licence"


def test_a_code_guides_and_never_decides(ask: Any) -> None:
    alone = ask(hs="2846901500", from_="CN", to="DE", on="2025-06-10")
    assert alone.outcome == "undetermined"
    stated = ask(hs="2846901500", contains="Dy", from_="CN", to="DE", on="2025-06-10")
    assert stated.outcome == "licence_required"
    wrong = ask(hs="2846901500", form="oxide", contains="La", from_="CN", to="DE", on="2025-06-10")
    assert wrong.outcome == "ordinary_licence"


def test_a_place_of_transit_is_a_departure_of_its_own(ask: Any) -> None:
    ore = {"form": "oxide", "contains": "Dy", "to": "US", "on": "2025-06-10"}
    assert ask(**ore, from_="MM").outcome == "not_controlled"
    assert ask(**ore, from_="MM", via="CN").outcome == "licence_required"


def test_where_it_leaves_and_goes_is_asked_where_it_decides(ask: Any) -> None:
    ruling = ask(form="metal", contains="Ga", on="2025-06-10", from_="CN")
    assert ruling.possible == ("refused_in_principle", "licence_required")
    assert [q.fact for q in ruling.questions if q.needed] == ["to"]
    assert "from" in [
        q.fact for q in ask(form="metal", contains="Ga", to="DE", on="2025-06-10").questions
    ]


def test_a_near_miss_is_told_and_another_country_s_law_is_not(ask: Any) -> None:
    ruling = ask(
        form="magnet", contains="Nd,Fe,B", without="Dy,Tb", from_="CN", to="US", on="2025-06-10"
    )
    near = {f.atom.item.id for f in ruling.findings if f.near}
    assert {"CN-2025-18.26", "CN-2025-18.34"} <= near
    assert all(f.atom.measure.jurisdiction == "CN" for f in ruling.findings)


def test_a_name_inside_a_listed_one_is_asked_and_presumed_another(ask: Any) -> None:
    ruling = ask(
        form="metal", contains="Ga", from_="CN", to="DE", on="2025-06-10", end_user="Boeing"
    )
    assert ruling.outcome == "licence_required"
    assert "end_user" in ruling.presumed
    question = next(q for q in ruling.questions if q.fact == "end_user")
    assert question.decides["Boeing Defense, Space & Security"] == "prohibited"


def test_a_name_is_the_listed_one_whatever_its_case_and_legal_form(ask: Any) -> None:
    for name in ("ANDURIL INDUSTRIES, INC.", "Anduril  Industries", "安杜里尔公司"):
        ruling = ask(
            form="metal", contains="Ga", from_="CN", to="DE", on="2025-06-10", end_user=name
        )
        assert ruling.outcome == "prohibited"


def test_a_practice_that_nobody_published_sets_no_outcome(ask: Any) -> None:
    ruling = ask(form="oxide", contains="Nd", from_="CN", to="JP", on="2010-10-01")
    halt = next(f for f in ruling.findings if f.atom.measure.id == "CN-2010-JP-HALT")
    assert (halt.matched, halt.atom.measure.legal, halt.sets) == (True, False, False)
    assert ruling.outcome == "quota"


def test_an_unread_condition_can_be_met_by_nobody(ask: Any) -> None:
    ruling = ask(form="component", contains="DIAMOND", from_="CN", to="DE", on="2025-11-08", known="2025-11-06",
                 param="diamond_mean_size=4 um;further_conditions=not read")  # fmt: skip
    open_ = {f.atom.item.id for f in ruling.findings if f.matched is None and f.atom.item}
    assert {"CN-2025-55.03", "CN-2025-55.04"} <= open_


def test_a_machine_is_what_its_entry_describes(ask: Any) -> None:
    coded = ask(form="equipment", hs="8479899956", from_="CN", to="DE", on="2025-06-10")
    assert coded.outcome == "undetermined"
    assert (
        ask(
            form="equipment",
            hs="8479899956",
            control_code="none",
            from_="CN",
            to="DE",
            on="2025-06-10",
        ).outcome
        == "not_controlled"
    )
    assert (
        ask(form="equipment", contains="Fe", from_="CN", to="DE", on="2025-06-10").outcome
        == "not_controlled"
    )


def test_a_compound_is_named_or_asked_for(ask: Any) -> None:
    bismuth = {
        "form": "compound",
        "contains": "Bi,C,H",
        "from_": "CN",
        "to": "DE",
        "on": "2025-06-10",
    }
    assert "param:substance" in [q.fact for q in ask(**bismuth).questions]
    assert ask(**bismuth, param="substance=triphenylbismuth").outcome == "licence_required"
    assert ask(**bismuth, param="substance=bismuth subsalicylate").outcome == "not_controlled"


def test_tungsten_carbide_is_no_graphite(ask: Any) -> None:
    powder = {"form": "powder", "contains": "W=0.938,C=0.062", "from_": "CN", "to": "US"}
    assert ask(**powder, on="2025-02-03").outcome == "ordinary_licence"
    assert ask(**powder, on="2025-02-04").outcome == "licence_required"


def test_what_is_left_of_a_paused_entry_is_a_licence(ask: Any) -> None:
    listed = {
        "form": "magnet",
        "contains": "Sm,Co",
        "from_": "CN",
        "to": "DE",
        "end_user": "Shield AI",
    }
    assert ask(**listed, on="2025-04-20").outcome == "prohibited"
    paused = ask(
        form="oxide",
        contains="Dy",
        from_="CN",
        to="US",
        on="2025-06-10",
        end_user="Ingalls Shipbuilding",
    )
    assert paused.outcome in {"licence_required", "prohibited"}


def test_memory_forgets_and_answers_the_same() -> None:
    memory = Memory(limit=2)
    computed: list[int] = []

    def compute(number: int) -> int:
        computed.append(number)
        return number * 10

    asked = [memory.get(n % 3, partial(compute, n % 3)) for n in (0, 0, 1, 2, 0)]
    assert asked == [0, 0, 10, 20, 0]
    assert computed == [0, 1, 2, 0]
