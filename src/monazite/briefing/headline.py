"""The month in figures: levels and changes, what was printed about them, what cannot be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.briefing.model import Headline, PrintedChange
from monazite.briefing.words import shown, why
from monazite.catalogue.texts import counted, say
from monazite.trade.monthly.month import month_report

if TYPE_CHECKING:
    from monazite.briefing.model import Ending, LawPart
    from monazite.briefing.month import Month
    from monazite.trade.monthly.figures import Figure

_RARE_EARTHS = (
    "tonnes", "mom_pct", "yoy_pct", "usd_million", "usd_mom_pct", "usd_yoy_pct", "usd_per_kg",
    "ytd_tonnes", "ytd_yoy_pct",
)  # fmt: skip
_MAGNETS = {"tonnes": "magnets", "mom_pct": "magnets_mom", "yoy_pct": "magnets_yoy"}


def headlines(month: Month) -> tuple[Headline, ...]:
    """The figures of the month: all of rare earths, the level and its changes of magnets."""
    series = month.figures.series
    rare_earths = month_report(series("rare-earths"), month.period).figures
    magnets = month_report(series("magnets"), month.period).figures
    return (
        *(Headline(name, rare_earths[name]) for name in _RARE_EARTHS),
        *(Headline(key, magnets[name]) for name, key in _MAGNETS.items()),
    )


def printed_changes(month: Month) -> tuple[PrintedChange, ...]:
    """Changes that reports printed for the month, each with the verdict on it."""
    shown = map(month.figures.series, ("rare-earths", "magnets"))
    reports = (month_report(each, month.period) for each in shown)
    return tuple(PrintedChange(report.series, one) for report in reports for one in report.claims)


def lead(found: tuple[Headline, ...], law: LawPart, month: Month, lang: str) -> tuple[str, ...]:
    """The month in three or four sentences."""
    figures = {one.key: one.figure for one in found}
    sentences = [_level(figures, month, lang)]
    if figures["usd_per_kg"].value is not None:
        sentences.append(_value(figures, lang))
    sentences.append(_law(law, month, lang))
    if law.endings:
        sentences.append(_ending(law.endings[0], lang))
    return tuple(sentences)


def _level(figures: dict[str, Figure], month: Month, lang: str) -> str:
    tonnes = figures["tonnes"]
    if tonnes.value is None:
        return _nothing(tonnes, month, lang)
    level = say("brief.lead.level", lang, tonnes=shown(tonnes, lang))
    return _compared(level, figures["mom_pct"], figures["yoy_pct"], lang)


def _nothing(tonnes: Figure, month: Month, lang: str) -> str:
    """Why there is no figure, and the newest one before it."""
    said = say("brief.lead.no_level", lang, reason=why(tonnes.reason, lang))
    before = [
        p
        for p in month.figures.series("rare-earths").points
        if p.is_release
        and p.period.last < month.period.first
        and p.figures["tonnes"].value is not None
    ]
    if not before:
        return said
    newest = max(before, key=lambda p: p.period.last)
    value = shown(newest.figures["tonnes"], lang)
    return said + say("brief.lead.newest", lang, period=newest.period.text, value=value)


def _value(figures: dict[str, Figure], lang: str) -> str:
    value, unit_value = shown(figures["usd_million"], lang), shown(figures["usd_per_kg"], lang)
    level = say("brief.lead.value", lang, value=value, unit_value=unit_value)
    return _compared(level, figures["usd_mom_pct"], figures["usd_yoy_pct"], lang)


def _compared(level: str, mom: Figure, yoy: Figure, lang: str) -> str:
    """A sentence with the changes that are known."""
    changes = [
        say(f"brief.lead.{basis}", lang, change=shown(figure, lang))
        for basis, figure in (("mom", mom), ("yoy", yoy))
        if figure.value is not None
    ]
    if not changes:
        return say("brief.lead.plain", lang, level=level)
    return say(
        "brief.lead.compared", lang, level=level, changes=say("brief.join", lang).join(changes)
    )


def _law(law: LawPart, month: Month, lang: str) -> str:
    # What is practised or promised is told on the page and counted nowhere.
    binding = [group for group in law.groups if group.effect != "not_law"]
    return say(
        "brief.lead.law_open" if law.open else "brief.lead.law",
        lang,
        force=counted("brief.lead.force", sum(len(group.lines) for group in binding), lang),
        first=month.first,
        last=month.last,
        places=len({group.jurisdiction for group in binding}),
        held=len(law.held),
        open=len(law.open),
        changes=len(law.changes),
    )


def _ending(ending: Ending, lang: str) -> str:
    return say(
        "brief.lead.ending",
        lang,
        measure=ending.line.measure,
        until=ending.until.isoformat(),
        days=ending.days_left,
    )
