"""What nobody knows exactly: one draw of the numbers that a run rests on."""

from __future__ import annotations

from typing import NamedTuple


class Knobs(NamedTuple):
    """One draw; what each is, its unit, its range and its source stand in the parameters' file."""

    order_weeks: float
    smoothing: float
    market_cover: float
    user_cover: float
    user_cover_sigma: float
    hoarding: float
    unwinding: float
    rerouting: float
    contract: float
    price_speed: float
    scarcity: float
    panic: float
    home_scarcity: float
    repricing: float
    elasticity: float
    halt_below: float
    restart_weeks: float
    overtime: float
    triage: float
    substitution: float
    substitution_delay: float
    substitution_weeks: float
    look_alike: float
    review_weeks: float
    throughput: float
    granted: float
    reapply: float
    smuggled: float
    seized: float
    demand: float
