"""`monazite desk statistics`: what a site released, as files, and its sums against the ledger."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from monazite.desk.statistics.exporting import flows, newest, release_name, series
from monazite.desk.statistics.models import Vintage
from monazite.desk.statistics.reconciling import Sums, reconcile
from monazite.desk.statistics.said import limits, waiting
from monazite.errors import InputError
from monazite.licensing.fields import regimes

__all__ = ["against_ledger", "export", "limits", "vintages", "waiting"]


def export(regime: str, folder: Path) -> list[Path]:
    """Write each released month as flows, and all of them as the briefing's series.

    InputError where nothing was released under the regime, or the folder cannot be written.
    """
    released = newest(_known(regime))
    if not released:
        raise InputError("regime", regime, "a regime of which a month was released")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        made = [_written(folder / _name(each), flows(each)) for each in released]
        return [*made, _written(folder / f"series-{regime}.csv", series(released))]
    except OSError as error:
        accepted = f"a folder that can be written ({error.strerror})"
        raise InputError("out", folder, accepted) from error


def vintages(regime: str) -> list[Vintage]:
    """Every vintage of a regime, by month and number."""
    return list(Vintage.objects.filter(regime=_known(regime)).order_by("month", "number"))


def against_ledger(regime: str, month: date) -> list[Sums]:
    """What declarations say left on licences in a month, and what the ledger says."""
    first = month.replace(day=1)
    return reconcile(_known(regime), first, (first + timedelta(days=31)).replace(day=1))


def _known(regime: str) -> str:
    if regime not in regimes():
        raise InputError("regime", regime, ", ".join(regimes()))
    return regime


def _name(vintage: Vintage) -> str:
    return f"flows-{vintage.regime}-{vintage.month:%Y-%m}-{release_name(vintage)}.csv"


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="")
    return path
