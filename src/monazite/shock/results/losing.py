"""Where plants stand, and what is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.model.draft import LEFT
from monazite.shock.results.banding import band, sure
from monazite.shock.results.outcome import Halt, Loss, Output, Week, WeekBand
from monazite.shock.results.placing import plants, pooled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from monazite.shock.results.outcome import Band
    from monazite.shock.runs.bands import Bands
    from monazite.shock.runs.case import Case
    from monazite.shock.runs.summary import Summary

    Place = tuple[str | None, str | None, str | None]


def halts(case: Case, found: Summary, draws: int) -> tuple[Halt, ...]:
    """Sectors by country that stand in any draw, those that stop first at the head."""
    bands = found.bands
    rows = (
        Halt(
            *plants(case, u),
            _weeks(case, bands["first_week"], u),
            int(bands["first_week"].known[u]) / draws,
            sure(bands["stopped"], u),
            sure(bands["stopped_halting"], u),
            int(bands["without_first_week"].known[u]) / draws,
            tuple((found.standing[:, u] / draws).tolist()),
        )
        for u in halting(case, bands["first_week"].known > 0)
    )
    return tuple(
        sorted(rows, key=lambda row: (row.first_week.p50.week, -row.draws, -row.share.p50))
    )


def halting(case: Case, any_draw: NDArray[np.bool_]) -> list[int]:
    """The users that halt in any draw, but for what figures leave unexplained."""
    names = (case.model.sectors[sector] for sector in case.model.users.sector)
    return [u for u, name in enumerate(names) if any_draw[u] and name != LEFT]


def _weeks(case: Case, first: Bands, user: int) -> WeekBand:
    """A sketch is a little off: the week is the whole number."""
    numbers = (round(float(each[user])) for each in first[:3])
    return WeekBand(*(Week(number, case.day(number)) for number in numbers))


def losses(case: Case, found: Mapping[str, Bands]) -> tuple[Loss, ...]:
    """By sector and country, with sums; of users whose value added is known.

    What countries lose that have plants under the rest of the world is not known.
    """
    unknown = list(pooled(case.model))
    partly = {country for _, country in unknown}
    users: list[Loss] = []
    sums: list[Loss] = []
    for row, (at, value) in enumerate(_places(case)):
        sector, country, _ = at
        if value > 0:
            one = _unknown(at) if sector is None and country in partly else _loss(found, row, at)
            (users if sector and country else sums).append(one)
    return *users, *(_unknown((*pair, None)) for pair in unknown), *sums


def _loss(found: Mapping[str, Bands], row: int, at: Place) -> Loss:
    def known(name: str) -> Band | None:
        return band(found[name], row) if name in found else None

    return Loss(
        *at, known("lost"), known("leaked"), known("missing"), known("without_lost"), reason=None
    )


def _unknown(at: Place) -> Loss:
    return Loss(*at, None, None, None, None, reason="pooled")


def _places(case: Case) -> Iterator[tuple[Place, float]]:
    """What the rows of `figures.loss_rows` are of, and the value added that is known of it."""
    model, users = case.model, case.model.users
    value = users.value_added
    for user, each in enumerate(value):
        if each > 0:
            yield plants(case, user), each
    for q, name in enumerate(model.sectors):
        yield (name, None, None), value[users.sector == q].sum()
    for c, name in enumerate(model.countries):
        yield (None, name, None), value[users.country == c].sum()
    yield (None, None, None), value.sum()


def output(case: Case, found: Mapping[str, Bands]) -> tuple[Output, ...]:
    """Sectors whose value added is known, by week."""
    known = found["output"].known
    return tuple(
        Output(sector, week, case.day(week), sure(found["output"], week, q))
        for q, sector in enumerate(case.model.sectors)
        for week in range(known.shape[0])
        if known[week, q]
    )
