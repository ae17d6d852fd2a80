from __future__ import annotations

from dataclasses import fields as parts
from typing import Any

import pytest

from monazite.catalogue import forms
from monazite.catalogue.texts import say
from monazite.catalogue.words import LANGS
from monazite.licensing import application as values
from monazite.licensing.fields import (
    ALWAYS,
    OPTIONAL,
    REGIME,
    SOMETIMES,
    TYPES,
    Field,
    also,
    asked,
    blank,
    choice_label,
    choices,
    regimes,
    sections,
)
from monazite.licensing.reading.terms import spellings
from monazite.licensing.regime import regime

FIELDS = [field for section in sections().values() for field in section.fields]
RECORDS = {
    "application": values.Application,
    "parties": values.Party,
    "lines": values.Line,
    "end_use": values.EndUse,
    "contract": values.Contract,
    "transport": values.Transport,
    "civil_use": values.CivilUse,
    "product_tree": values.Part,
    "onward_sales": values.OnwardSale,
    "papers": values.Paper,
    "claims": values.Claim,
}


def path(field: Field) -> str:
    return f"{field.section}.{field.name}"


@pytest.mark.parametrize("field", FIELDS, ids=path)
def test_a_field_has_a_type_a_limit_a_name_and_help(field: Field) -> None:
    assert field.type in TYPES
    assert field.asked in {ALWAYS, SOMETIMES, OPTIONAL}
    assert 0 < field.limit <= 4000
    assert bool(choices(field)) == (field.type == "choice")
    for lang in LANGS:
        assert 0 < len(field.label(lang)) <= 60
        # Excel shows no more of it beside a cell.
        assert 0 < len(field.help(lang)) <= 255


@pytest.mark.parametrize("field", [each for each in FIELDS if each.type == "choice"], ids=path)
def test_a_choice_has_a_name_in_both_languages_and_no_word_means_two(field: Field) -> None:
    assert spellings(field).find(choices(field)[0]) == choices(field)[0]
    assert set(also(field)) <= set(choices(field))
    for lang in LANGS:
        labels = [choice_label(field, code, lang) for code in choices(field)]
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("name", sections())
def test_a_section_is_a_record_of_the_application(name: str) -> None:
    declared: Any = RECORDS[name]
    said = {part.name for part in parts(declared)} - (
        sections().keys() if name == "application" else set()
    )
    assert said == {field.name for field in sections()[name].fields}


@pytest.mark.parametrize("name", sections())
def test_a_section_has_a_title_that_a_sheet_can_bear(name: str) -> None:
    for lang in LANGS:
        title = sections()[name].title(lang)
        assert 0 < len(title) <= 31
        assert not set(title) & set("[]:*?/\\")
        assert say(f"licensing.about.{name}", lang)


def test_a_kind_is_asked_only_what_matters() -> None:
    head, transport = sections()["application"], sections()["transport"]
    assert "voucher_case" in {each.name for each in asked(head, "voucher")}
    assert "voucher_case" not in {each.name for each in asked(head, "single")}
    assert "voucher_case" not in {each.name for each in asked(head, None)}
    assert "shipments" in {each.name for each in asked(transport, "general")}
    assert "shipments" not in {each.name for each in asked(transport, "single")}


def test_the_regimes_are_those_that_say_what_an_application_needs() -> None:
    field = sections()["application"].field(REGIME)
    assert field is not None
    assert regimes()[-1] == "generic"
    assert "CN" in choices(field)


def test_the_forms_of_items_are_those_of_the_catalogue() -> None:
    form = sections()["lines"].field("form")
    assert form is not None
    assert {*choices(form), "any"} == set(forms.FORMS)


def test_a_blank_form_has_every_section_and_nothing_in_it() -> None:
    assert list(blank()) == list(sections())
    assert not any(blank().values())
    blank()["parties"].append({})
    assert blank()["parties"] == []


def test_a_section_knows_its_fields() -> None:
    lines = sections()["lines"]
    found = lines.field("quantity")
    assert found is not None
    assert found.type == "decimal"
    assert lines.field("colour") is None


PROOF = ("civil_use", "product_tree", "onward_sales", "claims")
# What comes back after a repair or an exhibition was not sold.
NO_VOUCHER = (*PROOF, "contract")


@pytest.mark.parametrize("name", sections())
def test_the_kinds_that_prove_civil_use_are_asked_for_it_and_no_other(name: str) -> None:
    section = sections()[name]
    assert asked(section, "single")
    assert bool(asked(section, "voucher")) == (name not in NO_VOUCHER)
    if name not in PROOF:
        return
    for each in regimes():
        for kind in regime(each).kinds.values():
            proved = kind.proof_of_civil_use
            assert len(asked(section, kind.name)) == (len(section.fields) if proved else 0)


def test_while_no_kind_is_known_what_most_kinds_ask_is_asked() -> None:
    for kind in (None, "", "no such kind"):
        assert asked(sections()["civil_use"], kind)
        assert "shipments" not in {each.name for each in asked(sections()["transport"], kind)}
