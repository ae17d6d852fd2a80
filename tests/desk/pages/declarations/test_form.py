"""The declarant's form: filled from a licence, checked as one types, lodged once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from monazite.desk.gate import services
from monazite.desk.gate.models import Declaration
from support.declaring import typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.at_gate import Gate

NEW, CHECK = reverse("declaration_new"), reverse("declaration_check")
MOST = 25
_VALUE = re.compile(r'name="([^"]+)" value="([^"]*)"')


def page(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status
    return str(answer.content.decode())


def values(shown: str) -> dict[str, str]:
    return dict(_VALUE.findall(shown))


def test_a_blank_form_scolds_nobody(declarant: Client) -> None:
    shown = page(declarant.get(NEW))
    assert "is missing" not in shown
    assert len(values(shown)["reference"]) == len("20261122-ABCDEF")


def test_a_licence_fills_the_form_with_what_is_left_of_it(declarant: Client, g: Gate) -> None:
    services.lodge(g.declarant, g.document(item_quantity="300", item_mass_kg="300"), "page")
    sent = {"act": "use", "licence": str(g.licence.pk), "reference": "MINE-1"}
    shown = values(page(declarant.post(NEW, sent)))
    assert shown["reference"] == "MINE-1"
    assert shown["items.0.quantity"] == shown["items.0.mass_kg"] == "700"
    assert shown["items.0.licences"] == g.licence.number
    assert shown["destination"] == "JP"
    assert "items.1.quantity" not in shown
    assert values(page(declarant.get(NEW, {"licence": str(g.licence.pk)})))["contract"]


def test_another_firms_licence_is_no_licence(declarant: Client, g: Gate) -> None:
    stranger = Client()
    stranger.force_login(g.stranger)
    shown = page(stranger.get(NEW))
    assert g.licence.number not in shown
    assert stranger.get(NEW, {"licence": str(g.licence.pk)}).status_code == 404
    assert g.licence.number in page(declarant.get(NEW))


def test_the_panel_tells_everything_at_once_with_law_and_cure(declarant: Client, g: Gate) -> None:
    wrong = g.document(destination="KR", arrival="KR", item_quantity="1500", item_mass_kg="1500")
    shown = page(declarant.post(CHECK, typed(wrong, "check")))
    assert "points stop it" in shown
    assert "Korea" in shown
    assert "1500 kg" in shown.replace("\xa0", " ")
    assert "#at-items-0-" in shown
    assert "Export Control Law" in shown
    assert not Declaration.objects.exists()


def test_the_panel_is_clean_where_nothing_is_wrong(declarant: Client, g: Gate) -> None:
    shown = page(declarant.post(CHECK, typed(g.document(), "check")))
    assert "Nothing stops it" in shown
    declarant.cookies["monazite_language"] = "zh"
    assert "可以放行" in page(declarant.post(CHECK, typed(g.document(), "check")))


def test_it_is_lodged_once_however_often_it_is_sent(declarant: Client, g: Gate) -> None:
    sent = typed(g.document())
    first, second = (declarant.post(NEW, sent) for _ in range(2))
    assert first.status_code == second.status_code == 302
    assert first.headers["Location"] == second.headers["Location"]
    row = Declaration.objects.get()
    assert (row.state, row.organisation, row.lodged_by) == ("cleared", g.w.exporter, g.declarant)
    assert "Lodged." in page(declarant.get(first.headers["Location"]))


def test_what_the_gate_would_refuse_is_asked_once_more(declarant: Client, g: Gate) -> None:
    wrong = g.document(item_quantity="5000", item_mass_kg="5000")
    shown = page(declarant.post(NEW, typed(wrong)), 422)
    assert "Lodge all the same" in shown
    assert values(shown)["items.0.quantity"] == "5000"
    assert not Declaration.objects.exists()
    assert declarant.post(NEW, typed(wrong, "lodge_anyway")).status_code == 302
    assert Declaration.objects.get().state == "refused"


def test_what_cannot_be_read_is_not_lodged_and_not_lost(declarant: Client, g: Gate) -> None:
    wrong = g.document(item_quantity="-1", item_hs="")
    shown = page(declarant.post(NEW, typed(wrong, "lodge_anyway")), 422)
    assert values(shown)["items.0.quantity"] == "-1"
    assert "keep it from being lodged" in shown
    assert not Declaration.objects.exists()


def test_a_used_reference_is_told(declarant: Client, g: Gate) -> None:
    document = g.document()
    services.lodge(g.declarant, document, "page")
    other = document | {"contract": document["contract"], "remarks": "another one"}
    shown = page(declarant.post(NEW, typed(other)), 422)
    assert "another one" in shown
    assert Declaration.objects.count() == 1


def test_rows_are_added_copied_and_removed_without_a_script(declarant: Client, g: Gate) -> None:
    sent = typed(g.document())
    two = values(page(declarant.post(NEW, sent | {"act": "copy:0"})))
    assert two["items.1.quantity"] == two["items.0.quantity"] == "100"
    three = values(page(declarant.post(NEW, sent | {"act": "add"})))
    assert three["items.1.quantity"] == ""
    one = page(declarant.post(NEW, sent | {"items.1.quantity": "7", "act": "remove:0"}))
    assert values(one)["items.0.quantity"] == "7"
    assert "items.1.quantity" not in one


def test_hostile_values_stay_text(declarant: Client) -> None:
    sent = {
        "act": "check", "reference": '"><script>alert(1)</script>', "items.0.hs": "\x00\u202e",
        "items.0.draws": ":::,;", "items.9999.value": "1", "port": "NO SUCH PORT", "via": ",,,",
    }  # fmt: skip
    shown = page(declarant.post(NEW, sent))
    assert "<script>alert" not in shown
    assert "NO SUCH PORT" in shown


@pytest.mark.parametrize("who", ["officer", "signatory"])
def test_others_do_not_declare(g: Gate, officer: Client, who: str) -> None:
    client = officer
    if who == "signatory":
        client = Client()
        client.force_login(g.w.signatory)
    for answer in (client.get(NEW), client.post(NEW, {"act": "lodge"}), client.post(CHECK)):
        assert answer.status_code in {403, 404}


def test_an_amendment_takes_the_others_place(declarant: Client, g: Gate) -> None:
    row = services.lodge(g.declarant, g.document(), "page")
    address = reverse("declaration_amend", args=[row.pk])
    shown = values(page(declarant.get(address)))
    assert shown["items.0.quantity"] == "100"
    assert shown["reference"] != row.reference
    document = g.document(item_quantity="200", item_mass_kg="200")
    assert declarant.post(address, typed(document)).status_code == 302
    made = Declaration.objects.get(reference=document["reference"])
    assert (made.replaces_id, made.state) == (row.pk, "cleared")
    assert g.sums[0] == 200


def test_the_form_asks_the_database_little(declarant: Client, g: Gate) -> None:
    for number in range(3):
        services.lodge(g.declarant, g.document(reference=f"R-{number}"), "page")
    sent = typed(g.document(), "check")
    asks: list[Callable[[], Any]] = [
        lambda: declarant.get(NEW, {"licence": str(g.licence.pk)}),
        lambda: declarant.post(CHECK, sent),
        lambda: declarant.post(NEW, sent),
    ]
    for ask in asks:
        ask()
        with CaptureQueriesContext(connection) as asked:
            assert ask().status_code == 200
        assert len(asked) <= MOST, "\n".join(q["sql"][:160] for q in asked.captured_queries)
