"""Compare parties with the lists that are held, at a rate of false alarms that the user chooses."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

from monazite import __version__
from monazite.errors import InputError
from monazite.watch.screening.comparing.answering import Answering, Terms
from monazite.watch.screening.comparing.calibrating import calibrated
from monazite.watch.screening.comparing.cells import why_of
from monazite.watch.screening.comparing.lists import prepare
from monazite.watch.screening.comparing.nearest import nearest
from monazite.watch.screening.lists.store import Lists
from monazite.watch.screening.matching.model import packaged
from monazite.watch.screening.suppressions.store import Suppressions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from monazite.watch.screening.answers import Answer, ListUsed
    from monazite.watch.screening.comparing.answering import Suppressed
    from monazite.watch.screening.comparing.calibrating import Clean
    from monazite.watch.screening.lists.held import Held
    from monazite.watch.screening.matching.calibration import Calibration
    from monazite.watch.screening.party import Asked

    Progress = Callable[[int, int], None]

ALARMS = 10.0
"""Alerts per 1,000 clean parties that are accepted where nobody says otherwise."""
TOP = 10
MOST_ALARMS = 500.0
_BATCH = 400
_CACHE = ".index"


class Screener:
    """The lists as they are held, an index of their names, and what each score costs on them.

    alarms: alerts accepted per 1,000 clean parties of each class. top: hits in an answer, at most.
    cache: where index and calibration are kept, by the versions of the lists. clean: own parties
    that are on no list, to calibrate on; made-up ones where none are given.
    """

    def __init__(
        self,
        held: Sequence[Held],
        *,
        alarms: float = ALARMS,
        top: int = TOP,
        suppressions: Suppressed | None = None,
        cache: Path | None = None,
        clean: Clean | None = None,
        progress: Progress | None = None,
    ) -> None:
        if not 0 < alarms <= MOST_ALARMS:
            raise InputError(
                "alarms", alarms, f"alerts per 1,000 clean parties, over 0 to {MOST_ALARMS:g}"
            )
        if top < 1:
            raise InputError("top", top, "1 or more")
        self._model = packaged()
        self._lists = prepare(held, cache, progress)
        self.calibration: Calibration = calibrated(self._lists, self._model, clean, cache, progress)
        told = f"{self._model.digest} {self.calibration.made}"
        terms = Terms(
            alarms, top, f"monazite {__version__}", hashlib.sha256(told.encode()).hexdigest()
        )
        self._answering = Answering(self._lists, self.calibration, terms, suppressions)

    @classmethod
    def open(
        cls,
        directory: Path,
        *,
        now: datetime,
        alarms: float = ALARMS,
        top: int = TOP,
        clean: Clean | None = None,
        progress: Progress | None = None,
    ) -> Screener:
        """The lists of a folder as they are in force, with what was set aside there."""
        held = Lists(directory).held(now)
        return cls(
            held, alarms=alarms, top=top, suppressions=Suppressions(directory, held),
            cache=directory / _CACHE, clean=clean, progress=progress,
        )  # fmt: skip

    @property
    def used(self) -> tuple[ListUsed, ...]:
        """The lists as they are compared."""
        return tuple(one.used for one in self._lists.held)

    def screen(self, asked: Asked, on: date) -> Answer:
        """The answer for one party, as of that day."""
        return next(self.screen_many([asked], on))

    def screen_many(
        self, asked: Sequence[Asked], on: date, *, progress: Progress | None = None
    ) -> Iterator[Answer]:
        """The answers, in the order asked; progress is told how many are done, of how many."""
        for start in range(0, len(asked), _BATCH):
            yield from self._batch(asked[start : start + _BATCH], on)
            if progress is not None:
                progress(min(start + _BATCH, len(asked)), len(asked))

    def _batch(self, asked: Sequence[Asked], on: date) -> Iterator[Answer]:
        near = nearest(self._lists, self._model, asked)
        ends = np.searchsorted(near.asked, np.arange(len(asked) + 1))
        for number, one in enumerate(asked):
            pairs = range(int(ends[number]), int(ends[number + 1]))
            yield self._answering.answer(one, near, pairs, on, why_of(one))
