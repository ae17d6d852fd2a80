"""Which columns of the rows at a lead its events tell by SHA-256, and under which key."""

from __future__ import annotations

from monazite.desk.events.prints import Print
from monazite.desk.leads.models import Entry, LeadOffice, Message, Tip, TipPaper

OFFICE = Print(("agency_id",))
ENTRY = Print(("number", "kind", "facts", "text", "at", "by_id"))
TIP = Print(("kind", "own", "name", "contact", "receipt_sha256"))
MESSAGE = Print(("number", "text", "at", "by_id"))
PAPER = Print(("id", "name", "sha256", "size", "media_type", "scan", "at"))

Told = dict[str, dict[str, str]]
"""SHA-256 by table and key, as a payload's `rows` has them."""


def offices_told(rows: list[LeadOffice]) -> Told:
    """The agencies, by their ids."""
    return {"offices": {str(row.agency_id): OFFICE.of(row) for row in rows}}


def entry_told(entry: Entry) -> Told:
    """What became known, by its number."""
    return {"entries": {str(entry.number): ENTRY.of(entry)}}


def tip_told(tip: Tip) -> Told:
    """What was told; a lead has one tip at most."""
    return {"tips": {"1": TIP.of(tip)}}


def message_told(message: Message) -> Told:
    """A word of the thread, by its number."""
    return {"messages": {str(message.number): MESSAGE.of(message)}}


def paper_told(paper: TipPaper) -> Told:
    """A file, by its id."""
    return {"papers": {str(paper.id): PAPER.of(paper)}}
