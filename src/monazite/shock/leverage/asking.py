"""The table of levers: what each costs and yields each side, by when, and what a pause is worth."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from monazite.shock.leverage.asked import (
    DESTINATIONS,
    HORIZONS,
    check_days,
    check_draws,
    check_start,
    checked_countries,
    checked_months,
    chosen_levers,
    known_with,
)
from monazite.shock.leverage.equations import equations
from monazite.shock.leverage.grounds import weeks_of
from monazite.shock.leverage.reading import levers as packaged
from monazite.shock.leverage.results import Leverage
from monazite.shock.leverage.runs import Runs, nobody
from monazite.shock.leverage.scenes import Ground
from monazite.shock.leverage.telling import Asked, Pausing, bare, told_of
from monazite.shock.parameters.reading import packaged as parameters
from monazite.shock.results.resting import ran
from monazite.shock.runs.draws import drawn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from monazite.shock.leverage.runs import Told
    from monazite.shock.leverage.schema import Lever

DRAWS = 128
"""Draws where none are asked for."""
PAUSE, PAUSE_FROM = 90, 30
"""Days of a pause, and the day of the run on which it begins."""
START = date(2027, 1, 1)
"""The day on which every lever begins where none is asked for."""
BITES = 0.01
"""The part of the output whose loss counts as a bite."""


def leverage(
    levers: Sequence[str | Lever] | None = None,
    *,
    destinations: Sequence[str] | None = None,
    horizons: Sequence[int] = HORIZONS,
    pause: int = PAUSE,
    pause_from: int = PAUSE_FROM,
    start: date = START,
    bites: float = BITES,
    draws: int = DRAWS,
    seed: int = 1,
    told: Told = nobody,
) -> Leverage:
    """The table; all levers begin on `start`, each alone, on the world without any of them.

    levers: ids of packaged ones, or levers that were read; destinations: counterparts of every
    lever, by default those it is aimed at, else `DESTINATIONS` (the world stands beside them);
    horizons: months from `start` on, to whose ends losses are told; pause, pause_from: days that a
    lever rests, and the day of the run on which that begins; told: with the number of draws that
    are done, of all runs, and how many there are.

    Raises:
        ScenarioError: a lever that does not fit the model.
        InputError: field "lever", "levers", "destinations", "horizons", "pause", "pause_from",
            "start", "draws" or "seed".
    """
    chosen, months = chosen_levers(levers), checked_months(horizons)
    check_start(start)
    check_draws(draws)
    ground = ground_of(start, months[-1], chosen)
    check_days("pause", pause, 1, 7 * ground.weeks)
    check_days("pause_from", pause_from, 0, 7 * ground.weeks)
    named = None if destinations is None else checked_countries("destinations", destinations)
    known = [one for one in chosen if one.scenario is not None]
    rows, lookup = parameters(), known_with(chosen)
    runs = Runs(
        drawn(rows, draws, seed),
        _sides(chosen, named),
        months[-1],
        _count(known, lookup, ground),
        told,
    )
    asked = Asked(ground, months, named, bites, Pausing(pause_from, pause), lookup)
    found = [told_of(one, asked, runs) for one in known]
    heads = {one.head.id: one.head for one in found}
    return Leverage(
        **ran(runs.head("leverage", ground), rows, draws, seed).head,
        horizons=months,
        destinations=named or DESTINATIONS,
        pause_from=pause_from,
        pause_days=pause,
        bites=bites,
        levers=tuple(heads.get(one.id) or bare(one, start) for one in chosen),
        rows=tuple(row for one in found for row in one.rows),
        clocks=tuple(row for one in found for row in one.clocks),
        pauses=tuple(row for one in found for row in one.pauses),
        equations=equations(),
        notes=tuple(runs.notes.values()),
    )


def ground_of(start: date, horizon: int, chosen: Iterable[Lever]) -> Ground:
    """What levers are held over: no measure of any lever that is packaged or chosen."""
    every = (*packaged(), *chosen)
    measures = frozenset(name for one in every if one.kind == "measure" for name in one.measures)
    return Ground(start, weeks_of(start, horizon), (), measures)


def _sides(chosen: Iterable[Lever], named: Sequence[str] | None) -> tuple[str, ...]:
    """Everybody whose trade is counted."""
    own = [name for one in chosen for name in (one.holder, *one.targets)]
    return tuple(dict.fromkeys((*own, *(named or DESTINATIONS))))


def _count(known: Sequence[Lever], lookup: Mapping[str, Lever], ground: Ground) -> int:
    """Runs: each lever and its pause, and what they are held against."""
    on = {one.id: () if one.on is None else (lookup[one.on],) for one in known}
    bases = {(ground.of((*on[one.id], one)), one.on) for one in known}
    return sum(2 if one.kind == "measure" else 1 for one in known) + len(bases)
