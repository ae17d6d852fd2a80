"""Filed lines are found by what is in them and by how their code begins, alike on both engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications.contents import lines_of
from monazite.desk.applications.models import FiledLine
from support.offices import filed

if TYPE_CHECKING:
    from support.offices import World

LINES = {
    2: ("1C905.a.4", "Nd=0.27, Fe=0.68,B=0.01,Dy=0.03"),
    3: ("1C902", "Dy2O3=0.99"),
    4: ("", "Yb; Co"),
    5: ("3C901", "natural_graphite"),
    6: ("", "dysprosium"),
}


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        ("Dy", {2, 3}), ("dy", {2, 3}), ("Dy2O3", {3}), ("D", set()), ("Y", set()), ("Co", {4}),
        ("graphite", {5}), ("natural_graphite", {5}), ("Dysprosium", {6}), ("1c90", {2, 3}),
        ("1C905", {2}), ("905", set()), ("Zr", set()), ("%", set()), ("{", set()), ("Dy\\", set()),
    ],
)  # fmt: skip
def test_by_material_and_code(w: World, code: str, numbers: set[int]) -> None:
    application = filed(w)
    FiledLine.objects.bulk_create(
        FiledLine(
            application=application, number=number, description="", form="", contains=contains,
            control_code=control, hs="", quantity=1, unit="kg", value=1, currency="USD",
        )
        for number, (control, contains) in LINES.items()
    )  # fmt: skip
    found = FiledLine.objects.filter(lines_of(code), number__in=LINES)
    assert set(found.values_list("number", flat=True)) == numbers
