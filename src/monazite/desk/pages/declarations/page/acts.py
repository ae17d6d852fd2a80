"""What a reader can do about a declaration: a right, an event, fields and a service."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from django.http import QueryDict

from monazite.catalogue.texts import keys, say
from monazite.customs.procedure import machine
from monazite.desk.gate import services
from monazite.desk.licences.limits import number
from monazite.desk.pages import asked_once
from monazite.desk.pages.cases.acts.fields import Field, Shown, area, with_typed
from monazite.desk.pages.cases.acts.fields import day as day_field
from monazite.desk.pages.cases.acts.sent import Sent
from monazite.desk.pages.declarations.page.look import Look
from monazite.errors import InputError
from monazite.law.store import load

VIA = "page"
_WORK = "declaration.work"
_ANSWERS = frozenset({"grant", "deny"})
_EXIT, _ASK = "exit", "ask_cancel"
_AMOUNT = re.compile(r"\d{1,12}(\.\d{1,6})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Act:
    """One of them; weight: main, other or danger."""

    name: str
    right: str
    perform: Callable[[Look, Sent], object]
    fields: Callable[[Look], tuple[Field, ...]]
    weight: str

    def offered(self, look: Look) -> bool:
        """Whether the reader can do it now; the service asks again."""
        return self._open(look) and look.may(self.right)

    def _open(self, look: Look) -> bool:
        """Whether it is possible from here: an answer where something is asked."""
        row = look.declaration
        if self.name in _ANSWERS:
            return look.asked is not None
        if self.name == _EXIT and row.cleared_at is None:
            return False
        if self.name == _ASK and look.asked is not None:
            return False
        return self.name in machine().allowed(row.state)


def _clear(look: Look, sent: Sent) -> object:
    ident, text = look.declaration.pk, sent.text("text")
    return services.clear(look.person, ident, text, VIA, seen=sent.seen)


def _hold(look: Look, sent: Sent) -> object:
    ident, text = look.declaration.pk, sent.text("text")
    return services.hold(look.person, ident, text, VIA, seen=sent.seen)


def _refuse(look: Look, sent: Sent) -> object:
    ident, text = look.declaration.pk, sent.text("text")
    return services.refuse(look.person, ident, text, VIA, seen=sent.seen)


def _cancel(look: Look, sent: Sent) -> object:
    ident, text = look.declaration.pk, sent.text("text")
    return services.cancel(look.person, ident, text, VIA, seen=sent.seen)


def _grant(look: Look, sent: Sent) -> object:
    ident, text = look.declaration.pk, sent.text("text")
    return services.grant(look.person, ident, text, VIA, seen=sent.seen)


def _deny(look: Look, sent: Sent) -> object:
    ident, text = look.declaration.pk, sent.text("text")
    return services.deny(look.person, ident, text, VIA, seen=sent.seen)


def _exit(look: Look, sent: Sent) -> object:
    day = sent.day("on") or load().today(look.declaration.regime)
    at = _time(sent.text("at"))
    on = day if at is None else datetime.combine(day, at)
    left = {item.number: _left(sent, f"left_{item.number}") for item in look.items}
    return services.confirm_exit(look.person, look.declaration.pk, on, left, VIA, seen=sent.seen)


def _time(text: str) -> time | None:
    """A time of the regime's day; None where nothing was typed."""
    try:
        return time.fromisoformat(text).replace(tzinfo=None) if text else None
    except ValueError as error:
        raise InputError("at", text[:40], "a time as 14:30") from error


def _left(sent: Sent, name: str) -> Decimal:
    """How much left, as it was typed; nothing typed is not nothing left."""
    text = sent.text(name).replace(",", "")
    if not _AMOUNT.fullmatch(text):
        raise InputError(name, text[:40], "a number", "amount")
    return Decimal(text)


def _text(_: Look) -> tuple[Field, ...]:
    return (area("text"),)


def _exit_fields(look: Look) -> tuple[Field, ...]:
    today: date = load().today(look.declaration.regime)
    amounts = (_amount(f"left_{item.number}", item.quantity) for item in look.items)
    at = Field("at", "word", values=("",))
    return (day_field("on", today.isoformat(), required=True), at, *amounts)


def _amount(name: str, declared: Decimal) -> Field:
    return Field(name, "word", values=(f"{declared.normalize():f}",), required=True)


ACTS: Mapping[str, Act] = {
    act.name: act
    for act in (
        Act("grant", _WORK, _grant, _text, "main"),
        # To clear what is held is no default: whoever does it opens its form.
        Act("clear", _WORK, _clear, _text, "other"),
        Act("exit", _WORK, _exit, _exit_fields, "main"),
        Act("hold", _WORK, _hold, _text, "other"),
        Act("refuse", _WORK, _refuse, _text, "danger"),
        Act("deny", _WORK, _deny, _text, "danger"),
        Act("cancel", "declaration.cancel", _cancel, _text, "danger"),
        Act("ask_cancel", "declaration.cancel", _cancel, _text, "other"),
    )
}
"""Every act by its name, what matters most first; challenges and amendments have own pages."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An act that was not done: what it had sent, and why not."""

    name: str
    sent: QueryDict
    message: str


@dataclass(frozen=True, slots=True)
class Form:
    """An act's form; seen: the state of the declaration that the page shows."""

    act: Act
    title: str
    what: str
    fields: tuple[Shown, ...]
    key: str
    seen: int
    open: bool
    message: str


def forms(look: Look, wanted: str, refused: Refused | None) -> tuple[Form, ...]:
    """The forms of what can be done now; wanted: the act whose form stands open."""
    offered = [act for act in ACTS.values() if act.offered(look)]
    first = next((act.name for act in offered if act.weight == "main"), "")
    chosen = refused.name if refused else wanted or first
    return tuple(_form(act, look, refused, opened=act.name == chosen) for act in offered)


def _form(act: Act, look: Look, refused: Refused | None, *, opened: bool) -> Form:
    mine = refused if refused is not None and refused.name == act.name else None
    told = f"desk.declaration.what.{act.name}{_single(act, look)}"
    return Form(
        act=act,
        title=say(f"desk.declaration.act.{act.name}", look.lang),
        what=say(told, look.lang) if told in keys() else "",
        fields=_shown(act, look, mine) if opened else (),
        key=asked_once.key(),
        seen=look.declaration.event_seq,
        open=opened,
        message=mine.message if mine else "",
    )


def _single(act: Act, look: Look) -> str:
    """Of an exit on a licence for one export: what stays behind goes with the licence."""
    drawn = {item.licence_number for item in look.items if item.line_id}
    single = any(look.licences[n].kind == "single" for n in drawn & look.licences.keys())
    return "_single" if act.name == "exit" and single else ""


def _shown(act: Act, look: Look, mine: Refused | None) -> tuple[Shown, ...]:
    typed = mine.sent if mine else None
    return tuple(
        Shown(
            with_typed(each, typed), f"{act.name}-{each.name}", label(look, act.name, each.name), ""
        )
        for each in act.fields(look)
    )


def label(look: Look, act: str, name: str) -> str:
    """The words of a field; of an amount, the item that it is of."""
    head, _, tail = name.partition("_")
    if head != "left":
        own = f"desk.declaration.act_field.{act}_{name}"
        return say(own if own in keys() else f"desk.declaration.act_field.{name}", look.lang)
    item = next(each for each in look.items if str(each.number) == tail)
    return say(
        "desk.declaration.act_field.left",
        look.lang,
        number=item.number,
        description=item.description[:60],
        declared=number(item.quantity),
        unit=say(f"licensing.choice.unit.{item.unit}", look.lang),
    )
