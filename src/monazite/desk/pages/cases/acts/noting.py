"""What officials write to each other."""

from __future__ import annotations

from monazite.desk.cases import services
from monazite.desk.cases.notes import readers
from monazite.desk.pages.cases.acts.act import VIA, Act, Asked
from monazite.desk.pages.cases.acts.fields import Field, area, checks, tick
from monazite.desk.pages.cases.look import Look
from monazite.desk.people.named import named


def _write(asked: Asked) -> object:
    sent = asked.sent
    text, shared, mentions = sent.text("text"), sent.ticked("shared"), sent.idents("mentions")
    return services.write_note(
        asked.person, asked.ident, text, shared, mentions, VIA, seen=asked.sent.seen
    )


def _fields(look: Look) -> tuple[Field, ...]:
    found = readers(look.case, look.person, shared=True).select_related("organisation")
    people = [
        (str(each.pk), f"@ {each.name} · {named(each.organisation, look.lang)}") for each in found
    ]
    return (area("text"), checks("mentions", people), tick("shared"))


ACTS = (Act("note", "note.write", (), _write, _fields),)
