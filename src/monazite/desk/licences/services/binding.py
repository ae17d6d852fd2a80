"""What stops a licence stops what is under way on it: every line's chain says so too."""

from __future__ import annotations

from collections.abc import Mapping

from monazite.desk.events.append import Who, record
from monazite.desk.licences.models import Licence, LicenceLine
from monazite.desk.licences.services.entering_many import held_lines

BOUND = "bound"


def bind_lines(licence: Licence, by: str, who: Who) -> None:
    """An event on each line, after the licence's own.

    A movement that read the licence before finds its line changed, looks again and is refused: no
    entry stands in a line's chain after the event that stopped the licence. The lines are held
    first: however many move them, what stops the licence gets through.
    """
    for line in held_lines(licence.lines.values_list("pk", flat=True)):
        bind(line, BOUND, {"by": by}, who)


def bind(line: LicenceLine, kind: str, told: Mapping[str, object], who: Who) -> None:
    """An event of the line that is no entry; movements under way find its count changed."""
    record(line, kind, told, who, bindings=line.bindings + 1)
