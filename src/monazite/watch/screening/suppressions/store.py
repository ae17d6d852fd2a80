"""Suppressions of a folder of lists: a file that is only ever added to."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from monazite.errors import InputError, MonaziteError
from monazite.watch.screening.lists.files import alone, unwritable
from monazite.watch.screening.suppressions.fingerprint import fingerprint
from monazite.watch.screening.suppressions.suppression import Suppression, Withdrawal, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from monazite.watch.screening.lists.held import Held
    from monazite.watch.screening.party import Asked

FILE = "suppressions.jsonl"
"""The name of the file in a folder of lists."""
LONGEST = 366
"""Monazite's own limit: after so many days at most a pair is looked at again."""
_SHORTEST_EVIDENCE = 10


class Suppressions:
    """Which pairs are set aside, of the entries as they are held."""

    def __init__(self, directory: Path, held: Sequence[Held] = ()) -> None:
        self.directory = directory
        self._held = {one.used.list: one for one in held}
        self._last: dict[tuple[str, str, str], Suppression] = {}
        for one in self.all():
            # Of one pair the last word counts.
            self._last[one.pair] = one

    def until(self, asked: Asked, list_: str, entity: str, on: date) -> date | None:
        """The day until which somebody set the pair aside; None where nobody did, or it is over.

        It is over after that day, and where the list says something else of the entry than then.
        """
        if not self._last:
            return None
        one = self._last.get((fingerprint(asked), list_, entity))
        return one.until if one is not None and self.holds(one, on) else None

    def holds(self, one: Suppression, on: date) -> bool:
        """Whether it holds on that day, of the entry as it is held."""
        return on <= one.until and self._digest(one.list, one.entity) == one.entry

    def all(self) -> tuple[Suppression, ...]:
        """Every one that was not withdrawn, those that are over too, in the order of the file."""
        records = list(_records(self.directory / FILE))
        gone = {one.withdraws for one in records if isinstance(one, Withdrawal)}
        return tuple(one for one in records if isinstance(one, Suppression) and one.id not in gone)

    def add(
        self,
        asked: Asked,
        list_: str,
        entity: str,
        *,
        until: date,
        evidence: str,
        by: str,
        at: datetime,
    ) -> Suppression:
        """Set a pair aside; InputError names what is missing or not held."""
        digest = self._digest(list_, entity)
        if list_ not in self._held:
            raise InputError("list", list_, ", ".join(self._held) or "a list that is held")
        if digest is None:
            raise InputError("entity", entity, f"the id of an entry of {list_} as it is in force")
        if not 0 <= (until - at.date()).days <= LONGEST:
            accepted = f"a day from {at.date()} to {LONGEST} days later"
            raise InputError("until", until, accepted)
        if len(evidence.strip()) < _SHORTEST_EVIDENCE:
            raise InputError("evidence", evidence, "what shows that they are two parties")
        if not by.strip():
            raise InputError("by", None, "who looked at it")
        one = Suppression(
            fingerprint(asked), asked.names, list_, entity, digest, until, evidence.strip(),
            by.strip(), at,
        )  # fmt: skip
        self._append(one.line())
        self._last[one.pair] = one
        return one

    def withdraw(self, ident: str, *, why: str, by: str, at: datetime) -> Suppression:
        """Take a suppression back; InputError field "withdraw" where none has the id."""
        known = {one.id: one for one in self.all()}
        if ident not in known:
            raise InputError("withdraw", ident, ", ".join(known) or "there is no suppression")
        if not by.strip():
            raise InputError("by", None, "who withdraws it")
        self._append(Withdrawal(ident, why.strip(), by.strip(), at).line())
        self._last.pop(known[ident].pair, None)
        return known[ident]

    def _digest(self, list_: str, entity: str) -> str | None:
        """The hash of the entry as it is held; None where it is not."""
        held = self._held.get(list_)
        row = held.entries.row(entity) if held is not None else None
        return None if held is None or row is None else held.entries.digest(row)

    def _append(self, line: bytes) -> None:
        path = self.directory / FILE
        with alone(self.directory):
            try:
                with path.open("ab") as file:
                    file.write(line)
                    file.flush()
                    os.fsync(file.fileno())
            except OSError as error:
                raise unwritable(path, error) from error


def _records(path: Path) -> Iterable[Suppression | Withdrawal]:
    """The records; MonaziteError for a line that is none: a suppression is never passed over."""
    if not path.exists():
        return
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield read(text)
        except (ValueError, KeyError, TypeError) as error:
            raise MonaziteError(f"{path}, line {number}, is damaged ({error})") from error
