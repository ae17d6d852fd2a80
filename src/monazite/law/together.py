"""Fields of a statement that must go together: one way for a line and for a manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

IDENTITY = ("hs", "form", "control_code", "technology")
Composition = tuple[tuple[tuple[str, "Decimal | None"], ...] | None, frozenset[str]]
NO_COMPOSITION: Composition = (None, frozenset())


def _check_identity(*stated: object) -> None:
    """An item is named by something."""
    if all(value is None for value in stated):
        raise InputError("hs", None, f"one of {', '.join(IDENTITY)} is needed")


def _check_technology(form: str | None, technology: str | None) -> None:
    """Technology is know-how; no goods are it."""
    if technology is not None and form not in {None, "technology"}:
        accepted = f"no technology beside the form {form}; the form technology is know-how"
        raise InputError("technology", technology, accepted)


def _check_oxide(form: str | None, without: frozenset[str] | None) -> None:
    """An oxide holds oxygen."""
    if form == "oxide" and "O" in (without or ()):
        raise InputError("without", "O", "an element that an oxide can be without")


def _check_route(departure: str | None, destination: str | None) -> None:
    """Goods go from one country to another."""
    if departure is not None and departure == destination:
        accepted = "accepted: another country than from; rulings are on exports"
        raise InputError("to", destination, accepted)


def _check_absent(contains: Composition | None, without: frozenset[str] | None) -> None:
    """Nothing is both there and not there."""
    stated, _ = contains or NO_COMPOSITION
    there = {symbol for symbol, fraction in stated or () if fraction != 0}
    for symbol in sorted(there & (without or frozenset())):
        raise InputError("without", symbol, "accepted: an element that contains does not name")


# Fields that must go together, and what says so.
TOGETHER: tuple[tuple[tuple[str, ...], Callable[..., None]], ...] = (
    (IDENTITY, _check_identity),
    (("form", "technology"), _check_technology),
    (("form", "without"), _check_oxide),
    (("from", "to"), _check_route),
    (("contains", "without"), _check_absent),
)
