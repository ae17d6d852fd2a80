"""A row of a section in one line: what a list shows of it while it is closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from monazite.catalogue.texts import keys, say
from monazite.desk.pages.form.fields import typed
from monazite.desk.pages.form.files import File
from monazite.desk.pages.hidden import visible
from monazite.desk.pages.home.rows import country
from monazite.licensing.amounts import measured
from monazite.licensing.fields import Section

_NAMES = ("name", "description", "part", "customer", "claim", "label", "port_of_exit")
_SAID = {
    "parties": ("role", "country"),
    "lines": ("quantity", "value"),
    "transport": ("mode", "port_of_entry", "first_on"),
    "product_tree": ("node", "per_parent"),
    "onward_sales": ("country", "share"),
    "papers": ("label", "language"),
    "claims": ("paper", "page"),
}
_UNITS = {"quantity": "unit", "per_parent": "unit", "value": "currency"}
_TAGGED = {
    "signed_by": "desk.pages.papers.signed_by",
    "translation_of": "desk.pages.papers.translation_of",
}
_LONGEST = 80
_YES = frozenset({"yes", "true", "1"})


@dataclass(frozen=True, slots=True)
class Outline:
    """The line; tags: short facts that stand out, such as a seal."""

    name: str
    said: tuple[str, ...]
    tags: tuple[str, ...]


def outline(section: Section, record: Mapping[str, Any], file: File | None, lang: str) -> Outline:
    """What a row says, in the words of one language; file: that of a paper."""
    name = _name(section, record, lang)
    facts = (_word(section, record, field, lang) for field in _SAID[section.name])
    said = [text for text in facts if text and text != name]
    tags: list[str] = []
    if section.name == "papers":
        said += [visible(typed(record.get("file")))[:_LONGEST]] if record.get("file") else []
        said += [file.size] if file else []
        tags = list(_tags(record, file, lang))
    return Outline(name, tuple(said), tuple(tags))


def _name(section: Section, record: Mapping[str, Any], lang: str) -> str:
    """A paper is called by its kind, everything else by its name."""
    names = ("kind", "label") if section.name == "papers" else _NAMES
    field = next((name for name in names if record.get(name)), "")
    return _word(section, record, field, lang) if field else ""


def _word(section: Section, record: Mapping[str, Any], name: str, lang: str) -> str:
    text, field = visible(typed(record.get(name)))[:_LONGEST], section.field(name)
    if not text or field is None:
        return text
    if name == "page":
        return say("desk.pages.claims.page", lang, page=text)
    if name in _UNITS:
        return _amount(text, typed(record.get(_UNITS[name])), lang)
    if field.type == "country":
        return country(text, lang)
    key = f"licensing.choice.{field.of}.{text}"
    return say(key, lang) if field.type == "choice" and key in keys() else text


def _amount(text: str, unit: str, lang: str) -> str:
    """A number with its unit, or what was typed where it is none."""
    known = f"licensing.amount.{unit}" in keys()
    try:
        return measured(Decimal(text), unit, lang) if known else f"{Decimal(text):,f} {unit}"
    except (InvalidOperation, ValueError):
        return text


def _tags(record: Mapping[str, Any], file: File | None, lang: str) -> Iterator[str]:
    for name, key in _TAGGED.items():
        if text := visible(typed(record.get(name)))[:_LONGEST]:
            yield say(key, lang, what=text)
    if typed(record.get("sealed")).casefold() in _YES:
        yield say("desk.pages.papers.sealed", lang)
    if typed(record.get("secret")).casefold() in _YES or (file and file.secret):
        yield say("desk.pages.papers.secret", lang)
