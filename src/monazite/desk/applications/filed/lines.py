"""Lines as they were filed, each with the ruling of the day and the law's hash."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from monazite.desk.applications.filed.rulings import ruling_row
from monazite.desk.applications.models import Application, FiledLine, LineRuling
from monazite.licensing.application import Line
from monazite.licensing.rulings import LineRuling as Ruled


def line_rows(application: Application, lines: Sequence[Line]) -> list[FiledLine]:
    """One row for each line, in the form's order."""
    return [_row(application, number, line) for number, line in enumerate(lines, 1)]


def first_rulings(
    lines: Sequence[FiledLine], ruled: Sequence[Ruled], at: datetime
) -> list[LineRuling]:
    """One row for each line that the law could be asked of."""
    return [
        ruling_row(lines[one.number - 1], one.ruling, at) for one in ruled if one.ruling is not None
    ]


def _row(application: Application, number: int, line: Line) -> FiledLine:
    return FiledLine(
        application=application,
        number=number,
        description=line.description or "",
        form=line.form or "",
        contains=line.contains or "",
        control_code=line.control_code or "",
        hs=line.hs or "",
        quantity=line.quantity or Decimal(),  # the pre-check lets nothing through without
        unit=line.unit or "",
        mass_kg=line.mass_kg,
        value=line.value or Decimal(),
        currency=line.currency or "",
    )
