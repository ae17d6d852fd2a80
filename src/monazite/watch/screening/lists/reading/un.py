"""The UN Security Council's consolidated list: XML with individuals and entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.watch.screening.lists.reading.days import day
from monazite.watch.screening.lists.reading.days import parts as days
from monazite.watch.screening.lists.reading.gathering import identifiers, made, names
from monazite.watch.screening.lists.reading.idents import kind_of
from monazite.watch.screening.lists.reading.sources import refused
from monazite.watch.screening.lists.reading.xmls import children, parts, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from monazite.watch.screening.entity import Entity, Kind, Name
    from monazite.watch.screening.lists.reading.gathering import Tally
    from monazite.watch.screening.lists.reading.sources import Source

_KINDS: dict[str, Kind] = {"INDIVIDUAL": "person", "ENTITY": "company"}
_NAME = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_PLACE = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
_WEAK, _FORMER = {"low"}, {"f.k.a.", "fka", "formerly known as"}
_PAGE = "https://scsanctions.un.org"


def entities(
    files: Sequence[Source], list_: str, tally: Tally, mapping: Source | None = None
) -> Iterator[Entity]:
    """The entries; InputError field "list" for XML that breaks off or has another form."""
    del mapping
    for one in files:
        found = 0
        for name, element, root in parts(one, "CONSOLIDATED_LIST", _KINDS):
            tally.published = day(root.get("dateGenerated", "")) or tally.published
            made_of = _entity(one, name, element, list_, tally)
            found += len(made_of)
            yield from made_of
        if not found:
            raise refused(one, "INDIVIDUAL or ENTITY elements with FIRST_NAME; there is none.")


def _entity(
    one: Source, name: str, element: Element, list_: str, tally: Tally
) -> tuple[Entity, ...]:
    ident = text(element, "REFERENCE_NUMBER") or text(element, "DATAID")
    if not ident:
        raise refused(one, f"{name} elements with REFERENCE_NUMBER or DATAID.")
    addresses = children(element, f"{name}_ADDRESS")
    born = children(element, "INDIVIDUAL_DATE_OF_BIRTH")
    papers = children(element, "INDIVIDUAL_DOCUMENT")
    notes = [
        text(element, "COMMENTS1"),
        *_values(element, "TITLE"),
        *_values(element, "DESIGNATION"),
    ]
    return tuple(made(
        list_, ident, _KINDS[name], _names(name, element), tally,
        countries=[*_values(element, "NATIONALITY"), *(text(a, "COUNTRY") for a in addresses)],
        dates=[part for each in born for part in _born(each)],
        identifiers=identifiers(_number(paper) for paper in papers),
        addresses=[_joined(address, _PLACE, ", ") for address in addresses],
        programmes=[text(element, "UN_LIST_TYPE")],
        listed_from=tally.day(text(element, "LISTED_ON")),
        source=_PAGE,
        note="; ".join(filter(None, notes)),
    ))  # fmt: skip


def _names(name: str, element: Element) -> tuple[Name, ...]:
    """The name, in its own script too, and what it is called besides."""
    aliases = [
        (text(alias, "QUALITY").casefold(), text(alias, "ALIAS_NAME"))
        for alias in children(element, f"{name}_ALIAS")
    ]
    good = [its for quality, its in aliases if quality not in _WEAK | _FORMER]
    return names(
        ("primary", [_joined(element, _NAME, " ")]),
        ("alias", [text(element, "NAME_ORIGINAL_SCRIPT"), *good]),
        ("former", [its for quality, its in aliases if quality in _FORMER]),
        ("weak", [its for quality, its in aliases if quality in _WEAK]),
    )


def _joined(element: Element, members: Sequence[str], sign: str) -> str:
    return sign.join(filter(None, (text(element, member) for member in members)))


def _values(element: Element, name: str) -> list[str]:
    return [(value.text or "").strip() for one in children(element, name)
            for value in children(one, "VALUE")]  # fmt: skip


def _born(element: Element) -> tuple[str, ...]:
    span = f"{text(element, 'FROM_YEAR')} to {text(element, 'TO_YEAR')}"
    return days(text(element, "DATE")) or days(text(element, "YEAR")) or days(span)


def _number(element: Element) -> tuple[str, str, str]:
    words = text(element, "TYPE_OF_DOCUMENT") or text(element, "TYPE_OF_DOCUMENT2")
    country = text(element, "ISSUING_COUNTRY") or text(element, "COUNTRY_OF_ISSUE")
    return kind_of(words), text(element, "NUMBER"), country
