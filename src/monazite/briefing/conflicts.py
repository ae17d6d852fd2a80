"""Where sources disagree about the month: every version with its row, none dropped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from monazite.briefing.model import Conflict, Said
from monazite.briefing.packaged import document
from monazite.briefing.words import series_name, shown
from monazite.catalogue.texts import say
from monazite.facts import table
from monazite.trade.monthly.month import month_report
from monazite.trade.monthly.series import SERIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.briefing.model import Happening, LawPart
    from monazite.briefing.month import Month
    from monazite.facts import Row
    from monazite.trade.monthly.checks import Conflict as Disagreement
    from monazite.trade.monthly.figures import Figure

_CLAIM = re.compile(r"A\d-\d{2}")


def conflicts(
    month: Month, chronicle: tuple[Happening, ...], law: LawPart, lang: str
) -> tuple[Conflict, ...]:
    """Figures printed twice, sums and changes that do not follow, articles and reports at odds."""
    return (
        *_figures(month, lang),
        *_articles(month, lang),
        *_events(chronicle, lang),
        *_measures(law, lang),
    )


def _figures(month: Month, lang: str) -> Iterator[Conflict]:
    for series in SERIES:
        data = month.figures.series(series)
        for to in data.destinations():
            report = month_report(data, month.period, to)
            name = series_name(series, to, lang)
            for found in report.conflicts:
                yield _disagreement(found, name, lang)
            if report.figures["tonnes"].confidence == "derived-weak":
                yield _weak(report.figures["tonnes"], report.notes, name, month.text, lang)


def _disagreement(found: Disagreement, name: str, lang: str) -> Conflict:
    key = f"brief.conflict.{found.kind}"
    return Conflict(
        what=say(key, lang, series=name, period=found.period.text),
        said=tuple(Said(shown(figure, lang), figure.sources) for figure in found.readings),
        note=say(f"{key}.note", lang),
    )


def _weak(
    figure: Figure, notes: tuple[tuple[str, str], ...], name: str, period: str, lang: str
) -> Conflict:
    doubts = tuple(
        Said(say("brief.conflict.weak.row", lang, note=note), (row,)) for row, note in notes
    )
    return Conflict(
        what=say("brief.conflict.weak", lang, series=name, period=period),
        said=(Said(shown(figure, lang), figure.sources), *doubts),
        note=say("brief.conflict.weak.note", lang),
    )


def _articles(month: Month, lang: str) -> Iterator[Conflict]:
    for row in table("claims"):
        name = row.id.removeprefix("claim/")
        if month.text in document("conflicts").get(name, ()):
            yield Conflict(
                what=say(f"brief.conflict.{name}.what", lang),
                said=(Said(say(f"brief.conflict.{name}.said", lang), (row.id, *_seen(row))),),
                note=say(f"brief.conflict.{name}.note", lang),
            )


def _measures(law: LawPart, lang: str) -> Iterator[Conflict]:
    for group in law.groups:
        for line in group.lines:
            if line.confidence == "uncertain":
                yield Conflict(
                    what=say("brief.conflict.event", lang),
                    said=(
                        Said(
                            say("brief.timeline.row", lang, measure=line.measure, title=line.title),
                            (),
                        ),
                    ),
                    note=say("brief.conflict.event.note", lang),
                )


def _seen(row: Row) -> tuple[str, ...]:
    """The rows of the claims that a contradiction compares."""
    return tuple(f"claim/{name}" for name in _CLAIM.findall(row.fields["see"]))


def _events(chronicle: tuple[Happening, ...], lang: str) -> Iterator[Conflict]:
    for happening in chronicle:
        for event in happening.reports:
            if event.confidence == "uncertain":
                yield Conflict(
                    what=say("brief.conflict.event", lang),
                    said=(Said(event.text, (event.row,)),),
                    note=say("brief.conflict.event.note", lang),
                )
