"""Everything that the page of a declaration shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from monazite.catalogue.texts import keys, say
from monazite.customs.findings import OFFICE_ONLY
from monazite.customs.regime import rules
from monazite.desk.gate.models import Declaration, Item
from monazite.desk.licences.limits import number
from monazite.desk.licences.models import Licence
from monazite.desk.licences.standing import standing
from monazite.desk.pages.declarations.form.findings import Group, errors, groups, readable
from monazite.desk.pages.declarations.lists.rows import route
from monazite.desk.pages.declarations.lists.tones import risk_tone, state_tone
from monazite.desk.pages.declarations.page.acts import ACTS, Refused, forms
from monazite.desk.pages.declarations.page.asked import asked
from monazite.desk.pages.declarations.page.compared import Compared, compared
from monazite.desk.pages.declarations.page.history import Done, done, history
from monazite.desk.pages.declarations.page.links import offers
from monazite.desk.pages.declarations.page.look import Look
from monazite.desk.pages.declarations.page.parties import parties
from monazite.desk.pages.hidden import visible
from monazite.desk.pages.licences.listed import tone
from monazite.desk.pages.worded import worded
from monazite.desk.people.named import named

_USED = frozenset({"exhausted", "completed"})
_DOUBTED = frozenset({"held", "challenged", "refused"})
_CLEAR, _HOLD = "clear", "hold"
_SHOWN = 12
"""Characters of the fingerprint in a post's journal."""


@dataclass(frozen=True, slots=True)
class ItemShown:
    """One item; licence: the exporter's own that it cites; left: what really left of it."""

    item: Item
    description: str
    outcome: str
    outcome_tone: str
    ruling: str
    claim: str
    licence: Licence | None
    licence_state: str
    licence_read: bool
    licence_tone: str
    rows: tuple[Compared, ...]
    left: str


def context(look: Look, wanted: str, refused: Refused | None) -> dict[str, Any]:
    """The values of the page; wanted: the act whose form stands open."""
    row, lang = look.declaration, look.lang
    found, found_forms = _findings(look), forms(look, wanted, refused)
    return {
        "declaration": row,
        "title": visible(look.items[0].description) if look.items else row.number,
        "state": say(f"customs.state.{row.state}", lang),
        "tone": state_tone(row.state),
        "why": say(f"customs.state_why.{row.state}", lang),
        "route": route(row, lang),
        "official": look.official,
        "risk": row.risk if look.official else None,
        "risk_tone": risk_tone(row.risk),
        "score": look.score,
        "score_items": _scored(look),
        "parties": parties(row, lang) if look.official else (),
        "facts": _facts(row, lang),
        "groups": found,
        "nothing_found": _nothing_found(look),
        "wrong": errors(found),
        "items": [_item(look, each) for each in look.items],
        "acts": history(look),
        "said": _said(look),
        "forms": found_forms,
        "lost": _lost(look, refused),
        "offers": offers(look, found_forms),
        "asked": asked(look),
        "successor": getattr(row, "successor", None),
    }


def _findings(look: Look) -> tuple[Group, ...]:
    """Of the whole and of every item, as they were said when it was checked."""
    row = look.declaration
    kept = [*row.findings, *(each for item in look.items for each in item.findings)]
    return groups(readable(kept, look.lang, official=look.official), look.lang)


def _nothing_found(look: Look) -> str:
    """What stands where the reader is told no finding: there may be some that are not told."""
    row = look.declaration
    kept = (*row.findings, *(each for item in look.items for each in item.findings))
    later = _held_later(look)
    if not look.official and (later or any(each["code"] in OFFICE_ONLY for each in kept)):
        return say("desk.declaration.reasons_untold", look.lang)
    if later:
        return say("desk.declaration.score.later", look.lang)
    doubted = row.state in _DOUBTED
    key = "found_nothing_stood" if doubted else "nothing_found"
    return say(f"desk.declaration.{key}", look.lang)


def _held_later(look: Look) -> bool:
    """Whether the site held it after it was cleared: because of its score."""
    last = look.acts[0] if look.acts else None
    return last is not None and last.kind == _HOLD and last.by_id is None


def _exit_by(row: Declaration, lang: str) -> str:
    """Its last day to leave; where no law sets the days, that they are ours."""
    if row.exit_by is None:
        return ""
    term = rules(row.regime).exit
    if not term.ours:
        return row.exit_by.isoformat()
    return say("desk.declaration.exit_by_ours", lang, day=row.exit_by.isoformat(), days=term.days)


def _scored(look: Look) -> list[tuple[str, str]]:
    """Each item's risk as the whole has it, and what moved it: names are as somebody typed them."""
    items = look.score.items if look.score else ()
    return [
        (
            say("desk.declaration.score.item", look.lang, number=one.number,
                risk=f"{Decimal(one.risk) * 100:.0f}"),
            visible(one.reasons),
        )
        for one in items
    ]  # fmt: skip


def _facts(row: Declaration, lang: str) -> list[tuple[str, str]]:
    """What is said of the whole and stands nowhere else on the page."""
    said: Mapping[str, Any] = row.said
    sender = said.get("sender") or {}
    found = {
        "series": worded("customs.series", row.series, lang) if row.series else "",
        "via": ", ".join(said.get("via", ())),
        "sender": _joined(sender.get("name"), sender.get("address")),
        "end_use": said.get("end_use"),
        "office": named(row.office, lang),
        "day": row.day.isoformat(),
        "exit_by": _exit_by(row, lang),
        "exited_on": row.exited_on.isoformat() if row.exited_on else "",
        "journal": row.journal[:_SHOWN],
        "remarks": said.get("remarks"),
    }
    return [
        (say(f"desk.declaration.about.{name}", lang), visible(str(text)))
        for name, text in found.items()
        if text
    ]


def _joined(*texts: object) -> str:
    return ", ".join(str(text) for text in texts if text)


def _item(look: Look, item: Item) -> ItemShown:
    lang, licence = look.lang, look.licences.get(item.licence_number)
    state = standing(licence, look.declaration.day) if licence else None
    if state is not None and state.state in _USED and item.line_id:
        state = None  # it is its own draw that used it up
    return ItemShown(
        item=item,
        description=visible(item.description),
        outcome=_outcome(look, item),
        outcome_tone={"clear": "good", "look": "warning"}.get(item.outcome, "error"),
        ruling=_ruling(item.ruling, lang),
        claim=visible(item.claim),
        licence=licence,
        licence_state=say(f"desk.licence.state.{state.state}", lang) if state else "",
        licence_read=licence is not None and look.reads(licence),
        licence_tone=tone(state.state, usable=state.usable) if state else "",
        rows=compared(look.declaration, item, licence, lang),
        left=_left(item, lang),
    )


def _outcome(look: Look, item: Item) -> str:
    """The gate's own word; none that it is clear where somebody has come to see it otherwise."""
    if item.outcome == _CLEAR and look.declaration.state in _DOUBTED:
        return ""
    return say(f"desk.declaration.outcome.{item.outcome}", look.lang)


def _ruling(outcome: str, lang: str) -> str:
    key = f"outcome.{outcome}"
    return say(key, lang) if key in keys() else outcome


def _left(item: Item, lang: str) -> str:
    left = getattr(item, "left", None)
    if left is None:
        return ""
    unit = worded("licensing.choice.unit", item.unit, lang)
    return say("desk.declaration.really_left", lang, amount=number(left.quantity), unit=unit)


def _said(look: Look) -> Done | None:
    """What was said with the step that led where it is now."""
    last = look.acts[0] if look.acts else None
    return done(look, last) if last is not None and last.text else None


def _lost(look: Look, refused: Refused | None) -> Refused | None:
    """An act that was refused and is not possible any more: what stood in its way is still told."""
    if refused is None or ACTS[refused.name].offered(look):
        return None
    return refused
