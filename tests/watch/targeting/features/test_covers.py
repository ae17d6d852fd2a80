from __future__ import annotations

import pyarrow as pa
import pytest

from monazite.catalogue.elements import SYMBOLS
from monazite.catalogue.texts import say
from monazite.watch.targeting.features.covers import NONE, Cover, covered, covers

IDS = [one.id for one in covers()]


@pytest.mark.parametrize("cover", covers(), ids=IDS)
def test_a_cover_says_who_says_so_and_is_told_in_both_languages(cover: Cover) -> None:
    assert cover.source
    assert cover.confidence in {"found", "uncertain"}
    assert set(cover.hides) <= set(SYMBOLS)
    assert cover.words == tuple(word.casefold() for word in cover.words)
    for lang in ("en", "zh"):
        assert "Dy" in say(f"watch.targeting.cover.{cover.id}", lang, hides="Dy")


@pytest.mark.parametrize(
    ("code", "said", "cover"),
    [
        ("7202.99", None, "ferro-alloy"),
        ("750400", None, "nickel-powder"),
        ("3810100000", None, "solder-paste"),
        ("850300", None, "magnets-in-motors"),
        ("284690", "Dysprosium oxide", None),
        (None, "Fine Nickel Powder, 99%", "nickel-powder"),
        (None, "耐火砖 A级", "refractory"),
        ("999999", "瓷砖胶", "tile-glaze"),
        (None, None, None),
    ],
)
def test_a_declared_name_is_told_by_its_code_or_its_words(
    code: str | None, said: str | None, cover: str | None
) -> None:
    texts = pa.array([said], pa.string())
    found = covered(pa.array([code], pa.string()), texts)
    assert found.tolist() == [NONE if cover is None else IDS.index(cover)]


def test_words_alone_or_codes_alone_suffice() -> None:
    assert covered(None, pa.array(["锡膏"])).tolist() == [IDS.index("solder-paste")]
    assert covered(pa.array(["3816"]), None).tolist() == [IDS.index("refractory")]
