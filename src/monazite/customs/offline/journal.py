"""What a post let go, entry by entry, each with the hash of the one before it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from monazite.customs.offline.canonical import parsed, sha256, text
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "monazite-offline-journal-1"
REFERENCE_MAX = 64
"""Characters of a declarant's reference."""


@dataclass(frozen=True, slots=True)
class Draw:
    """What an item took of a line: quantity in the line's unit, value in its currency."""

    item: int
    licence: str
    line: int
    quantity: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class Exit:
    """One declaration that left; at: the post's clock, with its zone.

    previous: the hash of the entry before, of the first the snapshot's; reference: the declarant's
    own; looked: who looked at it where the gate asked somebody to ("" where it did not);
    declaration: as it was given.
    """

    number: int
    previous: str
    at: datetime
    reference: str
    looked: str
    draws: tuple[Draw, ...]
    declaration: Mapping[str, Any]

    def hash(self) -> str:
        """What the next entry names."""
        return sha256(text(asdict(self)))

    def key(self) -> str:
        """The fingerprint of the shipment: what left by which reference, wherever it is told.

        Where it draws on no licence, which would say whose it is, the exporter does.
        """
        draws = sorted(text(asdict(draw)) for draw in self.draws)
        whose = {} if draws else {"exporter": self.declaration.get("exporter")}
        return sha256(text({"reference": self.reference, "draws": draws} | whose))


@dataclass(frozen=True, slots=True)
class Journal:
    """All that a post wrote by one snapshot; closed: it lets nothing more go by it.

    head: the hash of the last entry, the snapshot's where there is none.
    """

    snapshot: str
    head: str
    exported_at: datetime | None
    closed: bool
    exits: tuple[Exit, ...]

    def data(self) -> bytes:
        """The file that is brought back."""
        return text({"format": FORMAT} | asdict(self)).encode() + b"\n"


def read(data: bytes) -> Journal:
    """The journal of a file; InputError where it is none."""
    found = parsed(data, "journal")
    if found.pop("format", None) != FORMAT:
        raise InputError("journal", "", f"a file of the format {FORMAT}", "journal_odd")
    try:
        moment = found["exported_at"]
        return Journal(
            snapshot=str(found["snapshot"]),
            head=str(found["head"]),
            exported_at=_moment(moment) if moment else None,
            closed=found["closed"] is True,
            exits=tuple(_exit(each) for each in found["exits"]),
        )
    except (AttributeError, InvalidOperation, KeyError, TypeError, ValueError) as error:
        accepted = f"a whole file of the format {FORMAT}"
        raise InputError("journal", "", accepted, "journal_odd") from error


def unbroken(journal: Journal, genesis: str) -> int:
    """How many entries from the first on are as they were written.

    Where two do not hang together either may have been changed: neither counts.
    """
    previous = genesis
    for count, entry in enumerate(journal.exits):
        if (entry.number, entry.previous) != (count + 1, previous):
            return max(0, count - 1)
        previous = entry.hash()
    return len(journal.exits) if journal.head == previous else max(0, len(journal.exits) - 1)


def whole(journal: Journal, genesis: str) -> bool:
    """Whether nothing of it was changed, nor its end taken away."""
    last = journal.exits[-1].hash() if journal.exits else genesis
    return journal.head == last and unbroken(journal, genesis) == len(journal.exits)


def _moment(said: str) -> datetime:
    moment = datetime.fromisoformat(said)
    if moment.tzinfo is None:
        raise ValueError(f"{said} has no zone")
    return moment


def _exit(found: Mapping[str, Any]) -> Exit:
    at, draws = _moment(found["at"]), tuple(_draw(each) for each in found["draws"])
    if not _word(found["reference"]) or not isinstance(found["declaration"], dict):
        raise ValueError("an entry without a reference or a declaration")
    return Exit(**{**found, "at": at, "draws": draws})


def _word(said: object) -> bool:
    return isinstance(said, str) and 0 < len(said) <= REFERENCE_MAX and said.isprintable()


def _draw(found: Mapping[str, Any]) -> Draw:
    amounts = {name: Decimal(found[name]) for name in ("quantity", "value")}
    if not all(amount.is_finite() and amount >= 0 for amount in amounts.values()):
        raise ValueError("an amount below zero")
    if not _word(found["licence"]) or not isinstance(found["line"], int):
        raise ValueError("a draw on no licence line")
    return Draw(**{**found, **amounts})
