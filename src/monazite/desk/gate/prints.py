"""Which columns of the rows at a declaration its events tell by SHA-256, and under which key."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from monazite.desk.events.prints import Print, plain, text_sha256
from monazite.desk.gate.models import Act, Declaration, Item, Left, Manifest, Score

FIELDS = "fields"
"""Where a payload tells columns of the declaration's own row, by the names that they have there."""

ITEM = Print(
    ("number", "hs", "description", "form", "contains", "control_code", "quantity", "unit",
     "mass_kg", "second_quantity", "second_unit", "value", "currency", "claim", "licence_number",
     "line_id", "drawn_quantity", "drawn_value", "ruling", "outcome", "findings")
)  # fmt: skip
LEFT = Print(
    ("quantity", "mass_kg", "second_quantity", "value", "posted_quantity", "posted_value")
)  # fmt: skip
ACT = Print(("number", "kind", "text", "document", "by_id", "at"))
SCORE = Print(("number", "at", "model", "risk", "by_item", "held"))
CHALLENGE = Print(
    ("id", "number", "items", "grounds", "text", "issued_at", "issued_by_id", "answer_by",
     "notice", "notice_sha256", "state", "closed_at")
)  # fmt: skip
ANSWER = Print(("number", "at", "by_id", "text", "papers"))
SAMPLE = Print(
    ("number", "item", "laboratory", "method", "taken_on", "form", "contains", "text", "at",
     "by_id")
)  # fmt: skip
IDENTIFICATION = Print(("office_id", "text", "asked_at", "asked_by_id"))
JUDGEMENT = Print(
    ("id", "number", "by_office", "finding", "disposal", "grounds", "text", "author_id",
     "proposed_at", "state", "signer_id", "signed_at", "said", "notice", "notice_sha256")
)  # fmt: skip
GATE_PAPER = Print(
    ("id", "kind", "name", "sha256", "size", "media_type", "scan", "uploaded_by_id", "uploaded_at")
)  # fmt: skip

Told = dict[str, dict[str, str]]
"""SHA-256 by table and key, as a payload's `rows` has them.

Keys: the row's number; of what left the item's; of an answer, a sample and a judgement the
challenge's number and its own (`1.2`); of a paper its id.
"""

WHOLE = (
    "organisation_id", "office_id", "lodged_by_id", "manifest_id", "reference", "number", "regime",
    "day", "state", "series", "mode", "port", "destination", "arrival", "sha256", "risk",
    "law_hash", "rules_hash", "lodged_at", "changed_at", "exit_by", "cleared_at", "exited_on",
    "asked_id", "replaces_id", "journal", "looked",
)  # fmt: skip
"""Columns of a declaration that its first event tells; said and findings by their SHA-256."""
MANIFEST = (
    "organisation_id", "office_id", "lodged_by_id", "reference", "regime", "mode", "sha256",
    "lodged_at", "lines", "cleared", "held", "refused",
)  # fmt: skip
"""Columns of a manifest that its event tells."""


def items_told(items: Iterable[Item]) -> Told:
    """Items as they were declared and checked, by their numbers."""
    return {"items": {str(item.number): ITEM.of(item) for item in items}}


def left_told(left: Iterable[Left]) -> Told:
    """What left, by the numbers of the items."""
    return {"left": {str(row.item.number): LEFT.of(row) for row in left}}


def acts_told(act: Act) -> Told:
    """A step that somebody took, by its number."""
    return {"acts": {str(act.number): ACT.of(act)}}


def scores_told(score: Score) -> Told:
    """What a risk model said, by its number."""
    return {"scores": {str(score.number): SCORE.of(score)}}


def declaration_told(declaration: Declaration) -> dict[str, object]:
    """What the first event tells of the declaration's own row, whose sha256 is that of `said`."""
    told = {name: plain(getattr(declaration, name)) for name in WHOLE}
    return told | {
        "said": declaration.sha256,
        "findings": document_sha256(declaration.findings),
    }


def manifest_told(manifest: Manifest) -> dict[str, object]:
    """What the event of a manifest tells of its row."""
    told = {name: plain(getattr(manifest, name)) for name in MANIFEST}
    return told | {"unlodged": document_sha256(manifest.unlodged)}


def document_sha256(document: Mapping[str, Any] | Sequence[Any]) -> str:
    """SHA-256 of JSON in one writing."""
    return text_sha256(_sorted.encode(document))


_sorted = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)
