"""Countries, codes, readings and sources of flows in the words of a language."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from monazite.catalogue import codes, countries
from monazite.catalogue.texts import keys, say
from monazite.catalogue.words import visible
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from monazite.trade.flows.answer import Answer

    Row = dict[str, Any]

_LONGEST = 48
READING = ("source", "nomenclature", "side")


def place(iso3: str, lang: str) -> str:
    """A country by its ISO3; a place that the catalogue does not know stands as it is."""
    try:
        return countries.name(iso3, lang)
    except InputError:
        return iso3


def code(digits: str, lang: str) -> str:
    """A code with what goods under it are: 284690 (compounds of rare-earth metals …)."""
    name = goods(digits, lang)
    if not name or "+" in digits:
        return digits
    short = name if len(name) <= _LONGEST else f"{name[:_LONGEST].rstrip(' ,;')} …"
    return say("flows.code", lang, code=digits, name=short)


def goods(digits: str, lang: str) -> str:
    """What goods under a code are, by our short name or the tariff; nothing where neither is."""
    found = codes.hint(digits)
    if found is not None:
        return found.name_zh if lang == "zh" else found.name_en
    return codes.describe(digits, lang) or ""


def store(path: Path, lang: str) -> str:
    """The folder of a store, or what the one is called that Monazite carries."""
    from monazite.trade.packaged.tables import store_path

    return say("flows.store.packaged", lang) if path == store_path() else visible(str(path))


def label(word: str, lang: str) -> str:
    """A code as it is, or a commodity by the catalogue's word where it has one and only one."""
    from monazite.catalogue import elements, groups

    symbol = None if lang == "en" or word[:1].isdigit() else _symbols().get(word)
    if symbol is None:
        return word
    if symbol in elements.SYMBOLS:
        return elements.name(symbol, lang)
    return groups.name(symbol, lang)


@lru_cache
def _symbols() -> dict[str, str]:
    """The catalogue's word of each commodity that alone has it: Al is aluminium and bauxite."""
    from monazite.trade.packaged.tables import materials

    pairs = {(row["commodity"], row["material"]) for row in materials().to_pylist()}
    often = Counter(symbol for _, symbol in pairs)
    return {name: symbol for name, symbol in pairs if often[symbol] == 1}


def source(word: str, lang: str) -> str:
    """Whose figures they are; a source of the reader's own mapping stands by its name."""
    return _said(f"flows.source.{word}", word, lang)


def short(word: str, lang: str) -> str:
    """The same in a word, for a cell of a table."""
    return _said(f"flows.short.{word}", word, lang)


def _said(key: str, word: str, lang: str) -> str:
    return say(key, lang) if key in keys() else word


def reading(row: Mapping[str, Any], lang: str) -> str:
    """Whose figures, under which edition of the codes, and which side said so."""
    return say(
        "flows.reading",
        lang,
        source=short(row["source"], lang),
        nomenclature=row["nomenclature"],
        side=say(f"flows.side.{row['side']}", lang),
    )


def by_reading(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows of each source, edition, side and code: what may stand in one table."""

    def key(row: Row) -> tuple[str, ...]:
        return tuple(row[name] for name in (*READING, "code"))

    for _, group in groupby(sorted(rows, key=key), key=key):
        yield list(group)


def sources(rows: Iterable[Row], columns: Iterable[str] = ("source",)) -> list[str]:
    """The sources named in the rows, each once, in alphabetical order."""
    names = list(columns)
    return sorted({row[column] for row in rows for column in names if row.get(column)})


def source_line(named: Iterable[str], lang: str) -> str:
    """One line of attribution for all of them."""
    return say("flows.sources", lang, sources=listed([source(one, lang) for one in named], lang))


def listed(words: Iterable[str], lang: str) -> str:
    """Words one after the other."""
    return say("flows.and", lang).join(words)


def note_lines(answer: Answer, lang: str) -> list[str]:
    """The notes of an answer as sentences; whose readings they are stands above each table."""
    found = []
    for note in answer.notes:
        if note.code == "several_readings":
            found.append(say("flows.never_added", lang))
        elif note.code != "one_reading":
            found.append(note.say(lang))
    return found
