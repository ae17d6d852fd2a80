"""An answer to a planner, made by hand: two futures, three years, a step of each policy."""

from __future__ import annotations

from dataclasses import replace

from monazite.shock.response.results import (
    Binding,
    Chance,
    Course,
    Licence,
    Loss,
    Marginal,
    Portfolio,
    Regret,
    Response,
    Simulated,
    Solved,
    Step,
    Unmet,
)
from monazite.shock.response.setting import WAYS
from monazite.shock.results.outcome import Band
from monazite.shock.results.ran import Assumption

LONG, SHORT = "full-stop", "seven-rare-earths-2025-04"
MONTHS = tuple(f"{year}-{month:02}" for year in (2025, 2026, 2027) for month in range(1, 13))
_TITLES = {
    LONG: {"en": "Full stop", "zh": "全面停止"},
    SHORT: {"en": "Seven rare earths, April 2025", "zh": "2025年4月七种稀土管制"},
}
_NOBODY = {"en": "nobody says", "zh": "无公开数据"}


def response(countries: tuple[str, ...] = ("JPN",)) -> Response:
    """The answer; what is planned has one step of each policy."""
    course = tuple(_course())
    return Response(
        scenario=SHORT,
        countries=countries,
        scope=("magnets",),
        budget_musd=500.0,
        first="2025-01",
        months=36,
        ways=WAYS,
        whole=False,
        futures=(Chance(SHORT, _TITLES[SHORT], 0.8), Chance(LONG, _TITLES[LONG], 0.2)),
        world_year=2024,
        assumptions="2026",
        parameters="2025",
        parameters_hash="ab" * 32,
        feasible=True,
        spent_musd=446.0,
        expected_without_musd=2400.0,
        expected_musd=640.0,
        plan=_plan(),
        losses=tuple(_losses(course)),
        course=course,
        marginal=_marginal(),
        licences=tuple(_licences()),
        regrets=tuple(_regrets()),
        binding=(
            Binding("budget", None, None, 1, 1, 0.6, "million US$"),
            Binding("permit", "NdFeB-heavy/magnet", "JPN", 14, 72, 4.1, "t/month"),
            Binding("store", "Dy/refining", "JPN", 20, 36, 1.2, "t"),
        ),
        unmet=(),
        simulated=(
            Simulated(SHORT, 64, 900.0, 220.0, _band(1100), _band(310), _band(790)),
            Simulated(LONG, 64, 8400.0, 2320.0, _band(9900), _band(4100), _band(5800)),
        ),
        solved=Solved("optimal", 152_000, 98_000, 610_000, 0.4, 11.2, 0.0),
        assumed=(
            Assumption("capex.separation", None, "estimate",
                       {"en": "cost of separation plants", "zh": "分离厂造价"}, _NOBODY),
            Assumption(None, "projects", "memory", {"en": "projects", "zh": "项目"}, _NOBODY),
        ),
        notes=({"en": "Scrap is taken at its content.", "zh": "废料按含量计。"},),
    )  # fmt: skip


def infeasible() -> Response:
    """The same where defence cannot be served in the first year of the long stop."""
    unmet = tuple(
        Unmet("service", "defence", "JPN", None, LONG, month, 0.3, "part") for month in MONTHS[4:7]
    )
    return replace(response(), feasible=False, unmet=unmet)


def nothing() -> Response:
    """Nothing happens, and nothing is to be done."""
    found = response()
    calm = tuple(replace(one, without_musd=0.0, with_musd=0.0) for one in found.course)
    return replace(
        found, spent_musd=0.0, expected_without_musd=0.0, expected_musd=0.0, plan=(), losses=(),
        course=calm, marginal=(), licences=(), regrets=(), binding=(), simulated=(), assumed=(),
        notes=(),
    )  # fmt: skip


def _band(middle: float) -> Band:
    return Band(0.6 * middle, middle, 1.5 * middle)


def _plan() -> tuple[Step, ...]:
    magnet, dy, tb = "NdFeB-heavy/magnet", "Dy/refining", "Tb/refining"
    lynas = ("lynas-kuantan-heavy", "Lynas Malaysia, heavy separation")
    return (
        Step(2025, "stockpile", magnet, None, "JPN", None, None, 420.0, "t", "2025-01", None, 38.0),
        Step(2025, "stockpile", dy, None, "JPN", None, None, 60.0, "t", "2025-01", None, 21.0),
        Step(2026, "stockpile", dy, None, "JPN", None, None, 25.0, "t", "2026-01", None, 9.0),
        Step(2025, "plants", dy, None, "AUS", None, None, 180.0, "t/a", "2025-02", "2027-08",
             146.0),
        Step(2025, "offtake", tb, None, "MYS", *lynas, 40.0, "t/a", "2025-01", "2026-01", 57.0),
        Step(2025, "recycling", magnet, None, "JPN", None, None, 300.0, "t/a", "2025-01",
             "2026-07", 64.0),
        Step(2025, "substitution", magnet, "traction", "JPN", None, "traction without heavies",
             0.15, "part", "2025-01", "2026-04", 80.0),
        Step(2026, "finished", "traction", None, "JPN", None, None, 0.06, "part", "2026-03",
             "2026-06", 31.0),
    )  # fmt: skip


def _course() -> list[Course]:
    """Losses that come after four months; with the plan a part of them, less and less."""
    found = []
    for future, most in ((SHORT, 160.0), (LONG, 900.0)):
        for n, month in enumerate(MONTHS):
            shape = max(0.0, min(1.0, (n - 4) / 5)) * (0.93 ** max(0, n - 9))
            left = 0.75 if n < 12 else 0.3 if n < 24 else 0.1
            found.append(Course(future, month, most * shape, most * shape * left))
    return found


def _losses(course: tuple[Course, ...]) -> list[Loss]:
    parts = {"traction": 0.7, "electronics": 0.2, "defence": 0.1}
    found = []
    for future in (SHORT, LONG):
        for year in (2025, 2026, 2027):
            own = [
                one for one in course if one.future == future and one.month.startswith(str(year))
            ]
            for sector, part in parts.items():
                without = part * sum(one.without_musd for one in own)
                kept = part * sum(one.with_musd for one in own)
                found.append(Loss(future, year, sector, "JPN", without, kept))
    return found


def _marginal() -> tuple[Marginal, ...]:
    return (
        Marginal("budget", None, None, None, 1.6, 1.6),
        Marginal("capacity", "refining", "Dy/refining", "JPN", 9.4, 3.2),
        Marginal("capacity", "refining", "Tb/refining", "JPN", 12.1, 2.6),
        Marginal("capacity", "magnet", "NdFeB-heavy/magnet", "JPN", 1.3, 1.8),
        Marginal("capacity", "metal", "Dy/metal", "JPN", 0.6, 0.7),
        Marginal("capacity", "mining", "REE-ionic/mining", "AUS", 0.4, None),
        Marginal("stock", "refining", "Tb/refining", "JPN", 3900.0, 2.9),
        Marginal("stock", "refining", "Dy/refining", "JPN", 840.0, 2.4),
        Marginal("stock", "magnet", "NdFeB-heavy/magnet", "JPN", 160.0, 1.7),
    )


def _licences() -> list[Licence]:
    found = []
    for good, scale, seen in (("NdFeB-heavy/magnet", 1.0, None), ("Dy/refining", 6.0, 480.0)):
        for n, month in enumerate(MONTHS[:18]):
            value = scale * 90.0 * max(0.0, min(1.0, (n - 3) / 4)) * 0.85 ** max(0, n - 8)
            observed = seen if month in {"2025-05", "2025-09"} else None
            spread = scale * 70.0 * max(0.0, min(1.0, (n - 3) / 2)) * 0.9 ** max(0, n - 6)
            found.append(Licence(SHORT, good, "CHN", "JPN", month, value, spread, observed))
    return found


def _regrets() -> list[Regret]:
    lost: dict[Portfolio, tuple[float, float]] = {
        "stockpile": (420.0, 5200.0), "plants": (640.0, 4100.0), "offtake": (810.0, 7400.0),
        "recycling": (700.0, 6300.0), "substitution": (520.0, 4900.0), "finished": (610.0, 5600.0),
        "nothing": (900.0, 8400.0), "mix": (220.0, 2320.0),
    }  # fmt: skip
    found = []
    for n, future in enumerate((SHORT, LONG)):
        costs = {name: lost[name][n] + _spent(name) for name in lost}
        for name, cost in costs.items():
            more = cost - min(costs.values())
            found.append(Regret(name, future, _spent(name), lost[name][n], cost, more))
    return found


def _spent(name: Portfolio) -> float:
    return {"nothing": 0.0, "mix": 446.0}.get(name, 300.0)
