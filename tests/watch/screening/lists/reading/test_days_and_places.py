from __future__ import annotations

from datetime import date

import pytest

from monazite.watch.screening.lists.reading.days import day, parts
from monazite.watch.screening.lists.reading.idents import KNOWN, kind_of
from monazite.watch.screening.lists.reading.places import iso2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1964-07-13", ("1964-07-13",)), ("1964-07", ("1964-07",)), ("1964", ("1964",)),
        ("13 Jul 1964", ("1964-07-13",)), ("July 1964", ("1964-07",)), ("circa 1965", ("1965",)),
        ("Approximately 1970", ("1970",)), ("1957 to 1959", ("1957", "1958", "1959")),
        ("1964-07-13T00:00:00Z", ("1964-07-13",)),
        ("1900 to 1980", ()), ("31 Feb 1964", ()), ("07/13/1964", ()), ("", ()), ("unknown", ()),
        ("0001-01-01", ()),
    ],
)  # fmt: skip
def test_a_date_is_what_is_known_of_it(text: str, found: tuple[str, ...]) -> None:
    assert parts(text) == found


def test_only_a_whole_day_is_a_day() -> None:
    assert day("2024-02-29") == date(2024, 2, 29)
    assert day("2024-02") is None
    assert day("") is None


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["Iran (Islamic Republic of)", "IR", "Iran"], ("IR",)),
        (["アフガニスタン\nIslamic Republic of Afghanistan"], ("AF",)),
        (["中国\nPeople's Republic of China"], ("CN",)),
        (["北朝鮮\nDemocratic People's Republic of Korea"], ("KP",)),
        (["Congo, Democratic Republic of the"], ("CD",)),
        (["Republic of Korea", "Korea, North"], ("KR", "KP")),
        (["gb-sct", "West Bank"], ("GB", "PS")),
        (["Atlantis", "", "suhh"], ()),
    ],
)
def test_countries_are_understood_as_lists_write_them(
    words: list[str], codes: tuple[str, ...]
) -> None:
    assert iso2(words) == codes


@pytest.mark.parametrize(
    ("words", "value", "kind"),
    [
        ("National passport", "1", "passport"), ("Passport", "1", "passport"),
        ("Vessel Registration Identification", "IMO 1234567", "imo"), ("NIT #", "1", "tax"),
        ("Unified Social Credit Code (USCC)", "1", "uscc"), ("D-U-N-S Number", "1", "duns"),
        ("Registration ID", "1", "registration"), ("C.U.I.T.", "1", "tax"),
        ("Additional Sanctions Information -", "x", ""), ("Gender", "Male", ""),
        ("Fishing permit", "1", "fishing permit"), ("", "1", "other"),
    ],
)  # fmt: skip
def test_kinds_of_numbers_are_told_from_publishers_words(words: str, value: str, kind: str) -> None:
    assert kind_of(words, value) == kind
    assert (kind in KNOWN) == (kind not in {"", "fishing permit", "other"})
