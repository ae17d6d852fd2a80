from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.gate import services
from monazite.desk.gate.errors import CannotBeLodged
from monazite.desk.gate.found import told
from monazite.desk.gate.models import Declaration
from monazite.desk.licences import services as licences
from monazite.desk.licences.models import Movement
from monazite.desk.people.may import Forbidden
from monazite.errors import InputError
from support.at_gate import gate, licensed
from support.offices import person

if TYPE_CHECKING:
    from pathlib import Path

    from support.at_gate import Gate


def lodged(g: Gate, **changes: Any) -> Declaration:
    return services.lodge(g.declarant, g.document(**changes), "page")


def codes(declaration: Declaration) -> set[str]:
    """Of everything that was found."""
    kept = [declaration.findings, *declaration.items.values_list("findings", flat=True)]
    return {found["code"] for several in kept for found in several}


def test_what_is_right_is_cleared_at_once_and_set_aside(g: Gate) -> None:
    made = lodged(g)
    assert (made.state, codes(made)) == ("cleared", set())
    assert g.sums == (100, 0, 1)
    assert made.exit_by is not None
    assert made.exit_by <= g.licence.valid_until
    assert made.number.startswith("CN-D-")
    assert made.office == g.customs


def test_what_is_kept_is_proved(g: Gate, tmp_path: Path) -> None:
    lodged(g)
    lodged(g, item_licences=[])
    assert prove(tmp_path, PublicKeys(())).whole


def test_a_reference_that_comes_again_is_answered_as_the_first_time(g: Gate) -> None:
    document = g.document(item_quantity="1000", item_mass_kg="1000")
    first = services.lodge(g.declarant, document, "page")
    assert services.lodge(g.declarant, document, "api").pk == first.pk
    assert g.sums == (1000, 0, 1)


def test_a_reference_is_not_used_for_something_else(g: Gate) -> None:
    first = lodged(g, reference="A-1")
    with pytest.raises(Refused, match=first.number):
        lodged(g, reference="A-1", item_quantity="99")
    assert g.sums == (100, 0, 1)


def test_another_firm_has_references_of_its_own(g: Gate) -> None:
    lodged(g, reference="A-1")
    made = services.lodge(g.stranger, g.document(reference="A-1"), "page")
    assert made.organisation == g.stranger.organisation


def test_three_offences_are_three_answers(g: Gate) -> None:
    none = lodged(g, item_licences=[])
    over = lodged(g, item_quantity="1001", item_mass_kg="1001")
    other = services.lodge(g.stranger, g.document(), "page")
    assert [made.state for made in (none, over, other)] == ["refused"] * 3
    found = [
        {code for code in codes(made) if code.startswith("licence.")}
        for made in (none, over, other)
    ]
    assert found == [{"licence.none"}, {"licence.over_quantity"}, {"licence.not_yours"}]
    assert g.sums == (0, 0, 0)


def test_the_licence_of_another_says_nothing_of_it(g: Gate) -> None:
    made = services.lodge(g.stranger, g.document(), "page")
    said = str(told(made.items.get().findings, "en"))
    assert g.w.exporter.name not in said
    assert "1,000" not in said
    assert "1000" not in said


@pytest.mark.parametrize("start", [" CN", "cn", "\uff23\uff2e", "\u0421N", "C N"])
def test_a_number_is_found_however_it_is_typed(g: Gate, start: str) -> None:
    number = g.licence.number
    made = lodged(g, item_licences=[start + number.removeprefix("CN") + " "])
    assert made.items.get().licence_number == number
    assert g.sums[0] == 100


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"item_quantity": "0"}, "number.not_positive"),
        ({"item_quantity": "-5"}, "number.not_positive"),
        ({"item_quantity": "abc"}, "number.not_a_number"),
        ({"item_quantity": None}, "field.missing"),
        ({"item_unit": "stone"}, "field.not_a_choice"),
        ({"items": []}, "items.none"),
    ],
)
def test_what_cannot_be_read_is_told_whole_and_not_kept(
    g: Gate, changes: dict[str, Any], code: str
) -> None:
    document = g.document(**changes)
    with pytest.raises(CannotBeLodged) as refused:
        services.lodge(g.declarant, document, "page")
    assert code in {finding.code for finding in refused.value.findings}
    assert not Declaration.objects.exists()
    corrected = g.document(reference=document["reference"])
    assert services.lodge(g.declarant, corrected, "page").state == "cleared"


def test_units_that_do_not_go_into_one_another(g: Gate) -> None:
    made = lodged(g, item_quantity="12", item_unit="piece", item_mass_kg="100")
    assert made.items.get().drawn_quantity == Decimal(100)


def test_two_licences_for_one_item_are_one_too_many(g: Gate) -> None:
    second = licensed(g.w, "general")
    made = lodged(g, item_licences=[g.licence.number, second.number])
    assert made.state == "refused"
    assert "licence.several" in codes(made)


def test_a_firm_declares_for_itself_alone(g: Gate) -> None:
    with pytest.raises(InputError, match="Baotou Example Magnetics"):
        lodged(g, exporter={"name": "Somebody Else Ltd"})


@pytest.mark.parametrize("reference", ["", "a\0b", "x" * 65])
def test_a_reference_that_cannot_be_kept(g: Gate, reference: str) -> None:
    with pytest.raises(CannotBeLodged):
        lodged(g, reference=reference)


def test_a_suspended_licence_stops_at_once(g: Gate) -> None:
    before = lodged(g)
    officer = person(g.w.licensing, "licensing_officer")
    order = licences.propose_order(officer, g.licence.pk, "suspend", ["security"], "Why.", "page")
    licences.sign_order(g.w.chief, order.pk, "page")
    after = lodged(g)
    assert (after.state, codes(after)) == ("refused", {"licence.suspended"})
    for on, why in ((before.day, "at what time"), (timezone.now(), "suspended")):
        with pytest.raises(Refused, match=why):
            services.confirm_exit(g.officer, before.pk, on, {}, "page", seen=None)
    assert Declaration.objects.get(pk=before.pk).state == "cleared"


def test_a_licence_that_is_being_changed_stops_at_once(g: Gate) -> None:
    type(g.licence).objects.get(pk=g.licence.pk)
    with_change = licences.change(g.w.preparer, g.licence.pk, "page")
    assert with_change
    assert lodged(g).state == "cleared"  # a draft binds nothing


def test_a_single_licence_is_for_one_declaration(settings: Any, db: None, tmp_path: Path) -> None:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    g = gate("single")
    first = lodged(g)
    second = lodged(g)
    assert (first.state, second.state) == ("cleared", "refused")
    assert "licence.single_used" in codes(second)
    services.confirm_exit(g.officer, first.pk, first.day, {}, "page", seen=None)
    g.licence.refresh_from_db()
    assert g.licence.ended == "completed"


def test_several_items_of_a_line_are_one_use(g: Gate) -> None:
    document = g.document()
    document["items"] *= 3
    made = services.lodge(g.declarant, document, "page")
    assert made.state == "cleared"
    assert g.sums == (300, 0, 1)
    assert Movement.objects.filter(message_id__startswith=made.number).count() == 3


def test_items_together_take_no_more_than_is_left(g: Gate) -> None:
    document = g.document(item_quantity="600", item_mass_kg="600")
    document["items"] *= 2
    made = services.lodge(g.declarant, document, "page")
    assert made.state == "refused"
    assert g.sums == (0, 0, 0)


def test_a_precheck_keeps_nothing(g: Gate) -> None:
    answer = services.precheck(g.declarant, g.document())
    assert answer.outcome == "clear"
    assert not Declaration.objects.exists()
    assert g.sums == (0, 0, 0)


def test_who_is_no_declarant_lodges_nothing(g: Gate) -> None:
    for other in (g.w.preparer, g.officer, g.w.chief):
        with pytest.raises(Forbidden):
            services.lodge(other, g.document(), "page")
        with pytest.raises(Forbidden):
            services.precheck(other, g.document())
