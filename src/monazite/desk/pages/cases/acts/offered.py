"""The forms of what the reader can do now, and of the one that was refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from monazite.catalogue.texts import keys, say
from monazite.desk.pages import asked_once
from monazite.desk.pages.cases.acts import (
    deciding,
    handing_out,
    intake,
    noting,
    reviewing,
    waiting,
)
from monazite.desk.pages.cases.acts.act import Act
from monazite.desk.pages.cases.acts.fields import Shown, shown, with_typed
from monazite.desk.pages.cases.acts.refusal import Refusal
from monazite.desk.pages.cases.look import Look

ACTS: Mapping[str, Act] = {
    act.name: act
    for act in (
        *intake.ACTS, *deciding.SIGNING, *waiting.ACTS, *reviewing.ACTS, *deciding.ACTS,
        *handing_out.ACTS, *noting.ACTS,
    )
}  # fmt: skip
"""Every act by its name, in the order in which a page offers them within one weight."""
_WEIGHTS = ("main", "other", "danger")


@dataclass(frozen=True, slots=True)
class ActForm:
    """An act's form; typed: what a refused one had sent; seen: the state of the case it shows."""

    act: Act
    title: str
    what: str
    fields: tuple[Shown, ...]
    key: str
    seen: int
    open: bool
    refusal: Refusal | None
    typed: QueryDict | None


@dataclass(frozen=True, slots=True)
class Refused:
    """An act that was not done: what it had sent, and why not."""

    name: str
    sent: QueryDict
    refusal: Refusal

    @property
    def texts(self) -> tuple[str, ...]:
        """What a person had written, for who cannot send it any more."""
        left_out = {"csrfmiddlewaretoken", "key", "seen", "decision", "hold"}
        found = (self._value(name) for name in self.sent if name not in left_out)
        return tuple(text for text in found if text)

    def _value(self, name: str) -> str:
        return "\n".join(self.sent.getlist(name)).strip()


def offered(look: Look, wanted: str, refused: Refused | None) -> tuple[ActForm, ...]:
    """The forms, what matters most first.

    wanted: the act whose form stands open, "" for the first that matters; the others are links
    that open theirs.
    """
    acts = [act for act in ACTS.values() if act.offered(look)]
    ordered = sorted(acts, key=lambda act: _WEIGHTS.index(act.weight))
    wanted = wanted or next((act.name for act in ordered if act.weight == _WEIGHTS[0]), "")
    return tuple(_form(act, look, wanted, refused) for act in ordered)


def _form(act: Act, look: Look, wanted: str, refused: Refused | None) -> ActForm:
    mine = refused if refused is not None and refused.name == act.name else None
    typed = mine.sent if mine else None
    opened = mine is not None or (refused is None and act.name == wanted)
    told = f"desk.pages.case.what.{act.name}"
    return ActForm(
        act=act,
        title=say(f"desk.pages.case.act.{act.name}", look.lang),
        what=say(told, look.lang) if told in keys() else "",
        fields=_fields(act, look, typed) if opened else (),
        key=asked_once.key(),
        seen=look.case.event_seq,
        open=opened,
        refusal=mine.refusal if mine else None,
        typed=typed,
    )


def _fields(act: Act, look: Look, typed: QueryDict | None) -> tuple[Shown, ...]:
    return tuple(shown(act.name, with_typed(each, typed), look.lang) for each in act.fields(look))
