"""Bans, licences, quotas, duties, rules beyond the border and ways round that move nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.scenarios.covering import BANNED, FREE
from monazite.shock.scenarios.holding import dutiable
from monazite.shock.scenarios.routes import controls as reaches
from monazite.shock.scenarios.routes import means, share_of
from monazite.shock.scenarios.tables import carries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from monazite.shock.scenarios.found import Found
    from monazite.shock.scenarios.routes import Reach, Route
    from monazite.shock.scenarios.schema import Beyond, Control, Duty, Hub

    Moves = Callable[[Found, int, Route, Reach, date], bool]


def controls(found: Found) -> Iterator[tuple[str, str]]:
    """The path of each that moves nothing, and why."""
    said = found.scenario
    lists: tuple[tuple[str, Sequence[Control], Moves], ...] = (
        ("bans", said.bans, _bans),
        ("licences", said.licences, _licenses),
        ("quotas", said.quotas, _binds),
    )
    for name, entries, moves in lists:
        for number, one in enumerate(entries):
            if reason := _control(found, number, one, moves):
                yield f"{name}[{number}]", reason
    why = {
        "duties": [_duty(found, one) for one in said.duties],
        "hubs": [_hub(found, one) for one in said.hubs],
        "beyond": [_beyond(found, one) for one in said.beyond],
    }
    for name, reasons in why.items():
        for number, because in enumerate(reasons):
            if because:
                yield f"{name}[{number}]", because
            elif name == "hubs":
                yield from _campaigns(found, number)


def _control(found: Found, number: int, one: Control, moves: Moves) -> str | None:
    """Why a measure of the scenario's own moves nothing; None where it moves something."""
    reason = found.reason(one, one.goods, lambda route: means(one, route))
    if reason:
        return reason
    met = ((asked.route, reach, day) for asked, _, reach, day in found.cells())
    moved = (
        moves(found, number, route, reach, day)
        for route, reach, day in met
        if reaches(one, route, day)
    )
    return None if any(moved) else "already"


def _bans(found: Found, number: int, route: Route, _: Reach, day: date) -> bool:
    before = found.scenario.bans[:number]
    lawful = share_of(found.routes.by_law(route, day), BANNED)
    return lawful < 1 and not any(reaches(one, route, day) for one in before)


def _licenses(found: Found, number: int, route: Route, reach: Reach, day: date) -> bool:
    every = found.scenario.licences
    if reach.banned or any(reaches(one, route, day) for one in every[:number]):
        return False
    named = any(every[number].id in one.measures for one in found.scenario.friction)
    return named or share_of(found.routes.by_law(route, day), FREE) > 0


def _binds(found: Found, number: int, _: Route, reach: Reach, __: date) -> bool:
    """Whether no other quota on the row lets less leave."""
    tonnes = {one: found.scenario.quotas[one].tonnes_a_year for one in sorted(reach.quotas)}
    return reach.banned < 1 and min(tonnes, key=tonnes.__getitem__) == number


def _duty(found: Found, one: Duty) -> str | None:
    if not one.rate:
        return "zero"
    return found.reason(one, one.goods, lambda route: dutiable(one, route))


def _beyond(found: Found, one: Beyond) -> str | None:
    if any(one.id in reach.measures for _, _, reach, _ in found.cells()):
        return None
    return found.reason(one, one.goods, lambda route: one.means(route.target)) or "nowhere"


def _campaigns(found: Found, number: int) -> Iterator[tuple[str, str]]:
    """Those outside of the run, and those in which no other part is seized than without them."""
    hub = found.scenario.hubs[number]
    for place, one in enumerate(hub.campaigns):
        others = (*hub.campaigns[:place], *hub.campaigns[place + 1 :])
        less = hub.model_copy(update={"campaigns": others})
        if all(hub.seized_on(day) == less.seized_on(day) for day in found.days):
            reason = "already" if found.runs(one) else "late"
            yield f"hubs[{number}].campaigns[{place}]", reason


def _hub(found: Found, one: Hub) -> str | None:
    if one.through not in found.model.countries:
        return "through"
    if not one.share:
        return "zero"
    held = (asked for asked, held, _, _ in found.cells() if held.held)
    return None if any(carries(one, asked) for asked in held) else "unblocked"
