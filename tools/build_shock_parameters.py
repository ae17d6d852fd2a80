"""Write docs/reference/shock-parameters.md from its YAML; with --check say if it is stale."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.shock.parameters.reading import packaged

if TYPE_CHECKING:
    from monazite.shock.parameters.distributions import Distribution
    from monazite.shock.parameters.parameters import Parameter

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "shock-parameters.md"
_HEAD = """# Parameters of a shock

<!-- Written by tools/build_shock_parameters.py from the packaged set: edit that, then run it. -->

The numbers that a run draws: set `{name}` of {date}, with the hash (SHA-256)
`{digest}`,
which every run prints. It is one of the content: neither comments nor order change it.

{fitted} of {all} were fitted, on the months of 2025 alone; {assumed} are assumed, and every result
names them. No number rests on what followed the controls on gallium and germanium of 2023.
*analytics* is the digest of published figures that the module was built from; the cases V1 to V7
stand in [the validation](shock-validation.md).

A distribution is cut off at its range, and `monazite shock calibrate` looks for what 2025 leaves of
that range. One draw takes every median. A scenario may fix a number for every draw
([`assume`](shock-scenarios.md)). *Part* is a part of 1; *times* multiplies what the scenario or the
model's tables say.

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
    )
    return "\n".join([head, _part("Fitted", fitted), _part("Assumed", assumed)])


def _part(title: str, rows: list[Parameter]) -> str:
    return "\n".join([f"## {title}\n", _COLUMNS, *map(_row, rows), ""])


def _row(row: Parameter) -> str:
    cells = (
        f"`{row.knob}`",
        f"{row.what.en}<br>{row.what.zh}",
        _drawn(row.distribution),
        f"{row.least:g} to {row.most:g}, {row.unit}",
        f"{row.why.en}<br>{row.why.zh}",
        f"{row.source} ({row.confidence})",
    )
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _drawn(found: Distribution) -> str:
    return f"{type(found).__name__.lower()} {', '.join(f'{number:g}' for number in found)}"


def main() -> int:
    """Write the page; with --check only compare it."""
    text = page()
    if "--check" not in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
        print(f"written: {PAGE.name}")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    print(f"{PAGE.name} is stale: run tools/build_shock_parameters.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
