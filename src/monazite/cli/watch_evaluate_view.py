"""An evaluation in a terminal: budgets, calibration, what moved, what the figures are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.watch.targeting.drift import LITTLE, MUCH
from monazite.watch.targeting.pictures import calibration, precision
from monazite.watch.targeting.pictures.behind import caveats, percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.watch.targeting.drift import Drift
    from monazite.watch.targeting.evaluation import Evaluation
    from monazite.watch.targeting.intervals import Interval
    from monazite.watch.targeting.model import Model

_BUDGETS = ("budget", "rows", "found", "precision", "interval", "recall", "lift")
_TENTHS = ("tenth", "rows", "said", "came", "interval")


def show(made: Model, found: Evaluation, moved: Sequence[Drift], lang: str) -> None:
    """Everything that was measured, each figure with its interval."""
    screen = console()
    told = {"rows": f"{found.rows:,}", "cut_off": made.card["cut_off"], "rate": _with(found.rate)}
    screen.print(Prose(say("watch.risk.evaluated", lang, **told), style="bold"))
    screen.print(_table(_BUDGETS, map(precision.row, found.budgets), lang))
    area = f"{found.area.value:.3f} ({found.area.low:.3f} – {found.area.high:.3f})"
    screen.print(Prose(say("watch.risk.area", lang, area=area)))
    screen.print(Prose(say("watch.risk.calibrated", lang, worst=percent(found.worst))))
    tenths = [calibration.row(n, one) for n, one in enumerate(found.bins, 1)]
    screen.print(_table(_TENTHS, tenths, lang))
    screen.print(Prose(drifted(moved, lang)))
    for key, count in (("known", found.early), ("unlabelled", found.unlabelled)):
        if count:
            line = say(f"watch.risk.{key}", lang, rows=f"{count:,}", cut_off=told["cut_off"])
            screen.print(Prose(line))
    for line in caveats(lang):
        screen.print(Prose(line, style="dim"))


def drifted(moved: Sequence[Drift], lang: str) -> str:
    """Which columns are no longer what they were."""
    far = [one for one in moved if one.psi >= LITTLE]
    if not far:
        return say("watch.risk.drift.none", lang, limit=LITTLE)
    between = say("chain.pictures.between", lang)
    columns = between.join(f"{visible(one.column)} {one.psi:.2f}" for one in far)
    return say("watch.risk.drift.some", lang, columns=columns, little=LITTLE, much=MUCH)


def _with(interval: Interval) -> str:
    bounds = f"{percent(interval.low)} – {percent(interval.high)}"
    return f"{percent(interval.value)} ({bounds})"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for head in heads:
        table.add_column(say(f"watch.targeting.head.{head}", lang), justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    return table
