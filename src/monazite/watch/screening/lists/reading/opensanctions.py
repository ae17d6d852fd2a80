"""OpenSanctions and FollowTheMoney: entities as lines of JSON, or `targets.simple.csv`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from monazite.watch.screening.lists.reading.ftm_beside import beside, many
from monazite.watch.screening.lists.reading.gathering import identifiers, made, names
from monazite.watch.screening.lists.reading.sources import refused
from monazite.watch.screening.lists.reading.tables import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from monazite.watch.screening.entity import Entity, Kind
    from monazite.watch.screening.lists.reading.ftm_beside import Beside
    from monazite.watch.screening.lists.reading.gathering import Tally
    from monazite.watch.screening.lists.reading.sources import Source

KINDS: dict[str, Kind] = {
    "Person": "person", "Company": "company", "Organization": "company", "PublicBody": "company",
    "LegalEntity": "other", "Vessel": "vessel", "Airplane": "aircraft",
}  # fmt: skip
"""Schemata that are parties; LegalEntity says that nobody knows whether it is a person."""
_COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "mainCountry", "flag")
_DATES = ("birthDate", "incorporationDate")
_NUMBERS = {
    "leiCode": "lei", "imoNumber": "imo", "mmsi": "mmsi", "uscCode": "uscc", "dunsCode": "duns",
    "swiftBic": "swift", "passportNumber": "passport", "idNumber": "national-id",
    "socialSecurityNumber": "national-id", "innCode": "tax", "taxNumber": "tax", "vatCode": "tax",
    "registrationNumber": "registration", "ogrnCode": "registration", "callSign": "call-sign",
}  # fmt: skip
_USES = {
    **dict.fromkeys(_COUNTRIES, "countries"), **dict.fromkeys(_DATES, "dates"),
    **dict.fromkeys(_NUMBERS, "numbers"),
}  # fmt: skip
_SIMPLE = ("id", "schema", "name", "aliases", "countries", "identifiers")
_PAGE = "https://www.opensanctions.org/entities/"


def entities(
    files: Sequence[Source], list_: str, tally: Tally, mapping: Source | None = None
) -> Iterator[Entity]:
    """The parties that are listed; InputError field "list" for a line that is no whole entity.

    What says of itself that it is no target (a relative, an owner) is left out, and counted.
    """
    del mapping
    for one in files:
        is_json = one.head().lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")
        found = _of_lines(one, list_, tally) if is_json else _of_table(one, list_, tally)
        yield from found


def _of_lines(one: Source, list_: str, tally: Tally) -> Iterator[Entity]:
    side = beside(one)
    for number, line in enumerate(one.lines(), 1):
        if not line.strip():
            continue
        ident, schema, properties, target = _read(one, number, line)
        if schema not in KINDS:
            tally.left_out["no_party"] += 1
        elif not target:
            tally.left_out["not_listed"] += 1
        else:
            yield from _entity(ident, KINDS[schema], properties, side, list_, tally)


def _read(one: Source, number: int, line: bytes) -> tuple[str, str, dict[str, Any], bool]:
    """Id, schema, properties and whether it is listed, of one line."""
    try:
        found = json.loads(line)
        ident, schema, properties = found["id"], found["schema"], found["properties"]
    except (ValueError, KeyError, TypeError) as error:
        what = f"a JSON entity with id, schema and properties in each line; line {number:,} is none"
        raise refused(one, f"{what} ({error}). The file may be cut short.") from error
    if not (isinstance(ident, str) and isinstance(schema, str) and isinstance(properties, dict)):
        what = "entities whose id and schema are texts and whose properties are an object"
        raise refused(one, f"{what}; line {number:,} is none.")
    return ident, schema, properties, found.get("target") is not False


def _entity(
    ident: str, kind: Kind, its: Mapping[str, Any], side: Beside, list_: str, tally: Tally
) -> Iterable[Entity]:
    told, own = side.of(ident, its), _by_use(its)
    return made(
        list_, ident, kind,
        names(
            ("primary", many(its, "name")[:1]), ("alias", many(its, "name")[1:]),
            ("alias", [*many(its, "alias"), *many(its, "abbreviation")]),
            ("former", many(its, "previousName")), ("weak", many(its, "weakAlias")),
        ),
        tally,
        countries=[value for _, value in own["countries"]],
        dates=tally.dates(value for _, value in own["dates"]),
        identifiers=identifiers([
            *((_NUMBERS[name], value, "") for name, value in own["numbers"]), *told.numbers,
        ]),
        addresses=[*many(its, "address"), *told.addresses],
        programmes=[*many(its, "programId"), *told.programmes],
        listed_from=told.first,
        listed_until=told.last,
        source=next(iter([*told.pages, *many(its, "sourceUrl")]), f"{_PAGE}{ident}"),
        note="; ".join([*many(its, "position"), *many(its, "notes")]),
    )  # fmt: skip


def _by_use(its: Mapping[str, Any]) -> dict[str, list[tuple[str, str]]]:
    """Properties with each of their texts, by what they are: a party has few of them."""
    found: dict[str, list[tuple[str, str]]] = {"countries": [], "dates": [], "numbers": []}
    for name in its:
        if name in _USES:
            found[_USES[name]] += [(name, value) for value in many(its, name)]
    return found


def _of_table(one: Source, list_: str, tally: Tally) -> Iterator[Entity]:
    """`targets.simple.csv`: lists are parted by semicolons, and numbers have no kind."""
    for _, entry in records(one, _SIMPLE):
        if entry["schema"] not in KINDS:
            tally.left_out["no_party"] += 1
            continue
        told = {name: [part.strip() for part in text.split(";")] for name, text in entry.items()}
        yield from made(
            list_, entry["id"], KINDS[entry["schema"]],
            names(("primary", [entry["name"]]), ("alias", told["aliases"])), tally,
            countries=told["countries"],
            dates=tally.dates(told.get("birth_date", ())),
            identifiers=identifiers(("other", value, "") for value in told["identifiers"]),
            addresses=told.get("addresses", ()),
            programmes=[*told.get("program_ids", ()), *told.get("dataset", ())],
            source=f"{_PAGE}{entry['id']}",
            note=entry.get("sanctions", ""),
        )  # fmt: skip
