"""Which columns of the rows at an application its events tell by SHA-256."""

from __future__ import annotations

from collections.abc import Sequence

from monazite.desk.applications.models import (
    FiledLine,
    FiledParty,
    LineRuling,
    NamedOffice,
    Paper,
    Reviewer,
)
from monazite.desk.events.prints import Print

PARTY = Print(("number", "role", "name", "name_native", "country", "identifier", "organisation_id"))
LINE = Print(
    ("number", "description", "form", "contains", "control_code", "hs", "quantity", "unit",
     "mass_kg", "value", "currency")
)  # fmt: skip
RULING = Print(("ruled_at", "on", "law_hash", "outcome", "document"))
OFFICE = Print(("agency_id", "duty", "since"))
PAPER = Print(
    ("id", "name", "sha256", "size", "media_type", "scan", "secret", "uploaded_by_id",
     "uploaded_at", "taken_away_at")
)  # fmt: skip
REVIEWER = Print(("person_id", "named_by_id", "since"))

Told = dict[str, dict[str, str]]
"""SHA-256 by table and key, as a payload's `rows` has them."""


def filed_rows(
    parties: Sequence[FiledParty],
    lines: Sequence[FiledLine],
    rulings: Sequence[LineRuling],
    offices: Sequence[NamedOffice],
) -> Told:
    """What a filing lays down; of each line the first ruling."""
    return {
        "parties": {str(each.number): PARTY.of(each) for each in parties},
        "lines": {str(each.number): LINE.of(each) for each in lines},
        "rulings": {ruling_key(each.line.number, 1): RULING.of(each) for each in rulings},
        "offices": {office_key(each.agency_id, each.duty): OFFICE.of(each) for each in offices},
    }


def papers_told(papers: Sequence[Paper]) -> Told:
    """Papers that come to a draft."""
    return {"papers": {str(each.pk): PAPER.of(each) for each in papers}} if papers else {}


def reviewer_told(named: Reviewer) -> Told:
    """Who may read the secrets from now."""
    return {"reviewers": {str(named.person_id): REVIEWER.of(named)}}


def ruling_key(line: int, count: int) -> str:
    """Of a line its first, second … ruling."""
    return f"{line}.{count}"


def office_key(agency: object, duty: str) -> str:
    """An agency may have several duties."""
    return f"{agency} {duty}"
