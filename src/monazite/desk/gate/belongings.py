"""The rows at declarations as they lie in the database, each with its SHA-256: for `verify`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from monazite.desk.events.prints import Print
from monazite.desk.events.replay import Belonging
from monazite.desk.events.verification.reading import identity, printed
from monazite.desk.gate import prints
from monazite.desk.gate.models import (
    Act,
    Answer,
    Challenge,
    GatePaper,
    Identification,
    Item,
    Judgement,
    Left,
    Sample,
    Score,
)

_OF = "t.declaration_id"
Stream = Callable[[], Iterator[Belonging]]


def _numbered(table: str, model: type[Any], told: Print) -> Stream:
    """Rows with a number of their own in the declaration."""

    def read() -> Iterator[Belonging]:
        for of, number, sha256 in printed(model, told, f"{_OF}, t.number FROM {{t}}", _OF):
            yield Belonging(identity(of), table, str(number), sha256)

    return read


def _left() -> Iterator[Belonging]:
    select = "i.declaration_id, i.number FROM {t} JOIN gate_item i ON i.id = t.item_id"
    for of, number, sha256 in printed(Left, prints.LEFT, select, "i.declaration_id"):
        yield Belonging(identity(of), "left", str(number), sha256)


def _papers() -> Iterator[Belonging]:
    for of, ident, sha256 in printed(GatePaper, prints.GATE_PAPER, f"{_OF}, t.id FROM {{t}}", _OF):
        yield Belonging(identity(of), "papers", str(identity(ident)), sha256)


def _identifications() -> Iterator[Belonging]:
    select = "c.declaration_id, c.number FROM {t} JOIN gate_challenge c ON c.id = t.challenge_id"
    form = prints.IDENTIFICATION
    for of, number, sha256 in printed(Identification, form, select, "c.declaration_id"):
        yield Belonging(identity(of), "identifications", str(number), sha256)


def _challenged(table: str, model: type[Any], told: Print) -> Stream:
    """Rows of a challenge, by its number and their own."""
    select = (
        "c.declaration_id, c.number, t.number FROM {t}"
        " JOIN gate_challenge c ON c.id = t.challenge_id"
    )

    def read() -> Iterator[Belonging]:
        for of, challenge, number, sha256 in printed(model, told, select, "c.declaration_id"):
            yield Belonging(identity(of), table, f"{challenge}.{number}", sha256)

    return read


BELONGINGS = (
    _numbered("items", Item, prints.ITEM),
    _left,
    _numbered("acts", Act, prints.ACT),
    _numbered("scores", Score, prints.SCORE),
    _numbered("challenges", Challenge, prints.CHALLENGE),
    _challenged("answers", Answer, prints.ANSWER),
    _challenged("samples", Sample, prints.SAMPLE),
    _identifications,
    _challenged("judgements", Judgement, prints.JUDGEMENT),
    _papers,
)
"""One stream a table, by declaration."""
