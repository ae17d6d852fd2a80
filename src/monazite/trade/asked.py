"""What people ask with: codes, countries and years in their words, as queries need them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.catalogue.codes import HS_DIGITS, commodity_code
from monazite.catalogue.countries import countries, country
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIRST_YEAR, _LAST_YEAR = 1962, 2200
_TAIWAN, _OTHER_ASIA = "TWN", "S19"


@dataclass(frozen=True, slots=True)
class Place:
    """A country of a question: its ISO3, and every ISO3 under which sources may count it."""

    iso3: str
    counted_as: tuple[str, ...]


def codes(asked: str | Iterable[str]) -> tuple[str, ...]:
    """Commodity codes without dots; a text may hold several with commas between them.

    Raises:
        InputError: field "code", for none, for what is no code, and for national lines of
            different lengths, which would overlap.
    """
    if isinstance(asked, int):
        raise InputError("code", asked, f'a text, since codes may begin with 0: "{asked}"')
    texts = [asked] if isinstance(asked, str) else asked
    words = [word for text in texts for word in text.split(",")]
    found = tuple(dict.fromkeys(commodity_code(word, "code") for word in words))
    if not found:
        raise InputError("code", "", "a commodity code of 4 to 10 digits, such as 284690")
    lengths = {max(len(code), HS_DIGITS) for code in found}
    if len(lengths) > 1:
        raise InputError("code", ", ".join(found), "national lines of one length, or codes to six")
    return found


def place(word: str, field: str) -> Place:
    """A country given as code or name, as statistics count it."""
    iso3 = countries()[country(word, field)].iso3
    # UN statistics do not list Taiwan: its trade is most of Other Asia, n.e.s. Customs files do.
    return Place(iso3, (iso3, _OTHER_ASIA) if iso3 == _TAIWAN else (iso3,))


def years(asked: int | str | Iterable[int] | None) -> tuple[int, ...]:
    """Years given as a number, as numbers, or as text such as 2023 or 2015:2024; none for all."""
    if asked is None:
        return ()
    if isinstance(asked, int):
        return _checked((asked,), asked)
    if not isinstance(asked, str):
        return _checked(tuple(asked), asked)
    first, colon, last = asked.strip().partition(":")
    if not (first.isdecimal() and (last.isdecimal() if colon else True)):
        raise InputError("years", asked, "a year such as 2023, or first and last such as 2015:2024")
    return _checked(tuple(range(int(first), int(last or first) + 1)), asked)


def _checked(found: tuple[int, ...], asked: object) -> tuple[int, ...]:
    if not found or not all(_FIRST_YEAR <= year <= _LAST_YEAR for year in found):
        raise InputError(
            "years", asked, f"years from {_FIRST_YEAR} on, the first before the last: 2015:2024"
        )
    return found
