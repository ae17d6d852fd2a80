"""A picture: the chart, and in words what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.charts.files import chart_file

if TYPE_CHECKING:
    from monazite.charts.behind import Behind
    from monazite.charts.render import Chart


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A chart with what stands behind it: its sentences and its table."""

    chart: Chart
    behind: Behind

    def file(self, kind: str, lang: str) -> bytes:
        """The picture as a file of one of `charts.files.KINDS`; KeyError for any other."""
        return chart_file(self.chart, kind, lang, self.behind)
