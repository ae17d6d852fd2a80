"""Lists of declarations and Home: own ones, the queue of an office, nobody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from monazite.desk.gate import services
from support.pages import official

if TYPE_CHECKING:
    from support.at_gate import Gate

LIST = reverse("declarations")
MOST = 25


def listed(client: Client, **query: str) -> str:
    answer = client.get(LIST, query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def three(g: Gate) -> list[str]:
    """A held, a cleared and a refused one; their references."""
    # Cleared first: the same goods after a hold are held themselves.
    services.lodge(g.declarant, g.document(reference="CLEAR-1"), "page")
    held = services.lodge(g.declarant, g.document(reference="HELD-1"), "page")
    services.hold(g.officer, held.pk, "The seal is broken.", "page", seen=None)
    too_much = g.document(reference="STOP-1", item_quantity="5000", item_mass_kg="5000")
    services.lodge(g.declarant, too_much, "page")
    return ["HELD-1", "CLEAR-1", "STOP-1"]


def test_both_sides_see_them_and_strangers_none(
    declarant: Client, officer: Client, g: Gate, three: list[str]
) -> None:
    stranger = Client()
    stranger.force_login(g.stranger)
    for reference in three:
        assert reference in listed(declarant)
        assert reference in listed(officer)
        assert reference not in listed(stranger)
    assert g.w.exporter.name in listed(officer)


def test_filters_narrow_and_are_told(officer: Client, three: list[str]) -> None:
    def found(**query: str) -> set[str]:
        page = listed(officer, **query)
        return {reference for reference in three if reference in page}

    assert found(state="held") == {"HELD-1"}
    assert found(state="refused") == {"STOP-1"}
    assert found(text="CLEAR") == {"CLEAR-1"}
    assert found(destination="jp") == set(three)
    assert found(destination="KR") == found(risk="50") == found(days="3") == set()
    assert found(order="risk") == set(three)
    assert "The seal is broken." in listed(officer, state="held")


@pytest.mark.parametrize(
    "query", [{"state": "eaten"}, {"risk": "7"}, {"days": "-1"}, {"page": "9" * 30}, {"order": "x"}]
)
def test_a_filter_that_cannot_be_used_is_told(officer: Client, query: dict[str, str]) -> None:
    assert officer.get(LIST, query).status_code == 422


def test_the_longest_waiting_stands_first_in_the_queue(
    officer: Client, g: Gate, three: list[str]
) -> None:
    second = services.lodge(g.declarant, g.document(reference="HELD-2"), "page")
    assert second.state == "held"  # of the same goods as the first
    page = listed(officer, state="held")
    assert page.index(three[0]) < page.index("HELD-2")
    newest = listed(officer, state="held", order="newest")
    assert newest.index("HELD-2") < newest.index(three[0])


def test_home_shows_what_waits(declarant: Client, officer: Client, three: list[str]) -> None:
    mine = declarant.get("/").content.decode()
    assert "My shipments" in mine
    assert f'href="{reverse("declaration_new")}"' in mine
    assert mine.index(three[2]) < mine.index("Latest declarations")
    office = officer.get("/").content.decode()
    assert office.index(three[0]) < office.index("Latest declarations")
    assert "New declaration" not in office
    assert reverse("declarations") in office


def test_a_signatory_reads_them_too(g: Gate, three: list[str]) -> None:
    client = Client()
    client.force_login(g.w.signatory)
    assert three[0] in listed(client)
    assert reverse("declaration_new") not in listed(client)


def test_an_officer_without_the_second_factor_sees_nothing(g: Gate, three: list[str]) -> None:
    bare = Client()
    bare.force_login(g.officer)
    answer = bare.get(LIST, follow=True)
    assert three[0] not in answer.content.decode()
    assert three[0] in listed(official(g.officer))


@pytest.mark.parametrize("address", ["/", LIST])
def test_lists_ask_the_database_little(
    declarant: Client, officer: Client, g: Gate, address: str
) -> None:
    for number in range(12):
        services.lodge(g.declarant, g.document(reference=f"R-{number}", item_quantity="10"), "page")
    for client in (declarant, officer):
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        assert len(asked) <= MOST, "\n".join(q["sql"][:160] for q in asked.captured_queries)


def test_a_page_beyond_every_page_is_said_as_that(declarant: Client) -> None:
    answer = declarant.get(reverse("declarations"), {"page": "999999"})
    assert answer.status_code == 422
    assert "Page: “999999” does not lie between 0 and 2000" in answer.content.decode()
