"""Schedules for tests: a quiet world, and measures from some week on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.knobs import Knobs
from monazite.shock.engine.schedule import Edges, Elsewhere, Groups, Hubs, Schedule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.model.model import Ints, Model

USUAL = Knobs(
    order_weeks=4, smoothing=0.2, market_cover=2, user_cover=6, user_cover_sigma=0.5,
    hoarding=0.5, unwinding=3, rerouting=1, contract=0.8, price_speed=0.3, scarcity=1, panic=1.5,
    home_scarcity=0.3, repricing=0.3, elasticity=1, halt_below=0.3, restart_weeks=2,
    overtime=0.1, triage=0.5, substitution=1, substitution_delay=8, substitution_weeks=6,
    look_alike=0.2, review_weeks=1, throughput=1, granted=1, reapply=0.5, smuggled=1,
    seized=1, demand=1,
)  # fmt: skip


def exports(model: Model, country: int = 0) -> Ints:
    """The rows of trade that leave a country."""
    return np.flatnonzero(model.trade.source % len(model.countries) == country)


def schedule(
    model: Model,
    weeks: int = 60,
    since: int = 8,
    rows: Ints | None = None,
    hubs: Hubs | None = None,
    what: Mapping[str, float] | None = None,
    **more: float,
) -> Schedule:
    """Two phases: nothing, and from `since` on what is said, the same for every row."""
    rows = exports(model) if rows is None else rows
    said = {**(what or {}), **more}

    def table(name: str, usual: float, columns: int) -> np.ndarray:
        return np.array([[usual] * columns, [said.get(name, usual)] * columns])

    at = len(rows)
    edges = Edges(
        rows, np.zeros(at, np.int64), np.full(at, said.get("settled", 0.0)),
        table("covered", 0.0, at), table("alike", 0.0, at), table("banned", 0.0, at),
        table("general", 0.0, at), table("granted", 1.0, at), table("sure", 0.0, at),
        table("duty", 0.0, at),
    )  # fmt: skip
    groups = Groups(
        table("review", 6.0, 1), table("throughput", np.inf, 1), table("quota", np.inf, 1)
    )
    return Schedule(
        (np.arange(weeks) >= since).astype(np.int64), edges, groups, hubs or no_hubs(),
        Elsewhere(
            table("announced", 0.0, len(model.goods)),
            table("available", 1.0, len(model.makers.country)),
            table("wanted", 1.0, len(model.users.sector)),
            table("released", 0.0, model.markets),
            table("admitted", 1.0, len(model.users.inputs.base)),
            table("missing", 0.0, len(model.users.sector)),
            np.tile(model.users.leak, (2, 1)),
        ),
    )  # fmt: skip


def no_hubs() -> Hubs:
    """No way round."""
    whole = np.zeros(0, np.int64)
    return Hubs(whole, whole, whole, np.zeros((2, 0)), np.zeros((2, 0)))


def every_hub(rows: int, share: float, seized: float) -> Hubs:
    """A way round for every row, two weeks longer."""
    return Hubs(
        np.arange(rows), np.ones(rows, np.int64), np.full(rows, 2, np.int64),
        np.full((2, rows), share), np.full((2, rows), seized),
    )  # fmt: skip


def scenarios(model: Model) -> dict[str, Schedule]:
    """One of each kind of measure, on what the first country exports."""
    rows = len(exports(model))
    return {
        "ban": schedule(model, covered=0.8, alike=1.0, banned=1.0, announced=1.0),
        "licences": schedule(model, covered=0.8, throughput=0.5, granted=0.7, announced=1.0),
        "general licences": schedule(model, covered=1.0, granted=0.5, general=0.4),
        "ways round": schedule(
            model, covered=1.0, banned=1.0, hubs=every_hub(rows, share=0.4, seized=0.2)
        ),
        "ways round an office": schedule(
            model,
            covered=0.9,
            throughput=0.5,
            review=1.7,
            granted=0.8,
            sure=1.0,
            announced=1.0,
            hubs=every_hub(rows, share=0.7, seized=0.1),
        ),
        "uses refused": schedule(model, covered=1.0, granted=0.7, admitted=0.6),
        "under way": schedule(model, since=0, covered=0.8, alike=1.0, review=2.2, settled=1.0),
        "quota": schedule(model, covered=1.0, quota=5.0),
        "duty": schedule(model, duty=1.0),
        "stockpile": schedule(model, covered=1.0, banned=1.0, released=0.1),
        "less capacity": schedule(model, available=0.6),
        "more demand": schedule(model, wanted=1.3),
    }
