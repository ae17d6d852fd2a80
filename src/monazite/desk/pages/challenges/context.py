"""What the page of a challenge shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from monazite.catalogue.texts import say
from monazite.desk.gate.models import Answer, GatePaper, Judgement
from monazite.desk.gate.notices import number_of
from monazite.desk.gate.paper.words import notice_words, said
from monazite.desk.gate.services.challenging.analysing import checked_again
from monazite.desk.gate.services.challenging.papers import kinds_of
from monazite.desk.pages.challenges.acts import options
from monazite.desk.pages.challenges.forms import Refused, forms
from monazite.desk.pages.challenges.look import Look
from monazite.law.store import load

if TYPE_CHECKING:
    from monazite.law.finding import FindingDocument

_TONES = {"issued": "warning", "no_answer": "error", "closed": ""}


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with those of its papers that the reader may open."""

    answer: Answer
    papers: tuple[GatePaper, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement in words."""

    row: Judgement
    finding: str
    disposal: str
    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A file in words; kind: what it is said to be."""

    row: GatePaper
    kind: str


@dataclass(frozen=True, slots=True)
class Analysed:
    """What the gate says of an item as it was analysed."""

    number: int
    outcome: str
    tone: str
    findings: tuple[FindingDocument, ...]


def context(look: Look, wanted: str, refused: Refused | None) -> dict[str, Any]:
    """The values of the page; wanted: the act whose form stands open."""
    challenge, lang = look.challenge, look.lang
    return {
        "challenge": challenge,
        "declaration": look.declaration,
        "number": number_of(challenge),
        "state": say(f"customs.challenge.state.{challenge.state}", lang),
        "why": _why(look),
        "tone": _TONES.get(challenge.state, "good"),
        "paper": notice_words(challenge.notice, challenge.notice_sha256, lang),
        "due": due(look.last_day, challenge.state, load().today(look.declaration.regime), lang),
        "wanted": _wanted(look),
        "answers": _answers(look),
        "papers": [Paper(each, said("paper", each.kind, lang)) for each in look.papers],
        "samples": look.samples,
        "analysed": _analysed(look),
        "identification": getattr(challenge, "identification", None),
        "judgements": [_judged(each, lang) for each in look.judgements],
        "result": any(each.notice for each in look.judgements),
        "official": look.official,
        "uploads": _may_add(look),
        "kinds": options("paper", kinds_of(look.person, look.declaration), lang),
        "forms": forms(look, wanted, refused),
        "lost": refused if refused and not _offered(look, refused) else None,
    }


def _why(look: Look) -> str:
    """Where it is and why it waits: said to the declarant; to officials, what holds for all."""
    if look.official:
        return say("desk.challenge.paper.notice", look.lang)
    return say(f"customs.challenge.state_why.{look.challenge.state}", look.lang)


def due(last: date | None, state: str, today: date, lang: str) -> str:
    """How long there is for an answer, of a challenge that waits for one."""
    if state != "issued":
        return ""
    if last is None:
        return say("desk.challenge.due_unknown", lang)
    return say("desk.challenge.due", lang, day=last, left=max((last - today).days, 0))


def _offered(look: Look, refused: Refused) -> bool:
    return any(form.name == refused.name for form in forms(look, refused.name, refused))


def _may_add(look: Look) -> bool:
    acts = ("challenge.answer", "sample.report", "challenge.judge")
    return look.challenge.closed_at is None and any(look.may(act) for act in acts)


def _wanted(look: Look) -> list[tuple[str, bool]]:
    """What is to be handed in, and whether something of that kind lies there."""
    there = {each.kind for each in look.papers}
    asked = look.challenge.notice["papers"]
    return [(said("paper", kind, look.lang), kind in there) for kind in asked]


def _answers(look: Look) -> list[Answered]:
    known = {str(each.pk): each for each in look.papers}
    rows = look.challenge.answers.select_related("by").order_by("number")
    return [
        Answered(row, tuple(known[ident] for ident in row.papers if ident in known)) for row in rows
    ]


def _judged(row: Judgement, lang: str) -> Judged:
    return Judged(
        row,
        said("finding", row.finding, lang),
        said("disposal", row.disposal, lang) if row.disposal else "",
        tuple(said("ground", each, lang) for each in row.grounds),
    )


def _analysed(look: Look) -> Sequence[Analysed]:
    """For officials, of an open challenge: what the law says of the goods as they are known now."""
    if not look.official or look.challenge.closed_at is not None:
        return ()
    tones = {"clear": "good", "look": "warning", "stop": "error"}
    return [
        Analysed(
            item.number,
            say(f"desk.challenge.outcome.{item.outcome}", look.lang),
            tones[item.outcome],
            tuple(each.document(look.lang) for each in item.findings),
        )
        for item in checked_again(look.declaration).items
        if item.number in look.challenge.items
    ]
