"""Words and places that a mapping itself names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.trade.reading.layout import read_layout
from support.mapped import MAPPING

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("block", "field", "value"),
    [
        ("reporter: XYZ", "reporter", "XYZ"),
        ("partner: {column: to, values: {EU: EUR, XK: null}}", "partner", "EUR"),
        ("partner: {column: to, default: Atlantis}", "partner", "Atlantis"),
        ("direction: sideways", "direction", "sideways"),
        ("direction: {column: flow, values: {X: exports, M: import}}", "direction", "exports"),
        ("nomenclature: HS99", "nomenclature", "HS99"),
        ("nomenclature: {by_digits: {6: HS3000}}", "nomenclature", "HS3000"),
        ("valuation: {by_direction: {export: EXW}}", "valuation", "EXW"),
        ("basis: guessed", "basis", "guessed"),
        ("mass_kg: {column: kg, basis: weighed}", "mass_basis", "weighed"),
        ("value: {column: usd, currency: dollars}", "currency", "dollars"),
    ],
)
def test_a_wrong_word_is_refused_when_the_mapping_is_read(
    tmp_path: Path, block: str, field: str, value: str
) -> None:
    key = block.partition(":")[0]
    lines = [line for line in MAPPING.splitlines() if not line.startswith(f"{key}:")]
    (tmp_path / "mine.yaml").write_text("\n".join([*lines, block, ""]))
    with pytest.raises(InputError) as refused:
        read_layout(tmp_path / "mine.yaml")
    assert (refused.value.field, refused.value.value) == (field, value)


@pytest.mark.parametrize(
    "reporter", ["China", "CHN", '{column: r, values: {"0": null, A: AUS}, default: A}']
)
def test_a_place_may_be_named_in_any_way_that_is_known(tmp_path: Path, reporter: str) -> None:
    text = MAPPING.replace("reporter: CHN", f"reporter: {reporter}")
    (tmp_path / "mine.yaml").write_text(text)
    assert read_layout(tmp_path / "mine.yaml").kind == "mine"
