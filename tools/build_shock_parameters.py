"""Write docs/reference/shock-parameters.md from its YAML; with --check say if it is stale."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.shock.calibration.history import CUT
from monazite.shock.calibration.left import walls
from monazite.shock.calibration.magnets import asked
from monazite.shock.parameters.distributions import Triangular
from monazite.shock.parameters.limits import LIMITS
from monazite.shock.parameters.reading import packaged
from paged import paged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.parameters.distributions import Distribution
    from monazite.shock.parameters.parameters import Calibration, Parameter

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "shock-parameters.md"
_HEAD = """# Parameters of a shock

<!-- Written by tools/build_shock_parameters.py from the packaged set: edit that, then run it. -->

The numbers that a run draws: set `{name}` of {date}, with the hash (SHA-256)
`{digest}`,
which every run prints. It is one of the content: neither comments nor order change it.

{fitted} of {all} were fitted, on the months of 2025 alone; {assumed} are assumed, and every result
names them. No number rests on what followed the controls on gallium and germanium of 2023. Two
assumed ones have their source in the years of a case: `elasticity` in those of V6 (Japan), and
`smuggled` in V7 (antimony), so that these cases are not wholly out of sample
([the validation](shock-validation.md)).

What is fitted was written by

```sh
monazite shock calibrate --draws {draws} --waves {waves} --seed {seed} --yaml {file}
```

which looks through the ranges below, and by nothing else: {found}
Each is a triangle from the 1st to the 99th percentile of the draws that are left, with their mean;
that some go together (more stocks with less of something else) is lost. What reaches one end of its
range says so: 2025 does not bound it there, and more would fit as well. What reaches both is hardly
narrowed at all. An end beyond which nothing is possible is called so; every other end is ours.

A distribution is cut off at its range. One draw takes every median. A scenario may fix a number for
every draw ([`assume`](shock-scenarios.md)). *Part* is a part of 1; *times* multiplies what the
scenario or the model's tables say.

| distribution | numbers |
|---|---|
| triangular | least, most likely, most |
| uniform | least, most |
| lognormal | median, standard deviation of the logarithm |
| beta | least, most, and its two shapes |
| fixed | the number |
"""
_COLUMNS = """| parameter | what · 含义 | drawn from | range, unit | rests on | source |
|---|---|---|---|---|---|"""

_LEFT = {
    "least": "**reaches its lower end**",
    "most": "**reaches its upper end**",
    "both": "reaches both ends",
}


def page() -> str:
    """The page: what was fitted, then what is assumed, each in the order of the file."""
    found = packaged()
    fitted = [row for row in found.rows if row.fitted]
    assumed = [row for row in found.rows if not row.fitted]
    head = _HEAD.format(
        name=found.name,
        date=found.date,
        digest=found.digest,
        fitted=len(fitted),
        assumed=len(assumed),
        all=len(found.rows),
        file=f"src/monazite/shock/parameters/{found.name}.yaml",
        found=_found(found.calibration),
        **found.calibration._asdict(),
    )
    return "\n".join([head, _part("Fitted", fitted), _part("Assumed", assumed)])


def _found(made: Calibration) -> str:
    told = (
        f"{made.plausible:,} of the {made.draws:,} draws of the\nlast wave are plausible, the best "
        f"{made.best:g} standard deviations from what was observed."
    )
    if made.cut > CUT:
        told += f"\nThat is few: all up to {made.cut:g} are kept, **not the plausible ones alone**."
    return told


def _part(title: str, rows: list[Parameter]) -> str:
    return "\n".join([f"## {title}\n", _COLUMNS, *map(_row, rows), ""])


def _row(row: Parameter) -> str:
    cells = (
        f"`{row.knob}`",
        f"{row.what.en}<br>{row.what.zh}",
        _drawn(row.distribution),
        f"{row.least:g} to {row.most:g}, {row.unit}{_ends(row)}",
        f"{row.why.en}<br>{row.why.zh}",
        f"{row.source} ({row.confidence})",
    )
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _drawn(found: Distribution) -> str:
    return f"{type(found).__name__.lower()} {', '.join(f'{number:g}' for number in found)}"


def _ends(row: Parameter) -> str:
    """What is to be said of the ends of a range."""
    lowest, highest = LIMITS[row.knob]
    least = f"{row.least:g} is the least there can be" if row.least == lowest else ""
    most = f"{row.most:g} is the most there can be" if row.most == highest else ""
    told = (least, most, _LEFT.get(_walls().get(row.knob, ""), ""))
    return "".join(f"; {one}" for one in told if one)


@cache
def _walls() -> Mapping[str, str]:
    drawn = {row.knob: row.distribution for row in packaged().rows if row.fitted}
    left = {knob: one for knob, one in drawn.items() if isinstance(one, Triangular)}
    return walls(left, asked())


if __name__ == "__main__":
    sys.exit(paged(PAGE, page()))
