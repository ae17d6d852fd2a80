"""Which columns of the rows at a licence its events tell by SHA-256, and under which key."""

from __future__ import annotations

import json
from collections.abc import Iterable

from monazite.desk.events.prints import Print, text_sha256
from monazite.desk.licences.models import Change, LicenceLine, Movement, Order, Report

LINE = Print(
    ("number", "description", "form", "contains", "control_code", "hs", "controlled_by", "unit",
     "quantity", "currency", "value", "sub_period_days", "sub_period_quantity",
     "sub_period_value", "uses_max")
)  # fmt: skip
"""What was granted; what was used of it, the line's own events tell."""

MOVEMENT = Print(
    ("number", "message_id", "kind", "quantity", "value", "uses", "on", "at", "by_id",
     "carried_from_id")
)  # fmt: skip
REPORT = Print(
    ("number", "message_id", "declaration", "semantics", "sequence", "as_of", "quantity", "value",
     "given_quantity", "given_unit", "substance", "factor", "said", "at", "by_id")
)  # fmt: skip
ORDER = Print(
    ("id", "number", "kind", "grounds", "text", "author_id", "proposed_at", "state", "signer_id",
     "signed_at", "said")
)  # fmt: skip
CHANGE = Print(("application_id", "opened_at", "bound_at", "ended", "ended_at"))

Told = dict[str, dict[str, str]]
"""SHA-256 by table and key, as a payload's `rows` has them."""


def lines_told(lines: Iterable[LicenceLine]) -> Told:
    """Lines as they were granted, by their numbers."""
    return {"lines": {str(line.number): LINE.of(line) for line in lines}}


def movement_told(movement: Movement) -> Told:
    """An entry in a line's account, by its number."""
    return {"movements": {str(movement.number): MOVEMENT.of(movement)}}


def report_told(report: Report) -> Told:
    """A report about a line, by its number."""
    return {"reports": {str(report.number): REPORT.of(report)}}


def order_told(order: Order) -> Told:
    """An order as it stands after the event, by its number."""
    return {"orders": {str(order.number): ORDER.of(order)}}


def change_told(change: Change) -> Told:
    """A change as it stands after the event, by the application that asks it."""
    return {"changes": {str(change.application_id): CHANGE.of(change)}}


def texts_sha256(texts: list[str]) -> str:
    """SHA-256 of texts that somebody typed, in their order."""
    return text_sha256(json.dumps(texts, ensure_ascii=False))
