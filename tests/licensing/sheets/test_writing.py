from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from monazite.catalogue.texts import say
from monazite.catalogue.words import LANGS
from monazite.errors import InputError
from monazite.licensing.fields import ALWAYS, choice_label, choices, sections
from monazite.licensing.sheets import read_xlsx, template


@pytest.fixture(scope="module", params=LANGS)
def book(request: pytest.FixtureRequest) -> tuple[str, Any]:
    return request.param, openpyxl.load_workbook(io.BytesIO(template(request.param, "CN")))


def test_an_empty_template_says_the_regime_and_nothing_else() -> None:
    for lang in LANGS:
        assert read_xlsx(template(lang, "CN")) == {"application": {"regime": "CN"}}
    assert read_xlsx(template("en", "generic")) == {"application": {"regime": "generic"}}


def test_a_regime_without_a_form_is_refused() -> None:
    with pytest.raises(InputError, match="CN"):
        template("en", "Atlantis")


def test_there_is_a_guide_a_sheet_of_records_and_one_for_each_list(book: tuple[str, Any]) -> None:
    lang, found = book
    lists = [each.title(lang) for each in sections().values() if each.many]
    own = [say(f"licensing.sheet.{name}", lang) for name in ("read_me", "single", "lists")]
    assert found.sheetnames == [*own[:2], *lists, own[2]]
    assert found[own[2]].sheet_state == "hidden"


@pytest.mark.parametrize("name", [name for name, each in sections().items() if each.many])
def test_a_list_has_labels_hints_and_numbered_rows(name: str, book: tuple[str, Any]) -> None:
    lang, found = book
    section = sections()[name]
    sheet = found[section.title(lang)]
    heads, hints = ([cell.value for cell in row] for row in sheet.iter_rows(max_row=2))
    assert [head.removesuffix(" *") for head in heads[1:]] == [
        f.label(lang) for f in section.fields
    ]
    for head, field in zip(heads[1:], section.fields, strict=True):
        assert head.endswith(" *") == (field.asked == ALWAYS and not field.kinds)
    assert hints[1:] == [field.help(lang) for field in section.fields]
    assert sheet.freeze_panes == "B3"
    assert [cell.value for cell in sheet["A"]][2:] == [str(n + 1) for n in range(section.most)]
    assert all(
        sheet.column_dimensions[letter].number_format == "@" for letter in "BCD"[: len(heads) - 1]
    )


def test_every_field_has_a_hint_beside_it_and_a_limit(book: tuple[str, Any]) -> None:
    lang, found = book
    for section in sections().values():
        sheet = found[section.title(lang) if section.many else say("licensing.sheet.single", lang)]
        rules = {(r.promptTitle, r.prompt): r for r in sheet.data_validations.dataValidation}
        for field in section.fields:
            rule = rules[field.label(lang)[:32], field.help(lang)]
            if rule.type == "textLength":
                assert rule.formula1 == str(field.limit)


def test_a_choice_offers_its_words_in_the_language(book: tuple[str, Any]) -> None:
    lang, found = book
    field = sections()["papers"].field("kind")
    assert field is not None
    sheet = found[sections()["papers"].title(lang)]
    (rule,) = [
        each for each in sheet.data_validations.dataValidation if each.prompt == field.help(lang)
    ]
    title, _, where = rule.formula1.rpartition("!")
    offered = [cell.value for (cell,) in found[title.strip("'")][where.replace("$", "")]]
    assert offered == [choice_label(field, code, lang) for code in choices(field)]
    assert str(rule.sqref) == "C3:C202"
