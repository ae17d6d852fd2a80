"""A draft in t a week, with every market in exact balance."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from monazite.shock.model.draft import LEFT, Maker, User
from monazite.shock.model.worth import WEEKS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.model.draft import Draft
    from monazite.shock.model.model import Good

    Market = tuple[Good, str]

_ROUNDING = 1e-4
"""Of what passes a market: less than this that is over or lacking is put on its users or plants."""
_FLOAT = 1e-15
"""Likewise: less than this is rounding of floats."""


_Key = TypeVar("_Key")
_Who = TypeVar("_Who", Maker, User)


class _State(NamedTuple):
    """What comes to a market beyond what leaves it, and all that passes it, t a week."""

    over: float
    passed: float

    def beyond(self, part: float) -> bool:
        return abs(self.over) > part * self.passed


def close(draft: Draft) -> None:
    """Turn t a year into t a week, then balance.

    A rounding is put on the largest user or plant of the market. More than that that is over is
    used by sector `LEFT`; what lacks comes from a fixed maker. Who takes goods in and gives none
    away is no maker: what it took is over.
    """
    _weekly(draft)
    for (good, place), state in _states(draft).items():
        if not state.beyond(_ROUNDING):
            _settle(draft, good, place, state.over)
    for (good, place), state in _states(draft).items():
        name = f"{good.stage}/{good.material}"
        if state.over > 0:
            draft.used[User(LEFT, place, name), good] += state.over
        else:
            draft.given[Maker(f"{LEFT}/{name}", place, fixed=True), good] -= state.over


def _weekly(draft: Draft) -> None:
    gives = {who for (who, _), amount in draft.given.items() if amount > 0}
    for key in [key for key in draft.taken if key[0] not in gives]:
        del draft.taken[key]
    _divide(draft.trade)
    _divide(draft.taken)
    _divide(draft.given)
    _divide(draft.used)


def _divide(part: defaultdict[_Key, float]) -> None:
    for key in [key for key, amount in part.items() if amount <= 0]:
        del part[key]
    for key in part:
        part[key] /= WEEKS


def _states(draft: Draft) -> Mapping[Market, _State]:
    """The markets that do not balance."""
    over: defaultdict[Market, float] = defaultdict(float)
    passed: defaultdict[Market, float] = defaultdict(float)
    for (good, source, target), amount in draft.trade.items():
        for place, sign in ((source, -1), (target, 1)):
            over[good, place] += sign * amount
            passed[good, place] += amount
    for part, sign in ((draft.given, 1), (draft.taken, -1), (draft.used, -1)):
        for (who, good), amount in part.items():
            over[good, who.country] += sign * amount
            passed[good, who.country] += amount
    states = {at: _State(over[at], passed[at]) for at in over}
    return {at: state for at, state in states.items() if state.beyond(_FLOAT)}


def _settle(draft: Draft, good: Good, place: str, over: float) -> None:
    """Put what is over on a user of the market, else on a plant, if one is large enough."""
    at = (good, place)
    _put(draft.used, at, over) or _put(draft.taken, at, over) or _put(draft.given, at, -over)


def _put(part: defaultdict[tuple[_Who, Good], float], at: Market, amount: float) -> bool:
    """Add to the largest row of a market; False where there is none that large."""
    keys = [key for key in part if (key[1], key[0].country) == at]
    key = max(keys, key=part.__getitem__, default=None)
    if key is None or part[key] <= abs(amount):
        return False
    part[key] += amount
    return True
