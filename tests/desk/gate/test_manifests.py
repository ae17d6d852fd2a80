from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.batches import services as batches
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.gate import services
from monazite.desk.gate.errors import ManifestStopped
from monazite.desk.gate.manifest_source import from_file, from_message
from monazite.desk.gate.models import Declaration, Manifest
from monazite.desk.licences.models import Movement
from monazite.desk.people.may import Forbidden
from monazite.errors import InputError
from support.at_gate import gate
from support.batches import said

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from support.at_gate import Gate

Document = dict[str, Any]


def lodged(
    g: Gate, documents: list[Document], mode: str = "each", reference: str = "M-1"
) -> Manifest:
    return services.lodge_manifest(g.declarant, from_message(reference, documents), mode, "api")


def answers(g: Gate) -> list[tuple[object, ...]]:
    """Everything by which two answers to the same declarations could differ."""
    rows = Declaration.objects.filter(organisation=g.w.exporter).order_by("reference")
    return [
        (
            row.reference, row.state, codes(row.findings), row.exit_by, row.sha256, row.risk,
            [
                (item.outcome, codes(item.findings), item.line_id, item.drawn_quantity,
                 item.drawn_value, item.ruling)
                for item in row.items.order_by("number")
            ],
        )
        for row in rows
    ]  # fmt: skip


def codes(findings: list[Document]) -> list[tuple[str, str]]:
    return [(each["code"], each["path"]) for each in findings]


def of_all_kinds(g: Gate) -> list[Document]:
    """Some that go, some that do not, parcels of one sender, and one more than the licence has."""
    parcels = [
        g.document(reference=f"P{n}", mode="post", item_quantity="1", item_mass_kg="1",
                   item_value="90", item_licences=[])
        for n in range(4)
    ]  # fmt: skip
    return [
        g.document(reference="A", item_quantity="600", item_mass_kg="600"),
        g.document(reference="B", item_quantity="500", item_mass_kg="500"),
        g.document(reference="C", item_quantity="300", item_mass_kg="300"),
        g.document(reference="D", item_licences=[]),
        g.document(reference="E", item_licences=["CN-L-2026-999999"]),
        *parcels,
        g.document(reference="F", item_quantity="100", item_mass_kg="100"),
        g.document(reference="G", item_quantity="1", item_mass_kg="1"),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "line",
    [{}, {"uses_max": 2}, {"sub_period_days": 30, "sub_period_quantity": Decimal(700)},
     {"quantity": Decimal(600)}],
)  # fmt: skip
def test_a_manifest_answers_as_if_each_had_come_alone(
    line: dict[str, Any], settings: Settings, tmp_path: Path
) -> None:
    settings.PAPERS_ROOT = tmp_path / "papers"
    g = gate(**line)
    documents = of_all_kinds(g)
    with transaction.atomic():
        for document in documents:
            services.lodge(g.declarant, document, "api")
        alone, sums = answers(g), g.sums
        transaction.set_rollback(True)
    made = lodged(g, documents)
    assert answers(g) == alone
    assert g.sums == sums
    assert {row[1] for row in alone} >= {"cleared", "refused"}
    assert made.cleared + made.held + made.refused == len(documents)
    assert prove(tmp_path / "none", PublicKeys(())).whole


def test_all_or_nothing(g: Gate) -> None:
    documents = of_all_kinds(g)
    with pytest.raises(ManifestStopped) as stopped:
        lodged(g, documents, "all")
    assert "licence.over_quantity" in {each.code for each in stopped.value.findings}
    assert (Declaration.objects.count(), Manifest.objects.count(), g.sums) == (0, 0, (0, 0, 0))
    made = lodged(g, [documents[0], documents[2]], "all")
    assert (made.cleared, made.refused, g.sums) == (2, 0, (900, 0, 2))


def test_a_manifest_that_comes_again_gets_its_first_answer(g: Gate) -> None:
    documents = [g.document(reference="A"), g.document(reference="B")]
    first = lodged(g, documents)
    assert lodged(g, documents).pk == first.pk
    assert g.sums == (200, 0, 2)
    with pytest.raises(Refused, match="another manifest"):
        lodged(g, documents[:1])


def test_a_declaration_that_was_lodged_before_gets_its_first_answer(g: Gate) -> None:
    before = services.lodge(g.declarant, g.document(reference="A"), "page")
    made = lodged(g, [g.document(reference="A"), g.document(reference="B")])
    assert (made.cleared, g.sums) == (2, (200, 0, 2))
    assert Declaration.objects.get(reference="A").pk == before.pk
    other = lodged(g, [g.document(reference="A", item_quantity="7")], reference="M-2")
    assert codes(other.unlodged[0]["findings"]) == [("manifest.reference_used", "reference")]


def test_one_reference_twice_in_a_message_is_one_declaration(g: Gate) -> None:
    twice = g.document(reference="A")
    made = lodged(g, [twice, twice, {**twice, "port": "Shanghai Pudong"}])
    assert (made.cleared, len(made.unlodged), g.sums) == (1, 1, (100, 0, 1))


def test_what_cannot_be_kept_is_told_with_its_rows(g: Gate) -> None:
    good, bad = g.document(reference="A"), g.document(reference="B", item_quantity="-3")
    made = lodged(g, [good, bad, {"reference": 3}])
    assert [row["rows"] for row in made.unlodged] == [[2], [3]]
    assert ("number.not_positive", "items[0].quantity") in codes(made.unlodged[0]["findings"])
    assert (made.cleared, made.refused) == (1, 0)
    with pytest.raises(ManifestStopped):
        lodged(g, [good, bad], "all", "M-2")


def test_rows_of_one_reference_are_items_of_one_declaration(g: Gate, tmp_path: Path) -> None:
    made = services.lodge_manifest(
        g.declarant,
        from_file("M-1", "m.csv", table([g.document(reference="A")] * 2)),
        "all",
        "page",
    )
    (declaration,) = Declaration.objects.filter(manifest=made)
    assert (declaration.state, declaration.items.count(), made.lines) == ("cleared", 2, 2)
    assert g.sums == (200, 0, 1)
    assert list(Movement.objects.order_by("number").values_list("message_id", flat=True))[1:] == [
        f"{declaration.number}/{n}/reserve" for n in (1, 2)
    ]
    assert prove(tmp_path, PublicKeys(())).whole


def test_a_file_and_a_message_say_the_same(g: Gate) -> None:
    documents = [g.document(reference=name) for name in "AB"]
    message = json.dumps({"declarations": documents}).encode()
    lodged_as = []
    for name, data in (("m.csv", table(documents)), ("m.json", message)):
        with transaction.atomic():
            services.lodge_manifest(g.declarant, from_file("M", name, data), "all", "page")
            lodged_as.append(answers(g))
            transaction.set_rollback(True)
    assert lodged_as[0] == lodged_as[1]


def test_a_stranger_learns_nothing_of_a_licence_and_holds_none_of_its_lines(g: Gate) -> None:
    source = from_message("M", [g.document(reference="A")])
    services.lodge_manifest(g.stranger, source, "each", "api")
    (declaration,) = Declaration.objects.all()
    codes_of = codes(declaration.items.get().findings)
    assert "licence.not_yours" in {code for code, _ in codes_of}
    assert g.sums == (0, 0, 0)


def test_who_may_not_lodge_lodges_no_manifest(g: Gate) -> None:
    with pytest.raises(Forbidden):
        services.lodge_manifest(g.officer, from_message("M", [g.document()]), "each", "api")
    with pytest.raises(InputError, match="all or each"):
        services.lodge_manifest(g.declarant, from_message("M", [g.document()]), "some", "api")


CONTAINS = {"Nd": "40.5", "Dy": "4.5"}
"""Of 150 kg of the goods of the licence."""


def drawing(g: Gate, batch: str, *kilograms: str) -> list[Document]:
    """One declaration for each mass that is drawn on the batch."""
    return [
        g.document(
            reference=f"B{n}", item_quantity=kg, item_mass_kg=kg,
            item_draws=[{"batch": batch, "mass_kg": kg}],
        )
        for n, kg in enumerate(kilograms)
    ]  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_two_declarations_of_one_manifest_never_overdraw_a_batch(g: Gate) -> None:
    lot = said("S1", stage="magnet", mass_kg="150", contents=CONTAINS, source="stock")
    batch = batches.begin(g.declarant, "CN", "stock", lot, "page")
    documents = drawing(g, batch.number, "100", "60", "50", "1")
    with pytest.raises(ManifestStopped) as stopped:
        lodged(g, documents, "all")
    assert [row["reference"] for row in stopped.value.unlodged] == ["B1", "B3"]
    with transaction.atomic():
        for document in documents:
            services.lodge(g.declarant, document, "api")
        alone, sums = answers(g), g.sums
        transaction.set_rollback(True)
    made = lodged(g, documents)
    assert answers(g) == alone
    assert (made.cleared, made.refused, g.sums) == (2, 2, sums)
    refused = Declaration.objects.get(reference="B1").items.get()
    assert ("batch.overdrawn", "items[0].draws[0].mass_kg") in codes(refused.findings)
    batch.refresh_from_db()
    assert batch.drawn_kg == Decimal(150)


def test_what_is_refused_is_named_where_all_was_to_go(g: Gate) -> None:
    services.lodge(g.declarant, before := g.document(reference="A", item_licences=[]), "page")
    documents = [before, g.document(reference="B"), g.document(reference="C", item_licences=[])]
    with pytest.raises(ManifestStopped) as stopped:
        lodged(g, documents, "all")
    told = [(row["reference"], row["rows"]) for row in stopped.value.unlodged]
    assert told == [("A", [1]), ("C", [3])]
    assert all("licence.none" in dict(codes(row["findings"])) for row in stopped.value.unlodged)


def table(documents: list[Document]) -> bytes:
    """The documents as a CSV file, a row for each item."""
    rows = [row for document in documents for row in _rows(document)]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(dict.fromkeys(name for row in rows for name in row)))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _rows(document: Document) -> list[dict[str, str]]:
    whole = {name: value for name, value in document.items() if isinstance(value, str)}
    for role in ("consignee", "end_user"):
        whole |= {f"{role}_{name}": value for name, value in document[role].items()}
    return [
        whole | {name: "; ".join(v) if isinstance(v, list) else v for name, v in item.items()}
        for item in document["items"]
    ]
