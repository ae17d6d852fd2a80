from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.trade.reading.columns_of import amounts, missing, needed, plan
from monazite.trade.reading.layout import Layout, layouts, read_layout

if TYPE_CHECKING:
    from pathlib import Path

SHORT = """\
reporter: CHN
partner: {column: to, codes: iso2, values: {NO: NOR, "0": null}}
direction: export
nomenclature: HS17
period: year
code: hs
mass_kg: kg
"""


def written(folder: Path, text: str, name: str = "My customs.yaml") -> Layout:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return read_layout(file)


def test_a_short_mapping_is_called_after_its_file_and_has_the_usual_defaults(
    tmp_path: Path,
) -> None:
    layout = written(tmp_path, SHORT)
    assert (layout.kind, layout.source.default) == ("my-customs", "my-customs")
    assert (layout.basis.default, layout.currency.default, layout.mass_basis.default) == (
        "reported", "USD", "reported",
    )  # fmt: skip
    assert (layout.container.format, layout.code.digits) == ("csv", (6,))
    assert layout.partner.values == {"NO": "NOR", "0": None}


def test_a_bare_text_is_a_word_a_place_or_a_column_by_where_it_stands(tmp_path: Path) -> None:
    layout = written(tmp_path, SHORT)
    assert (layout.reporter.default, layout.direction.default) == ("CHN", "export")
    assert (layout.period.column, layout.code.column, layout.mass_kg[0].column) == (
        "year",
        "hs",
        "kg",
    )


def test_a_layout_knows_the_columns_that_it_reads(tmp_path: Path) -> None:
    text = SHORT + "value: [{column: usd, unit: {column: per, values: {T: 1000}}}]\nparts: [mode]\n"
    layout = written(tmp_path, text + "set_aside: [{reason: total, column: level, among: [x]}]\n")
    assert set(needed(layout)) == {"to", "year", "hs", "kg", "usd", "per", "mode", "level"}
    assert amounts(layout) == {"kg", "usd"}


def test_headers_are_found_under_any_of_their_names_and_the_lacking_are_named(
    tmp_path: Path,
) -> None:
    text = SHORT + "columns: {kg: [Masse (kg), weight], to: partner}\noptional: [hs]\n"
    layout = written(tmp_path, text)
    found = plan(layout, ["Year", " masse  (KG) ", "other"])
    assert found.positions == {"year": 0, "kg": 1}
    assert missing(layout, found) == ("partner",)
    assert missing(layout, plan(layout, ["partner"])) == ("year", "Masse (kg) or weight")


WRONG = {
    "an unknown key": (SHORT + "colour: red\n", "colour"),
    "no amount": (SHORT.replace("mass_kg: kg\n", ""), "mass_kg"),
    "no code": (SHORT.replace("code: hs\n", ""), "code"),
    "a pattern that is none": (SHORT + 'detect: {file: "("}\n', "detect.file"),
    "a factor of nothing": (SHORT.replace("mass_kg: kg", "mass_kg: {column: kg, times: 0}"), "times"),
    "a factor that is none": (SHORT.replace("mass_kg: kg", "mass_kg: {column: kg, times: x}"), "not a number"),
    "a table of nothing": (SHORT.replace("codes: iso2", "table: {}"), "either `file` or `packaged`"),
    "two ways of a period": (SHORT.replace("period: year", "period: {column: a, year: b}"), "either `column` or `year`"),
    "a rule without a test": (SHORT + "set_aside: [{reason: a, column: b}]\n", "name one of"),
    "a key twice": (SHORT + "code: hs\n", "stands twice"),
    "a container that is none": (SHORT + "container: 5\n", "container"),
    "no YAML": ("a: [", "readable YAML"),
    "no mapping": ("- a\n", "a YAML mapping"),
    "an unknown base": (SHORT + "like: nothing\n", "like: one of"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_mapping_with_a_fault_is_refused_with_its_place(tmp_path: Path, name: str) -> None:
    text, told = WRONG[name]
    with pytest.raises(InputError) as refused:
        written(tmp_path, text)
    assert refused.value.field == "mapping"
    assert refused.value.value.endswith("My customs.yaml")
    assert told in refused.value.accepted


def test_all_faults_of_a_mapping_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        written(tmp_path, "colour: red\nreporter: CHN\n")
    for place in ("colour", "partner", "period", "code", "direction", "nomenclature"):
        assert place in refused.value.accepted


def test_a_mapping_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        read_layout(tmp_path / "none.yaml")
    assert refused.value.field == "mapping"


def test_the_layouts_that_are_shipped_have_names_in_both_languages_and_a_page() -> None:
    for kind, layout in layouts().items():
        assert layout.title is not None, kind
        assert layout.title.en, kind
        assert layout.title.zh, kind
        assert layout.publisher, kind
        assert layout.url.startswith("http"), kind
