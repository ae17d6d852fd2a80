from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.licensing.figures.materials import contained, controlled, materials

if TYPE_CHECKING:
    from monazite.law.law import Law


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nd=0.27,Fe=0.68,B=0.01,Dy=0.03", ("Dy",)),
        ("Sm,Co", ("Sm",)),
        ("Ga=0.9999", ("Ga",)),
        ("Dy2O3", ("Dy",)),
        ("W,Co", ("W",)),
        ("graphite", ("GRAPHITE",)),
        ("Fe", ()),
        ("", ()),
        ("no such thing", ()),
    ],
)
def test_what_a_line_contains_under_control(law: Law, text: str, found: tuple[str, ...]) -> None:
    assert contained(text, controlled(law, "CN")) == found


def test_several_lines_name_each_material_once(law: Law) -> None:
    wanted = controlled(law, "CN")
    assert materials(["Ga", "Ge,Ga"], wanted) == ("Ga", "Ge")
