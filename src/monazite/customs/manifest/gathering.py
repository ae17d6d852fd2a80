"""Rows → declarations: rows of one reference are the items of one declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.customs.manifest.columns import BATCH, ITEM, Column, columns
from monazite.customs.manifest.said import Said

if TYPE_CHECKING:
    from monazite.customs.manifest.sheet import Sheet

Record = dict[str, Any]


def gathered(sheet: Sheet) -> list[Said]:
    """The declarations of a table, in the order of their first rows.

    What holds for a whole declaration is said in its first row; below, it is repeated or left out.
    Whatever is wrong is a finding of the declaration, with its row.
    """
    heads = columns(sheet.header)
    by_reference: dict[str, Said] = {}
    found: list[Said] = []
    for row, cells in sheet.rows:
        record = _record(heads, cells)
        reference = record.get("reference", "")
        said = by_reference.get(reference) if reference else None
        if said is None:
            said = Said([row], {**record, "items": []})
            found.append(said)
            _begin(said, row, reference)
            by_reference.setdefault(reference, said)
        else:
            said.rows.append(row)
            _agree(said, row, record)
        said.document["items"].append(_item(heads, cells))
        if len(cells) > len(heads):
            said.wrong("too_many_cells", row, "", {"columns": str(len(heads))})
    return found


def _begin(said: Said, row: int, reference: str) -> None:
    if not reference:
        said.wrong("no_reference", row, "reference", {})


def _agree(said: Said, row: int, record: Record) -> None:
    """A later row says nothing else of the whole than the first."""
    for name, value in record.items():
        first = said.document.get(name)
        if value != first:
            said.wrong("rows_differ", row, name, {"field": name, "first": str(said.rows[0])})


def _record(heads: tuple[Column | None, ...], cells: tuple[str, ...]) -> Record:
    """What a row says of the whole: fields, and each party's."""
    record: Record = {}
    for head, cell in zip(heads, cells, strict=False):
        if head is None or not cell or head.of in {ITEM, BATCH}:
            continue
        if head.of:
            record.setdefault(head.of, {})[head.field] = cell
        else:
            record[head.field] = cell
    return record


def _item(heads: tuple[Column | None, ...], cells: tuple[str, ...]) -> Record:
    item: Record = {}
    batch: Record = {}
    for head, cell in zip(heads, cells, strict=False):
        if head is not None and cell and head.of in {ITEM, BATCH}:
            (item if head.of == ITEM else batch)[head.field] = cell
    if batch:
        item["draws"] = [batch]
    return item
