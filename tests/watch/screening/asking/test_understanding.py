from __future__ import annotations

import pytest

from monazite.errors import InputError
from monazite.watch.screening.asking.understanding import NUMBERS, typed, understood
from monazite.watch.screening.entity import Identifier
from monazite.watch.screening.party import Asked


def test_what_is_told_is_brought_to_codes() -> None:
    found = typed(("Alder",), "company", countries=["China", "cn", " "], dates=["18 Sep 1972"],
                  numbers=[("Passport", "G23851362"), ("tax", " ")])  # fmt: skip
    assert found == Asked(
        ("Alder",), "company", ("CN",), ("1972-09-18",), (Identifier("passport", "G23851362"),)
    )


@pytest.mark.parametrize(
    ("told", "field", "accepted"),
    [
        ({"dates": ["1972", "18.9.1972"]}, "date", "1972-09-18"),
        ({"dates": ["1970-1980"]}, "date", "six years"),
        ({"countries": ["Chine"]}, "country", "China"),
        ({"numbers": [("lei", "5493001KJTIIGC8Y1R13")]}, "identifier", "check digits"),
        ({"numbers": [("passport", "n/a")]}, "identifier", "the whole number"),
        ({"numbers": [("foo", "1")]}, "identifier", ", ".join(NUMBERS)),
    ],
)
def test_what_is_typed_and_not_understood_is_refused(
    told: dict[str, list[str]], field: str, accepted: str
) -> None:
    with pytest.raises(InputError) as caught:
        typed(("Alder",), **told)  # type: ignore[arg-type]
    assert caught.value.field == field
    assert accepted in caught.value.accepted


def test_of_a_table_it_is_named_and_the_rest_counts() -> None:
    found = understood(("Alder",), countries=["Chine", "DE"], dates=["18.9.1972", "1972"],
                       numbers=[("imo", "1")])  # fmt: skip
    assert (found.countries, found.dates) == (("DE",), ("1972",))
    assert found.not_understood == (
        ("country", "Chine"), ("date", "18.9.1972"), ("identifier", "imo=1"),
    )  # fmt: skip
    assert found != understood(("Alder",), countries=["DE"], dates=["1972"])
