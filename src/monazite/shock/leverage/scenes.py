"""From levers, and what is given up of them, to one scenario that can be run."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from monazite.shock.leverage.windows import Cut, moved, overlap, without
from monazite.shock.scenarios.schema import (
    Added,
    Friction,
    LawPatch,
    Patch,
    Scenario,
    Window,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from monazite.shock.leverage.schema import Lever

_LONG_AGO = date(1990, 1, 1)
_DAY = timedelta(days=1)
_LISTS = (
    "bans", "licences", "quotas", "duties", "hubs", "demand", "supply", "stockpile", "announced",
    "parties", "inputs", "beyond", "hosts", "finished",
)  # fmt: skip
"""Lists of a scenario whose entries of several levers stand side by side."""
_WITH_ID = ("licences", "beyond")


class General(NamedTuple):
    """A part of a lever's files that passes under general licences in a stretch."""

    share: float
    window: Cut


class Held(NamedTuple):
    """A lever that holds from a day on, less what is given up of it."""

    lever: Lever
    begins: date
    cuts: tuple[Cut, ...] = ()
    general: tuple[General, ...] = ()


class Ground(NamedTuple):
    """Over what levers are held: first day, weeks, materials, and measures that no lever holds.

    assumed: knobs that a lever fixes, which then hold with it and without it.
    """

    starts: date
    weeks: int
    scope: tuple[str, ...]
    measures: frozenset[str]
    assumed: tuple[tuple[str, float], ...] = ()

    def of(self, levers: Sequence[Lever]) -> Ground:
        """The same for these levers: their materials, and what they assume."""
        found = [one.scenario.assume for one in levers if one.scenario is not None]
        knobs = {knob: value for each in found for knob, value in each.items()}
        return self._replace(scope=scope(levers), assumed=tuple(sorted(knobs.items())))


def scene(name: str, ground: Ground, held: Sequence[Held]) -> Scenario:
    """The scenario in which these levers hold and no other measure of the ground."""
    parts = [_part(one) for one in held]
    lists: dict[str, Any] = {
        key: tuple(x for part in parts for x in getattr(part, key)) for key in _LISTS
    }
    friction = tuple(x for part in parts for x in part.friction)
    return Scenario.model_construct(
        id=name, title=None, summary=None, sources=(), starts=ground.starts, weeks=ground.weeks,
        scope=ground.scope, law=_law(ground, held, parts), friction=friction,
        assume=dict(ground.assumed), **lists,
    )  # fmt: skip


def scope(levers: Iterable[Lever]) -> tuple[str, ...]:
    """The materials of all of them, each once."""
    found = (one.scenario.scope for one in levers if one.scenario is not None)
    return tuple(dict.fromkeys(name for each in found for name in each))


def shift(one: Held) -> int:
    """Days by which the lever's own days are moved."""
    return (one.begins - one.lever.scenario.starts).days if one.lever.scenario else 0


def _part(one: Held) -> Scenario:
    """What a lever does, moved and cut."""
    if one.lever.scenario is None:
        raise ValueError(f"{one.lever.id} has no figure to run on")
    whole = moved(one.lever.scenario, shift(one))
    changed: dict[str, Any] = {}
    names: dict[str, list[str]] = {}
    for key in _LISTS:
        entries = [(x, *_pieces(x, one.cuts)) for x in getattr(whole, key)]
        changed[key] = tuple(
            _numbered(piece, n, names) if key in _WITH_ID else piece
            for _, *pieces in entries
            for n, piece in enumerate(pieces)
        )
    friction = tuple(_renamed(x, names) for x in whole.friction)
    general = tuple(x for given in one.general for x in _general(friction, given))
    return whole.model_copy(update={**changed, "friction": (*friction, *general)})


def _pieces(entry: Any, cuts: Sequence[Cut]) -> list[Any]:  # noqa: ANN401 - any entry
    """What the cuts leave; what has no window is not cut."""
    found = [entry]
    for cut in cuts if isinstance(entry, Window) else ():
        found = [piece for one in found for piece in without(one, cut)]
    return found


def _numbered(piece: Any, number: int, names: dict[str, list[str]]) -> Any:  # noqa: ANN401
    """A licence in pieces has an id for each, which friction names together."""
    name = f"{piece.id}-{number}" if number else piece.id
    names.setdefault(piece.id, []).append(name)
    return piece.model_copy(update={"id": name})


def _renamed(one: Friction, names: dict[str, list[str]]) -> Friction:
    every = tuple(new for name in one.measures for new in names.get(name, [name]))
    return one.model_copy(update={"measures": every})


def _general(friction: Sequence[Friction], given: General) -> Iterator[Friction]:
    """Entries that let the share pass for those it is given to, after all that hold for all."""
    for one in friction:
        first, last = overlap(one, given.window)
        to = given.window.to
        named = tuple(x for x in one.destinations if x in to) if one.destinations else to
        if (last is not None and last < first) or (to and not named):
            continue
        yield one.model_copy(
            update={
                "group": f"{one.group}-general",
                "from_": first,
                "until": last,
                "destinations": named or one.destinations,
                "general_share": given.share,
            }
        )


def _law(ground: Ground, held: Sequence[Held], parts: Sequence[Scenario]) -> LawPatch:
    """Measures of the levers in force from their days on, less the cuts; of all others none."""
    enacted = [one for one in held if one.lever.kind == "measure" and one.lever.enacts]
    own = [(one, name) for one in enacted for name in one.lever.measures]
    stated = {x.measure: x for part in parts for x in part.law.add}
    add = [
        stated[name] if name in stated else Added.model_construct(
            measure=name, from_=one.begins, until=None, destinations=(), but=(), effect=None
        )
        for one, name in own
    ]  # fmt: skip
    first: dict[str, date] = {}
    for one, name in own:
        first[name] = min(one.begins, first.get(name, one.begins))
    suspend = [_off(name, Cut(_LONG_AGO, day - _DAY, ())) for name, day in first.items()]
    suspend += [_off(name, cut) for one, name in own for cut in one.cuts]
    suspend += [_off(name, Cut(_LONG_AGO, None, ())) for name in sorted(ground.measures - {*first})]
    suspend += [x for part in parts for x in part.law.suspend]
    lift = tuple(x for part in parts for x in part.law.lift)
    return LawPatch.model_construct(
        add=tuple(dict.fromkeys(add)), suspend=tuple(suspend), lift=lift, open="still_suspended"
    )


def _off(name: str, cut: Cut) -> Patch:
    return Patch.model_construct(
        measure=name, from_=cut.first, until=cut.last, destinations=cut.to, but=()
    )
