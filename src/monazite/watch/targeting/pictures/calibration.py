"""What was said against what came, tenth by tenth of the rows by risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.charts.curves import ACROSS, AGAINST, BAND, MIDDLE, curves
from monazite.charts.flow_shapes import Caption
from monazite.charts.shock_shapes import Along
from monazite.watch.targeting.pictures.behind import behind, caveats, percent
from monazite.watch.targeting.table.cells import iso

if TYPE_CHECKING:
    import altair as alt

    from monazite.charts.behind import Behind
    from monazite.watch.targeting.evaluation import Bin, Evaluation

_COLUMNS = ("tenth", "rows", "said", "came", "interval")


def calibration(found: Evaluation, lang: str) -> tuple[alt.LayerChart, Behind]:
    """The tenths along the diagonal, on which a risk said is a share found."""
    caption = Caption(
        title=say("watch.targeting.chart.calibration.title", lang, worst=percent(found.worst)),
        source=say(
            "watch.targeting.chart.calibration.source", lang, rows=f"{found.rows:,}",
            last=iso(found.scores.head.features.last), caveat=caveats(lang)[0],
        ),
        axis=say("watch.targeting.chart.calibration.axis", lang),
        labels={
            ACROSS: say("watch.targeting.chart.calibration.across", lang),
            MIDDLE: say("watch.targeting.head.came", lang),
            BAND: say("watch.targeting.head.interval", lang),
            AGAINST: say("watch.targeting.chart.same", lang),
        },
    )  # fmt: skip
    lines = [_line(n, one, lang) for n, one in enumerate(found.bins, 1)]
    drawn = curves(
        [Along(one.said, one.came.low, one.came.value, one.came.high, line)
         for one, line in zip(found.bins, lines, strict=True)],
        [(0.0, 0.0), (1.0, 1.0)], caption,
    )  # fmt: skip
    return drawn, behind(lines, _COLUMNS, [row(n, b) for n, b in enumerate(found.bins, 1)], lang)


def row(tenth: int, one: Bin) -> tuple[str, ...]:
    """A tenth as a row of a table."""
    return (
        str(tenth), f"{one.rows:,}", percent(one.said), percent(one.came.value),
        f"{percent(one.came.low)} – {percent(one.came.high)}",
    )  # fmt: skip


def _line(tenth: int, one: Bin, lang: str) -> str:
    return say(
        "watch.targeting.chart.calibration.line", lang, tenth=tenth, said=percent(one.said),
        came=percent(one.came.value), low=percent(one.came.low), high=percent(one.came.high),
    )  # fmt: skip
