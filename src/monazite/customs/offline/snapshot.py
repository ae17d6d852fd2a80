"""What a post carries: licences as they stood, and of each line how much it may let go."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from monazite.customs.facts import LicenceFacts, LicenceParty, LineFacts
from monazite.customs.offline.canonical import parsed, sha256, text
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "monazite-offline-1"
_DAYS = ("valid_from", "valid_until")
_LISTS = ("reasons", "modes", "ports")
_PARTIES = ("end_users", "importers")
_AMOUNTS = ("left_quantity", "left_value")


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose a licence is: its identifier in its regime, and its name in either script."""

    identifier: str
    name: str
    name_native: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A licence that a post may use; its lines' left_* are what the post may let go (allotment)."""

    holder: Holder
    facts: LicenceFacts


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a post was given, by whom, and until when it may let anything go by it."""

    ident: str
    regime: str
    office: str
    post: str
    taken_at: datetime
    expires_at: datetime
    licences: tuple[Carried, ...]

    def document(self) -> str:
        """The text that is signed."""
        return text({"format": FORMAT} | asdict(self))

    def genesis(self) -> str:
        """What the journal of the post begins with: the fingerprint of what it was given."""
        return sha256(self.document())


def read(document: str) -> Snapshot:
    """The snapshot of a signed text; InputError where it is of another format."""
    found = parsed(document.encode(), "snapshot")
    if found.pop("format", None) != FORMAT:
        raise InputError("snapshot", "", f"a file of the format {FORMAT}")
    try:
        moments = {name: _moment(found[name]) for name in ("taken_at", "expires_at")}
        licences = tuple(_carried(each) for each in found["licences"])
        return Snapshot(**{**found, **moments, "licences": licences})
    except (AttributeError, InvalidOperation, KeyError, TypeError, ValueError) as error:
        raise InputError("snapshot", "", f"a whole file of the format {FORMAT}") from error


def _moment(said: str) -> datetime:
    moment = datetime.fromisoformat(said)
    if moment.tzinfo is None:
        raise ValueError(f"{said} has no zone")
    return moment


def _carried(found: Mapping[str, Any]) -> Carried:
    said: dict[str, Any] = dict(found["facts"])
    for name in _DAYS:
        said[name] = date.fromisoformat(said[name]) if said[name] else None
    for name in _LISTS:
        said[name] = None if said[name] is None else tuple(said[name])
    for name in _PARTIES:
        said[name] = None if said[name] is None else tuple(map(_party, said[name]))
    lines = tuple(_line(each) for each in said.pop("lines"))
    return Carried(Holder(**found["holder"]), LicenceFacts(**said, lines=lines))


def _party(found: Mapping[str, Any]) -> LicenceParty:
    return LicenceParty(tuple(found["names"]), found["country"])


def _line(found: Mapping[str, Any]) -> LineFacts:
    amounts = {name: None if found[name] is None else Decimal(found[name]) for name in _AMOUNTS}
    return LineFacts(**{each.name: found[each.name] for each in fields(LineFacts)} | amounts)
