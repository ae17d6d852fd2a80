"""Parts of the law as source rows: measures, their items and limbs, relations, commitments."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from monazite.law.law import Law
    from monazite.law.model import LawItem, Limb, Measure, Relation

Document = dict[str, Any]
# Stated of every row beside its fields, so not among them again.
_BESIDE = frozenset({"id", "sources", "confidence", "notes", "note", "extra"})


def law_rows(law: Law) -> Mapping[str, Callable[[], Document]]:
    """Every id of the law data that a source may name, with what shows it.

    A limb goes by its measure's id and its own, with a stroke between: CN-2025-61/2a.
    """
    return dict(_rows(law))


def _rows(law: Law) -> Iterator[tuple[str, Callable[[], Document]]]:
    for measure in law.measures.values():
        yield measure.id, partial(_measure, measure)
        for item in measure.items:
            yield item.id, partial(_part, measure, item, item.id)
        for limb in measure.limbs:
            limb_id = f"{measure.id}/{limb.id}"
            yield limb_id, partial(_part, measure, limb, limb_id)
    for relation in law.relations:
        yield relation.id, partial(_relation, law, relation)
    for commitment in law.commitments:
        yield commitment["id"], partial(_commitment, commitment)


def _measure(measure: Measure) -> Document:
    shown = {**_fields(measure), **plain(measure.extra)}
    shown["items"] = [item.id for item in measure.items]
    shown["limbs"] = [f"{measure.id}/{limb.id}" for limb in measure.limbs]
    return {
        "id": measure.id,
        "table": "law/measure",
        "fields": _stated(shown),
        "source": _refs(measure),
        "confidence": measure.confidence,
        "note": measure.notes,
    }


def _part(measure: Measure, part: LawItem | Limb, row: str) -> Document:
    """An item or a limb: its document is its measure's."""
    return {
        "id": row,
        "table": "law/item" if part.id == row else "law/limb",
        "fields": _stated({"measure": measure.id, **_fields(part)}),
        "source": _refs(measure),
        "confidence": part.confidence or measure.confidence,
        "note": getattr(part, "note", None) or "",
    }


def _relation(law: Law, relation: Relation) -> Document:
    """A relation: its document is that of the measure that makes it."""
    maker = law.measures.get(relation.by)
    return {
        "id": relation.id,
        "table": "law/relation",
        "fields": _stated(_fields(relation)),
        "source": _refs(maker) if maker else relation.by,
        "confidence": relation.confidence,
        "note": relation.note,
    }


def _commitment(one: Mapping[str, Any]) -> Document:
    return {
        "id": one["id"],
        "table": "law/commitment",
        "fields": _stated({key: plain(v) for key, v in one.items() if key not in _BESIDE}),
        "source": "; ".join(source["ref"] for source in one["sources"]),
        "confidence": one["confidence"],
        "note": "",
    }


def _stated(shown: Document) -> Document:
    """The fields that say something: nothing empty, no flag that is off."""
    return {key: v for key, v in shown.items() if v is not False and v not in (None, [], {}, "")}


def _refs(measure: Measure) -> str:
    return "; ".join(ref for ref, _ in measure.sources)


def _fields(record: Any) -> Document:  # noqa: ANN401 - any dataclass of the law
    return {
        one.name: plain(getattr(record, one.name))
        for one in fields(record)
        if one.name not in _BESIDE
    }


def plain(value: Any) -> Any:  # noqa: ANN401 - JSON is what comes out
    """A value of the law as JSON: days as text, sets in order, records as mappings."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, AbstractSet):
        return sorted(value)
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if is_dataclass(value):
        return _fields(value)
    return value
