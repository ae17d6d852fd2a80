"""The EU's consolidated list of financial sanctions: XML of the Financial Sanctions Files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.watch.screening.lists.reading.days import day
from monazite.watch.screening.lists.reading.days import parts as days
from monazite.watch.screening.lists.reading.gathering import identifiers, made, names
from monazite.watch.screening.lists.reading.idents import kind_of
from monazite.watch.screening.lists.reading.sources import refused
from monazite.watch.screening.lists.reading.xmls import children, local, parts, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from xml.etree.ElementTree import Element

    from monazite.watch.screening.entity import Entity, Kind
    from monazite.watch.screening.lists.reading.gathering import Tally
    from monazite.watch.screening.lists.reading.sources import Source

_KINDS: dict[str, Kind] = {"P": "person", "E": "company"}
_REGULATIONS = ("regulation", "regulationSummary")
_PLACE = ("street", "poBox", "zipCode", "city", "region", "place", "countryDescription")


def entities(
    files: Sequence[Source], list_: str, tally: Tally, mapping: Source | None = None
) -> Iterator[Entity]:
    """The entries; InputError field "list" for XML that breaks off or has another form."""
    del mapping
    for one in files:
        named = 0
        for _, element, root in parts(one, "export", {"sanctionEntity"}):
            tally.published = day(root.get("generationDate", "")) or tally.published
            found = _entity(one, element, list_, tally)
            named += len(found)
            yield from found
        if not named:
            raise refused(one, "sanctionEntity elements with nameAlias wholeName; there is none.")


def _entity(one: Source, element: Element, list_: str, tally: Tally) -> tuple[Entity, ...]:
    aliases = children(element, "nameAlias")
    strong = [_name(alias) for alias in aliases if alias.get("strong") != "false"]
    weak = [_name(alias) for alias in aliases if alias.get("strong") == "false"]
    ident = element.get("euReferenceNumber") or element.get("logicalId") or ""
    if not ident:
        raise refused(one, "sanctionEntity elements with euReferenceNumber or logicalId.")
    regulations = children(element, "regulation")
    addresses = children(element, "address")
    return tuple(made(
        list_, ident, _kind(element),
        names(("primary", strong[:1]), ("alias", strong[1:]), ("weak", weak)), tally,
        countries=_countries([*children(element, "citizenship"), *addresses]),
        dates=[part for born in children(element, "birthdate") for part in _born(born)],
        identifiers=identifiers(_number(number) for number in children(element, "identification")),
        addresses=[_address(address) for address in addresses],
        programmes=[regulation.get("programme", "") for regulation in regulations],
        listed_from=_first(element),
        source=next((text(regulation, "publicationUrl") for regulation in regulations), ""),
        note="; ".join((one.text or "").strip() for one in children(element, "remark")),
    ))  # fmt: skip


def _kind(element: Element) -> Kind:
    code = next((one.get("classificationCode", "") for one in children(element, "subjectType")), "")
    return _KINDS.get(code, "other")


def _name(alias: Element) -> str:
    """The whole name, else its parts."""
    pieces = (alias.get(part, "") for part in ("firstName", "middleName", "lastName"))
    return alias.get("wholeName") or " ".join(filter(None, pieces))


def _countries(elements: Iterable[Element]) -> list[str]:
    """Codes; `00` is the EU's word for none."""
    codes = (one.get("countryIso2Code", "") for one in elements)
    return [code for code in codes if code != "00"]


def _born(element: Element) -> tuple[str, ...]:
    return days(element.get("birthdate", "")) or days(element.get("year", ""))


def _number(element: Element) -> tuple[str, str, str]:
    words = element.get("identificationTypeDescription") or element.get("identificationTypeCode")
    return kind_of(words or "", element.get("number", "")), *_value(element)


def _value(element: Element) -> tuple[str, str]:
    country = element.get("countryIso2Code", "")
    value = element.get("number") or element.get("latinNumber") or ""
    return value, "" if country == "00" else country


def _address(element: Element) -> str:
    return ", ".join(filter(None, (element.get(part, "") for part in _PLACE)))


def _first(element: Element) -> date | None:
    """The first day of any regulation that it names: the entry's own is often a later change."""
    found = (
        day(one.get("entryIntoForceDate") or one.get("publicationDate") or "")
        for one in element.iter() if local(one) in _REGULATIONS
    )  # fmt: skip
    return min((one for one in found if one is not None), default=None)
