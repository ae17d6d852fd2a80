"""What a form says, as text: every answer that was given, section by section."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from monazite.catalogue.texts import say
from monazite.desk.pages.form.fields import typed
from monazite.desk.pages.form.steps import record_of, rows_of
from monazite.desk.pages.home.rows import country
from monazite.licensing.fields import Field, Section, choice_label, choices, sections

_SHOWN_ELSEWHERE = ("parties", "lines", "papers")
_SAID = {"yes": "yes", "no": "no", "true": "yes", "false": "no"}


@dataclass(frozen=True, slots=True)
class Answers:
    """A section with its records: each a list of labels and texts."""

    title: str
    records: tuple[tuple[tuple[str, str], ...], ...]


def answers(
    form: dict[str, Any], lang: str, shown_elsewhere: Collection[str] = _SHOWN_ELSEWHERE
) -> tuple[Answers, ...]:
    """The sections in which something was answered, but those that the page shows otherwise."""
    named = (each for each in sections().values() if each.name not in shown_elsewhere)
    told = (_section(form, section, lang) for section in named)
    return tuple(each for each in told if any(each.records))


def _section(form: dict[str, Any], section: Section, lang: str) -> Answers:
    rows = rows_of(form, section.name) if section.many else [record_of(form, section.name)]
    return Answers(section.title(lang), tuple(tuple(record(section, row, lang)) for row in rows))


def record(section: Section, row: dict[str, Any], lang: str) -> Iterator[tuple[str, str]]:
    """The labels and texts of one record."""
    for field in section.fields:
        if text := typed(row.get(field.name)):
            yield field.label(lang), said(field, text, lang)


def said(field: Field, text: str, lang: str) -> str:
    """An answer in the reader's words: codes and countries by their names."""
    if field.type == "country":
        return country(text, lang)
    if field.type == "yes_no" and text.casefold() in _SAID:
        return say(f"desk.pages.{_SAID[text.casefold()]}", lang)
    return choice_label(field, text, lang) if text in choices(field) else text
