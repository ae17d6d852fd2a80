"""Japan's End User List (METI): a workbook whose head is in Japanese and English."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from monazite.watch.screening.lists.reading.gathering import made, names
from monazite.watch.screening.lists.reading.idless import ident
from monazite.watch.screening.lists.reading.sources import BROKEN, refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.watch.screening.entity import Entity
    from monazite.watch.screening.lists.reading.gathering import Tally
    from monazite.watch.screening.lists.reading.sources import Source

_HEADS = {
    "country": ("国名", "地域名", "country or region"),
    "name": ("企業名", "組織名", "company or organi"),
    "aliases": ("別名", "also known as"),
    "concern": ("懸念区分", "type of wmd"),
    "weapons": ("通常兵器", "conventional weapon"),
}
_NEEDED = ("country", "name", "aliases")
_LOOKED_AT = 30
_MARKS = re.compile(r"\s*\n\s*(?:[・･•·‐*-]\s*)?|^\s*[・･•·*-]\s*|;\s+")
_CODES = re.compile(r"\b[BCMN]\b")
_PAGE = "https://www.meti.go.jp/policy/anpo/law00.html"
_CONVENTIONAL = "CW"


def entities(
    files: Sequence[Source], list_: str, tally: Tally, mapping: Source | None = None
) -> Iterator[Entity]:
    """The entries; InputError field "list" for no workbook, and where no sheet has the head."""
    del mapping
    for one in files:
        found = _sheet(one)
        where = found[0]
        for cells in found[1:]:
            yield from _entity(cells, where, list_, tally)


def _sheet(one: Source) -> list[list[str]]:
    """The positions of the columns, in the order of `_HEADS`, and then the rows."""
    for rows in _sheets(one):
        for number, cells in enumerate(rows[:_LOOKED_AT]):
            places = _places(cells)
            if all(places[name] for name in _NEEDED):
                return [list(places.values()), *rows[number + 1 :]]
    wanted = ", ".join(_HEADS[name][-1] for name in _NEEDED)
    raise refused(one, f"a sheet with a row of heads: {wanted} (in English or Japanese).")


def _sheets(one: Source) -> Iterator[list[list[str]]]:
    """The sheets as rows of texts."""
    from openpyxl import load_workbook  # noqa: PLC0415 - heavy
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415 - likewise

    try:
        with one.open() as file:
            book = load_workbook(file, read_only=True, data_only=True)
            for sheet in book.worksheets:
                yield [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    except (*BROKEN, InvalidFileException) as error:
        what = f"a whole .xlsx workbook; this cannot be read ({error})."
        raise refused(one, f"{what} The file may be cut short.") from error


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _places(cells: Sequence[str]) -> dict[str, str]:
    """The position of each column as text, empty where it is not in the row."""
    folded = [unicodedata.normalize("NFKC", cell).casefold() for cell in cells]
    return {
        name: next((str(n) for n, cell in enumerate(folded) if any(w in cell for w in words)), "")
        for name, words in _HEADS.items()
    }


def _entity(
    cells: Sequence[str], places: Sequence[str], list_: str, tally: Tally
) -> Iterator[Entity]:
    country, name, aliases, concern, weapons = (
        cells[int(place)] if place and int(place) < len(cells) else "" for place in places
    )
    if not name and not aliases:
        return
    codes = _CODES.findall(unicodedata.normalize("NFKC", concern))
    yield from made(
        list_, ident(country, name), "company",
        names(("primary", [name]), ("alias", _MARKS.split(aliases))), tally,
        countries=[country],
        programmes=[*codes, *([_CONVENTIONAL] if weapons else [])],
        source=_PAGE,
    )  # fmt: skip
