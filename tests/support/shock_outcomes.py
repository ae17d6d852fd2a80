"""A small outcome of a run, made by hand: five months, two halts, one good, three losses."""

from __future__ import annotations

from datetime import date, timedelta

from monazite.shock.results.outcome import (
    Approval,
    Assumption,
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
        "seven-rare-earths-2025-04", FIRST.isoformat(), WEEKS, draws, 1, "compiled", "2025",
        "ab" * 32,
        _months(severity, spread),
        _halts(spread) if halts else (),
        _prices(severity, spread),
        _losses(severity, spread),
        (Hub("Sb/intermediate", "CHN", "THA", "USA", "2025-05", band(300, spread)),),
        tuple(
            Approval("china", ("NdFeB-heavy/magnet",), n, week(n).date, band(n / 40, spread) if n else None)
            for n in range(WEEKS)
        ),
        tuple(
            Output("traction", n, week(n).date, Band(0.9, 0.97 if halts and n > 7 else 1.0, 1.0))
            for n in range(WEEKS)
        ),
        (
            Assumption(
                "order_weeks", {"en": "weeks to order", "zh": "订货周数"},
                {"en": "nobody says", "zh": "无公开数据"},
            ),
        ),
        ({"en": "The law leaves it open.", "zh": "法律没有定论。"},),
    )  # fmt: skip


def _months(severity: float, spread: float) -> tuple[Month, ...]:
    world = {"2025-04": 2600.0, "2025-05": 1238.0, "2025-06": 3188.0}
    flow = {"2025-04": 2600.0, "2025-05": 1300.0, "2025-06": 2550.0, "2025-07": 5400.0}
    return (
        *(
            Month("magnets/WORLD", month, month != "2025-07", band(tonnes / severity, spread),
                  world.get(month))
            for month, tonnes in flow.items()
        ),
        *(
            Month("magnets/USA", month, month != "2025-07", band(tonnes / severity / 10, spread),
                  None)
            for month, tonnes in flow.items()
        ),
    )  # fmt: skip


def _halts(spread: float) -> tuple[Halt, ...]:
    def weeks(number: int) -> WeekBand:
        late = week(number + (4 if spread else 0))
        return WeekBand(week(number - (1 if spread else 0)), week(number), late)

    return (
        Halt("traction", "DEU", weeks(8), 1.0, band(0.3, spread)),
        Halt("wind", "ROW", weeks(11), 0.4, Band(0.0, 0.04, 0.2)),
        Halt("medical", "JPN", weeks(12), 0.01, Band(0.0, 0.0, 0.0)),
    )


def _prices(severity: float, spread: float) -> tuple[Price, ...]:
    spot = {"2025-04": 240.0, "2025-05": 700.0 * severity, "2025-06": 600.0}
    return (
        *(Price("Dy/refining", month, band(230, spread), band(quote, spread), band(240, spread),
              band(250, spread), Band(0.0, 0.02, 0.04))
        for month, quote in spot.items()),
        Price("Dy/refining", "2025-07", None, None, None, None, None),
    )  # fmt: skip


def _losses(severity: float, spread: float) -> tuple[Loss, ...]:
    return (
        Loss("traction", "DEU", band(120 * severity, spread), band(20 * severity, spread)),
        Loss("wind", "ROW", Band(0.0, 0.02, 0.04), Band(0.0, 0.0, 0.0)),
        Loss("traction", None, band(120 * severity, spread), band(20 * severity, spread)),
        Loss(None, "DEU", band(120 * severity, spread), band(20 * severity, spread)),
        Loss(None, None, band(120 * severity, spread), band(20 * severity, spread)),
    )
