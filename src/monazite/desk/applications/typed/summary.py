"""What lists show of a form: its regime, kind, destination and a title."""

from __future__ import annotations

from typing import TypedDict

from monazite.desk.applications.words import words
from monazite.desk.events.prints import text_sha256
from monazite.licensing.fields import Form
from monazite.licensing.reading import read


class Summary(TypedDict):
    """The columns of an application that repeat its form."""

    title: str
    words: str
    regime: str
    kind: str
    destination: str


def told(said: Summary) -> dict[str, str]:
    """The columns as an event tells them: what was typed by its SHA-256, codes as they are."""
    return {
        "title": text_sha256(said["title"]),
        "words": text_sha256(said["words"]),
        "regime": said["regime"],
        "kind": said["kind"],
        "destination": said["destination"],
    }


def summary(form: Form) -> Summary:
    """The columns; empty where the form does not say it, or not readably."""
    application = read(form).application
    first = application.lines[0].description if application.lines else None
    title = (first or application.contract.number or "")[:200]
    names = [name or "" for each in application.parties for name in (each.name, each.name_native)]
    return {
        "title": title,
        "words": " ".join(words(f"{title} {' '.join(names)}")),
        "regime": (application.regime or "")[:8],
        "kind": (application.kind or "")[:16],
        "destination": (application.destination or "")[:2],
    }
