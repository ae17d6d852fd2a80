"""Runs of scenes with the same draws: each made once, however many numbers are read off it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from monazite.catalogue.texts import LANGS
from monazite.shock.leverage.grounds import counted, fit, notes_of
from monazite.shock.leverage.running import reading
from monazite.shock.leverage.scenes import scene

Told = Callable[[int, int], None]
"""Is called with the number of draws that are done, of all runs, and how many there are."""

_BARE = ("magnets",)
"""The world that a result names of which nothing was run."""

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.leverage.grounds import Counted
    from monazite.shock.leverage.running import Reading
    from monazite.shock.leverage.scenes import Ground, Held
    from monazite.shock.runs.case import Case


def nobody(done: int, total: int) -> None:
    """Progress that nobody asked for."""


class Runs:
    """Worlds by their materials, and what was run on them.

    draws: those of every run; sides: ISO3, whose trade is counted; horizon: months that are read;
    total: runs that will be made, of which progress is told.
    """

    def __init__(
        self,
        draws: Draws,
        sides: Sequence[str],
        horizon: int,
        total: int,
        told: Told,
    ) -> None:
        self._draws, self._told, self._number = draws, told, len(draws.demand)
        self._sides, self._horizon = tuple(sides), horizon
        self._total, self._done = total * self._number, 0
        self._worlds: dict[tuple[str, ...], Counted] = {}
        self._kept: dict[tuple[object, ...], tuple[Case, Reading]] = {}
        self.notes: dict[str, dict[str, str]] = {}
        self.assumed: dict[str, float] = {}
        self._last: Case | None = None

    def on(self, ground: Ground) -> Counted:
        """The world of the ground's materials."""
        if ground.scope not in self._worlds:
            self._worlds[ground.scope] = counted(ground, self._sides, self._horizon)
        return self._worlds[ground.scope]

    def case(self, name: str, ground: Ground, held: Sequence[Held], *, noted: bool = False) -> Case:
        """The run of a scene; ScenarioError where it does not fit the model.

        noted: whether what is to be known of it is kept, which takes a while to find.
        """
        case, found = fit(scene(name, ground, held), ground, self.on(ground))
        self._last = case
        self.assumed.update(case.assumed)
        for note in notes_of(found) if noted else ():
            said = {lang: f"{name}: {note.said(lang)}" for lang in LANGS}
            self.notes.setdefault(said["en"], said)
        return case

    def head(self, name: str, ground: Ground) -> Case:
        """What the head of a result is made of: what every run has, and all that any assumes."""
        case = self._last or self.case(name, ground._replace(scope=_BARE), ())
        return case._replace(name=name, assumed=self.assumed)

    def reading(self, case: Case, ground: Ground) -> Reading:
        """What is read off a run."""
        before = self._done

        def told(done: int) -> None:
            self._told(min(before + done, self._total), self._total)

        found = reading(case, self.on(ground), self._draws, told)
        self._done = min(before + self._number, self._total)
        return found

    def kept(self, name: str, ground: Ground, held: Sequence[Held]) -> tuple[Case, Reading]:
        """A scene that several others are held against: run once by its name."""
        key = ground.scope, ground.assumed, name
        if key not in self._kept:
            case = self.case(name, ground, held)
            self._kept[key] = case, self.reading(case, ground)
        return self._kept[key]
