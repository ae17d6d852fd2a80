"""The briefing as one JSON object: figures as numbers with their rows, days as ISO text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.trade.monthly.documents import verdict_document

if TYPE_CHECKING:
    from datetime import date

    from monazite.briefing.model import (
        Block,
        Brief,
        Change,
        Conflict,
        Ending,
        Event,
        Happening,
        LawPart,
        Line,
        PrintedChange,
        Stage,
        StageShare,
    )

Document = dict[str, Any]


def document(brief: Brief) -> Document:
    """The whole page as JSON."""
    return {
        "month": brief.month.text,
        "first_day": _day(brief.month.first),
        "last_day": _day(brief.month.last),
        "known": _day(brief.known),
        "law_hash": brief.law_hash,
        "lang": brief.lang,
        "title": brief.title,
        "lead": list(brief.lead),
        "figures": {one.key: one.figure.document() for one in brief.headlines},
        "published_changes": [_printed(one) for one in brief.printed],
        "law": _law(brief.law),
        "customs": [_block(one) for one in brief.blocks],
        "chronicle": [_happening(one) for one in brief.chronicle],
        "nearest_events": [_happening(one) for one in brief.nearest],
        "shares": [_stage(one) for one in brief.stages],
        "conflicts": [_conflict(one) for one in brief.conflicts],
        "sources": [row.document() for row in brief.rows],
    }


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _printed(one: PrintedChange) -> Document:
    return {
        "series": one.series,
        "period": one.check.claim.period.text,
        "measure": one.check.claim.measure,
        "basis": one.check.claim.basis,
        "published": one.check.claim.figure.document(),
        **verdict_document(one.check.verdict),
    }


def _law(law: LawPart) -> Document:
    return {
        "in_force": [
            {
                "jurisdiction": group.jurisdiction,
                "effect": group.effect,
                "measures": [_line(one) for one in group.lines],
            }
            for group in law.groups
        ],
        "suspended": [_line(one) for one in law.held],
        "ambiguous": [_line(one) for one in law.open],
        "not_yet": [_line(one) for one in law.waiting],
        "start_not_known": [_line(one) for one in law.dateless],
        "changes": [_change(one) for one in law.changes],
        "ending": [_ending(one) for one in law.endings],
    }


def _line(one: Line) -> Document:
    return {
        "measure": one.measure,
        "jurisdiction": one.jurisdiction,
        "instrument": one.instrument,
        "title": one.title,
        "effect": one.effect,
        "state": one.state,
        "since": _day(one.since),
        "until": _day(one.until),
        "starts": _day(one.starts),
        "official": one.official,
        "confidence": one.confidence,
        "sources": [{"ref": ref, "confidence": trust} for ref, trust in one.refs],
        "readings": [
            {"reading": r.name, "state": r.state, "because": r.because, "source": r.source}
            for r in one.readings
        ],
    }


def _change(one: Change) -> Document:
    return {
        "day": _day(one.day),
        "measure": one.line.measure,
        "part": one.part or None,
        "title": one.line.title,
        "before": one.before,
        "after": one.after,
        "because": one.because,
    }


def _ending(one: Ending) -> Document:
    return {
        "measure": one.line.measure,
        "title": one.line.title,
        "by": one.by,
        "until": _day(one.until),
        "days_left": one.days_left,
        "official": one.official,
        "after": one.after,
    }


def _block(block: Block) -> Document:
    return {
        "chart": block.key,
        "message": block.message,
        "series": [
            {
                "series": panel.series,
                "to": panel.to,
                "name": panel.name,
                "figures": [
                    {"period": cell.period.text, **cell.figure.document()} for cell in panel.cells
                ],
            }
            for panel in block.panels
        ],
        "control_dates": [
            {
                "sign": m.sign,
                "day": _day(m.day),
                "text": m.text,
                "measures": [o.measure for o in m.lines],
            }
            for m in block.marks
        ],
    }


def _happening(one: Happening) -> Document:
    return {"day": one.day, "reports": [_event(report) for report in one.reports]}


def _event(event: Event) -> Document:
    return {
        "day": event.day,
        "actor": event.actor,
        "kind": event.kind,
        "text": event.text,
        "source": event.row,
        "document": event.source,
        "confidence": event.confidence,
    }


def _stage(stage: Stage) -> Document:
    return {
        "material": stage.material,
        "stage": stage.stage,
        "name": stage.name,
        "of": "world" if stage.world else "us_imports",
        "shares": [_share(one) for one in (*stage.leader, *stage.others)],
    }


def _share(one: StageShare) -> Document:
    return {
        "country": one.country,
        "year": one.year,
        **one.figure.document(),
        "low": one.low.document()["value"] if one.low else None,
        "high": one.high.document()["value"] if one.high else None,
        "document": one.source,
    }


def _conflict(one: Conflict) -> Document:
    return {
        "what": one.what,
        "said": [{"text": said.text, "sources": list(said.rows)} for said in one.said],
        "note": one.note,
    }
