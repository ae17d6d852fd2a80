"""What a licence says of a declaration that draws on it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.customs.reading import read
from monazite.desk.gate import services
from monazite.desk.gate.drafting import drafted
from monazite.desk.licences.models import Licence
from support.at_gate import gate

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from support.at_gate import Gate


def test_it_goes_through_as_it_is_and_draws_all_that_is_left(g: Gate) -> None:
    services.lodge(g.declarant, g.document(item_quantity="300", item_mass_kg="300"), "page")
    document = drafted(g.licence) | {"reference": "ALL"}
    item = document["items"][0]
    assert (item["quantity"], item["mass_kg"]) == ("700", "700")
    assert item["licences"] == [g.licence.number]
    assert read(document).findings == ()
    row = services.lodge(g.declarant, document, "page")
    assert (row.state, row.findings) == ("cleared", [])
    assert g.sums[0] == 1000


def test_the_port_is_named_as_the_gate_names_it(g: Gate) -> None:
    licence = Licence.objects.get(pk=g.licence.pk)
    for written, mode, named in (
        ("Ningbo", "sea", "Ningbo Beilun"),
        ("Shanghai", "sea", "Shanghai Yangshan"),
        ("Pudong", "air", "Shanghai Pudong Airport"),
        ("Nowhere", "sea", "Nowhere"),
        ("", "sea", ""),
    ):
        licence.terms |= {"ports": [written], "modes": [mode]}
        assert drafted(licence)["port"] == named
    licence.terms |= {"ports": [], "modes": [], "end_users": []}
    bare = drafted(licence)
    assert (bare["port"], bare["mode"], bare["end_user"]) == ("", "", {})


def test_what_nothing_limits_is_in_proportion_to_what_was_asked(
    db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path: Path,
) -> None:
    settings.PAPERS_ROOT = tmp_path
    by_quantity = gate()
    asked = by_quantity.licence.application.lines.get()
    item = drafted(by_quantity.licence)["items"][0]
    assert Decimal(item["value"]) == 1000 * asked.value / asked.quantity
