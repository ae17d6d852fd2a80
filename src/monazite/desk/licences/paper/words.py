"""Everything that is printed on a licence, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from monazite.catalogue.countries import find, name
from monazite.catalogue.texts import keys, say
from monazite.desk.licences.limits import limits
from monazite.desk.licences.models import Licence
from monazite.desk.licences.snapshot import grouped_by_eight
from monazite.desk.licences.standing import standing
from monazite.law.store import load

_LABELS = (
    "title", "state_on", "parties", "lines", "item", "control_code", "hs",
    "controlled", "limit", "conditions", "signed", "fingerprint", "check", "notice", "scan",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, for which office, when."""

    name: str
    office: str
    at: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table; item: what it is, more: its form and what it contains."""

    number: int
    item: str
    more: str
    control_code: str
    hs: str
    controlled: str
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The sheet; state: what it was when this was printed; usable: whether it could be used then.

    fingerprint: in groups of eight, to be compared by eye.
    """

    lang: str
    labels: Mapping[str, str]
    number: str
    kind: str
    state: str
    usable: bool
    printed_at: str
    facts: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    conditions: tuple[str, ...]
    no_conditions: str
    signatures: tuple[Signature, ...]
    fingerprint: tuple[str, ...]
    check_code: str
    address: str


def words(licence: Licence, lang: str, address: str, now: datetime) -> Words:
    """What is printed at a moment; address: the public page of the licence."""
    terms = licence.terms
    on = now.astimezone(load().zone(licence.regime) or UTC).date()
    found = standing(licence, on)
    return Words(
        lang=lang,
        labels={label: say(f"desk.licence.paper.{label}", lang) for label in _LABELS},
        number=licence.number,
        kind=_choice("kind", terms["kind"], lang),
        state=say(f"desk.licence.state.{found.state}", lang),
        usable=found.usable,
        printed_at=moment(now, licence.regime),
        facts=tuple(_facts(terms, lang)),
        lines=tuple(_line(line, lang) for line in terms["lines"]),
        conditions=tuple(terms["conditions"]),
        no_conditions=say("desk.licence.paper.no_conditions", lang),
        signatures=tuple(_signature(each, terms["regime"], lang) for each in terms["signed"]),
        fingerprint=grouped_by_eight(licence.terms_sha256),
        check_code=licence.check_code,
        address=address,
    )


def moment(at: datetime, regime: str) -> str:
    """A time to the minute in the regime's zone, with its distance from UTC."""
    local = at.astimezone(load().zone(regime) or UTC)
    return f"{local:%Y-%m-%d %H:%M} (UTC{local:%z})"


def country(code: str, lang: str) -> str:
    """The name of a country, or what stands in its place."""
    return name(code, lang) if code and find(code) else code


def _facts(terms: Mapping[str, Any], lang: str) -> Iterator[tuple[str, str]]:
    for label, text in (
        ("holder", _party(terms["holder"], lang)),
        ("identifier", terms["holder"]["identifier"]),
        ("validity", _validity(terms, lang)),
        ("destination", country(terms["destination"], lang)),
        ("importer", _parties(terms["importer"], lang)),
        ("consignee", _parties(terms["consignee"], lang)),
        ("end_users", _parties(terms["end_users"], lang)),
        ("contract", terms["contract"]),
        ("currency", terms["currency"]),
        ("ports", _joined(terms["ports"], lang)),
        ("modes", _joined([_choice("mode", mode, lang) for mode in terms["modes"]], lang)),
        ("application", terms["application"]),
        ("replaces", terms["replaces"]),
    ):
        if text:
            yield say(f"desk.licence.fact.{label}", lang), text


def _validity(terms: Mapping[str, Any], lang: str) -> str:
    first, last = (date.fromisoformat(terms[name]) for name in ("valid_from", "valid_until"))
    return say("desk.licence.from_until", lang, first=first, last=last)


def _parties(parties: Sequence[Mapping[str, str]], lang: str) -> str:
    return "\n".join(_party(party, lang) for party in parties)


def _party(party: Mapping[str, str], lang: str) -> str:
    names = [party["name"], party["name_native"]]
    if lang == "zh":
        names.reverse()
    told = list(dict.fromkeys(each for each in names if each))
    return say(
        "desk.licence.party", lang, names=" / ".join(told), country=country(party["country"], lang)
    )


def _joined(texts: Sequence[str], lang: str) -> str:
    return ("、" if lang == "zh" else ", ").join(texts)


def _choice(vocabulary: str, code: str, lang: str) -> str:
    key = f"licensing.choice.{vocabulary}.{code}"
    return say(key, lang) if key in keys() else code


def _line(line: Mapping[str, Any], lang: str) -> Line:
    more = [_choice("form", line["form"], lang) if line["form"] else "", line["contains"]]
    return Line(
        number=line["number"],
        item=line["description"],
        more=" · ".join(each for each in more if each),
        control_code=line["control_code"] or "–",
        hs=line["hs"] or "–",
        controlled=say(f"desk.licence.controlled.{line['controlled_by']}", lang),
        limits=limits(line, lang),
    )


def _signature(signed: Mapping[str, str], regime: str, lang: str) -> Signature:
    office = (signed["office_native"] if lang == "zh" else "") or signed["office"]
    return Signature(signed["name"], office, moment(datetime.fromisoformat(signed["at"]), regime))
