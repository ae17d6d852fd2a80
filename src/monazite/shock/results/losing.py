"""Where plants stand, and what is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.model.draft import LEFT
from monazite.shock.results.banding import sure
from monazite.shock.results.outcome import Halt, Loss, Output, Week, WeekBand

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.shock.runs.bands import Bands
    from monazite.shock.runs.case import Case

Place = tuple[str | None, str | None]


def halts(case: Case, found: Mapping[str, Bands], draws: int) -> tuple[Halt, ...]:
    """Sectors by country that stand in any draw, those that stop first at the head."""
    first, users = found["first_week"], case.model.users
    rows = (
        Halt(
            case.model.sectors[users.sector[u]],
            case.model.countries[users.country[u]],
            _weeks(case, first, u),
            int(first.known[u]) / draws,
            sure(found["stopped"], u),
        )
        for u in range(len(users.sector))
        if first.known[u] and case.model.sectors[users.sector[u]] != LEFT
    )
    return tuple(
        sorted(rows, key=lambda row: (row.first_week.p50.week, -row.draws, -row.share.p50))
    )


def _weeks(case: Case, first: Bands, user: int) -> WeekBand:
    """A sketch is a little off: the week is the whole number."""
    numbers = (round(float(each[user])) for each in first[:3])
    return WeekBand(*(Week(number, case.day(number)) for number in numbers))


def losses(case: Case, found: Mapping[str, Bands]) -> tuple[Loss, ...]:
    """By sector and country, with sums; of users whose value added is known."""
    lost, leaked = found["lost"], found["leaked"]
    return tuple(
        Loss(*place, sure(lost, row), sure(leaked, row))
        for row, (place, value) in enumerate(_places(case))
        if value > 0
    )


def _places(case: Case) -> Iterator[tuple[Place, float]]:
    """What the rows of `figures.loss_rows` are of, and the value added that is known of it."""
    model, users = case.model, case.model.users
    value = users.value_added
    for sector, country, each in zip(users.sector, users.country, value, strict=True):
        if each > 0:
            yield (model.sectors[sector], model.countries[country]), each
    for q, name in enumerate(model.sectors):
        yield (name, None), value[users.sector == q].sum()
    for c, name in enumerate(model.countries):
        yield (None, name), value[users.country == c].sum()
    yield (None, None), value.sum()


def output(case: Case, found: Mapping[str, Bands]) -> tuple[Output, ...]:
    """Sectors whose value added is known, by week."""
    known = found["output"].known
    return tuple(
        Output(sector, week, case.day(week), sure(found["output"], week, q))
        for q, sector in enumerate(case.model.sectors)
        for week in range(known.shape[0])
        if known[week, q]
    )
