"""Checkpoints inside the database and their copies outside: signature, chain, counts, agreement."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import connection
from django.utils import timezone

from monazite.desk.events import copies
from monazite.desk.events.models import GENESIS, Checkpoint
from monazite.desk.events.seal import Seal, hashed
from monazite.desk.events.verification.values import Broken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from monazite.desk.events.signing import PublicKeys

SOON = timedelta(minutes=5)
"""A checkpoint that is older and has no copy outside has lost it: the worker writes it at once."""


@dataclass(slots=True)
class Series:
    """The checkpoints that can be trusted, one after the other, and what is wrong on the way."""

    root: Path
    keys: PublicKeys
    found: list[Broken]
    last: Seal | None = None
    head: str = GENESIS.hex()
    newest: int = 0
    signers: dict[str, int] = field(default_factory=dict)
    """Who signed how many of them, by fingerprint."""

    def __iter__(self) -> Iterator[Seal]:
        """Each trusted checkpoint in its order; of two that differ, the signed copy outside."""
        inside, outside = _inside_numbers(), set(copies.numbers(self.root))
        self.newest = max(inside | outside, default=0)
        before = 0
        for number in sorted(inside | outside):
            if number > before + 1:
                self._say("checkpoint_missing", number, first=before + 1, last=number - 1)
            before = number
            seal = self._of(number, inside=number in inside, outside=number in outside)
            if seal is not None:
                self._follows(seal)
                self.last = seal
                yield seal

    def _of(self, number: int, *, inside: bool, outside: bool) -> Seal | None:
        held = self._held(number) if inside else None
        copy = self._copy(number) if outside else None
        if not inside:
            self._say("checkpoint_dropped", number)
        elif not outside:
            late = number == self.newest and held is not None and _young(held)
            self._say("copy_late" if late else "copy_missing", number)
        elif copy and held and copy.document != held.document:
            self._say("copy_differs", number)
        return self._trusted(number, copy) or self._trusted(number, held, told=copy is None)

    def _trusted(self, number: int, copy: copies.Copy | None, *, told: bool = True) -> Seal | None:
        if copy is None:
            return None
        try:
            seal = Seal.read(copy.document)
        except ValueError:
            seal = None
        if seal is None or seal.number != number:
            self._say("checkpoint_altered", number)
            return None
        signer = self.keys.signer(copy.document.encode(), copy.signature)
        if signer is None:
            if told:
                self._say("checkpoint_unsigned", number)
            return None
        self.signers[signer] = self.signers.get(signer, 0) + 1
        return seal

    def _held(self, number: int) -> copies.Copy | None:
        """The row, as far as it can be read; its hash must be the document's."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT document, signature, hash FROM events_checkpoint WHERE number = %s",
                [number],
            )
            document, signature, digest = cursor.fetchone()
        if not isinstance(document, str) or hashed(document) != _bytes(digest):
            self._say("checkpoint_altered", number)
        return copies.Copy(str(document), _bytes(signature))

    def _copy(self, number: int) -> copies.Copy | None:
        try:
            return copies.Copy.read(copies.path(self.root, number).read_bytes())
        except (OSError, ValueError):
            self._say("copy_unreadable", number)
            return None

    def _follows(self, seal: Seal) -> None:
        before = self.last
        if before is not None and before.number == seal.number - 1:
            if seal.previous != hashed(before.text()).hex():
                self._say("checkpoint_unlinked", seal.number)
            if seal.events != before.events + seal.count:
                self._say("checkpoint_miscounted", seal.number)
        elif seal.number == 1 and seal.previous != GENESIS.hex():
            self._say("checkpoint_unlinked", seal.number)

    def _say(self, code: str, number: int, **values: int) -> None:
        self.found.append(Broken(code, {"number": number, **values}))


def _young(held: copies.Copy) -> bool:
    """Whether the worker may still be on its way to the copy; so also where nobody can tell."""
    try:
        sealed_at = datetime.fromisoformat(Seal.read(held.document).sealed_at)
    except ValueError:
        return True
    return sealed_at > timezone.now() - SOON


def _inside_numbers() -> set[int]:
    return set(Checkpoint.objects.values_list("number", flat=True))


def _bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else b""
