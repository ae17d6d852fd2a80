"""OFAC's list of Specially Designated Nationals: SDN.CSV with ALT, ADD and comments beside it.

Headless tables in which `-0-` is an empty cell. Which file is which is told by what it holds.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from monazite.watch.screening.lists.reading.gathering import identifiers, made, names
from monazite.watch.screening.lists.reading.ofac_remarks import remarks
from monazite.watch.screening.lists.reading.sources import refused
from monazite.watch.screening.lists.reading.tables import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from monazite.watch.screening.entity import Entity, Kind
    from monazite.watch.screening.lists.reading.gathering import Tally
    from monazite.watch.screening.lists.reading.sources import Source

_EMPTY = "-0-"
_KINDS: dict[str, Kind] = {
    "": "company", "individual": "person", "vessel": "vessel", "aircraft": "aircraft",
}  # fmt: skip
_ALIASES = {"aka", "fka", "nka"}
_PAGE = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id="
_SDN, _ALT, _ADD, _COMMENTS = 12, 5, 6, 2
_TABLES = {_SDN: "sdn", _ALT: "alt", _ADD: "add", _COMMENTS: "comments"}
"""How many cells the rows of each table have."""
_FILES = {"sdn": "SDN.CSV", "alt": "ALT.CSV", "add": "ADD.CSV", "comments": "SDN_COMMENTS.CSV"}
_Rows = list[list[str]]


class _Beside(NamedTuple):
    """What the side tables say, by the number of the entry."""

    aliases: dict[str, list[tuple[str, str]]]
    addresses: dict[str, list[tuple[str, str]]]
    comments: dict[str, str]


def entities(
    files: Sequence[Source], list_: str, tally: Tally, mapping: Source | None = None
) -> Iterator[Entity]:
    """The entries; InputError field "list" where no file is SDN.CSV, or one is something else."""
    del mapping
    tables: dict[str, _Rows] = {}
    for one in files:
        name, found = _table(one)
        tables[name] = tables.get(name, []) + found
    if "sdn" not in tables:
        what = "SDN.CSV: rows of 12 cells that begin with a number; these files are "
        raise refused(files[0], f"{what}{' and '.join(sorted(tables))}.")
    tally.tables = tuple(name for table, name in _FILES.items() if table in tables)
    beside = _beside(tables)
    known = {cells[0] for cells in tables["sdn"]}
    side = (cells[0] for name in ("alt", "add", "comments") for cells in tables.get(name, []))
    tally.left_out["orphan"] += sum(ident not in known for ident in side)
    for cells in tables["sdn"]:
        yield from _entity(cells, beside, list_, tally)


def _table(one: Source) -> tuple[str, _Rows]:
    """Which of the tables a file is, and its rows; every row must be one of it."""
    found: _Rows = []
    for number, cells in rows(one):
        bare = ["" if cell == _EMPTY else cell for cell in cells]
        if not found and len(bare) not in _TABLES:
            raise refused(one, _accepted(number, bare))
        check = _CHECKS[_TABLES[len(found[0] if found else bare)]]
        if len(bare) != len(found[0] if found else bare) or not check(bare):
            raise refused(one, _accepted(number, bare))
        found.append(bare)
    if not found:
        raise refused(one, "a table of OFAC; this file has no rows.")
    return _TABLES[len(found[0])], found


def _accepted(number: int, cells: Sequence[str]) -> str:
    told = ", ".join(cells)[:80]
    return (
        "OFAC's SDN.CSV (number, name, type … 12 cells), ALT.CSV (5), ADD.CSV (6) or "
        f"SDN_COMMENTS.CSV (2), all without a head; row {number} has {len(cells)} cells: {told} … "
        "The file may be cut short, or its columns changed."
    )


_CHECKS: dict[str, Callable[[list[str]], bool]] = {
    "sdn": lambda c: c[0].isdecimal() and bool(c[1]) and c[2].casefold() in _KINDS,
    "alt": lambda c: c[0].isdecimal() and c[1].isdecimal() and c[2].casefold() in _ALIASES,
    "add": lambda c: c[0].isdecimal() and c[1].isdecimal(),
    "comments": lambda c: c[0].isdecimal(),
}


def _beside(tables: dict[str, _Rows]) -> _Beside:
    aliases, addresses = defaultdict(list), defaultdict(list)
    comments: dict[str, str] = defaultdict(str)
    for ident, _, kind, name, _ in tables.get("alt", []):
        aliases[ident].append((kind.casefold(), name))
    for ident, _, *place, country, _ in tables.get("add", []):
        addresses[ident].append((", ".join(filter(None, (*place, country))), country))
    for ident, text in tables.get("comments", []):
        comments[ident] += f" {text}"
    return _Beside(aliases, addresses, comments)


def _entity(cells: list[str], beside: _Beside, list_: str, tally: Tally) -> Iterable[Entity]:
    ident, name, kind, programme, title, call_sign, _, _, _, flag, _, text = cells
    told = remarks(text + beside.comments.get(ident, ""))
    aliases = beside.aliases.get(ident, [])
    addresses = beside.addresses.get(ident, [])
    its = names(
        ("primary", [name]),
        ("alias", [alias for its_kind, alias in aliases if its_kind != "fka"]),
        ("former", [alias for its_kind, alias in aliases if its_kind == "fka"]),
        ("weak", told.weak),
    )
    return made(
        list_, ident, _KINDS[kind.casefold()], its, tally,
        countries=[*(country for _, country in addresses), *told.countries, flag],
        dates=told.dates,
        identifiers=identifiers([*told.numbers, ("call-sign" if call_sign else "", call_sign, "")]),
        addresses=[address for address, _ in addresses],
        programmes=programme.replace("] [", ";").strip("[]").split(";"),
        source=f"{_PAGE}{ident}",
        note="; ".join(filter(None, (title, told.note))),
    )  # fmt: skip
