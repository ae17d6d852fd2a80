"""A small outcome of a run, made by hand: five months, two halts, one good, three losses."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from monazite.shock.results.comparison import Comparison, HaltChange
from monazite.shock.results.outcome import (
    Approval,
    Band,
    Halt,
    Hub,
    Loss,
    Month,
    Outcome,
    Output,
    Price,
    Week,
    WeekBand,
)
from monazite.shock.results.ran import Assumption

FIRST = date(2025, 3, 31)
WEEKS = 17


def band(middle: float, spread: float = 0.2) -> Band:
    """A band around a median, so far to both sides as a part of it."""
    return Band(middle * (1 - spread), middle, middle * (1 + spread))


def week(number: int) -> Week:
    """A week of the run."""
    return Week(number, (FIRST + timedelta(weeks=number)).isoformat())


def outcome(severity: float = 1.0, *, halts: bool = True, draws: int = 64) -> Outcome:
    """An outcome; severity: how much less leaves and how much more is lost."""
    spread = 0.2 if draws > 1 else 0.0
    return Outcome(
        **head(draws),
        months=_months(severity, spread),
        halts=_halts(spread) if halts else (),
        prices=_prices(severity, spread),
        losses=_losses(severity, spread),
        hubs=(
            Hub(
                "Sb/intermediate",
                "CHN",
                "THA",
                "USA",
                "2025-05",
                band(300, spread),
                band(240, spread),
            ),
        ),
        approvals=tuple(
            Approval(
                "china",
                ("NdFeB-heavy/magnet",),
                n,
                week(n).date,
                band(n / 40, spread) if n else None,
            )
            for n in range(WEEKS)
        ),
        output=tuple(
            Output("traction", n, week(n).date, Band(0.9, 0.97 if halts and n > 7 else 1.0, 1.0))
            for n in range(WEEKS)
        ),
        notes=({"en": "The law leaves it open.", "zh": "法律没有定论。"},),
    )


def comparison() -> Comparison:
    """What another run brings more than `outcome`: a halt two weeks later, and a loss."""
    more, nothing = Band(40.0, 60.0, 90.0), Band(0.0, 0.0, 0.0)
    return Comparison(
        **head(64),
        other="geneva-pause",
        months=(),
        halts=(HaltChange("traction", "DEU", None, 1.0, 1.0, Band(1.0, 2.0, 4.0), nothing),),
        prices=(),
        losses=(Loss(None, None, None, more, more, nothing, None, None),),
    )


def head(draws: int) -> dict[str, Any]:
    """What every result of the run begins with."""
    nobody = {"en": "nobody says", "zh": "无公开数据"}
    return {
        "scenario": "seven-rare-earths-2025-04", "first_day": FIRST.isoformat(), "weeks": WEEKS,
        "world_year": 2024, "draws": draws, "seed": 1, "engine": "compiled", "parameters": "2025",
        "parameters_hash": "ab" * 32,
        "assumed": (
            Assumption("order_weeks", None, "estimate", {"en": "weeks to order", "zh": "订货周数"}, nobody),
            Assumption(None, "shock-uses", "estimate", {"en": "what is at stake", "zh": "受影响部分"}, nobody),
        ),
    }  # fmt: skip


def _months(severity: float, spread: float) -> tuple[Month, ...]:
    world = {"2025-04": 2600.0, "2025-05": 1238.0, "2025-06": 3188.0}
    flow = {"2025-04": 2600.0, "2025-05": 1300.0, "2025-06": 2550.0, "2025-07": 5400.0}
    return (
        *(
            Month("magnets/WORLD", month, month != "2025-07", band(tonnes / severity, spread),
                  band(5000, spread), world.get(month))
            for month, tonnes in flow.items()
        ),
        *(
            Month("magnets/USA", month, month != "2025-07", band(tonnes / severity / 10, spread),
                  band(500, spread), None)
            for month, tonnes in flow.items()
        ),
    )  # fmt: skip


def _halts(spread: float) -> tuple[Halt, ...]:
    def weeks(number: int) -> WeekBand:
        late = week(number + (4 if spread else 0))
        return WeekBand(week(number - (1 if spread else 0)), week(number), late)

    def standing(first: int, draws: float) -> tuple[float, ...]:
        return tuple(draws if first <= number < first + 6 else 0.0 for number in range(WEEKS))

    return (
        Halt("traction", "DEU", None, weeks(8), 1.0, band(0.3, spread), band(0.3, spread), 0.0,
             standing(8, 1.0)),
        Halt("other", "ROW", "La/refining", weeks(11), 0.4, Band(0.0, 0.0, 0.4),
             Band(0.2, 0.2, 0.4), 0.1, standing(11, 0.4)),
        Halt("medical", "JPN", None, weeks(12), 0.01, Band(0.0, 0.0, 0.0), Band(0.2, 0.2, 0.2), 0.0,
             standing(12, 0.01)),
    )  # fmt: skip


def _prices(severity: float, spread: float) -> tuple[Price, ...]:
    spot = {"2025-04": 240.0, "2025-05": 700.0 * severity, "2025-06": 600.0}
    return (
        *(Price("Dy/refining", month, band(230, spread), band(quote, spread), band(240, spread),
              band(250, spread), Band(0.0, 0.02, 0.04), band(230, spread), band(235, spread),
              band(231, spread))
        for month, quote in spot.items()),
        Price("Dy/refining", "2025-07", *(None,) * 8),
    )  # fmt: skip


def _losses(severity: float, spread: float) -> tuple[Loss, ...]:
    nothing = Band(0.0, 0.0, 0.0)

    def loss(sector: str | None, country: str | None) -> Loss:
        lost, leaked = band(120 * severity, spread), band(20 * severity, spread)
        return Loss(sector, country, None, lost, leaked, nothing, band(3, spread), None)

    def pooled(sector: str | None, country: str) -> Loss:
        return Loss(sector, country, None, None, None, None, None, "pooled")

    return (
        loss("traction", "DEU"),
        Loss("traction", "ROW", None, band(9), band(1), nothing, nothing, None),
        Loss("other", "ROW", "La/refining", Band(0.0, 0.02, 0.04), nothing, nothing, nothing, None),
        pooled("traction", "FRA"),
        loss("traction", None),
        loss(None, "DEU"),
        pooled(None, "FRA"),
        loss(None, None),
    )
