"""Measures, their status, changes and problems as the JSON objects of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.law.makers import instrument, maker
from monazite.law.model import OUTCOMES
from monazite.law.status import status

if TYPE_CHECKING:
    from datetime import date

    from monazite.law.check import Problem
    from monazite.law.diff import Change
    from monazite.law.law import Law
    from monazite.law.model import LawItem, Limb, Measure, Party, Relation, Where
    from monazite.law.status import Status

Document = dict[str, Any]


def title(measure: Measure, lang: str) -> str:
    """What the measure is called in the language."""
    return measure.title if lang == "en" else measure.title_zh


def effects(law: Law, measure: Measure) -> list[str]:
    """What its limbs and items do, the strongest first; its own effect where it has neither."""
    atoms = [a for a in law.atoms if a.measure is measure]
    ranked = sorted(atoms, key=lambda a: len(OUTCOMES) if a.rank is None else a.rank)
    return list(dict.fromkeys(a.effect for a in ranked)) or [measure.effect]


def brief_document(law: Law, measure: Measure, on: date, known: date, lang: str) -> Document:
    """One measure of a list, with its status on a day."""
    return {
        "id": measure.id,
        "jurisdiction": measure.jurisdiction,
        "instrument": instrument(measure)[lang],
        "title": title(measure, lang),
        "kinds": list(measure.kinds),
        "effects": effects(law, measure),
        "legal": measure.legal,
        "on": on.isoformat(),
        **_state(status(law, measure.id, on, known)),
        "confidence": measure.confidence,
    }


def measure_document(law: Law, measure: Measure, on: date, known: date, lang: str) -> Document:
    """Everything the law data hold of a measure that a person may want to read."""
    return {
        **brief_document(law, measure, on, known, lang),
        "official": measure.official,
        "published": _day(measure.published),
        "effective_from": _day(measure.effective_from),
        "last_day": _day(measure.last_day),
        "departures": _where(measure.departures),
        "destinations": _where(measure.destinations),
        "limbs": [_limb(limb, lang) for limb in measure.limbs],
        "items": [_item(item, lang) for item in measure.items],
        "parties": [_party(p) for p in law.parties if p.measure == measure.id],
        "relations": [relation_document(law, r, lang) for r in relations_of(law, measure)],
        "commitments": [c["id"] for c in law.commitments if measure.id in c["covers"]],
        "sources": [{"ref": ref, "confidence": sure} for ref, sure in measure.sources],
        "notes": measure.notes,
    }


def relations_of(law: Law, measure: Measure) -> list[Relation]:
    """What is done to the measure or to its suspensions, and what it does to others."""
    targets = {r.id: r.target for r in law.relations}
    return [
        r
        for r in law.relations
        if measure.id in {r.target, r.by, targets.get(r.target_relation or "")}
    ]


def relation_document(law: Law, relation: Relation, lang: str) -> Document:
    """One relation: who does what to which measure or relation, from when to when."""
    return {
        "id": relation.id,
        "kind": relation.kind,
        "by": maker(law, relation)[lang],
        "target": relation.target or relation.target_relation,
        "published": _day(relation.published),
        "from": _day(relation.start),
        "until": _day(relation.until),
        "after_until": relation.after_until,
        "official": relation.official,
        "confidence": relation.confidence,
    }


def status_document(
    measure: Measure, limb: str | None, found: Status, on: date, known: date, lang: str
) -> Document:
    """The status of a measure or a limb, with every reading of it."""
    return {
        "measure": measure.id,
        "limb": limb,
        "instrument": instrument(measure)[lang],
        "title": title(measure, lang),
        "on": on.isoformat(),
        "known": known.isoformat(),
        **_state(found),
        "readings": [
            {
                "reading": one.name,
                "status": one.state,
                "because": one.because if lang == "en" else one.because_zh,
                "source": one.source,
            }
            for one in found.readings
        ],
        "source": measure.sources[0][0],
        "confidence": measure.confidence,
    }


def change_document(law: Law, change: Change, lang: str) -> Document:
    """One change of state, with what caused it."""
    return {
        "day": change.day.isoformat(),
        "measure": change.measure,
        "limb": change.limb,
        "item": change.item,
        "title": title(law.measures[change.measure], lang),
        "before": change.before,
        "after": change.after,
        "because": change.because[lang],
    }


def problem_document(problem: Problem, lang: str) -> Document:
    """One problem of the law data."""
    return {
        "level": problem.level,
        "code": problem.code,
        "subject": problem.subject,
        "text": problem.text[lang],
    }


def _state(found: Status) -> Document:
    return {
        "status": found.state,
        "operated": found.operated,
        "published_by_then": found.published,
        "since": _day(found.since),
        "until": _day(found.until),
    }


def _where(where: Where) -> Document:
    return {"mode": where.mode, "countries": sorted(where.countries)}


def _limb(limb: Limb, lang: str) -> Document:
    return {
        "id": limb.id,
        "name": limb.name if lang == "en" else limb.name_zh,
        "effective_from": _day(limb.effective_from),
        "effect": limb.effect,
        "items": list(limb.items),
        "test": limb.test,
    }


def _item(item: LawItem, lang: str) -> Document:
    return {
        "id": item.id,
        "description": item.description if lang == "en" else item.description_zh,
        "control_codes": list(item.control_codes),
        "forms": sorted(item.forms),
        "materials": list(item.materials),
        "hs": list(item.hs),
        "effect": item.effect,
        "parameters": item.parameters,
        "continues": item.continues,
        "confidence": item.confidence,
    }


def _party(party: Party) -> Document:
    """An entry of a party list, with its pause and what is left of it meanwhile."""
    return {
        "name": party.name,
        "name_zh": party.name_zh,
        "country": party.country,
        "listed_from": party.listed_from.isoformat(),
        "last_day": _day(party.last_day),
        "paused_from": _day(party.paused_from),
        "paused_until": _day(party.paused_until),
        "residual_while_paused": party.residual_while_paused or None,
        "source": party.source,
        "confidence": party.confidence,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
