"""What sheets, columns and choices are called in a workbook, and what those names mean again."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.catalogue.words import LANGS, Vocabulary, fold, vocabulary
from monazite.licensing.fields import choice_label, choices, sections

if TYPE_CHECKING:
    from monazite.licensing.fields import Field, Section

YES_NO = ("yes", "no")
READ_ME, SINGLE, LISTS = "read_me", "single", "lists"
"""The sheets that are no list of rows: the guide, the single records, the words of the lists."""
NUMBER = "#"
"""The column that numbers the rows, as the form counts them: from 1."""


def said(name: str, lang: str) -> str:
    """A word of the workbook itself, by language."""
    return say(f"licensing.sheet.{name}", lang)


@lru_cache(maxsize=1)
def sheet_names() -> Vocabulary:
    """What a sheet's title means: a section, or one of the sheets above."""
    own = [(said(name, lang), name) for name in (READ_ME, SINGLE, LISTS) for lang in LANGS]
    return vocabulary("a sheet", [*own, *_section_pairs(many=True)])


@lru_cache(maxsize=1)
def headings() -> Vocabulary:
    """What a heading on the sheet of single records means: a section."""
    return vocabulary("a section", _section_pairs(many=False))


def _section_pairs(*, many: bool) -> list[tuple[str, str]]:
    return [
        (word, name)
        for name, section in sections().items()
        if section.many == many
        for word in (name, *(section.title(lang) for lang in LANGS))
    ]


@lru_cache
def columns(section: Section) -> Vocabulary:
    """What a label means: a field of the section, or the number of the row."""
    numbers = [(said("number", lang), NUMBER) for lang in LANGS]
    pairs = [
        (word, field.name)
        for field in section.fields
        for word in (field.name, *(field.label(lang) for lang in LANGS))
    ]
    return vocabulary("a field", pairs + numbers if section.many else pairs)


@lru_cache
def guidance(section: Section) -> frozenset[str]:
    """What the workbook itself says beside the fields of a section, folded."""
    fields = [field.help(lang) for field in section.fields for lang in LANGS]
    about = [say(f"licensing.about.{section.name}", lang) for lang in LANGS]
    return frozenset(map(fold, [*fields, *about]))


@lru_cache
def offered(field: Field, lang: str) -> dict[str, str]:
    """The codes of a field that offers some, each with its name; {} for the others."""
    if field.type == "yes_no":
        return {code: say(f"licensing.choice.yes_no.{code}", lang) for code in YES_NO}
    return {code: choice_label(field, code, lang) for code in choices(field)}


@lru_cache
def _codes(field: Field) -> dict[str, str]:
    return {label: code for lang in LANGS for code, label in offered(field, lang).items()}


def code_of(field: Field, text: str) -> str:
    """The code whose name this is in either language; else the text as it is."""
    return _codes(field).get(text, text)
