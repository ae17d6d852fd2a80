"""What an event of a declaration tells of its challenge and of the rows at it."""

from __future__ import annotations

from monazite.desk.events.prints import Print
from monazite.desk.gate import prints
from monazite.desk.gate.models import (
    Answer,
    Challenge,
    GatePaper,
    Identification,
    Judgement,
    Sample,
)
from monazite.desk.gate.prints import Told

Row = Answer | Sample | Identification | Judgement
_TABLES: dict[type[Row], tuple[str, Print]] = {
    Answer: ("answers", prints.ANSWER),
    Sample: ("samples", prints.SAMPLE),
    Identification: ("identifications", prints.IDENTIFICATION),
    Judgement: ("judgements", prints.JUDGEMENT),
}


def challenge_told(challenge: Challenge, *rows: Row) -> Told:
    """A challenge as it stands after the event, and rows at it, by their numbers."""
    told: Told = {"challenges": {str(challenge.number): prints.CHALLENGE.of(challenge)}}
    for row in rows:
        table, form = _TABLES[type(row)]
        told[table] = {_key(challenge, row): form.of(row)}
    return told


def _key(challenge: Challenge, row: Row) -> str:
    """By the challenge's number; one asks the licensing office once in it."""
    if isinstance(row, Identification):
        return str(challenge.number)
    return f"{challenge.number}.{row.number}"


def paper_told(paper: GatePaper) -> Told:
    """A file, by its id."""
    return {"papers": {str(paper.pk): prints.GATE_PAPER.of(paper)}}
