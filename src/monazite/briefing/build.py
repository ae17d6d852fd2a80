"""The briefing of a month: every part put together, and every row that it cites."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING

from monazite.briefing.chronicle import chronicle, nearest
from monazite.briefing.conflicts import conflicts
from monazite.briefing.customs import blocks
from monazite.briefing.headline import headlines, lead, printed_changes
from monazite.briefing.law_part import law_part
from monazite.briefing.marks import marks
from monazite.briefing.model import Brief
from monazite.briefing.month import month as parse
from monazite.briefing.shares import stages
from monazite.briefing.words import month_name
from monazite.catalogue.texts import say
from monazite.catalogue.words import language
from monazite.law import load
from monazite.trade.monthly.own import PACKAGED, Figures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_ROW_FIELDS = frozenset({"row", "rows", "sources"})


def brief(
    month: str | None = None,
    lang: str = "en",
    known: date | None = None,
    figures: Figures = PACKAGED,
) -> Brief:
    """The briefing of a month such as "2025-05" or "2026-01/02"; without one, of the newest.

    `known` is the last day whose publications count, by default the day the law data were
    compiled; figures: whose monthly figures it tells. InputError on "month" or "lang".
    """
    language(lang)
    shown = parse(month, figures)
    law = load()
    known = known or law.compiled
    found = headlines(shown)
    part = law_part(law, shown, known, lang)
    events = chronicle(shown, lang)
    page = Brief(
        month=shown,
        lang=lang,
        known=known,
        law_hash=law.hash,
        title=say("brief.title", lang, month=month_name(shown.period, lang)),
        lead=lead(found, part, shown, lang),
        headlines=found,
        printed=printed_changes(shown),
        law=part,
        blocks=blocks(shown, marks(law, shown, known, lang), lang),
        chronicle=events,
        nearest=() if events else nearest(shown, lang),
        stages=stages(lang),
        conflicts=conflicts(shown, events, part, lang),
        rows=(),
    )
    return replace(page, rows=tuple(figures.cite(each) for each in dict.fromkeys(cited(page))))


def cited(part: object) -> Iterator[str]:
    """The ids of the rows that a part of the page stands on, in the order of the page."""
    if isinstance(part, tuple):
        for each in part:
            yield from cited(each)
    elif is_dataclass(part):
        for field in fields(part):
            value = getattr(part, field.name)
            if field.name in _ROW_FIELDS:
                yield from (value,) if isinstance(value, str) else value
            else:
                yield from cited(value)
