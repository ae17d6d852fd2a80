"""What to read of a path: the files with their layouts, the release that each is of."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from monazite.errors import InputError
from monazite.trade.flows.columns import CALLER, FILE_DAY, PUBLISHER
from monazite.trade.reading import detect, words
from monazite.trade.reading.blocks import FILE, Word
from monazite.trade.reading.containers.raw import as_text
from monazite.trade.reading.layout import layouts, read_layout
from monazite.trade.reading.pieces import columns, pieces
from monazite.trade.reading.sources import files_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from monazite.trade.reading.detect import Match
    from monazite.trade.reading.layout import Layout
    from monazite.trade.reading.sources import SourceFile


@dataclass(frozen=True, slots=True)
class Planned:
    """A file to read: its layout, the digests of its bytes and of its layout, its own release.

    `said_by` is who names that release, the publisher or the caller's mapping.
    """

    file: SourceFile
    match: Match
    sha256: str
    layout: str
    vintage: str | None
    said_by: str


@dataclass(frozen=True, slots=True)
class Listed:
    """The files to read, and those that were passed over with the reason."""

    files: tuple[Planned, ...]
    skipped: tuple[tuple[str, str], ...]


def planned(path: Path, kind: str | None, mapping: Path | None, given: Mapping[str, str]) -> Listed:
    """The files of a path with their layouts.

    A folder may hold other files beside; they are passed over and named. A file that is asked for
    by itself, or that bears the name of a layout's files, must be of a layout; and so must one file
    of a folder at least.

    Raises:
        InputError: where no file can be read.
    """
    known = _layouts(kind, mapping)
    found, skipped = [], []
    files = files_at(path)
    for file in files:
        if detect.is_beside(file, known):
            continue
        try:
            seen = detect.look(file)
            match = detect.recognised(file, seen, known, asked=kind is not None)
        except InputError as unlike:
            if len(files) == 1 or detect.is_named(file, known):
                raise
            skipped.append((file.name, str(unlike)))
            continue
        vintage, said_by = _vintage(file, match)
        layout = digest(match.layout, given, file.name)
        found.append(Planned(file, match, file.sha256(), layout, vintage, said_by))
    if not found:
        told = "; ".join(why for _, why in skipped[:3]) or "it holds only tables of codes"
        raise InputError("path", path, f"files of a known layout: {told}")
    return Listed(tuple(found), tuple(skipped))


def _layouts(kind: str | None, mapping: Path | None) -> tuple[Layout, ...]:
    if mapping is not None:
        return (read_layout(mapping),)
    if kind is None:
        return tuple(layouts().values())
    # A publisher's name stands for all of its layouts: comtrade for comtrade-json too.
    meant = [one for name, one in layouts().items() if name == kind or name.startswith(f"{kind}-")]
    if not meant:
        raise InputError("kind", kind, ", ".join(layouts()))
    return tuple(meant)


def digest(layout: Layout, given: Mapping[str, str], name: str) -> str:
    """What tells one way of reading a file from another: layout, caller's words, name's words."""
    by_name = [
        words.read(word, name)
        for field, word in layout
        if isinstance(word, Word) and word.column == FILE and field != "vintage"
    ]
    said = [layout.model_dump(mode="json"), sorted(given.items()), by_name]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _vintage(file: SourceFile, match: Match) -> tuple[str | None, str]:
    """The release that the file's name or its first piece says, else the layout; and who says it.

    None where none of them does.
    """
    word = match.layout.vintage
    if word.column == FILE:
        return words.read(word, file.name) or None, PUBLISHER
    if word.column is None or word.column not in columns(match):
        return word.default, CALLER
    for _, piece in pieces(file, match):
        cells = as_text(piece().columns[word.column])
        return words.read(word, pc.max(cells).as_py()) or None, PUBLISHER
    return None, PUBLISHER


def by_release(
    files: Iterable[Planned], vintage: str | None
) -> dict[tuple[str, str, str, str], list[Planned]]:
    """Files by layout, release and who says it: each group is one load.

    Files that say no release are of the day on which the newest of them was made.
    """
    groups: dict[tuple[str, str, str, str], list[Planned]] = {}
    silent = [one for one in files if vintage is None and one.vintage is None]
    newest = max((one.file.modified for one in silent), default=None)
    for one in files:
        release = vintage or one.vintage or str(newest)
        said_by = CALLER if vintage else one.said_by if one.vintage else FILE_DAY
        groups.setdefault((one.match.layout.kind, one.layout, release, said_by), []).append(one)
    return groups
