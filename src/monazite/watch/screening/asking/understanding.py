"""What is told of a party beside its names, as far as it is understood; the rest is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.watch.screening.entity import Identifier
from monazite.watch.screening.lists.reading.days import parts
from monazite.watch.screening.lists.reading.idents import KNOWN
from monazite.watch.screening.lists.reading.places import iso2
from monazite.watch.screening.names.identifiers import checked
from monazite.watch.screening.party import Asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.watch.screening.entity import Kind

    Numbers = Iterable[tuple[str, str]]

NUMBERS = tuple(sorted(KNOWN | {"call-sign", "cn-id", "other"}))
"""The kinds of numbers that can be asked about."""
ACCEPTED = {
    "country": "a code or a name of a country, such as CN, China or 中国",
    "date": "1972-09-18, 1972-09, 1972, 18 Sep 1972, or at most six years as 1970-1975",
    "identifier": "the whole number: lei 20 signs, uscc and cn-id 18, imo 7, duns 9, with check "
    "digits that fit",
}
"""By field what is understood."""


def number_kind(word: str) -> str:
    """A kind of numbers; InputError field "identifier" for an unknown one."""
    kind = word.strip().casefold()
    if kind not in NUMBERS:
        raise InputError("identifier", word, ", ".join(NUMBERS))
    return kind


def understood(
    names: Sequence[str],
    kind: Kind | None = None,
    *,
    countries: Iterable[str] = (),
    dates: Iterable[str] = (),
    numbers: Numbers = (),
) -> Asked:
    """The party; what is told of it and not understood stands in `not_understood`, as written.

    numbers: kind and value; InputError field "identifier" for an unknown kind.
    """
    places = [(text, iso2([text])) for text in _filled(countries)]
    days = [(text, parts(text)) for text in _filled(dates)]
    told = [(number_kind(each), value.strip()) for each, value in numbers if value.strip()]
    right = [bool(checked(each, value).value) for each, value in told]
    wrong = (
        *(("country", text) for text, found in places if not found),
        *(("date", text) for text, found in days if not found),
        *(("identifier", f"{each}={value}")
          for (each, value), good in zip(told, right, strict=True) if not good),
    )  # fmt: skip
    return Asked(
        tuple(names),
        kind,
        tuple(dict.fromkeys(code for _, found in places for code in found)),
        tuple(dict.fromkeys(part for _, found in days for part in found)),
        tuple(Identifier(each, value) for each, value in told),
        wrong,
    )


def typed(
    names: Sequence[str],
    kind: Kind | None = None,
    *,
    countries: Iterable[str] = (),
    dates: Iterable[str] = (),
    numbers: Numbers = (),
) -> Asked:
    """The party that somebody typed; InputError names the first that is not understood."""
    asked = understood(names, kind, countries=countries, dates=dates, numbers=numbers)
    for field, text in asked.not_understood:
        raise InputError(field, text, ACCEPTED[field])
    return asked


def _filled(texts: Iterable[str]) -> list[str]:
    return [text.strip() for text in texts if text.strip()]
