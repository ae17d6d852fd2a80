"""Answers as JSON objects and as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.watch.screening.entity import Identifier
from monazite.watch.screening.party import Asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from monazite.watch.screening.answers import Answer, Hit, ListUsed

COLUMNS = ("row", "rank", "list", "entity_id", "alias", "score", "alert")


def rows(answers: Iterable[Answer]) -> Iterator[dict[str, Any]]:
    """A row for each hit: the party's number from 1, the hit's from 1, and what was hit."""
    for row, answer in enumerate(answers, 1):
        for rank, hit in enumerate(answer.hits, 1):
            yield {
                "row": row,
                "rank": rank,
                "list": hit.list,
                "entity_id": hit.entity,
                "alias": hit.alias,
                "score": round(hit.score, 4),
                "alert": hit.alert,
            }


def document(answer: Answer) -> dict[str, Any]:
    """Everything that an answer holds."""
    return {
        "asked": asked_document(answer.asked),
        "result": answer.result,
        "why": list(answer.why),
        "hits": [_hit(hit) for hit in answer.hits],
        "threshold": answer.threshold,
        "alarms": answer.alarms,
        "lists": [_list(one) for one in answer.lists],
        "software": answer.software,
        "model": answer.model,
    }


def asked_document(asked: Asked) -> dict[str, Any]:
    """Everything that was asked."""
    return {
        "names": list(asked.names),
        "kind": asked.kind,
        "countries": list(asked.countries),
        "dates": list(asked.dates),
        "identifiers": [one._asdict() for one in asked.identifiers],
        "not_understood": [{"field": one, "text": text} for one, text in asked.not_understood],
    }


def asked_of(document: Mapping[str, Any]) -> Asked:
    """The party of `asked_document`."""
    return Asked(
        tuple(document["names"]),
        document["kind"],
        tuple(document["countries"]),
        tuple(document["dates"]),
        tuple(Identifier(**one) for one in document["identifiers"]),
        tuple((one["field"], one["text"]) for one in document["not_understood"]),
    )


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "list": hit.list,
        "entity_id": hit.entity,
        "name": hit.name,
        "alias": hit.alias,
        "typed": hit.typed,
        "by": list(hit.by),
        "score": hit.score,
        "expected_per_1000": hit.expected,
        "alert": hit.alert,
        "over_threshold": hit.over,
        "listed": hit.listed,
        "paused": hit.paused,
        "suppressed_until": hit.suppressed_until and hit.suppressed_until.isoformat(),
        "features": dict(hit.features),
        "evidence": dict(hit.evidence),
    }


def _list(one: ListUsed) -> dict[str, Any]:
    return {
        "list": one.list,
        "version": one.version,
        "published": one.published and one.published.isoformat(),
        "loaded_at": one.loaded_at.isoformat(),
        "stale": one.stale,
    }
