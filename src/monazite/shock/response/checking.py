"""Whether a setting can be planned for: what stands in it, by its place, and the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import ArrayLike

    from monazite.shock.response.setting import Setting

CLOSE = 1e-6
"""By how much probabilities may miss 1."""


def checked(setting: Setting) -> Setting:
    """The setting. InputError with the place, the value and the remedy where it cannot be."""
    for check in (_horizon, _futures, _uses, _stores, _plants, _programmes, _finished, _limits):
        check(setting)
    return setting


def _horizon(setting: Setting) -> None:
    _all("horizon.months", [setting.horizon.months], lambda months: months >= 1, "1 or more months")
    markets = setting.world.model.markets
    _shape("world.stock", setting.world.stock, (markets,))
    for name, market in (("stores", setting.stores.market), ("plants", setting.plants.market)):
        _all(f"{name}.market", market, _within(markets), f"0 to {markets - 1}")


def _futures(setting: Setting) -> None:
    world, months = setting.world, setting.horizon.months
    model, licensed = world.model, len(world.licensed)
    if not setting.futures:
        raise InputError("futures", None, "at least one future")
    for future in setting.futures:
        at = f"futures[{future.name}]"
        _shape(f"{at}.wanted", future.wanted, (months, len(model.users.sector)))
        _shape(f"{at}.available", future.available, (months, len(model.makers.country)))
        _shape(f"{at}.free", future.free, (months, licensed))
        _shape(f"{at}.permit", future.permit, (months, licensed))
        _shape(f"{at}.price", future.price, (months, len(model.goods)))
        for name in ("wanted", "available", "free", "permit"):
            _all(f"{at}.{name}", getattr(future, name), _from_zero, "0 or more")
        _all(f"{at}.probability", [future.probability], _share, "a number from 0 to 1")
    total = sum(future.probability for future in setting.futures)
    if abs(total - 1) > CLOSE:
        raise InputError(
            "futures.probability", f"{total:g} in all", "probabilities that add up to 1"
        )


def _uses(setting: Setting) -> None:
    model, world = setting.world.model, setting.world
    names = [
        f"{model.sectors[sector]} in {model.countries[country]}"
        for sector, country in zip(model.users.sector, model.users.country, strict=True)
    ]
    _all("users[{}].value_added", model.users.value_added, _from_zero, "0 or more", names)
    _all("users[{}].weight", world.weight, _from_zero, "0 or more", names)


def _stores(setting: Setting) -> None:
    stores = setting.stores
    for name in ("most_t", "month_t", "price"):
        _all(f"stores.{name}", getattr(stores, name), _from_zero, "0 or more")
    _all("stores.holding", [stores.holding], _from_zero, "0 or more of the value a year")


def _plants(setting: Setting) -> None:
    plants = setting.plants
    names, ready = plants.name, "0 or more months: no plant works before it is begun"
    _all("plants[{}].ready", plants.ready, _from_zero, ready, names)
    for name in ("least", "most", "fixed", "capex", "running"):
        _all(f"plants[{{}}].{name}", getattr(plants, name), _from_zero, "0 or more", names)
    _all("plants[{}].most", plants.most, lambda t: t >= plants.least, "the least or more", names)
    window = "no month before `from_month`"
    _all(
        "plants[{}].until_month",
        plants.until_month,
        lambda m: m >= plants.from_month,
        window,
        names,
    )
    floor = "US$ a kg, 0 or more; none where no floor can be given"
    _all("plants[{}].floor", plants.floor, lambda usd: np.isnan(usd) | (usd >= 0), floor, names)
    within = _within(setting.world.model.markets)
    for name, terms in zip(names * 2, (*plants.inputs, *plants.besides), strict=True):
        at = f"plants[{name}]"
        _all(f"{at}.inputs.market", [market for market, _ in terms], within, "a market")
        _all(f"{at}.inputs.t", [amount for _, amount in terms], _from_zero, "0 or more t per t")


def _programmes(setting: Setting) -> None:
    programmes, inputs = setting.programmes, len(setting.world.model.users.inputs.market)
    _all("programmes[{}].share", programmes.share, _share, "a part from 0 to 1", programmes.name)
    _all("programmes[{}].ready", programmes.ready, _from_zero, "0 or more months", programmes.name)
    _all("programmes[{}].cost", programmes.cost, _from_zero, "0 or more", programmes.name)
    for name, rows in zip(programmes.name, programmes.input, strict=True):
        _all(f"programmes[{name}].input", rows, _within(inputs), f"0 to {inputs - 1}")


def _finished(setting: Setting) -> None:
    finished, users = setting.finished, len(setting.world.model.users.sector)
    _all("finished.user", finished.user, _within(users), f"0 to {users - 1}")
    _all("finished.most", finished.most, _share, "a part from 0 to 1")
    _all("finished.cost", finished.cost, _share, "a part of the value added from 0 to 1")
    _all("finished.ready", finished.ready, _from_zero, "0 or more months")
    _all("finished.arranging", finished.arranging, _from_zero, "0 or more")


def _limits(setting: Setting) -> None:
    limits, money = setting.limits, setting.money
    _all("limits.budget", [limits.budget], _from_zero, "0 or more million US$")
    _all("limits.cap", [limits.cap], _share, "a part from 0 to 1, 1 for none")
    _all("limits.cap_from", [limits.cap_from], _from_zero, "a month from 0 on")
    users = len(setting.world.model.users.sector)
    _all("limits.service", limits.service, _within(users), f"0 to {users - 1}")
    _shape("limits.service_until", limits.service_until, np.shape(limits.service))
    _all("limits.service_until", limits.service_until, _from_zero, "0 or more months")
    _all("limits.tail_weight", [limits.tail_weight], _from_zero, "0 or more")
    _all("limits.tail", [limits.tail], lambda part: (part > 0) & (part <= 1), "above 0, up to 1")
    _all("money.discount", [money.discount], lambda rate: rate > -1, "a rate a year above -1")
    _all("money.restocking", [money.restocking], _from_zero, "0 or more of the price")


def _from_zero(values: np.ndarray) -> np.ndarray:
    return np.asarray(values >= 0)


def _share(values: np.ndarray) -> np.ndarray:
    return np.asarray((values >= 0) & (values <= 1))


def _within(size: int) -> Callable[[np.ndarray], np.ndarray]:
    return lambda values: np.asarray((values >= 0) & (values < size))


def _shape(place: str, values: ArrayLike, shape: tuple[int, ...]) -> None:
    found = np.shape(values)
    if found != shape:
        raise InputError(place, " x ".join(map(str, found)), " x ".join(map(str, shape)))


def _all(
    place: str,
    values: ArrayLike,
    good: Callable[[np.ndarray], np.ndarray],
    accepted: str,
    names: Sequence[str] = (),
) -> None:
    """Raise for the first value that is not good, its name or number in the place."""
    numbers = np.asarray(values)
    bad = np.flatnonzero(~np.asarray(good(numbers)).ravel())
    if bad.size:
        name = names[bad[0]] if names else str(bad[0])
        shown = place.format(name) if "{}" in place else place
        raise InputError(shown, f"{numbers.ravel()[bad[0]]:g}", accepted)
