"""JSON: a list of records, at the top or under a path such as `data`."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError
from monazite.trade.reading.columns_of import folded, plan
from monazite.trade.reading.containers.raw import Raw, breaks_off, numbers, words
from monazite.trade.reading.containers.unpacked import CUT_SHORT, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from monazite.trade.reading.columns_of import Plan
    from monazite.trade.reading.containers.raw import Piece
    from monazite.trade.reading.layout import Layout
    from monazite.trade.reading.sources import SourceFile

_PIECE = 50_000
_ERRORS, _SHOWN = ("message", "error", "errors", "detail"), 200
"""The keys under which APIs say what went wrong, and how much of it is shown."""
_KEY = re.compile(r'"((?:[^"\\]|\\.)*)"\s*:')


def keys_in(text: bytes) -> list[str]:
    """The keys that the beginning of a document shows, in their order."""
    return list(dict.fromkeys(_KEY.findall(text.decode("utf-8-sig", "ignore"))))


def refusal(text: bytes, path: str) -> str | None:
    """What a small document without records is instead: an answer with no rows, or an error.

    Args:
        text: the beginning of the document.
        path: where the records of the layout asked for stand, such as `data`.
    """
    try:
        found = json.loads(text.decode("utf-8-sig"))
    except ValueError:
        return None  # it is longer than what was looked at, or broken: reading it will tell
    records = found.get(path) if isinstance(found, dict) else found
    if isinstance(found, dict) and not records:
        told = [found[key] for key in _ERRORS if found.get(key)]
        status = found.get("statusCode")
        if told or status not in {None, 200, "200"}:
            said = " ".join(str(one) for one in (status, *told[:1]) if one is not None)
            return (
                f"records; this is an error that the API answered ({said[:_SHOWN]}): ask it again"
            )
    if records == []:
        return "a file with rows; this answer holds none: the query found nothing"
    return None


def pieces(
    file: SourceFile, layout: Layout, read: Callable[[int], None] | None = None
) -> Iterator[Piece]:
    """The pieces of the list of records; numbers keep every digit that the document writes."""
    records = _records(file, layout, read)
    header = list(dict.fromkeys(key for record in records[:_PIECE] for key in record))
    where = plan(layout, header)
    for start in range(0, len(records), _PIECE):
        yield partial(_read, records[start : start + _PIECE], where)


def _read(records: Sequence[dict[str, Any]], where: Plan) -> Raw:
    keys = {name: where.header[n] for name, n in where.positions.items()}
    columns = {name: words([one.get(key) for one in records]) for name, key in keys.items()}
    rows = numbers(len(records))
    return Raw(columns, rows, len(records))


def _records(
    file: SourceFile, layout: Layout, read: Callable[[int], None] | None
) -> list[dict[str, Any]]:
    path = [part for part in layout.container.records.split(".") if part]
    wanted = _wanted(layout) | set(path)

    def kept(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        return {key: value for key, value in pairs if folded(key) in wanted or key in wanted}

    try:
        text = whole(file, read).getvalue().decode("utf-8-sig")
        found = json.loads(text, object_pairs_hook=kept, parse_float=str, parse_int=str)
    except CUT_SHORT as broken:
        raise breaks_off(file.name, 0, broken) from broken
    except ValueError as wrong:
        raise InputError("path", file.name, f"a whole JSON document ({wrong})") from wrong
    for part in [] if isinstance(found, list) else path:  # the list alone, as people save it
        found = found.get(part) if isinstance(found, dict) else None
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        where = f"under {layout.container.records!r}" if path else "at the top"
        raise InputError("path", file.name, f"a list of records {where}")
    return found


def _wanted(layout: Layout) -> set[str]:
    """The headers of the layout's columns, folded: other keys are not kept in memory."""
    from monazite.trade.reading.columns_of import needed  # noqa: PLC0415

    return {
        folded(text) for name in needed(layout) for text in layout.columns.get(name, (name,))
    } | {folded(text) for text in layout.detect.header}
