"""What a reader can do about a challenge: a right, an event of its table, fields and a service."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from monazite.catalogue.forms import FORMS, name
from monazite.catalogue.texts import say
from monazite.customs.challenge import FINDINGS
from monazite.customs.regime import rules
from monazite.desk.gate.paper.words import said
from monazite.desk.gate.services import challenging
from monazite.desk.gate.services.challenging import Found, Verdict
from monazite.desk.gate.services.challenging.identifying import offices
from monazite.desk.gate.services.challenging.sides import CUSTOMS, LICENSING
from monazite.desk.pages.cases.acts.fields import Field, area, checks, day, radios, select
from monazite.desk.pages.cases.acts.sent import Sent
from monazite.desk.pages.challenges.look import Look
from monazite.desk.people.named import named
from monazite.law.store import load

VIA = "page"
Options = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Act:
    """One of them; can: what else must be so; weight: main, other or danger."""

    name: str
    right: str
    perform: Callable[[Look, Sent], object]
    fields: Callable[[Look], tuple[Field, ...]]
    can: Callable[[Look], bool]
    weight: str

    def offered(self, look: Look) -> bool:
        """Whether the reader can do it now; the service asks again."""
        return look.challenge.closed_at is None and look.may(self.right) and self.can(look)


def options(vocabulary: str, codes: tuple[str, ...], lang: str) -> Options:
    """Codes of a challenge with their words."""
    return [(code, said(vocabulary, code, lang)) for code in codes]


def _answer(look: Look, sent: Sent) -> object:
    ident, papers = look.declaration.pk, sent.idents("papers")
    return challenging.answer_challenge(look.person, ident, sent.text("text"), papers, VIA)


def _answer_fields(look: Look) -> tuple[Field, ...]:
    own = [(str(each.pk), each.name) for each in look.papers]
    ticked = [ident for ident, _ in own]
    papers = (checks("papers", own, ticked),) if own else ()
    return (area("text"), *papers)


def _sample(look: Look, sent: Sent) -> object:
    taken_on = sent.day("taken_on") or load().today(look.declaration.regime)
    found = Found(
        sent.number("item"), sent.text("laboratory"), sent.text("method"), taken_on,
        sent.text("form"), sent.text("contains"), sent.text("text"),
    )  # fmt: skip
    return challenging.report_sample(look.person, look.declaration.pk, found, VIA)


def _sample_fields(look: Look) -> tuple[Field, ...]:
    items = [(str(each.number), f"{each.number}. {each.description[:60]}") for each in look.items]
    forms = [(each, name(each, look.lang)) for each in FORMS if each != "any"]
    own = look.person.organisation
    return (
        select("item", items), Field("laboratory", "word", values=(named(own, look.lang),)),
        Field("method", "word", required=True),
        day("taken_on", load().today(look.declaration.regime).isoformat(), required=True),
        select("form", [("", "–"), *forms]), Field("contains", "word", required=True),
        area("text", required=False),
    )  # fmt: skip


def _ask(look: Look, sent: Sent) -> object:
    return challenging.ask_identification(
        look.person, look.declaration.pk, sent.text("text"), VIA,
        office=sent.ident("office"), seen=sent.seen,
    )  # fmt: skip


def _ask_fields(look: Look) -> tuple[Field, ...]:
    known = [(str(each.pk), named(each, look.lang)) for each in offices(look.declaration.regime)]
    return (select("office", known), area("text"))


def _judge(look: Look, sent: Sent) -> object:
    verdict = Verdict(
        sent.text("finding"), sent.text("disposal"), sent.chosen("grounds"), sent.text("text")
    )
    return challenging.judge(look.person, look.declaration.pk, verdict, VIA, seen=sent.seen)


def _judge_fields(look: Look) -> tuple[Field, ...]:
    table = rules(look.declaration.regime).challenge
    disposals = [("", say("desk.challenge.no_disposal", look.lang))]
    disposals += options("disposal", tuple(table.disposals), look.lang)
    disposal = (select("disposal", disposals),) if look.side == CUSTOMS else ()
    return (
        radios("finding", options("finding", FINDINGS, look.lang)), *disposal,
        checks("grounds", options("ground", table.grounds, look.lang)), area("text"),
    )  # fmt: skip


def _may_judge(look: Look) -> bool:
    event = {CUSTOMS: "judge", LICENSING: "identify"}[look.side]
    return look.open_for(event) and look.proposed is None


def _sign(look: Look, sent: Sent) -> object:
    return challenging.sign_judgement(look.person, sent.ident("judgement"), VIA, seen=sent.seen)


def _send_back(look: Look, sent: Sent) -> object:
    ident, text = sent.ident("judgement"), sent.text("text")
    return challenging.send_back_judgement(look.person, ident, text, VIA, seen=sent.seen)


def _which(look: Look) -> Field:
    return Field("judgement", "hidden", values=(str(look.proposed.pk) if look.proposed else "",))


def _may_sign(look: Look) -> bool:
    """Two sign: whoever proposed it reads it, and a colleague of the same office signs."""
    waits = look.proposed
    return waits is not None and waits.by_office == look.side and waits.author_id != look.person.pk


def _always(_: Look) -> bool:
    return True


ACTS: Mapping[str, Act] = {
    act.name: act
    for act in (
        Act("answer", "challenge.answer", _answer, _answer_fields,
            lambda look: look.open_for("answer"), "main"),
        Act("sign", "challenge.sign", _sign, lambda look: (_which(look),), _may_sign, "main"),
        Act("send_back", "challenge.sign", _send_back, lambda look: (_which(look), area("text")),
            _may_sign, "other"),
        Act("judge", "challenge.judge", _judge, _judge_fields, _may_judge, "main"),
        Act("sample", "sample.report", _sample, _sample_fields, _always, "other"),
        Act("ask", "challenge.ask", _ask, _ask_fields, lambda look: look.open_for("ask"), "other"),
    )
}  # fmt: skip
"""Every act by its name, what matters most first."""
