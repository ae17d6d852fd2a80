"""A draft as columns of a model, in exact balance, a week."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.stages import STAGES
from monazite.shock.model.balance import close
from monazite.shock.model.draft import LEFT
from monazite.shock.model.model import Makers, Model, Terms, Trade, Users
from monazite.shock.model.numbers import capacity, lag, price, qualify, use
from monazite.shock.model.places import HOME, REST
from monazite.shock.model.worth import leak, value_added

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from monazite.shock.model.draft import Draft, Maker, User
    from monazite.shock.model.model import Floats, Good


class _Names(NamedTuple):
    """What the indices stand for."""

    goods: tuple[Good, ...]
    countries: tuple[str, ...]
    market: Mapping[tuple[Good, str], int]


def columns(draft: Draft, year: int, known: Mapping[Maker, float]) -> Model:
    """The model of a draft; known: capacities over usual activity, of makers that have one.

    What does not balance at a market becomes a user of sector `LEFT`, or a fixed maker.
    """
    close(draft)
    names = _names(draft)
    prices = np.array([price(good, year) for good in names.goods])
    makers = sorted({who for who, _ in draft.given})
    sectors = tuple(sorted({who.sector for who, _ in draft.used}))
    return Model(
        goods=names.goods,
        countries=names.countries,
        sectors=sectors,
        home=names.countries.index(HOME),
        trade=_trade(draft, names, prices),
        makers=_makers(draft, names, makers, known),
        users=_users(draft, names, sectors),
        price=prices,
        qualify=np.array([qualify(good.stage) for good in names.goods]),
    )


def _names(draft: Draft) -> _Names:
    at = {(good, place) for good, *both in draft.trade for place in both}
    at |= {
        (good, who.country) for part in (draft.taken, draft.given, draft.used) for who, good in part
    }
    goods = tuple(
        sorted({good for good, _ in at}, key=lambda g: (STAGES.index(g.stage), g.material))
    )
    places = tuple(
        sorted({HOME, *(place for _, place in at)}, key=lambda one: (one != HOME, one == REST, one))
    )
    market = {
        (good, place): g * len(places) + c
        for g, good in enumerate(goods)
        for c, place in enumerate(places)
    }
    return _Names(goods, places, market)


def _trade(draft: Draft, names: _Names, prices: Floats) -> Trade:
    rows = sorted(
        (names.market[good, target], names.market[good, source], amount)
        for (good, source, target), amount in draft.trade.items()
    )
    target, source, base = (np.array(column) for column in zip(*rows, strict=True))
    count = len(names.countries)
    weeks = [
        lag(names.countries[s % count], names.countries[t % count], float(prices[s // count]))
        for s, t in zip(source, target, strict=True)
    ]
    return Trade(source, target, base, np.array(weeks))


def _makers(
    draft: Draft, names: _Names, makers: Sequence[Maker], known: Mapping[Maker, float]
) -> Makers:
    taken, given = (_terms(part, makers, names) for part in (draft.taken, draft.given))
    most = [known.get(who, capacity(_stage(who))) for who in makers]
    return Makers(
        np.array([names.countries.index(who.country) for who in makers]),
        np.array(most),
        np.array([who.fixed for who in makers]),
        taken,
        given,
    )


def _stage(who: Maker) -> str:
    """The stage of a maker: its kind is stage/material, with `left/` before it where fixed."""
    parts = who.kind.split("/")
    return parts[1] if parts[0] == LEFT else parts[0]


def _users(draft: Draft, names: _Names, sectors: Sequence[str]) -> Users:
    users = sorted({who for who, _ in draft.used})
    worth = _worth(draft)
    rows = [(who, good) for who in users for good in names.goods if (who, good) in draft.used]
    uses = [use(good.material, who.sector) for who, good in rows]
    return Users(
        np.array([sectors.index(who.sector) for who in users]),
        np.array([names.countries.index(who.country) for who in users]),
        np.array([worth[who] for who in users]),
        np.array([leak(who.sector) for who in users]),
        _terms(draft.used, users, names),
        np.array([one.elasticity for one in uses]),
        np.array([one.substitutable for one in uses]),
    )


def _worth(draft: Draft) -> Mapping[User, float]:
    """By user the value added that is made with its goods, million US$ a week."""
    used: dict[tuple[str, str], float] = {}
    stake: dict[User, float] = {}
    for (who, good), amount in draft.used.items():
        key = (who.sector, who.country)
        used[key] = used.get(key, 0.0) + amount
        stake[who] = max(stake.get(who, 0.0), use(good.material, who.sector).at_stake)
    added = value_added(used)
    return {who: added[who.sector, who.country] * part for who, part in stake.items()}


def _terms(
    part: Mapping[tuple[Maker, Good], float] | Mapping[tuple[User, Good], float],
    owners: Iterable[Maker] | Iterable[User],
    names: _Names,
) -> Terms:
    """Rows sorted by who they are of, then by good."""
    by: dict[Maker | User, list[tuple[int, float]]] = {who: [] for who in owners}
    for (who, good), amount in part.items():
        by[who].append((names.market[good, who.country], amount))
    rows = [row for one in by.values() for row in sorted(one)]
    return Terms(
        np.cumsum([0, *(len(one) for one in by.values())]),
        np.array([market for market, _ in rows], dtype=np.int64),
        np.array([base for _, base in rows], dtype=np.float64),
    )
