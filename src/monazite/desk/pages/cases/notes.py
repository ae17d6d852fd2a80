"""What officials wrote to each other, as far as the reader's office may read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from monazite.desk.cases.models import Note
from monazite.desk.pages.cases.look import Look
from monazite.desk.people.named import named


@dataclass(frozen=True, slots=True)
class NoteWords:
    """A note; mentioned: the names of colleagues whom it calls."""

    author: str
    office: str
    at: datetime
    text: str
    shared: bool
    mentioned: tuple[str, ...]
    mine: bool


def notes(look: Look) -> tuple[NoteWords, ...]:
    """Newest first: shared ones, and those of the own office."""
    return tuple(_note(row, look) for row in look.notes)


def _note(row: Note, look: Look) -> NoteWords:
    people = [mention.person for mention in row.mentions.all()]
    return NoteWords(
        author=row.author.name,
        office=named(row.agency, look.lang),
        at=row.at,
        text=row.text,
        shared=row.shared,
        mentioned=tuple(person.name for person in people),
        mine=look.person in people,
    )
