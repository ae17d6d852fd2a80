"""Declarations as a table: a row an item, under names that targeting understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import keys
from monazite.desk.gate import services
from monazite.desk.gate.models import Declaration
from monazite.desk.gate.risk.table import COLUMNS, TIME, Row, columns, rows
from monazite.watch.targeting.table.roles import found_roles

if TYPE_CHECKING:
    from support.at_gate import Gate

ROLES = {
    "declaration": "declaration", "row": "declaration", "exporter": "exporter",
    "declarant": "declarant", "consignee": "importer", "consignee_address": "address",
    "office": "office", "procedure": "procedure", "transport": "transport", "origin": "origin",
    "destination": "destination", "hs": "code", "description": "description",
    "licence": "licence", "mass_kg": "mass", "value": "value", "quantity": "quantity",
}  # fmt: skip


def told(*made: Declaration) -> list[Row]:
    found = Declaration.objects.filter(pk__in=[row.pk for row in made]).order_by("lodged_at")
    return list(rows(found.select_related("office").prefetch_related("items")))


def cells(row: Row) -> dict[str, str]:
    return dict(zip(COLUMNS, row, strict=True))


def test_targeting_understands_the_names() -> None:
    rest = [name for name in COLUMNS if name != TIME]
    assert found_roles(rest, {}) == ROLES


def test_a_reason_calls_each_column_in_words() -> None:
    named = {name for name in COLUMNS if f"watch.targeting.column.{name}" in keys()}
    assert set(COLUMNS) - named == {"declaration", "row", TIME}


def test_what_was_decided_is_no_column() -> None:
    decided = {"state", "risk", "outcome", "ruling", "findings", "looked", "exit_by", "line"}
    assert decided.isdisjoint(COLUMNS)


def test_a_row_says_what_was_declared(g: Gate) -> None:
    document = g.document(item_quantity="12.5", item_mass_kg="12.50", item_value="100.10")
    made = services.lodge(g.declarant, document, "page")
    (row,) = told(made)
    found = cells(row)
    assert found["declaration"] == made.number
    assert found["date"] == made.day.isoformat()
    assert found["exporter"] == g.w.exporter.identifier
    assert found["office"] == g.customs.name
    assert (found["mass_kg"], found["quantity"], found["unit"]) == ("12.5", "12.5", "kg")
    assert (found["value"], found["currency"]) == ("100.1", "USD")
    assert (found["licence"], found["hs"]) == (g.licence.number, document["items"][0]["hs"])
    assert (found["transport"], found["procedure"]) == ("sea", "export")
    assert (found["origin"], found["destination"], found["arrival"]) == ("CN", "JP", "JP")
    assert (found["declarant"], found["sender"]) == ("", "")


def test_each_item_has_a_row(g: Gate) -> None:
    document = g.document(item_quantity="1", item_mass_kg="1")
    document["items"] = [document["items"][0] | {"value": str(n)} for n in (1, 2, 3)]
    table = columns(told(services.lodge(g.declarant, document, "page")))
    assert (table["row"], table["value"]) == (["1", "2", "3"], ["1", "2", "3"])
    assert len(set(table["declaration"])) == 1


def test_one_receiver_is_one_however_it_is_written(g: Gate) -> None:
    documents = [g.document(item_quantity="1", item_mass_kg="1") for _ in range(2)]
    party = documents[0]["consignee"]
    documents[1]["consignee"] = party | {"name": f" {party['name'].upper()}. "}
    made = [services.lodge(g.declarant, each, "page") for each in documents]
    first, second = map(cells, told(*made))
    assert first["consignee"] == second["consignee"] != ""


def test_no_cell_is_a_formula_of_a_spreadsheet(g: Gate) -> None:
    document = g.document(item_claim="=1+1", port="@Ningbo", item_description="=SUM(A1)")
    document["sender"] = {"name": "+86 trading", "address": "-1 Road"}
    made = services.lodge(g.declarant, document, "page")
    (row,) = told(made)
    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert cells(row)["sender"] == "86 trading"
