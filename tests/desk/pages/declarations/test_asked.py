"""What is asked of customs about goods that have left, on the page of their declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from monazite.desk.gate import services
from monazite.desk.gate.models import Declaration
from support.pages import official

from .test_page import send, shown

if TYPE_CHECKING:
    from django.test import Client

    from support.at_gate import Gate

VIA = "page"


def left(g: Gate) -> Declaration:
    row = services.lodge(g.declarant, g.document(), VIA)
    return services.confirm_exit(g.officer, row.pk, row.day, {}, VIA, seen=None)


def test_the_declarant_asks_and_the_officer_grants(declarant: Client, g: Gate) -> None:
    row, officer = left(g), official(g.officer)
    page = shown(declarant, row)
    assert "Ask to take it back" in page
    assert "Ask for a correction" in page
    assert "Grant it" not in shown(officer, row)
    assert send(declarant, row, "ask_cancel", text="Refused by the buyer.").status_code == 302
    asked = shown(declarant, row, done="ask_cancel")
    assert "Customs is asked." in asked
    assert "Ask to take it back" not in asked
    assert "Refused by the buyer." in shown(officer, row)
    assert send(officer, row, "grant", text="Seen in the yard.").status_code == 302
    assert (Declaration.objects.get(pk=row.pk).state, g.sums) == ("cancelled", (0, 0, 0))
    assert "Seen in the yard." in shown(declarant, row)


def test_the_officer_sees_what_a_correction_changes_and_denies_it(
    g: Gate, declarant: Client
) -> None:
    row, officer = left(g), official(g.officer)
    services.amend(g.declarant, row.pk, g.document(item_mass_kg="90", item_quantity="90"), VIA)
    page = shown(officer, row)
    section = page[page.index('id="asked"') : page.index("</section>", page.index('id="asked"'))]
    assert section.count('<tr><th scope="row">') == 2
    assert "90" in section
    send(officer, row, "deny", text="The papers say 100.")
    assert (Declaration.objects.get(pk=row.pk).state, g.sums) == ("exited", (0, 100, 1))
    assert 'id="asked"' not in shown(declarant, row)


def test_the_form_of_a_correction_asks(declarant: Client, g: Gate) -> None:
    row = left(g)
    assert declarant.get(reverse("declaration_amend", args=[row.pk])).status_code == 200


def test_the_time_of_an_exit_is_read(g: Gate, declarant: Client) -> None:  # noqa: ARG001
    row, officer = services.lodge(g.declarant, g.document(), VIA), official(g.officer)
    values = {"on": row.day.isoformat(), "left_1": "100"}
    assert send(officer, row, "exit", **values, at="soon").status_code == 422
    assert send(officer, row, "exit", **values, at="").status_code == 302
    assert Declaration.objects.get(pk=row.pk).state == "exited"
