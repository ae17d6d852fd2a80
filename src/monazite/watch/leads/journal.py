"""A file of events that is only ever added to, one JSON object a line, each holding on to the last.

Each line carries the SHA-256 of the line before it: a line that was changed or taken out shows. A
line that was cut by a crash was never acknowledged and is dropped by the next writer. A chain does
not show that its end was cut off or that all of it was written anew.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    Event = dict[str, Any]

FIRST = "0" * 64
"""What stands before the first line."""
_BEFORE = "before"


class Journal:
    """The events in one file; made with its folder when the first is written."""

    def __init__(self, path: Path) -> None:
        """The journal at that place."""
        self.path = path

    def events(self) -> list[Event]:
        """Every event in order; InputError names the first line that is not as it was written."""
        try:
            whole = self.path.read_bytes()
        except FileNotFoundError:
            return []
        return _events(whole[: whole.rfind(b"\n") + 1], self.path)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """The events so far and the way to add some; nobody else writes meanwhile."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield Writer(file, self.path)


class Writer:
    """Adds events to a journal whose lock is held."""

    def __init__(self, file: Any, path: Path) -> None:  # noqa: ANN401 - a buffered random file
        """What the file holds, less a line that was never finished."""
        file.seek(0)
        whole: bytes = file.read()
        ended = whole.rfind(b"\n") + 1
        self._file = file
        self.events = _events(whole[:ended], path)
        if ended < len(whole):
            file.truncate(ended)
        self._last = _hash(whole[:ended].splitlines()[-1]) if ended else FIRST

    def add(self, events: Iterable[Event]) -> None:
        """The events are on disk when this returns."""
        lines = []
        for event in events:
            line = _line({**event, _BEFORE: self._last})
            self._last = _hash(line)
            lines.append(line)
        if lines:
            self._file.write(b"\n".join(lines) + b"\n")
            self._file.flush()
            os.fsync(self._file.fileno())


def _line(event: Event) -> bytes:
    return json.dumps(event, ensure_ascii=False, allow_nan=False, sort_keys=True).encode()


def _hash(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()


def _events(whole: bytes, path: Path) -> list[Event]:
    last, found = FIRST, []
    for number, line in enumerate(whole.splitlines(), start=1):
        event = _read(line)
        if event is None or event.pop(_BEFORE, None) != last:
            remedy = "the file as it was written; take it from the last copy"
            raise InputError("inbox", f"{path}, line {number}", remedy)
        last = _hash(line)
        found.append(event)
    return found


def _read(line: bytes) -> Event | None:
    try:
        found = json.loads(line, parse_float=Decimal)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
