"""What a licence line or a declared item says: how much of which goods goes where, for what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable
    from decimal import Decimal

Contains = tuple[tuple[str, "Decimal | None"], ...]
"""Elements and groups ("Dy", "GRAPHITE_NATURAL") with their mass fraction, None where unsaid."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """Goods of one form from one firm to one user.

    row: the number by which it is found; firm: who sells, user: who uses ("" where nobody says);
    use: in the words that were said; sector: of the form of an application, "" where unsaid;
    military: None where unsaid; origin, country: ISO3, the country that lets them go and the one
    that uses them; form: of `catalogue.forms`; licensed_kg, released_kg: net
    mass of the goods; licensed None where nothing limits it, released None where nobody says the
    mass (of pieces).
    """

    row: str
    firm: Hashable
    user: str
    use: str
    sector: str
    military: bool | None
    origin: str
    country: str
    form: str
    contains: Contains
    licensed_kg: Decimal | None
    released_kg: Decimal | None
