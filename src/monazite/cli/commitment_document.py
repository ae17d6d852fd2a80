"""A commitment as JSON, with what the customs figures did after: law and trade side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.trade.monthly.month import month_report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.law.commitments import Commitment, Deed, Figures
    from monazite.trade.monthly.month import MonthReport

Document = dict[str, Any]
FIGURES = ("tonnes", "usd_million", "mom_pct", "yoy_pct")
"""The figures of a month that are shown beside a commitment."""


def reports(figures: Figures) -> Iterator[MonthReport]:
    """The month reports that a commitment names, in its order."""
    for period in figures.periods:
        yield month_report(figures.series, period, figures.destination)


def commitment_document(one: Commitment, lang: str) -> Document:
    """The commitment in the words of one language, with the figures and their sources."""
    return {
        "id": one.id,
        "by": one.by,
        "to": one.to,
        "on": one.on.isoformat(),
        "published": one.published.isoformat(),
        "venue": one.venue[lang],
        "told_by": one.told_by[lang],
        "words": one.words[lang],
        "quoted": one.quoted,
        "covers": list(one.covers),
        "disputed": sorted(one.disputed),
        "covers_note": one.covers_note[lang],
        "kept_by": [_deed(d, lang) for d in one.kept_by],
        "not_kept": [_deed(d, lang) for d in one.not_kept],
        "figures_after": [
            _figures(figures, report)
            for figures in one.figures_after
            for report in reports(figures)
        ],
        "figures_note": one.figures_note[lang] if one.figures_note else None,
        "sources": [{"ref": ref, "confidence": sure} for ref, sure in one.sources],
        "confidence": one.confidence,
        "legal": False,
    }


def _deed(deed: Deed, lang: str) -> Document:
    return {
        "relation": deed.relation,
        "measure": deed.measure,
        "what": deed.what[lang],
        "on": deed.on.isoformat() if deed.on else None,
        "note": deed.note[lang],
    }


def _figures(figures: Figures, report: MonthReport) -> Document:
    return {
        "series": figures.series,
        "destination": figures.destination,
        "period": report.period.text,
        **{name: report.figures[name].document() for name in FIGURES},
    }
