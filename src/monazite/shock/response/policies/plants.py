"""Plants: capacity that public money builds, or that a price floor binds; recycling among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.response.costing import TONNE, costs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.model.model import Floats, Ints
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.costing import Costs
    from monazite.shock.response.network.network import Network
    from monazite.shock.response.setting import Plants, Setting

PROMISE = 1e-6
"""Million US$ per t a month that a price floor costs at least (one US$): nobody promises a floor
that is not needed, even where it would never be paid."""


class Begins(NamedTuple):
    """Ways to begin a plant (n): which, in which month.

    Columns: t a month begun, and whether it is; most: rows of its largest size.
    """

    plant: Ints
    month: Ints
    size: Ints
    chosen: Ints
    most: Ints


class Capacity(NamedTuple):
    """Begins with public money and under a floor; columns: stands t a month (T, K), output t.

    Output is (S, T, K).
    """

    built: Begins
    offtaken: Begins
    stands: Ints
    output: Ints
    costs: Costs


def capacity(draft: Draft, setting: Setting, network: Network) -> Capacity:
    """Add the plants: output at most what stands, stands what was begun long enough ago.

    A floor is paid on all capacity that stands (take or pay), whether or not the future has the
    inputs: max(0, floor - price) a kg; running costs are charged on the output that no floor binds.
    """
    plants, futures = setting.plants, len(setting.futures)
    built = _begins(draft, setting, "build", np.ones(len(plants.name), bool))
    offtaken = _begins(draft, setting, "offtake", ~np.isnan(plants.floor))
    once = draft.rows("once", (len(plants.name),), upper=1.0)
    for begins in (built, offtaken):
        draft.add(once[begins.plant], begins.chosen, 1.0)
    stands = _standing(draft, setting, "stands", (built, offtaken))
    output = _output(draft, setting, network, stands)
    charged = _charged(draft, output, _standing(draft, setting, "bound", (offtaken,)))
    now = network.discount[built.month]
    first = [
        (built.size, now * plants.capex[built.plant]),
        (built.chosen, now * plants.fixed[built.plant]),
    ]
    later = [
        (charged, np.outer(network.discount, plants.running), False),
        (offtaken.size, _floor(setting, network.discount, offtaken), True),
    ]
    return Capacity(built, offtaken, stands, output, costs(futures, first, later))


def _standing(draft: Draft, setting: Setting, name: str, begun: Sequence[Begins]) -> Ints:
    """Columns (T, K): t a month of what was begun, from the month in which it is ready."""
    plants = setting.plants
    stands = draft.columns(name, (setting.horizon.months, len(plants.name)))
    row = draft.rows(name, stands.shape, lower=0.0, upper=0.0)
    draft.add(row, stands, 1.0)
    draft.add(row[1:], stands[:-1], -1.0)
    for begins in begun:
        ready = begins.month + plants.ready[begins.plant]
        draft.add(row[ready, begins.plant], begins.size, -1.0)
    return stands


def _charged(draft: Draft, output: Ints, bound: Ints) -> Ints:
    """Columns (S, T, K): output beyond what a floor binds; of that, the floor pays for running."""
    charged = draft.columns("charged", output.shape)
    row = draft.rows("charged", output.shape, lower=0.0)
    draft.add(row, charged, 1.0)
    draft.add(row, output, -1.0)
    draft.add(row, bound, 1.0)
    return charged


def _begins(draft: Draft, setting: Setting, name: str, open_: np.ndarray) -> Begins:
    """Columns for each month in which a plant may be begun and is ready within the horizon."""
    plants = setting.plants
    month = np.arange(setting.horizon.months)
    window = (month >= plants.from_month[:, None]) & (month <= plants.until_month[:, None])
    soon = month + plants.ready[:, None] < setting.horizon.months
    plant, begun = np.nonzero(window & soon & open_[:, None])
    least, most = _sizes(plants, plant)
    size = draft.columns(name, plant.shape)
    chosen = draft.columns(f"{name} chosen", plant.shape, upper=1.0, whole=setting.whole)
    above = draft.rows(f"{name} most", plant.shape, upper=0.0)
    below = draft.rows(f"{name} least", plant.shape, lower=0.0)
    draft.add(above, size, 1.0)
    draft.add(above, chosen, -most)
    draft.add(below, size, 1.0)
    draft.add(below, chosen, -least)
    return Begins(plant, begun, size, chosen, above)


def _sizes(plants: Plants, plant: Ints) -> tuple[Floats, Floats]:
    """The least and the most of each begin: the same where a plant is all or nothing."""
    least = np.where(plants.whole, plants.most, plants.least)
    return least[plant], plants.most[plant]


def _output(draft: Draft, setting: Setting, network: Network, stands: Ints) -> Ints:
    plants, futures = setting.plants, len(setting.futures)
    output = draft.columns("output", (futures, *stands.shape))
    works = draft.rows("output", output.shape, upper=0.0)
    draft.add(works, output, 1.0)
    draft.add(works, stands, -1.0)
    draft.add(network.balance[:, :, plants.market], output, -1.0)
    for lists, sign in ((plants.inputs, 1.0), (plants.besides, -1.0)):
        terms = [(k, *term) for k, each in enumerate(lists) for term in each]
        if terms:
            plant, market, amount = (np.array(each) for each in zip(*terms, strict=True))
            draft.add(network.balance[:, :, market], output[:, :, plant], sign * amount)
    return output


def _floor(setting: Setting, discount: Floats, begins: Begins) -> Floats:
    """What a floor pays for each t a month from its first output on, by future, (S, n)."""
    plants = setting.plants
    good = plants.market[begins.plant] // len(setting.world.model.countries)
    price = np.array([future.price for future in setting.futures])[:, :, good]
    gap = np.maximum(0.0, plants.floor[begins.plant] - price) * TONNE * discount[:, None]
    ready = begins.month + plants.ready[begins.plant]
    paid = np.arange(setting.horizon.months)[:, None] >= ready
    return np.asarray(PROMISE + (gap * paid).sum(axis=1))
