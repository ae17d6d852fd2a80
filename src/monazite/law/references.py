"""What one entry of the law data says of another: every id named must exist."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from monazite.catalogue.elements import SYMBOLS
from monazite.law.dates import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterator

Document = dict[str, Any]


def reference_problems(document: Document) -> list[str]:
    """Every broken reference, duplicate id and wrong count, one sentence each."""
    measures = {m["id"]: m for m in document["measures"]}
    return [
        *_duplicates("measure", (m["id"] for m in document["measures"])),
        *_duplicates("relation", (r["id"] for r in document["relations"])),
        *_duplicates("item", (i["id"] for m in document["measures"] for i in m["items"])),
        *_items(document, measures),
        *_relations(document, measures),
        *_parties(document, measures),
        *_commitments(document, measures),
    ]


def _duplicates(what: str, ids: Iterator[str]) -> Iterator[str]:
    for name, count in Counter(ids).items():
        if count > 1:
            yield f"{what} {name} stands {count} times"


def _items(document: Document, measures: dict[str, Document]) -> Iterator[str]:
    groups = document["meta"]["vocabulary"]["groups"]
    for measure in document["measures"]:
        own = {i["id"] for i in measure["items"]}
        for item in measure["items"]:
            if not item["id"].startswith(measure["id"] + "."):
                yield f"item {item['id']} is not of {measure['id']}"
            for symbol in _symbols(item):
                if symbol not in SYMBOLS and symbol not in groups:
                    yield f"item {item['id']} names the unknown material {symbol!r}"
            if item.get("continues", measure["id"]) not in measures:
                yield f"item {item['id']} continues the unknown measure {item['continues']!r}"
        limbs = {limb["id"] for limb in measure.get("limbs", [])}
        for limb in measure.get("limbs", []):
            named = {*limb.get("applies_to_limbs", []), *limb.get("lifts", [])}
            for missing in [*(set(limb["items"]) - own), *(named - limbs)]:
                yield f"{measure['id']} limb {limb['id']} names the unknown {missing!r}"


def _symbols(item: Document) -> list[str]:
    composition = item.get("composition", {})
    lists = (composition.get(k, []) for k in ("requires_all", "requires_any", "excludes"))
    return [*item["materials"], *(s for symbols in lists for s in symbols)]


def _relations(document: Document, measures: dict[str, Document]) -> Iterator[str]:
    known = {r["id"]: r for r in document["relations"]}
    for relation in document["relations"]:
        for key in ("by", "target"):
            if relation.get(key) and relation[key] not in measures:
                yield f"{relation['id']}: {key} names the unknown measure {relation[key]!r}"
        if relation.get("target_relation") and relation["target_relation"] not in known:
            yield f"{relation['id']}: unknown target_relation {relation['target_relation']!r}"
        yield from _two_entries(relation, measures)
        yield from _joins(relation, document["relations"])
    for review in document["readings"]:
        if known.get(review["relation"], {}).get("kind") != "suspends":
            yield f"readings.yaml: {review['relation']} is not a suspension"


def _two_entries(relation: Document, measures: dict[str, Document]) -> Iterator[str]:
    """Days that the data hold twice, in a relation and in a measure, must be the same."""
    maker = measures.get(relation.get("by") or "")
    target = measures.get(relation.get("target") or "")
    name, kind = relation["id"], relation["kind"]
    if target and kind in {"terminates", "replaces"}:
        last = str(first_day(relation["from"]) - timedelta(days=1))
        if target["last_day"] != last:
            yield f"{name}: {target['id']} ends on {target['last_day']}, the relation says {last}"
    if maker and target:
        for key, other in (("published", "published"), ("from", "effective_from")):
            if relation[key] not in {maker[other], target[other]}:
                yield f"{name}: its {key} {relation[key]} is no day of {maker['id']} or its target"
    if maker and kind == "suspends" and relation["until"] != maker["last_day"]:
        yield f"{name}: it runs to {relation['until']}, {maker['id']} to {maker['last_day']}"


def _joins(relation: Document, others: list[Document]) -> Iterator[str]:
    """An extension begins where the suspension ends; suspensions and endings do not overlap."""
    for other in others:
        if relation["kind"] == "extends" and other["id"] == relation.get("target_relation"):
            follows = last_day(other["until"]) + timedelta(days=1) if other["until"] else None
            if first_day(relation["from"]) != follows:
                yield f"{relation['id']}: it begins on {relation['from']}, not on {follows}"
        later = relation["kind"] in {"suspends", "terminates", "replaces"} and relation["official"]
        same = other["kind"] == "suspends" and other.get("target") == relation.get("target")
        before = other["from"] < relation["from"]
        if later and same and before and other["until"] and other["until"] >= relation["from"]:
            yield f"{relation['id']}: it begins while {other['id']} still suspends"


def _parties(document: Document, measures: dict[str, Document]) -> Iterator[str]:
    entered = Counter(row["measure_id"] for row in document["parties"] if row["measure_id"])
    for name in entered.keys() - measures.keys():
        yield f"parties.csv names the unknown measure {name!r}"
    for measure in document["measures"]:
        said = measure.get("parties", {}).get("count", 0)
        if entered[measure["id"]] != said:
            yield f"{measure['id']} enters {said} parties, parties.csv has {entered[measure['id']]}"


def _commitments(document: Document, measures: dict[str, Document]) -> Iterator[str]:
    relations = {r["id"] for r in document["relations"]}
    yield from _duplicates("commitment", (c["id"] for c in document["commitments"]))
    for commitment in document["commitments"]:
        name, covers = commitment["id"], commitment["covers"]
        deeds = [*commitment["kept_by"], *commitment["not_kept"]]
        named = {*covers, *(d["measure"] for d in deeds if "measure" in d)}
        for measure in sorted(named - measures.keys()):
            yield f"commitment {name} names the unknown measure {measure!r}"
        for relation in sorted({d["relation"] for d in deeds if "relation" in d} - relations):
            yield f"commitment {name} names the unknown relation {relation!r}"
        for measure in sorted(set(commitment.get("disputed", [])) - set(covers)):
            yield f"commitment {name} disputes {measure!r}, which it does not cover"
