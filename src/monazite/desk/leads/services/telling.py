"""Somebody tells of a violation, by name or not, and goes on with the receipt code alone."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from monazite.customs import tips
from monazite.customs.leads import TIP
from monazite.desk.applications.errors import Refused
from monazite.desk.applications.written import text
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS
from monazite.desk.leads.models import CLOSED, Message, Tip, TipPaper
from monazite.desk.leads.offices import offices
from monazite.desk.leads.prints import message_told, paper_told, tip_told
from monazite.desk.leads.receipts import fingerprint, receipt
from monazite.desk.leads.services.opening import opened
from monazite.desk.papers.taking import Taken
from monazite.errors import InputError

TELLER = Who(None, "page")
"""Whoever tells is nobody to the desk, also where they give a name."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is told; name and contact "" of an anonymous tip; own: of the teller's own firm."""

    regime: str
    kind: str
    text: str
    own: bool
    name: str
    contact: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """A tip that was handed in, and its code, which is said this once."""

    tip: Tip
    code: str


@transaction.atomic
def tell(given: Given, files: Sequence[Taken]) -> Receipt:
    """A lead before every office of the regime that looks into such things.

    Refused where the regime has none: a tip that nobody reads is not taken.
    """
    if given.kind not in tips.KINDS:
        raise InputError("kind", given.kind, ", ".join(tips.KINDS), "choice")
    said = _told(given.text)
    agencies = offices(given.regime)
    if not agencies:
        raise Refused("tip_no_office")
    code = receipt()
    tip = Tip(
        kind=given.kind, own=given.own, name=text("name", given.name, tips.NAME_MAX),
        contact=text("contact", given.contact, tips.CONTACT_MAX),
        receipt_sha256=fingerprint(code),
    )  # fmt: skip
    about = {"tip": secrets.token_hex(8)}
    facts = {"kind": given.kind, "own": given.own, "named": bool(tip.name)}
    lead, _ = opened(TIP, about, facts, agencies, TELLER, tip_told(tip))
    tip.lead = lead
    tip.save(force_insert=True)
    _write(tip, said, files)
    return Receipt(tip, code)


def of_receipt(code: str) -> Tip | None:
    """The tip of that code; None where there is none."""
    found = Tip.objects.select_related("lead").filter(receipt_sha256=fingerprint(code))
    return found.first()


@transaction.atomic
def add(code: str, said: str, files: Sequence[Taken]) -> Tip:
    """The teller adds something, or answers a question; Refused for a code that opens nothing."""
    tip = of_receipt(code)
    if tip is None:
        raise Refused("tip_no_receipt")
    if tip.lead.state == CLOSED:
        raise Refused("tip_closed")
    _write(tip, _told(said), files)
    return tip


def _told(given: str) -> str:
    """What is told; InputError where nothing is."""
    said = text("text", given, tips.TEXT_MAX)
    if not said:
        most = tips.TEXT_MAX
        raise InputError("text", "", f"1 to {most} characters", "tip_text", most=most)
    return said


def _write(tip: Tip, said: str, files: Sequence[Taken]) -> None:
    if tip.papers.count() + len(files) > tips.FILES_MAX:
        raise Refused("tip_files", most=tips.FILES_MAX)
    write_message(tip, said, "told", TELLER)
    for file in files:
        _write_paper(tip, file)


def write_message(tip: Tip, said: str, kind: str, who: Who) -> Message:
    """The next word of the thread, with its event (told, asked); Refused for too many."""
    number = tip.messages.count() + 1
    if number > tips.MESSAGES_MAX:
        raise Refused("tip_full", most=tips.MESSAGES_MAX)
    message = Message(tip=tip, number=number, text=said, at=timezone.now(), by_id=who.person)
    record(tip.lead, kind, {"message": number, ROWS: message_told(message)}, who)
    message.save(force_insert=True)
    return message


def _write_paper(tip: Tip, file: Taken) -> None:
    if tip.papers.filter(sha256=file.sha256).exists():
        return
    paper = TipPaper(
        tip=tip, name=file.name, sha256=file.sha256, size=file.size,
        media_type=file.media_type, scan=file.scan, at=timezone.now(),
    )  # fmt: skip
    told = {"paper": str(paper.pk), "sha256": paper.sha256, ROWS: paper_told(paper)}
    record(tip.lead, "paper_added", told, TELLER)
    paper.save(force_insert=True)
