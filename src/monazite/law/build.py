"""Turn the compiled document into the law in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.law.dates import first_day, last_day
from monazite.law.law import Law
from monazite.law.model import LawItem, Limb, Measure, Party, Relation, Review, Where

if TYPE_CHECKING:
    from datetime import date

Document = dict[str, Any]

_TESTED = {
    "id", "jurisdiction", "instrument", "instrument_zh", "title", "title_zh", "official", "kinds",
    "effect", "published", "effective_from", "last_day", "departures", "destinations", "items",
    "limbs", "sources", "confidence", "notes", "parties", "residual_while_suspended",
}  # fmt: skip


def build(document: Document, digest: str) -> Law:
    """The law of a compiled document, with the hash of the files it came from."""
    return Law(
        measures={m["id"]: _measure(m) for m in document["measures"]},
        relations=tuple(_relation(r) for r in document["relations"]),
        reviews=tuple(_review(r) for r in document["readings"]),
        parties=tuple(_party(p) for p in document["parties"]),
        commitments=tuple(document["commitments"]),
        consequences=document["consequences"],
        meta=document["meta"],
        hash=digest,
    )


def _measure(m: Document) -> Measure:
    residual = m.get("residual_while_suspended")
    return Measure(
        id=m["id"],
        jurisdiction=m["jurisdiction"],
        instrument=m["instrument"],
        instrument_zh=m["instrument_zh"],
        title=m["title"],
        title_zh=m["title_zh"],
        official=m["official"],
        kinds=tuple(m["kinds"]),
        effect=m["effect"],
        published=_first(m["published"]),
        effective_from=_first(m["effective_from"]),
        last_day=_last(m["last_day"]),
        departures=_where(m["departures"]),
        destinations=_where(m["destinations"]),
        items=tuple(_item(i, m["jurisdiction"]) for i in m["items"]),
        limbs=tuple(_limb(limb) for limb in m.get("limbs", [])),
        sources=tuple((s["ref"], s["confidence"]) for s in m["sources"]),
        confidence=m["confidence"],
        notes=m.get("notes", ""),
        party_list=m["parties"]["list"] if "parties" in m else None,
        residual_effect=residual["effect"] if residual else None,
        extra={k: v for k, v in m.items() if k not in _TESTED},
    )


def _item(i: Document, jurisdiction: str) -> LawItem:
    composition = i.get("composition", {})
    parameters, purpose = _split_purpose(i.get("parameters"))
    codes = [
        c for k in ("hs_reference", "hs_reference_2026") for c in i.get(k, {}).get("codes", [])
    ]
    return LawItem(
        id=i["id"],
        jurisdiction=jurisdiction,
        materials=tuple(i["materials"]),
        form=i["form"],
        forms=frozenset({i["form"], *i.get("also_forms", [])}),
        description=i["description"],
        description_zh=i["description_zh"],
        confidence=i["confidence"],
        requires_all=tuple(composition.get("requires_all", [])),
        requires_any=tuple(composition.get("requires_any", [])),
        excludes=tuple(composition.get("excludes", [])),
        exact=composition.get("exact", False),
        parameters=parameters,
        purpose=purpose,
        control_codes=tuple(i.get("control_codes", [])),
        hs=tuple(dict.fromkeys(codes)),
        substance=i.get("substance") or (i["description"] if i.get("substance_only") else None),
        substance_only=i.get("substance_only", False),
        dual_use_only=i.get("dual_use_only", False),
        cas=i.get("cas"),
        technologies=frozenset(i.get("technologies", [])),
        continues=i.get("continues"),
        paragraph=i.get("paragraph"),
        limb=i.get("limb"),
        effect=i.get("effect"),
        effective_from=_first(i.get("effective_from")),
        last_day=_last(i.get("last_day")),
        note=i.get("note"),
    )


def _split_purpose(parameters: Any) -> tuple[Any, Any]:  # noqa: ANN401 - a nested test
    """The parameters of the goods, and the purpose that an entry names among them."""
    if parameters is None or not any(p.get("name") == "end_use" for p in parameters.get("all", [])):
        return parameters, None
    goods = [p for p in parameters["all"] if p.get("name") != "end_use"]
    uses = [p["value"] for p in parameters["all"] if p.get("name") == "end_use"]
    return {"all": goods}, {"fact": "end_use", "op": "in", "value": uses}


def _limb(limb: Document) -> Limb:
    return Limb(
        id=limb["id"],
        name=limb["name"],
        name_zh=limb["name_zh"],
        effective_from=first_day(limb["effective_from"]),
        effect=limb["effect"],
        items=tuple(limb["items"]),
        applies_to=frozenset(limb.get("applies_to_limbs", [])),
        lifts=frozenset(limb.get("lifts", [])),
        departures=_where(limb["departures"]) if "departures" in limb else None,
        test=limb.get("test"),
        confidence=limb.get("confidence"),
    )


def _relation(r: Document) -> Relation:
    return Relation(
        id=r["id"],
        kind=r["kind"],
        by=r["by"] or r["by_external"],
        by_zh=r.get("by_external_zh", ""),
        target=r.get("target"),
        target_relation=r.get("target_relation"),
        published=first_day(r["published"]),
        start=first_day(r["from"]),
        until=_last(r["until"]),
        after_until=r.get("after_until"),
        official=r["official"],
        confidence=r["confidence"],
        note=r.get("note", ""),
    )


def _review(r: Document) -> Review:
    return Review(
        relation=r["relation"],
        read_on=first_day(r["read_on"]),
        result=r["result"],
        source=r["source"],
        note=r.get("note_en", ""),
        note_zh=r.get("note_zh", ""),
    )


def _party(p: dict[str, str]) -> Party:
    return Party(
        list=p["list"],
        name=p["entity_name"],
        name_zh=p["name_zh"],
        country=p["country"],
        announced=_first(p["announced"]),
        listed_from=first_day(p["listed_from"]),
        last_day=_last(p["last_day"]),
        paused_from=_first(p["paused_from"]),
        paused_until=_last(p["paused_until"]),
        residual_while_paused=p["residual_while_paused"],
        measure=p["measure_id"],
        source=p["source"],
        confidence=p["confidence"],
        note=p["note"],
    )


def _where(w: Document) -> Where:
    return Where(w["mode"], frozenset(w.get("countries", [])))


def _first(text: str | None) -> date | None:
    return first_day(text) if text else None


def _last(text: str | None) -> date | None:
    return last_day(text) if text else None
