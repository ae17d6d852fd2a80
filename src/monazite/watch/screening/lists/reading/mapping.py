"""Which column of somebody's table is what: a YAML document, checked when it is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import yaml

from monazite.errors import InputError
from monazite.trade.reading.plain_yaml import read as read_yaml
from monazite.watch.screening.entity import Kind
from monazite.watch.screening.lists.reading.idents import KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from monazite.watch.screening.lists.reading.sources import Source

TEXTS = ("name", "aliases", "weak_aliases", "former_names", "countries", "dates", "addresses",
         "programmes", "source", "note")  # fmt: skip
DAYS = ("listed_from", "listed_until", "paused_from", "paused_until")
_OTHERS = ("id", "kind", "identifiers", "delimiter")
_KINDS: tuple[Kind, ...] = get_args(Kind)
_MANY = ("aliases", "weak_aliases", "former_names", "countries", "dates", "addresses", "programmes")
_WORDS: dict[str, Kind] = {
    **{kind: kind for kind in _KINDS}, "individual": "person", "entity": "company",
    "organization": "company", "organisation": "company",
}  # fmt: skip
_COLUMN_KEYS, _KIND_KEYS = {"column", "separator"}, {"column", "values", "else"}
_DAY_KEYS, _NUMBER_KEYS = {"column", "format"}, {"column", "country"}


class Columns(NamedTuple):
    """Columns whose cells are taken, parted at the separator where one is given."""

    names: tuple[str, ...] = ()
    separator: str = ""

    def texts(self, entry: Mapping[str, str]) -> list[str]:
        """What stands in the cells of a row."""
        cells = [entry[name] for name in self.names]
        return [one for cell in cells for one in cell.split(self.separator)] if self.separator \
            else cells  # fmt: skip


class KindOf(NamedTuple):
    """What an entry is: of a column by its words, else `other`."""

    column: str = ""
    values: Mapping[str, Kind] = {}
    other: Kind = "other"


class DayOf(NamedTuple):
    """The column of a day, and its form where it is not ISO."""

    column: str
    format: str = ""


class NumberOf(NamedTuple):
    """The column of a number, and that of its country."""

    kind: str
    column: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The document: columns by what they hold."""

    texts: Mapping[str, Columns]
    days: Mapping[str, DayOf]
    kind: KindOf
    identifiers: tuple[NumberOf, ...]
    id: str = ""
    delimiter: str = ""
    columns: tuple[str, ...] = ()


def mapping(one: Source) -> ColumnMapping:
    """The document of a file; InputError field "mapping" names what in it cannot be used."""
    try:
        found = read_yaml(one.text())
    except yaml.YAMLError as error:
        raise InputError("mapping", one.path, f"YAML; {error}") from error
    if not isinstance(found, dict):
        raise InputError("mapping", one.path, "YAML of keys, such as name: Entity name")
    known = (*_OTHERS, *TEXTS, *DAYS)
    for key in found:
        if key not in known:
            raise InputError("mapping", key, ", ".join(known))
    if "name" not in found:
        raise InputError("mapping", one.path, "a document with name: the column of the name")
    made = ColumnMapping(
        texts={key: _columns(key, found[key]) for key in TEXTS if key in found},
        days={key: DayOf(**_block(key, found[key], _DAY_KEYS)) for key in DAYS if key in found},
        kind=_kind(found.get("kind", "other")),
        identifiers=tuple(_numbers(found.get("identifiers", {}))),
        id=_text("id", found.get("id", "")),
        delimiter=_text("delimiter", found.get("delimiter", "")),
    )
    return _with_columns(made)


def by_heads(heads: Iterable[str]) -> ColumnMapping | None:
    """The mapping of a table whose columns are called as the keys; None where none is `name`.

    Several values of a cell are parted by semicolons; a number's column is called by its kind.
    """
    its = {head.casefold(): head for head in heads}
    if "name" not in its:
        return None
    kinds = KindOf(its["kind"], _WORDS) if "kind" in its else KindOf()
    return _with_columns(
        ColumnMapping(
            texts={
                key: Columns((its[key],), ";" if key in _MANY else "")
                for key in TEXTS
                if key in its
            },
            days={key: DayOf(its[key]) for key in DAYS if key in its},
            kind=kinds,
            identifiers=tuple(NumberOf(kind, its[kind]) for kind in sorted(KNOWN) if kind in its),
            id=its.get("id", ""),
        )
    )


def _with_columns(made: ColumnMapping) -> ColumnMapping:
    """With every column that the table must have."""
    wanted = [
        made.id, made.kind.column,
        *(name for one in made.texts.values() for name in one.names),
        *(one.column for one in made.days.values()),
        *(name for one in made.identifiers for name in (one.column, one.country)),
    ]  # fmt: skip
    columns = tuple(dict.fromkeys(name for name in wanted if name))
    return replace(made, columns=columns)


def _columns(key: str, value: Any) -> Columns:  # noqa: ANN401 - a document's
    block = value if isinstance(value, dict) else {"column": value}
    if not set(block) <= _COLUMN_KEYS or "column" not in block:
        raise InputError("mapping", f"{key}: {value}", "a column, several, or {column, separator}")
    names = block["column"] if isinstance(block["column"], list) else [block["column"]]
    separator = _text(key, block.get("separator", ""))
    return Columns(tuple(_text(key, name) for name in names), separator)


def _kind(value: Any) -> KindOf:  # noqa: ANN401 - likewise
    if isinstance(value, str):
        return KindOf(other=_known(value))
    block = _block("kind", value, _KIND_KEYS)
    values = block.get("values", {})
    if not isinstance(values, dict):
        raise InputError("mapping", f"kind: {values}", "values: {Individual: person, …}")
    known = {str(word).casefold(): _known(kind) for word, kind in values.items()}
    return KindOf(_text("kind", block["column"]), known, _known(block.get("else", "other")))


def _known(value: Any) -> Kind:  # noqa: ANN401 - likewise
    for kind in _KINDS:
        if value == kind:
            return kind
    raise InputError("mapping", f"kind: {value}", ", ".join(_KINDS))


def _numbers(value: Any) -> Iterator[NumberOf]:  # noqa: ANN401 - likewise
    if not isinstance(value, dict):
        raise InputError("mapping", f"identifiers: {value}", "{uscc: column, lei: column …}")
    for kind, where in value.items():
        yield NumberOf(str(kind), **_block(f"identifiers.{kind}", where, _NUMBER_KEYS))


def _block(key: str, value: Any, keys: set[str]) -> dict[str, Any]:  # noqa: ANN401 - likewise
    """A block that names a column, also where it is the column alone."""
    block = value if isinstance(value, dict) else {"column": value}
    if not set(block) <= keys or not isinstance(block.get("column"), str):
        raise InputError("mapping", f"{key}: {value}", f"a column, or a block of {sorted(keys)}")
    return block


def _text(key: str, value: Any) -> str:  # noqa: ANN401 - likewise
    if not isinstance(value, str):
        raise InputError("mapping", f"{key}: {value}", "a text")
    return value
