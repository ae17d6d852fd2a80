"""What a movement asks of the database before it is made: one look at line, licence and answer."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import NamedTuple

from django.db import connection

from monazite.desk import sql
from monazite.desk.licences.models import Licence, LicenceLine, Movement

_LICENCE = (
    "id", "event_seq", "event_head", "number", "regime", "kind", "valid_from", "valid_until",
    "suspended_since", "amending_since", "ended",
)  # fmt: skip
"""What of a licence a movement asks; its terms are long, and stay where they are."""
_LOOK = (
    "SELECT {columns} FROM licences_licenceline t0"
    " JOIN licences_licence t1 ON t1.id = t0.licence_id"
    " LEFT JOIN licences_movement t2 ON t2.message_id = %s WHERE t0.id = %s"
)
_HOLD = "SELECT 1 FROM licences_licenceline WHERE id = %s FOR NO KEY UPDATE"
_HOLD_LICENCE = (
    "SELECT 1 FROM licences_licence WHERE id ="
    " (SELECT licence_id FROM licences_licenceline WHERE id = %s) FOR NO KEY UPDATE"
)


class Seen(NamedTuple):
    """A line with its licence; answered: the movement that this message made before, if any."""

    line: LicenceLine
    answered: Movement | None


def look(line_id: uuid.UUID, message_id: str) -> Seen:
    """Line, licence and answer as they stand now; LicenceLine.DoesNotExist for no such line."""
    models = ((LicenceLine, ()), (Licence, _LICENCE), (Movement, ()))
    for line, licence, answered in sql.together(_LOOK, models, [message_id, line_id]):
        line.licence = licence
        return Seen(line, answered)
    raise LicenceLine.DoesNotExist(str(line_id))


def hold(line_id: uuid.UUID, *, licence: bool) -> None:
    """Let nobody else move the line, nor step the licence, until this transaction ends.

    SQLite's transaction has held everything since it began.
    """
    if licence:
        hold_licence(line_id)
    if connection.vendor == "postgresql":
        sql.rows(_HOLD, [line_id])


def hold_licence(line_id: uuid.UUID) -> None:
    """Let nobody else step the licence of a line until this transaction ends."""
    if connection.vendor == "postgresql":
        sql.rows(_HOLD_LICENCE, [line_id])


def hold_licences(idents: Iterable[uuid.UUID]) -> None:
    """Let nobody else step these licences until this transaction ends; in the order of keys."""
    ids = sorted(idents, key=str)
    if connection.vendor == "postgresql" and ids:
        marks = sql.marks(ids)
        sql.rows(
            f"SELECT 1 FROM licences_licence WHERE id IN ({marks}) ORDER BY id"  # noqa: S608
            " FOR NO KEY UPDATE",
            ids,
        )
