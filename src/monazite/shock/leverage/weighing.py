"""From draws to the numbers of a table: what each side loses or gains, and why some are unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.leverage.grounds import REST, WORLD
from monazite.shock.leverage.reckoning import Change, Sales, both, lost, opposed, sales
from monazite.shock.leverage.results import Gain, Number, Side
from monazite.shock.results.banding import band
from monazite.shock.runs.bands import bands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.leverage.grounds import Counted
    from monazite.shock.leverage.results import Reason
    from monazite.shock.leverage.running import Reading
    from monazite.shock.model.model import Floats

_ZERO = Number(None, "no_flow")


@dataclass(frozen=True, slots=True, eq=False)
class Loss:
    """What one side loses against another, months x draws; None with the reason where not known."""

    country: str
    lost: Floats | None
    why: Reason | None
    change: Change | None
    duty: bool

    @property
    def worth(self) -> Floats | None:
        """Value added and revenue together (at the old price where a duty hides the new)."""
        if self.lost is None or self.change is None:
            return self.lost if self.change is None else None
        return self.lost + (self.change.unsold if self.duty else self.change.revenue)


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """Two runs of the same draws on one world; duty: whether a duty differs between them."""

    on: Counted
    with_: Reading
    without: Reading
    duty: bool

    def loss(self, country: str, other: str) -> Loss:
        """What a side (ISO3) loses, and what it loses of its sales to the other (or `WORLD`)."""
        found = self._lost(country, other)
        change = self._change(country, other)
        home = self.on.model.countries[self.on.model.home]
        # The price abroad holds the duty, which the seller does not get; that at home does not.
        hidden = self.duty and country in {home, WORLD} and other != home
        if isinstance(found, str):
            return Loss(country, None, found, change, hidden)
        return Loss(country, found, None, change, hidden)

    def output(self, country: str) -> tuple[Floats, Floats] | Reason:
        """Output by week with and without; why it is not known."""
        at = self._known(country)
        if isinstance(at, str):
            return at
        return self.with_.output[:, at], self.without.output[:, at]

    def halted(self, country: str) -> tuple[Floats, Floats] | Reason:
        """Week of the first halt with and without; why it is not known."""
        at = self._known(country)
        return at if isinstance(at, str) else (self.with_.halted[at], self.without.halted[at])

    def _known(self, country: str) -> int | Reason:
        names = self.on.model.countries
        if country not in names:
            return "no_model"
        at = names.index(country)
        if country in self.on.unknown:
            return "pooled"
        return "no_model" if np.isnan(self.without.output[0, at]).all() else at

    def _lost(self, country: str, other: str) -> Floats | Reason:
        if country == WORLD:
            rest = [at for at, name in enumerate(self.on.model.countries) if name != other]
            return lost(
                self.with_.lost[:, rest].sum(axis=1), self.without.lost[:, rest].sum(axis=1)
            )
        at = self._known(country)
        if isinstance(at, str):
            return at
        return lost(self.with_.lost[:, at], self.without.lost[:, at])

    def _change(self, seller: str, buyer: str) -> Change | None:
        ways = self._ways(seller, buyer)
        if not ways.any():
            return None
        with_, without = (
            Sales(one.tonnes[:, ways], one.price(self.on, ways))
            for one in (self.with_, self.without)
        )
        return sales(with_, without)

    def _ways(self, seller: str, buyer: str) -> np.ndarray:
        sides, ways = (*self.on.sides, REST), self.on.ways

        def among(index: np.ndarray, name: str, other: str) -> np.ndarray:
            every = [
                at for at, side in enumerate(sides)
                if (side != other if name == WORLD else side == name)
            ]  # fmt: skip
            return np.isin(index, every)

        found = among(ways.seller, seller, buyer) & among(ways.buyer, buyer, seller)
        return np.asarray(found, np.bool_)


def number(draws: Floats | None, reason: Reason | None = None) -> Number:
    """The band of a row of draws; where there is none the reason, or that no draw has it."""
    if draws is None:
        return Number(None, reason)
    found = band(bands(draws[None].astype(float) + 0.0), 0)  # no minus before a zero
    return Number(found, None if found else "no_draw")


def side(one: Loss, month: int) -> Side:
    """The numbers of a side to the end of a month (from 1 on)."""
    at = month - 1
    known = one.lost[at] if one.lost is not None else None
    return Side(one.country, number(known, one.why), *_of_sales(one, at, 1.0))


def gain(one: Loss, month: int) -> Gain:
    """The same as what it gains: of a run with less held, against the one with more."""
    at = month - 1
    known = -one.lost[at] if one.lost is not None else None
    return Gain(one.country, number(known, one.why), *_of_sales(one, at, -1.0))


def added(losses: Sequence[Loss], month: int) -> Number:
    """What sides gain together, draw by draw; the first reason where one of them is not known."""
    worths = [one.worth for one in losses]
    for one, worth in zip(losses, worths, strict=True):
        if worth is None:
            return Number(None, one.why or "no_flow")
    return number(-np.sum([worth[month - 1] for worth in worths if worth is not None], axis=0))


def shared(one: Loss, other: Loss, month: int) -> tuple[float | None, float | None]:
    """The parts of the draws in which both sides gain, and in which they are opposed."""
    ours, theirs = one.worth, other.worth
    if ours is None or theirs is None:
        return None, None
    gains = -ours[month - 1], -theirs[month - 1]
    return both(*gains), opposed(*gains)


def _of_sales(one: Loss, at: int, sign: float) -> tuple[Number, Number, Number]:
    if one.change is None:
        return _ZERO, _ZERO, _ZERO
    unsold, price, revenue = (each[at] for each in one.change)
    if one.duty:
        return number(sign * unsold), Number(None, "duty"), Number(None, "duty")
    return number(sign * unsold), number(price), number(sign * revenue)
