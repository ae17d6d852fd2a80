from __future__ import annotations

from monazite.catalogue.words import fold
from monazite.law.references_said import law_words
from monazite.watch.patterns.agencies import agencies


def test_every_authority_says_what_it_does_and_where_that_is_told() -> None:
    for code, one in agencies().items():
        assert one.code == code
        assert one.sources
        assert one.confidence in {"found", "memory", "uncertain", "estimate"}
        assert all(law_words(ref, "en") != ref for ref in one.law)
        assert one.name("en") == one.en != one.name("zh") == one.zh
        assert one.does["en"] != one.does["zh"]


def test_the_five_of_the_campaign_and_those_who_judge_are_there() -> None:
    wanted = {"commerce", "public_security", "state_security", "customs", "post"}
    assert wanted | {"procuratorate", "court", "coordination"} <= set(agencies())
    names = [fold(one.en) for one in agencies().values()]
    assert len(set(names)) == len(names)
