"""The forms of what can be done about a challenge, laid out for one template."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from monazite.catalogue.texts import keys, say
from monazite.desk.pages import asked_once
from monazite.desk.pages.cases.acts.fields import Field, Shown, with_typed
from monazite.desk.pages.challenges.acts import ACTS, Act
from monazite.desk.pages.challenges.look import Look

_FIELD = "desk.challenge.field"


@dataclass(frozen=True, slots=True)
class Refused:
    """An act that was not done: what it had sent, why not, and what stands against it."""

    name: str
    sent: QueryDict
    message: str
    against: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """An act's form; seen: the state of the declaration that the page shows."""

    name: str
    weight: str
    title: str
    what: str
    fields: tuple[Shown, ...]
    key: str
    seen: int
    open: bool
    refused: Refused | None


def forms(look: Look, wanted: str, refused: Refused | None) -> tuple[Form, ...]:
    """What can be done now; wanted: the act whose form stands open."""
    offered = [act for act in ACTS.values() if act.offered(look)]
    first = next((act.name for act in offered if act.weight == "main"), "")
    chosen = refused.name if refused else wanted or first
    return tuple(_form(act, look, refused, opened=act.name == chosen) for act in offered)


def _form(act: Act, look: Look, refused: Refused | None, *, opened: bool) -> Form:
    mine = refused if refused is not None and refused.name == act.name else None
    fields = act.fields(look) if opened else ()
    return Form(
        name=act.name,
        weight=act.weight,
        title=title(act.name, look.lang, look.side),
        what=_optional(f"desk.challenge.what.{act.name}", look.lang),
        fields=laid_out(act.name, fields, mine.sent if mine else None, look.lang),
        key=asked_once.key(),
        seen=look.declaration.event_seq,
        open=opened,
        refused=mine,
    )


def title(name: str, lang: str, side: str) -> str:
    """What an act is called; the licensing office does not judge, it identifies."""
    own = f"desk.challenge.act.{name}_{side}"
    return say(own if own in keys() else f"desk.challenge.act.{name}", lang)


def laid_out(
    act: str, fields: Iterable[Field], typed: QueryDict | None, lang: str
) -> tuple[Shown, ...]:
    """Fields with their words, and with what was typed before a refusal."""
    return tuple(
        Shown(
            field=with_typed(each, typed),
            ident=f"{act}-{each.name}",
            label="" if each.kind == "hidden" else _label(act, each.name, lang),
            help=_optional(f"desk.challenge.help.{each.name}", lang),
        )
        for each in fields
    )


def _label(act: str, name: str, lang: str) -> str:
    own = f"{_FIELD}.{act}_{name}"
    return say(own if own in keys() else f"{_FIELD}.{name}", lang)


def _optional(key: str, lang: str) -> str:
    return say(key, lang) if key in keys() else ""
