"""A ruling as the JSON object of the command line; numbers are numbers, nothing is NaN."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.law.words import (
    finding_words,
    presumptions,
    question_words,
    reference,
    subject,
)

if TYPE_CHECKING:
    from monazite.law.law import Law
    from monazite.law.questions import Question
    from monazite.law.ruling import Finding, Ruling, RulingReading

Document = dict[str, Any]


def document(law: Law, ruling: Ruling, lang: str) -> Document:
    """The ruling with its words in one language; codes and ids are the same in every language."""
    consequences = ruling.consequences
    return {
        "outcome": ruling.outcome,
        "possible": list(ruling.possible),
        "presumes": presumptions(ruling, lang),
        "confidence": ruling.confidence,
        "readings": [_reading(r, lang) for r in ruling.readings],
        "findings": [finding_document(f, lang) for f in ruling.findings],
        "questions": [_question(law, q, lang) for q in ruling.questions],
        "documents": [
            {
                "id": paper.id,
                "document": paper.words[lang],
                "for": paper.outcome,
                "source": paper.source,
                "confidence": paper.confidence,
            }
            for paper in consequences.documents
        ],
        "clock": _clock(ruling, lang),
        "offence": {
            "offence": consequences.offence[lang],
            "source": consequences.offence["source"],
            "confidence": consequences.offence["confidence"],
        },
        "law_hash": ruling.law_hash,
        "on": ruling.situation.on.isoformat(),
        "known": ruling.situation.known.isoformat(),
    }


def _reading(reading: RulingReading, lang: str) -> Document:
    return {
        "reading": reading.name,
        "outcome": reading.outcome,
        "possible": list(reading.possible),
        "because": " ".join(r.because if lang == "en" else r.because_zh for r in reading.because),
        "source": "; ".join(dict.fromkeys(r.source for r in reading.because)),
    }


def finding_document(finding: Finding, lang: str) -> Document:
    """One finding as JSON."""
    atom = finding.atom
    return {
        "measure": atom.measure.id,
        "limb": atom.limb_id,
        "item": atom.item.id if atom.item else None,
        "matched": finding.matched,
        "near": finding.near,
        "legal": atom.measure.legal,
        "status": finding.status.state,
        "operated": finding.status.operated,
        "effect": atom.effect,
        "subject": subject(atom, lang),
        "text": finding_words(finding, lang),
        "reference": reference(atom, lang),
        "source": atom.measure.sources[0][0],
        "confidence": atom.confidence,
        "carried_from": atom.item.continues if atom.item else None,
    }


def _question(law: Law, question: Question, lang: str) -> Document:
    return {
        "fact": question.fact,
        "ask": question_words(law, question, lang),
        "decides": dict(question.decides),
        "needed": question.needed,
    }


def _clock(ruling: Ruling, lang: str) -> Document:
    consequences = ruling.consequences
    clock = consequences.clock
    if clock is None:
        return {"days": None, "clock": None, "reason": consequences.clock_reason.get(lang, "")}
    return {
        "days": clock["days"],
        "unit": clock["unit"],
        "starts": clock["starts"],
        "clock": clock[lang],
        "excluded": clock[f"excluded_{lang}"],
        "source": clock["source"],
        "confidence": clock["confidence"],
    }
