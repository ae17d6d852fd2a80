"""Places as publishers write them: codes of their own, of M49 and ISO, or names, as ISO3."""

from __future__ import annotations

import csv
import io
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.catalogue.countries import M49_DIGITS, countries, country
from monazite.errors import InputError
from monazite.trade.reading.containers.unpacked import whole
from monazite.trade.reading.sources import beside
from monazite.trade.reading.vocabulary import NO_PLACE, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.trade.reading.blocks import CodeSystem, Place, Table
    from monazite.trade.reading.sources import SourceFile
    from monazite.trade.reading.vocabulary import Vocabulary

LISTS = Path(__file__).parent / "lists"
SAID = "a place of catalogue/countries, as ISO3 (CHN, DEU …)"


def resolver(
    place: Place, file: SourceFile, given: str | None, places: Vocabulary
) -> Callable[[str | None], int]:
    """What turns a cell into the number of a place, or says why it is none."""
    own = {_key(code): iso3 for code, iso3 in place.values.items()}
    table = _table(place.table, file) if place.table else {}
    default = given or place.default

    def resolve(text: str | None) -> int:
        bare = (text or "").strip() or default
        if bare is None:
            return UNKNOWN
        key = _key(bare)
        if key in own:
            iso3 = own[key]
            return places.number(iso3) if iso3 else NO_PLACE
        iso3 = table.get(key) or _known(bare, place.codes)
        return places.number(iso3) if iso3 in _iso3() else UNKNOWN

    if given and resolve(None) == UNKNOWN:
        raise InputError("given", given, SAID)
    return resolve


def is_iso3(text: str) -> bool:
    """Whether a text is the ISO3 of a place."""
    return text in _iso3()


def is_named(place: Place, text: str) -> bool:
    """Whether a text is a place by the block's own values or its code system."""
    own = {_key(code) for code in place.values}
    return _key(text) in own or _known(text, place.codes) in _iso3()


def _key(code: str) -> str:
    """A code as it is compared: 004 and 4 are one number, de and DE one word."""
    bare = code.strip()
    return str(int(bare)) if bare.isdecimal() else bare.casefold()


@lru_cache
def _iso3() -> dict[str, str]:
    return {one.iso3: one.iso3 for one in countries().values()}


@lru_cache
def _by_system(system: CodeSystem) -> dict[str, str]:
    """ISO3 by the code of a system."""
    return {_key(getattr(one, system)): one.iso3 for one in countries().values()}


def _known(text: str, system: CodeSystem) -> str | None:
    if system in {"m49", "iso2", "iso3"}:
        return _by_system(system).get(_key(text))
    if system == "name" and text.isdecimal():
        return None
    word = text.zfill(M49_DIGITS) if text.isdecimal() else text
    try:
        return countries()[country(word)].iso3
    except InputError:
        return None


def _table(table: Table, file: SourceFile) -> dict[str, str]:
    """ISO3 by the codes of a table beside the file, or of a packaged one; empty where it is not."""
    if table.packaged:
        text = (LISTS / f"{table.packaged}.csv").read_text("utf-8")
    else:
        found = [one for one in beside(file) if re.search(table.file or "", one.name)]
        if not found:
            return {}
        text = whole(found[0]).getvalue().decode("utf-8-sig", "replace")
    rows = csv.DictReader(io.StringIO(text))
    if not {table.code, table.iso3} <= set(rows.fieldnames or ()):
        name = table.packaged or found[0].name
        raise InputError("path", name, f"a table with the columns {table.code} and {table.iso3}")
    return {_key(row[table.code]): row[table.iso3] for row in rows if row[table.iso3]}
