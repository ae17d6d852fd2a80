"""Made-up results of leverage: three levers of China, two of the United States, two packages."""

from __future__ import annotations

from typing import Any

from monazite.shock.leverage.grounds import WORLD
from monazite.shock.leverage.results import (
    Clock,
    Comparison,
    Equation,
    Freedom,
    Gain,
    GiveTold,
    Leverage,
    LeverHead,
    LeverRow,
    Number,
    PackageDifference,
    PackageGain,
    PackageValue,
    Pause,
    Promise,
    Side,
    Standing,
)
from monazite.shock.results.outcome import Band
from monazite.shock.results.ran import Assumption

HORIZONS = (3, 6, 12, 24)
PARTS = {3: 0.1, 6: 0.5, 12: 1.0, 24: 1.4}
"""Of what is lost within a year, what is lost by each horizon."""
LOST = {"JPN": 2400.0, "DEU": 1500.0, "USA": 900.0, WORLD: 3000.0}
"""Million US$ that destinations lose within a year by the first lever."""
RARE, GALLIUM, LISTS, DUTY, CHIPS = (
    "cn-seven-rare-earths", "cn-ga-ge-us", "cn-lists-2025-04", "us-duties-100", "us-chips",
)  # fmt: skip
NO_FIGURE = (LISTS, CHIPS)
_TITLES = {
    RARE: ("CHN", "Seven rare earths and magnets", "七种稀土及磁体"),
    GALLIUM: ("CHN", "No gallium and germanium to the United States", "不向美国出口镓、锗"),
    LISTS: ("CHN", "Lists of American parties", "美国实体名单"),
    DUTY: ("USA", "A duty of 100 % on Chinese goods", "对华100%关税"),
    CHIPS: ("USA", "Licences for advanced chips", "先进芯片出口许可"),
}
_WORDS = {"en": "why not", "zh": "缘由"}


def number(middle: float, spread: float = 0.6) -> Number:
    """A number with a band of so much to both sides, as a part of it."""
    return Number(Band(middle - abs(middle) * spread, middle, middle + abs(middle) * spread))


def leverage(*levers: str, scale: float = 1.0, draws: int = 128) -> Leverage:
    """A table of these levers, all where none is named; scale: of what is lost."""
    chosen = levers or tuple(_TITLES)
    pairs = [(one, to) for one in chosen if one not in NO_FIGURE for to in _targets(one)]
    return Leverage(
        **_head(draws), horizons=HORIZONS, destinations=("USA", "JPN", "DEU"), pause_from=30,
        pause_days=90, bites=0.01,
        levers=tuple(_lever(one) for one in chosen),
        rows=tuple(_row(one, to, m, scale) for one, to in pairs for m in HORIZONS),
        clocks=tuple(_clock(one, to) for one, to in pairs if to != WORLD),
        pauses=tuple(_pause(one, to, m, scale) for one, to in pairs for m in HORIZONS),
        equations=_EQUATIONS,
        notes=({"en": "A note.", "zh": "一条说明。"},),
    )  # fmt: skip


def comparison() -> Comparison:
    """A narrow and a wide reading of one deal: the wide one is worth more to the other side."""
    return Comparison(
        **_head(128), horizons=HORIZONS, after=30, standing=(RARE, DUTY),
        packages=(
            _package("narrow", "In the narrow reading", "狭义解读", (LISTS, DUTY), -20.0),
            _package("wide", "In the wide reading", "广义解读", (RARE, LISTS, DUTY), 520.0),
        ),
        differences=tuple(
            PackageDifference("wide", "narrow", months, gain(country, value, 30.0))
            for months in HORIZONS
            for country, value in (("CHN", 0.0), ("USA", 540.0 * PARTS[months]))
        ),
        equations=_EQUATIONS, notes=(),
    )  # fmt: skip


def gain(country: str, output: float, revenue: float) -> Gain:
    """What a side gains; all of its revenue by tonnes."""
    tonnes = number(revenue)
    return Gain(country, number(output), tonnes, number(0.0), tonnes)


_EQUATIONS = (
    Equation("lost", "L(h) = Σ_t≤h Σ_u V_u · (1 − y_u,t)", {"en": "Value added.", "zh": "增加值。"}, "m US$"),
    Equation("revenue", "R(h) = Σ p⁰·q⁰ − p·q", {"en": "Sales.", "zh": "销售收入。"}, "m US$"),
)  # fmt: skip


def _head(draws: int) -> dict[str, Any]:
    what = {"en": "what is at stake", "zh": "受影响部分"}
    assumed = (Assumption(None, "shock-uses", "estimate", what, _WORDS),)
    return {
        "scenario": "leverage", "first_day": "2027-01-01", "weeks": 105, "world_year": 2024,
        "draws": draws, "seed": 1, "engine": "compiled", "parameters": "2025",
        "parameters_hash": "ab" * 32, "assumed": assumed,
    }  # fmt: skip


def _targets(lever: str) -> tuple[str, ...]:
    if _TITLES[lever][0] == "USA":
        return ("CHN",)
    return tuple(LOST) if lever == RARE else ("USA",)


def _lever(lever: str) -> LeverHead:
    holder, en, zh = _TITLES[lever]
    standing = (Standing("CN-2025-18", "in_force", None),) if lever == RARE else ()
    known = lever not in NO_FIGURE
    why = None if known else {"en": "Nobody has measured it.", "zh": "无人测算。"}
    return LeverHead(
        lever, holder, {"en": en, "zh": zh}, "measure", None, standing, (), known, why, ("me",),
        "estimate",
    )  # fmt: skip


def _row(lever: str, to: str, months: int, scale: float) -> LeverRow:
    holder = _TITLES[lever][0]
    zero = number(0.0)
    if lever == DUTY:
        sold, duty = number(600.0 * PARTS[months]), Number(None, "duty")
        mine = Side(holder, zero, zero, zero, zero)
        return LeverRow(lever, months, mine, Side(to, zero, sold, duty, duty))
    lost = number(scale * LOST[to] * PARTS[months])
    own = number(scale * (LOST[to] * PARTS[months] * 0.03 - 12.0))
    return LeverRow(
        lever, months, Side(holder, zero, own, zero, own), Side(to, lost, zero, zero, zero)
    )


def _clock(lever: str, to: str) -> Clock:
    holder = _TITLES[lever][0]
    if lever == DUTY:
        free, none = Freedom(None, "not_supply", None, (), ()), Number(None, "no_draw")
        return Clock(lever, holder, to, none, 0.0, none, 0.0, free)
    month = {"JPN": "2029-06", "USA": "2028-03"}.get(to)
    free = Freedom(month, None if month else "never", "Dy/refining", (), ())
    part = 0.8 if to == "DEU" else 1.0
    return Clock(lever, holder, to, number(11.0, 0.3), part, number(14.0, 0.3), part, free)


def _pause(lever: str, to: str, months: int, scale: float) -> Pause:
    holder = _TITLES[lever][0]
    kept = scale * LOST.get(to, 0.0) * 0.4 * PARTS[months]
    own, other = gain(holder, 0.0, kept * 0.05), gain(to, kept, 0.0)
    return Pause(lever, 30, 90, months, own, other, number(kept * 1.05), 0.7, 0.1)


def _package(name: str, en: str, zh: str, levers: tuple[str, ...], kept: float) -> PackageValue:
    gives = tuple(_give(one) for one in levers)
    gains = tuple(
        PackageGain(giver, months, one)
        for giver, part in ((None, 1.0), ("CHN", 0.9), ("USA", 0.1))
        for months in HORIZONS
        for one in (
            gain("CHN", 0.0, 400.0 * part * PARTS[months]),
            gain("USA", kept * part * PARTS[months], -30.0 * part),
        )
    )
    promise = Promise(
        "COM-2025-05-12-GENEVA-CN", "CHN", "USA", "2025-05-12",
        {"en": "adopt all necessary measures.", "zh": "采取必要措施。"}, quoted=True,
        covers=("CN-2025-18",), disputed=("CN-2025-18",), kept=4, not_kept=1,
    )  # fmt: skip
    title = {"en": en, "zh": zh}
    return PackageValue(name, title, title, "2025-05-12", (promise,), gives, gains, 0.8, 0.1)


def _give(lever: str) -> GiveTold:
    holder, en, zh = _TITLES[lever]
    known = lever not in NO_FIGURE
    why = None if known else {"en": "nobody has measured it", "zh": "无人测算"}
    return GiveTold(
        side=holder, does="pause", lever=lever, title={"en": en, "zh": zh}, share=None,
        to=("USA",) if holder == "CHN" else ("CHN",), first="2027-02-02", last="2027-05-02",
        commitment=None, disputed=lever == RARE, countable=known, why=why,
    )  # fmt: skip
