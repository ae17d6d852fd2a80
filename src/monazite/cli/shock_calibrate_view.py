"""What history matching leaves, in a terminal: waves, and each range before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.chain.pictures.wording import rounded
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.shock.calibration import magnets
from monazite.shock.calibration.left import distributions, walls
from monazite.shock.parameters.reading import packaged
from monazite.shock.pictures.wording import listed, percent

if TYPE_CHECKING:
    from monazite.shock.calibration.history import Matched

_HEADS = ("range", "left", "part")


def show(found: Matched, lang: str) -> None:
    """The waves, and the ranges, the most narrowed at the head."""
    screen = console()
    screen.print(Prose(say("shock.cli.calibrate.title", lang), style="bold"))
    for n, one in enumerate(found.waves, 1):
        told = {"best": rounded(one.best), "cut": rounded(one.cut), "number": n}
        counts = {"tried": f"{one.tried:,}", "plausible": f"{one.plausible:,}"}
        screen.print(Prose(say("shock.cli.calibrate.wave", lang, **told, **counts), lead="• "))
    screen.print(_ranges(found, lang))
    looked = magnets.asked()
    at_end = walls(distributions(found, looked), looked)
    one_end = [row.what for row in packaged().rows if at_end.get(row.knob, "both") != "both"]
    if one_end:
        names = listed((str(getattr(what, lang)) for what in one_end), lang)
        screen.print(Prose(say("shock.cli.calibrate.walls", lang, names=names)))
    key = "agrees" if found.waves[-1].plausible else "disagrees"
    screen.print(Prose(say(f"shock.cli.calibrate.{key}", lang), style="dim"))


def _ranges(found: Matched, lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(say("shock.cli.head.parameter", lang), ratio=2)
    table.add_column(say("shock.cli.head.unit", lang), ratio=1)
    for name in _HEADS:
        table.add_column(say(f"shock.cli.head.{name}", lang), justify="right", no_wrap=True)
    rows = [(row, found.ranges[row.knob]) for row in packaged().rows if row.knob in found.ranges]
    parts = {row.knob: (left.most - left.least) / (row.most - row.least) for row, left in rows}
    for row, left in sorted(rows, key=lambda pair: parts[pair[0].knob]):
        ends = ((row.least, row.most), (left.least, left.most))
        shown = (
            say("shock.cli.run.between", lang, low=rounded(a), high=rounded(b)) for a, b in ends
        )
        what = Prose(str(getattr(row.what, lang)))
        table.add_row(what, Prose(row.unit), *shown, percent(parts[row.knob]))
    return table
