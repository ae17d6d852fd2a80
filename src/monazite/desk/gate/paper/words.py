"""Everything that is printed on a notice, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from monazite.catalogue.texts import keys, say
from monazite.desk.licences.limits import number
from monazite.desk.licences.paper.words import Signature, country, moment
from monazite.desk.licences.snapshot import grouped_by_eight
from monazite.law.references_said import law_words

_PAPER = "desk.challenge.paper"
_LABELS = (
    "kind", "parties", "goods", "item", "hs", "control_code", "licence", "quantity", "value",
    "last_day", "law", "seal", "receipt", "signed", "fingerprint",
)  # fmt: skip
Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Goods:
    """One item of the table; item: what it is, more: its form and what it contains."""

    number: int
    item: str
    more: str
    claim: str
    hs: str
    control_code: str
    licence: str
    quantity: str
    value: str


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with a list or a text under it."""

    title: str
    rows: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """The sheet; due: the last day for an answer, "" where nothing is asked.

    fingerprint: in groups of eight, to be compared by eye.
    """

    lang: str
    title: str
    labels: Mapping[str, str]
    number: str
    facts: tuple[tuple[str, str], ...]
    goods: tuple[Goods, ...]
    parts: tuple[Part, ...]
    due: str
    notice: str
    law: tuple[str, ...]
    signatures: tuple[Signature, ...]
    fingerprint: tuple[str, ...]


def notice_words(told: Document, sha256: str, lang: str) -> Words:
    """The notice by which goods are challenged; told: as it was fixed when it was issued."""
    parts = (
        Part(_say("grounds", lang), _codes("ground", told["grounds"], lang), told["text"]),
        Part(_say("papers", lang), _codes("paper", told["papers"], lang), _say("language", lang)),
    )
    return _words(
        told, sha256, lang, "title", parts, due=due(told, lang), notice=_say("notice", lang)
    )


def result_words(told: Document, sha256: str, lang: str) -> Words:
    """The notice of what was judged; told: as it was fixed when it was signed."""
    finding = Part(
        _say("finding", lang),
        (say(f"customs.challenge.finding.{told['finding']}", lang), *_identified(told, lang)),
        "",
    )
    reasons = Part(_say("reasons", lang), _codes("ground", told["grounds"], lang), told["text"])
    follows = Part(
        _say("follows", lang), _codes("disposal", _given(told["disposal"]), lang),
        say(f"{_PAPER}.state.{told['state']}", lang),
    )  # fmt: skip
    parts = (finding, reasons, follows)
    return _words(told, sha256, lang, "result_title", parts, due="", notice="")


def due(told: Document, lang: str) -> str:
    """The last day for the answer, or that it cannot be told yet."""
    days = told["answer_days"]
    if not told["answer_by"]:
        return _say("by_unknown", lang, days=days)
    return _say("by", lang, day=told["answer_by"], days=days)


def _words(
    told: Document, sha256: str, lang: str, title: str, parts: tuple[Part, ...],
    *, due: str, notice: str,
) -> Words:  # fmt: skip
    return Words(
        lang=lang,
        title=_say(title, lang),
        labels={label: _say(label, lang) for label in _LABELS},
        number=told["number"],
        facts=tuple(_facts(told, lang)),
        goods=tuple(_goods(each, lang) for each in told["goods"]),
        parts=parts,
        due=due,
        notice=notice,
        law=tuple(law_words(each, lang) for each in told["law"]),
        signatures=tuple(_signature(each, told["regime"], lang) for each in told["signed"]),
        fingerprint=grouped_by_eight(sha256),
    )


def _facts(told: Document, lang: str) -> Iterator[tuple[str, str]]:
    issued = "challenged_at" if "finding" in told else "issued_at"
    for label, text in (
        ("declaration", told["declaration"]),
        ("reference", told["reference"]),
        ("exporter", _name(told["exporter"], lang)),
        ("identifier", told["exporter"]["identifier"]),
        ("declarant", told["declarant"]),
        ("office", _name(told["office"], lang)),
        ("port", told["port"]),
        ("destination", country(told["destination"], lang)),
        (issued, moment(datetime.fromisoformat(told["issued_at"]), told["regime"])),
    ):
        if text:
            yield _say(label, lang), text


def _goods(item: Document, lang: str) -> Goods:
    more = (_choice("form", item["form"], lang), item["contains"])
    unit = _choice("unit", item["unit"], lang)
    return Goods(
        number=item["number"],
        item=item["description"],
        more=" · ".join(each for each in more if each),
        claim=_say("claim", lang, claim=item["claim"]) if item["claim"] else "",
        hs=item["hs"] or "–",
        control_code=item["control_code"] or "–",
        licence=item["licence_number"] or "–",
        quantity=f"{number(Decimal(item['quantity']))} {unit}",
        value=f"{number(Decimal(item['value']))} {item['currency']}",
    )


def _identified(told: Document, lang: str) -> tuple[str, ...]:
    asked = told["identified_by"]
    return (_say("identified_by", lang, office=_name(asked, lang)),) if asked else ()


def _codes(vocabulary: str, codes: tuple[str, ...], lang: str) -> tuple[str, ...]:
    return tuple(said(vocabulary, code, lang) for code in codes)


def said(vocabulary: str, code: str, lang: str) -> str:
    """A ground, a paper or a disposal as people call it; one without words stands for itself."""
    key = f"customs.challenge.{vocabulary}.{code}"
    return say(key, lang) if key in keys() else code


def _given(code: str) -> tuple[str, ...]:
    return (code,) if code else ()


def _choice(vocabulary: str, code: str, lang: str) -> str:
    key = f"licensing.choice.{vocabulary}.{code}"
    return say(key, lang) if key in keys() else code


def _name(told: Document, lang: str) -> str:
    return str((told["name_native"] if lang == "zh" else "") or told["name"])


def _signature(signed: Document, regime: str, lang: str) -> Signature:
    office = (signed["office_name_native"] if lang == "zh" else "") or signed["office_name"]
    return Signature(signed["name"], office, moment(datetime.fromisoformat(signed["at"]), regime))


def _say(key: str, lang: str, **values: object) -> str:
    return say(f"{_PAPER}.{key}", lang, **values)
