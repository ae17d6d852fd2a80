"""What stops a licence stops what is under way on it: every line's chain says so too."""

from __future__ import annotations

from monazite.desk.events.append import Who, record
from monazite.desk.licences.models import Licence

BOUND = "bound"


def bind_lines(licence: Licence, by: str, who: Who) -> None:
    """An event on each line, after the licence's own.

    A movement that read the licence before finds its line changed, looks again and is refused: no
    entry stands in a line's chain after the event that stopped the licence. ChangedMeanwhile where
    a line moved at this moment.
    """
    for line in licence.lines.order_by("number"):
        record(line, BOUND, {"by": by}, who)
