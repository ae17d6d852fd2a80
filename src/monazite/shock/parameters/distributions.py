"""The distributions that a parameter may have; each is cut off at the parameter's range."""

from __future__ import annotations

from typing import NamedTuple


class Fixed(NamedTuple):
    """One number."""

    value: float


class Uniform(NamedTuple):
    """Every number between two alike."""

    least: float
    most: float


class Triangular(NamedTuple):
    """From least to most, most often near the mode."""

    least: float
    mode: float
    most: float


class Lognormal(NamedTuple):
    """Its logarithm is normal, with standard deviation sigma."""

    median: float
    sigma: float


class Beta(NamedTuple):
    """A beta distribution of shape a, b, stretched from least to most."""

    least: float
    most: float
    a: float
    b: float


Distribution = Fixed | Uniform | Triangular | Lognormal | Beta
KINDS: dict[str, type[Distribution]] = {
    "fixed": Fixed,
    "uniform": Uniform,
    "triangular": Triangular,
    "lognormal": Lognormal,
    "beta": Beta,
}
"""By their names in a file of parameters."""


def wrong(found: Distribution) -> tuple[str, str] | None:
    """The first number of a distribution that makes none of it, and what would be accepted."""
    match found:
        case Uniform(least, most) | Beta(least, most) if least >= most:
            return "most", f"more than least ({least:g})"
        case Triangular(least, mode, most) if not (least <= mode <= most and least < most):
            return "mode", "least <= mode <= most, and least below most"
        case Lognormal(median, _) if median <= 0:
            return "median", "a number above 0"
        case Lognormal(_, sigma) if sigma <= 0:
            return "sigma", "a number above 0"
        case Beta(_, _, a, b) if min(a, b) <= 0:
            return "a" if a <= 0 else "b", "a number above 0"
    return None


def span(found: Distribution) -> tuple[float, float]:
    """Between which numbers it lies, before its range cuts it off; a lognormal: its median."""
    match found:
        case Fixed(value):
            return value, value
        case Lognormal(median, _):
            return median, median
        case Uniform(least, most) | Triangular(least, _, most) | Beta(least, most):
            return least, most
