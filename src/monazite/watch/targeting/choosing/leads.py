"""The riskiest declarations as leads for the inbox; what was drawn by chance is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.errors import InputError
from monazite.watch.leads.lead import Lead, Reason
from monazite.watch.targeting.choosing.selection import BY_RISK
from monazite.watch.targeting.reasons import MOST
from monazite.watch.targeting.table.cells import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.watch.targeting.choosing.selection import Selection
    from monazite.watch.targeting.scores import Scores

RULE, LEADS_ON = "risk", "customs"
OTHERWISE = ("honest_alike", "data_entry", "model_moved")


def risk_leads(scores: Scores, chosen: Selection, ids: Sequence[str]) -> tuple[Lead, ...]:
    """A lead for each row that was chosen by risk, riskiest first.

    ids: of all declarations, in the order of the table; they make a lead the same when it comes
    again. Raises InputError field "ids" where there are not as many as rows.
    """
    if len(ids) != len(scores.risks):
        raise InputError("ids", len(ids), f"an id for each of {len(scores.risks)} rows")
    rows = [int(row) for row, why in zip(chosen.rows, chosen.why, strict=True) if why == BY_RISK]
    return tuple(_lead(scores, row, ids[row]) for row in rows)


def _lead(scores: Scores, row: int, name: str) -> Lead:
    risk, day = float(scores.risks[row]), day_of(int(scores.cells.days[row]))
    return Lead(
        room="targeting", rule=RULE, subject=(name,), score=risk,
        reasons=(Reason("share", {"percent": round(100 * risk)}), *_adds(scores, row)),
        otherwise=OTHERWISE, evidence=(f"declaration:{name}",), first=day, last=day,
        agency=LEADS_ON,
    )  # fmt: skip


def _adds(scores: Scores, row: int) -> Iterator[Reason]:
    """What adds most to the risk of a row."""
    for group in np.argsort(-scores.adds[row], kind="stable")[:MOST]:
        if (log_odds := float(scores.adds[row, group])) > 0:
            what = scores.head.groups[int(group)]
            yield Reason("adds", {"what": what, "log_odds": round(log_odds, 2)})
