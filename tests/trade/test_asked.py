from __future__ import annotations

import pytest

from monazite.errors import InputError
from monazite.trade import asked


def test_codes_are_read_with_dots_commas_and_once() -> None:
    assert asked.codes("2846.90, 284610,284690") == ("284690", "284610")
    assert asked.codes(["2846", "850511"]) == ("2846", "850511")
    assert asked.codes(["284690,284610", "85051100"[:6]]) == ("284690", "284610", "850511")


@pytest.mark.parametrize("wrong", ["", "28469", "abc", [], 284690, "284690,28469040"])
def test_what_is_no_code_is_refused(wrong: object) -> None:
    with pytest.raises(InputError, match="code"):
        asked.codes(wrong)  # type: ignore[arg-type]


def test_a_country_is_read_in_any_words() -> None:
    assert asked.place("Japan", "importer").counted_as == ("JPN",)
    assert asked.place("德国", "importer").iso3 == "DEU"


def test_taiwan_is_also_what_un_statistics_call_other_asia() -> None:
    assert asked.place("TW", "importer").counted_as == ("TWN", "S19")


def test_an_unknown_country_names_the_field() -> None:
    with pytest.raises(InputError) as caught:
        asked.place("Atlantis", "importer")
    assert caught.value.field == "importer"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (None, ()),
        (2023, (2023,)),
        ("2023", (2023,)),
        ("2021:2023", (2021, 2022, 2023)),
        (range(2020, 2022), (2020, 2021)),
    ],
)
def test_years_are_read_as_people_write_them(words: object, found: tuple[int, ...]) -> None:
    assert asked.years(words) == found  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", ["2024:2015", "last", "20:24", 1700, [], "2020:", "-5"])
def test_years_that_are_none_are_refused(wrong: object) -> None:
    with pytest.raises(InputError) as caught:
        asked.years(wrong)  # type: ignore[arg-type]
    assert caught.value.field == "years"
