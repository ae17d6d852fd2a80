"""The US Consolidated Screening List, as JSON or CSV (International Trade Administration)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from monazite.watch.screening.lists.reading.gathering import identifiers, made, names
from monazite.watch.screening.lists.reading.idents import kind_of
from monazite.watch.screening.lists.reading.idless import ident
from monazite.watch.screening.lists.reading.sources import refused
from monazite.watch.screening.lists.reading.tables import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from monazite.watch.screening.entity import Entity, Kind
    from monazite.watch.screening.lists.reading.gathering import Tally
    from monazite.watch.screening.lists.reading.sources import Source

_WANTED = ("source", "name", "alt_names", "addresses", "source_list_url")
_KINDS: dict[str, Kind] = {
    "individual": "person", "entity": "company", "vessel": "vessel", "aircraft": "aircraft",
}  # fmt: skip
_PLACE = ("address", "city", "state", "postal_code", "country")
_COUNTRY = re.compile(r"(?:^|,\s*)([A-Z]{2})$")


def entities(
    files: Sequence[Source], list_: str, tally: Tally, mapping: Source | None = None
) -> Iterator[Entity]:
    """The entries; InputError field "list" for a file cut short or with other columns."""
    del mapping
    for one in files:
        # Either form begins with what the other cannot.
        is_json = one.head().lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"[")
        for entry in _of_json(one) if is_json else _of_csv(one):
            yield from _entity(entry, list_, tally)


def _of_json(one: Source) -> Iterator[dict[str, Any]]:
    try:
        found = json.loads(one.text())
    except ValueError as error:
        raise refused(one, f"whole JSON; {error}. The file may be cut short.") from error
    results = found.get("results") if isinstance(found, dict) else found
    if not isinstance(results, list):
        raise refused(one, 'JSON with a list "results", as consolidated.json has it.')
    total = found.get("total") if isinstance(found, dict) else None
    if isinstance(total, int) and total > len(results):
        what = f"all of the {total:,} results that the file announces; it holds {len(results):,}."
        raise refused(one, f"{what} A page of the search is no list.")
    for number, entry in enumerate(results, 1):
        missing = [] if isinstance(entry, dict) else ["an object"]
        missing = missing or [name for name in ("name", "source") if name not in entry]
        if missing:
            raise refused(one, f"results with {', '.join(missing)}; result {number} has none.")
        yield entry


def _of_csv(one: Source) -> Iterator[dict[str, Any]]:
    """Rows as the JSON has them: lists are parted by semicolons."""
    for _, entry in records(one, _WANTED):
        lists = {
            name: _parted(entry.get(name, ""))
            for name in ("programs", "alt_names", "addresses", "citizenships", "nationalities",
                         "dates_of_birth", "ids")
        }  # fmt: skip
        yield entry | {"id": entry.get("_id", "")} | lists


def _parted(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _entity(entry: Mapping[str, Any], list_: str, tally: Tally) -> Iterable[Entity]:
    addresses = [_address(one) for one in _many(entry, "addresses")]
    kind = _KINDS.get(str(entry.get("type") or "").casefold(), "other")
    its = names(("primary", [_text(entry, "name")]), ("alias", _many(entry, "alt_names")))
    source = _text(entry, "source")
    return made(
        list_, _ident(entry, source), kind, its, tally,
        countries=[
            *(country for _, country in addresses), *_many(entry, "nationalities"),
            *_many(entry, "citizenships"), _text(entry, "country"), _text(entry, "vessel_flag"),
        ],
        dates=tally.dates(_many(entry, "dates_of_birth")),
        identifiers=identifiers(_number(one) for one in _many(entry, "ids")),
        addresses=[text for text, _ in addresses],
        programmes=[source, *_many(entry, "programs")],
        listed_from=tally.day(_text(entry, "start_date")),
        listed_until=tally.day(_text(entry, "end_date")),
        source=_text(entry, "source_information_url") or _text(entry, "source_list_url"),
        note="; ".join(filter(None, (_text(entry, name) for name in ("title", "remarks")))),
    )  # fmt: skip


def _ident(entry: Mapping[str, Any], source: str) -> str:
    """The publisher's id of the entry; older files have none."""
    given = _text(entry, "id") or _text(entry, "_id")
    told = ("entity_number", "name", "start_date", "federal_register_notice", "addresses")
    return given or ident(source, *(str(entry.get(name) or "") for name in told))


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    return "" if value is None else str(value).strip()


def _many(entry: Mapping[str, Any], name: str) -> list[Any]:
    value = entry.get(name)
    if isinstance(value, list):
        return [one for one in value if one]
    return _parted(str(value)) if value else []


def _address(one: Any) -> tuple[str, str]:  # noqa: ANN401 - an object of JSON, or a text of CSV
    """As one line, and the country's word; a text ends in its code."""
    if isinstance(one, dict):
        told = [str(one[name]).strip() for name in _PLACE if one.get(name)]
        return ", ".join(told), str(one.get("country") or "")
    found = _COUNTRY.search(one)
    return one, found[1] if found else ""


def _number(one: Any) -> tuple[str, str, str]:  # noqa: ANN401 - likewise
    """Kind, value, country; a text is `US, 80-0890696, Tax ID No.`, often without the country."""
    if isinstance(one, dict):
        kind, value, country = (str(one.get(n) or "") for n in ("type", "number", "country"))
    else:
        country, rest = "", [part.strip() for part in one.split(",")]
        if len(rest) > 2 and _COUNTRY.fullmatch(rest[0]):  # noqa: PLR2004 - three parts
            country, rest = rest[0], rest[1:]
        value, kind = ", ".join(rest[:-1]), rest[-1]
    return kind_of(kind, value), value, country
