from __future__ import annotations

from monazite.catalogue.countries import countries
from monazite.trade.mirror.data import entrepots, mixed_codes


def test_mixed_codes_have_six_digits_and_say_what_they_mix_in_both_languages() -> None:
    for code, each in mixed_codes().items():
        assert (len(code), code.isdecimal()) == (6, True)
        assert set(each) == {"mixes", "en", "zh"}
        assert each["en"]
        assert each["zh"]
    assert {"811292", "811299", "284690"} <= set(mixed_codes())


def test_entrepots_are_countries_and_have_a_reason_in_both_languages() -> None:
    known = {each.iso3 for each in countries().values()}
    for iso3, each in entrepots().items():
        assert iso3 in known
        assert set(each) == {"en", "zh"}
    assert {"HKG", "SGP", "NLD", "ARE", "BEL", "PAN"} <= set(entrepots())
