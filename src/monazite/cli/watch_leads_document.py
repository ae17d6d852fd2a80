"""`monazite watch leads` as JSON and as rows of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.watch.leads.documents import document as lead_document
from monazite.watch.leads.fingerprints import SHOWN
from monazite.watch.leads.precision import worth
from monazite.watch.leads.wording import not_computed_words, otherwise_words, reason_words

if TYPE_CHECKING:
    from monazite.cli.watch_leads_shown import Shown
    from monazite.watch.leads.dispositions import Disposition
    from monazite.watch.leads.item import Item
    from monazite.watch.leads.precision import Precision

COLUMNS = (
    "rank", "lead", "state", "outcome", "rule", "room", "subject", "score", "worth", "reasons",
    "otherwise", "evidence", "first", "last", "agency", "told", "law", "grade",
)  # fmt: skip


def document(answer: Shown, lang: str) -> dict[str, Any]:
    """The answer as one JSON object; words in the language beside the codes."""
    received = answer.received
    return {
        "leads": [_item(at, item, answer, lang) for at, item in enumerate(answer.items, start=1)],
        "precision": [_precision(each) for each in answer.precisions.values()],
        "received": None if received is None else {
            name: getattr(received, name) for name in received.__slots__
        },
        "not_computed": [
            {
                "rule": one.rule, "code": one.code, "subject": list(one.subject),
                "words": not_computed_words(one, lang),
            }
            for one in answer.not_computed
        ],
    }  # fmt: skip


def _item(rank: int, item: Item, answer: Shown, lang: str) -> dict[str, Any]:
    told = lead_document(item.lead)
    for reason, words in zip(told["reasons"], item.lead.reasons, strict=True):
        reason["words"] = reason_words(item.lead.rule, words, lang)
    told["otherwise"] = [
        {"code": code, "words": otherwise_words(code, lang)} for code in item.lead.otherwise
    ]
    return {
        "rank": rank,
        "lead": item.fingerprint,
        "state": item.state,
        "reopened": item.reopened,
        "outcome": item.outcome or None,
        "worth": round(worth(item, answer.precisions), 6),
        "opened_at": item.opened_at.isoformat(),
        "changed_at": item.changed_at.isoformat(),
        **told,
        "dispositions": [disposition(each) for each in item.dispositions],
    }


def disposition(said: Disposition) -> dict[str, Any]:
    """What somebody said of a lead, as a JSON object."""
    return {
        "outcome": said.outcome,
        "by": said.by,
        "at": said.at.isoformat(),
        "evidence": said.evidence,
        "until": said.until.isoformat() if said.until else None,
    }


def _precision(one: Precision) -> dict[str, Any]:
    names = ("rule", "judged", "right", "share", "low", "high", "expected")
    return {name: getattr(one, name) for name in names}


def rows(answer: Shown, lang: str) -> list[dict[str, object]]:
    """One row a lead; lists with semicolons between, reasons and explanations in words."""
    return [_row(at, item, answer, lang) for at, item in enumerate(answer.items, start=1)]


def _row(rank: int, item: Item, answer: Shown, lang: str) -> dict[str, object]:
    lead = item.lead
    return {
        "rank": rank,
        "lead": item.fingerprint[:SHOWN],
        "state": item.state,
        "outcome": item.outcome,
        "rule": lead.rule,
        "room": lead.room,
        "subject": "; ".join(lead.subject),
        "score": round(lead.score, 6),
        "worth": round(worth(item, answer.precisions), 6),
        "reasons": "; ".join(reason_words(lead.rule, each, lang) for each in lead.reasons),
        "otherwise": "; ".join(otherwise_words(code, lang) for code in lead.otherwise),
        "evidence": "; ".join(lead.evidence),
        "first": lead.first.isoformat() if lead.first else "",
        "last": lead.last.isoformat() if lead.last else "",
        "agency": lead.agency,
        "told": "; ".join(lead.told),
        "law": "; ".join(lead.law),
        "grade": lead.grade,
    }
