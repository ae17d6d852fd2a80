"""What somebody says of a batch, read before anything is done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from monazite.customs.batches.content import Content, content
from monazite.customs.regime import rules
from monazite.desk.applications.written import reason
from monazite.errors import InputError

REFERENCE_MAX, SOURCE_MAX = 64, 200
_PLACES = 6
_MOST = Decimal(10) ** 12
_OUTPUTS = 50


@dataclass(frozen=True, slots=True)
class Said:
    """One batch as typed: month "2026-10", masses in kilograms as text, contents by word.

    source: of a beginning, what it rests on; "" of what is made of other batches.
    """

    reference: str
    stage: str
    month: str
    mass_kg: str
    contents: Mapping[str, str]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """The same as values."""

    reference: str
    stage: str
    month: date
    mass_kg: Decimal
    contents: tuple[Content, ...]
    source: str


def read(said: Said, regime: str) -> Read:
    """The values, the stage one of the regime's; InputError for the first that is none."""
    stages = rules(regime).batches.stages
    if said.stage not in stages:
        raise InputError("stage", said.stage, ", ".join(stages), "choice")
    return Read(
        reason("reference", said.reference, REFERENCE_MAX),
        said.stage,
        month_of(said.month),
        mass("mass_kg", said.mass_kg),
        tuple(content(word, mass("contents", kg)) for word, kg in said.contents.items()),
        said.source,
    )


def several(given: Sequence[Said], regime: str) -> tuple[Read, ...]:
    """Each of them; InputError for none and for too many."""
    if not 0 < len(given) <= _OUTPUTS:
        raise InputError("outputs", str(len(given)), f"1 to {_OUTPUTS}", "rows", most=_OUTPUTS)
    return tuple(read(each, regime) for each in given)


def mass(field: str, text: str) -> Decimal:
    """Kilograms to the milligram; InputError for anything that is no such number."""
    try:
        found = Decimal(text.strip())
    except InvalidOperation:
        raise InputError(field, text, "kilograms, such as 1250.5", "kilograms") from None
    if not found.is_finite() or not 0 < found < _MOST or found != round(found, _PLACES):
        accepted = "more than 0 and below 10^12 kg, to the milligram"
        raise InputError(field, text, accepted, "kilograms_most")
    return found


def month_of(text: str) -> date:
    """The first day of a month; InputError for none."""
    try:
        return date.fromisoformat(f"{text.strip()}-01")
    except ValueError:
        raise InputError("month", text, "a month, such as 2026-10", "month_odd") from None
