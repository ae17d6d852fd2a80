"""Precision by the share of rows that is opened, with its band, against opening any row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.charts.curves import ACROSS, AGAINST, BAND, MIDDLE, curves
from monazite.charts.flow_shapes import Caption
from monazite.charts.shock_shapes import Along
from monazite.watch.targeting.evaluation import at
from monazite.watch.targeting.pictures.behind import behind, caveats, percent, times
from monazite.watch.targeting.table.cells import iso

if TYPE_CHECKING:
    import altair as alt

    from monazite.charts.behind import Behind
    from monazite.watch.targeting.evaluation import At, Evaluation

_SHARES = (0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.125, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
_COLUMNS = ("budget", "rows", "found", "precision", "interval", "recall", "lift")


def precision(found: Evaluation, lang: str) -> tuple[alt.LayerChart, Behind]:
    """The curve, and behind it the budgets that were asked for."""
    y, p = found.outcomes[found.used], found.scores.risks[found.used]
    points = [at(y, p, share) for share in _SHARES]
    first = found.budgets[0]
    caption = Caption(
        title=say("watch.targeting.chart.precision.title", lang, **said(first)),
        source=say(
            "watch.targeting.chart.precision.source", lang, rows=f"{found.rows:,}",
            last=iso(found.scores.head.features.last), rate=percent(found.rate.value),
            caveat=caveats(lang)[0],
        ),
        axis=say("watch.targeting.chart.precision.axis", lang),
        labels={
            ACROSS: say("watch.targeting.chart.precision.across", lang),
            MIDDLE: say("watch.targeting.head.precision", lang),
            BAND: say("watch.targeting.head.interval", lang),
            AGAINST: say("watch.targeting.chart.any", lang),
        },
    )  # fmt: skip
    drawn = curves(
        [Along(x.budget, x.precision.low, x.precision.value, x.precision.high, line(x, lang))
         for x in points],
        [(0.0, found.rate.value), (_SHARES[-1], found.rate.value)], caption,
    )  # fmt: skip
    rows = [row(one) for one in (*found.budgets, *points)]
    return drawn, behind([line(one, lang) for one in found.budgets], _COLUMNS, rows, lang)


def line(one: At, lang: str) -> str:
    """What opening a part of the rows is worth, in a sentence."""
    return say("watch.targeting.chart.precision.line", lang, **said(one))


def said(one: At) -> dict[str, str]:
    """The figures of a budget as they are written."""
    return {
        "budget": f"{100 * one.budget:.3g} %",
        "count": f"{one.rows:,}", "precision": percent(one.precision.value),
        "low": percent(one.precision.low), "high": percent(one.precision.high),
        "recall": percent(one.recall.value), "lift": times(one.lift.value),
    }  # fmt: skip


def row(one: At) -> tuple[str, ...]:
    """A budget as a row of a table."""
    words = said(one)
    return (
        words["budget"], words["count"], f"{one.found:,}", words["precision"],
        f"{words['low']} – {words['high']}", words["recall"], words["lift"],
    )  # fmt: skip
