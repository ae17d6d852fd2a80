"""The page of a declaration: what was found, declared beside licensed, and what can be done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from monazite.desk.gate import services
from monazite.desk.gate.models import Declaration, Left
from support.offices import person
from support.pages import official

if TYPE_CHECKING:
    from django.http import HttpResponse

    from support.at_gate import Gate

MOST = 25
_HIDDEN = re.compile(r'<input type="hidden" name="(key|seen)" value="([^"]*)"')


def of(row: Declaration) -> str:
    return reverse("declaration", args=[row.pk])


def shown(client: Client, row: Declaration, **query: str) -> str:
    answer = client.get(of(row), query)
    assert answer.status_code == 200
    return answer.content.decode().replace("\xa0", " ")


def send(client: Client, row: Declaration, act: str, **values: str) -> HttpResponse:
    hidden = dict(_HIDDEN.findall(shown(client, row, act=act)))
    address = reverse("declaration_act", args=[row.pk, act])
    return client.post(address, hidden | values)  # type: ignore[return-value]


def held(g: Gate) -> Declaration:
    """One that an officer has to look at."""
    row = services.lodge(g.declarant, g.document(), "page")
    return services.hold(g.officer, row.pk, "The seal is broken.", "page", seen=None)


def test_a_refusal_says_why_by_item_beside_the_licence(declarant: Client, g: Gate) -> None:
    document = g.document(item_quantity="5000", item_mass_kg="5000", destination="KR")
    row = services.lodge(g.declarant, document, "page")
    page = shown(declarant, row)
    assert "5,000 kg" in page
    assert "1,000 kg left now" in page
    assert page.count('class="differs"') == 2
    assert "Amend" in page
    assert "Clear it" not in page


def test_the_officer_clears_and_the_declarant_reads_it(
    declarant: Client, officer: Client, g: Gate
) -> None:
    row = held(g)
    assert "The seal is broken." in shown(declarant, row)
    assert g.officer.name not in shown(declarant, row)
    answer = send(officer, row, "clear", text="A new seal was put on.")
    assert answer.status_code == 302
    assert "It may leave now." in officer.get(answer.headers["Location"]).content.decode()
    assert Declaration.objects.get().state == "cleared"
    assert "A new seal was put on." in shown(declarant, row)


def test_the_exit_says_what_really_left(officer: Client, g: Gate) -> None:
    row = services.lodge(g.declarant, g.document(), "page")
    wrong = send(officer, row, "exit", left_1="much")
    assert wrong.status_code == 422
    assert "much" in wrong.content.decode()
    assert send(officer, row, "exit", left_1="500").status_code == 422
    assert send(officer, row, "exit", left_1="90").status_code == 302
    assert int(Left.objects.get().quantity) == 90
    assert g.sums[:2] == (0, 90)
    assert "Left: 90 kg" in shown(officer, row)


def test_a_button_pressed_twice_acts_once(officer: Client, g: Gate) -> None:
    row = held(g)
    hidden = dict(_HIDDEN.findall(shown(officer, row, act="clear")))
    address = reverse("declaration_act", args=[row.pk, "clear"])
    sent = hidden | {"text": "Looked at."}
    first, second = officer.post(address, sent), officer.post(address, sent)
    assert first.headers["Location"] == second.headers["Location"]
    assert row.acts.filter(kind="clear").count() == 1


def test_what_others_did_meanwhile_is_told(officer: Client, g: Gate) -> None:
    row = held(g)
    hidden = dict(_HIDDEN.findall(shown(officer, row, act="refuse")))
    services.clear(g.second_officer, row.pk, "Looked at.", "page", seen=None)
    address = reverse("declaration_act", args=[row.pk, "refuse"])
    answer = officer.post(address, hidden | {"text": "No."})
    assert answer.status_code == 409
    assert "Somebody acted on it" in answer.content.decode()
    assert Declaration.objects.get().state == "cleared"


def test_a_reason_is_needed(officer: Client, g: Gate) -> None:
    assert send(officer, held(g), "refuse", text=" ").status_code == 422


def test_a_cancelled_one_gives_back_what_it_drew(declarant: Client, g: Gate) -> None:
    row = services.lodge(g.declarant, g.document(), "page")
    assert g.sums[0] == 100
    assert send(declarant, row, "cancel", text="The order was cancelled.").status_code == 302
    assert g.sums[0] == 0


def test_strangers_know_of_nothing_and_act_on_nothing(g: Gate) -> None:
    row = held(g)
    stranger, other = Client(), official(person(g.w.licensing, "licensing_officer"))
    stranger.force_login(g.stranger)
    for client in (stranger, other):
        assert client.get(of(row)).status_code == 404
        assert client.get(reverse("declaration_amend", args=[row.pk])).status_code == 404
        for name in ("clear", "exit", "hold", "refuse", "cancel"):
            address = reverse("declaration_act", args=[row.pk, name])
            assert client.post(address, {"text": "x"}).status_code == 404
    assert Declaration.objects.get().state == "held"


def test_nobody_does_what_the_other_side_does(declarant: Client, officer: Client, g: Gate) -> None:
    row = held(g)
    assert send(declarant, row, "clear", text="x").status_code == 403
    assert send(officer, row, "cancel", text="x").status_code == 403
    assert declarant.post(reverse("declaration_act", args=[row.pk, "eat"])).status_code == 404


def test_what_the_office_aims_at_is_for_the_office(
    declarant: Client, officer: Client, g: Gate
) -> None:
    """Goods that were held come again at another port, without a licence."""
    held(g)
    again = g.document(port="Shanghai Yangshan", item_licences=[])
    row = services.lodge(g.declarant, again, "page")
    found = [*row.findings, *(each for item in row.items.all() for each in item.findings)]
    codes = {finding["code"] for finding in found}
    assert {"way.port_changed", "licence.none"} <= codes
    aimed = "Ningbo Beilun"
    assert aimed in shown(officer, row)
    assert aimed not in shown(declarant, row)
    assert "cites none" in shown(declarant, row)


def test_the_page_asks_the_database_little(declarant: Client, officer: Client, g: Gate) -> None:
    row = held(g)
    services.clear(g.officer, row.pk, "Looked at.", "page", seen=None)
    for client in (declarant, officer):
        client.get(of(row))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(of(row)).status_code == 200
        assert len(asked) <= MOST, "\n".join(q["sql"][:160] for q in asked.captured_queries)


def test_what_really_left_is_said_with_its_item_and_what_was_declared(
    officer: Client, g: Gate
) -> None:
    row = services.lodge(g.declarant, g.document(), "page")
    for typed, told in (
        ("101", "Item 1: “101” cannot have left. 100 kg was declared; give 0 to 100."),
        ("-1", "Item 1, what really left: “-1” is no amount"),
    ):
        answer = send(officer, row, "exit", left_1=typed)
        assert answer.status_code == 422
        assert told in answer.content.decode()


def test_a_finding_names_its_field(declarant: Client, g: Gate) -> None:
    row = services.lodge(g.declarant, g.document(item_value="0"), "page")
    assert 'class="soft">Value (FOB)</span>' in shown(declarant, row)
