"""What moves the risk of a table's rows most, on average."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.catalogue.texts import say
from monazite.charts.flow_shapes import Caption, Rank
from monazite.charts.ranks import ranks
from monazite.watch.targeting.pictures.behind import behind, caveats
from monazite.watch.targeting.pictures.names import named

if TYPE_CHECKING:
    import altair as alt

    from monazite.charts.behind import Behind
    from monazite.watch.targeting.evaluation import Evaluation

_SHOWN = 15
_COLUMNS = ("what", "size")


def moves(found: Evaluation, lang: str) -> tuple[alt.LayerChart, Behind]:
    """The groups of features by the mean size of what they add or take."""
    ordered = sizes(found, lang)
    largest = ordered[0][1] or 1.0
    lines = [
        say("watch.targeting.chart.reasons.line", lang, what=what, size=f"{size:.2f}")
        for what, size in ordered[:_SHOWN]
    ]
    caption = Caption(
        title=say("watch.targeting.chart.reasons.title", lang, what=ordered[0][0]),
        source=say(
            "watch.targeting.chart.reasons.source", lang, rows=f"{found.rows:,}",
            shown=len(lines), all=len(ordered), caveat=caveats(lang)[0],
        ),
        axis=say("watch.targeting.chart.reasons.axis", lang), labels={},
    )  # fmt: skip
    bars = [
        Rank(what, size / largest, f"{size:.2f}", line)
        for (what, size), line in zip(ordered, lines, strict=False)
    ]
    rows = [(what, f"{size:.3f}") for what, size in ordered]
    return ranks(bars, caption), behind(lines, _COLUMNS, rows, lang)


def sizes(found: Evaluation, lang: str) -> list[tuple[str, float]]:
    """Each group with the mean size of what it adds or takes, largest first, in log-odds."""
    head = found.scores.head
    mean = np.abs(found.scores.adds[found.used]).mean(axis=0).tolist()
    names = (named(group, head.features, lang) for group in head.groups)
    return sorted(zip(names, mean, strict=True), key=lambda pair: -pair[1])
