from __future__ import annotations

import pytest

from monazite.chain import words
from monazite.shock.pictures.wording import amount, banded, goods, meter, percent, rests, user
from monazite.shock.results.outcome import Band
from support.shock_outcomes import outcome

REFINING, REFINING_ZH = (words.stage("refining", lang) for lang in ("en", "zh"))


@pytest.mark.parametrize(
    ("name", "english", "chinese"),
    [
        ("magnets/WORLD", "rare earth magnets, out of China", "中国出口的稀土永磁体"),
        ("magnets/USA", "rare earth magnets, China to United States", "中国运往美国的稀土永磁体"),
        ("rare-earths/JPN-all", "rare earths, all countries to Japan", "各国运往日本的稀土"),
        ("antimony/THA-USA", "antimony oxide, Thailand to United States", "泰国运往美国的氧化锑"),
        ("Ga/WORLD", "gallium, out of China", "中国出口的镓"),
        ("Dy/refining/DEU", f"dysprosium, {REFINING}, China to Germany",
         f"中国运往德国的镝，{REFINING_ZH}"),
        ("Dy/refining", f"dysprosium, {REFINING}", f"镝，{REFINING_ZH}"),
        ("Dy", "dysprosium", "镝"),
    ],
)  # fmt: skip
def test_a_meter_says_what_it_counts(name: str, english: str, chinese: str) -> None:
    assert meter(name, "en") == english
    assert meter(name, "zh") == chinese


def test_a_user_is_a_sector_a_country_both_or_the_world() -> None:
    assert user("wind", "DEU", "en") == "Wind power, Germany"
    assert user("wind", None, "en") == "Wind power"
    assert user(None, "DEU", "en") == "Germany"
    assert user(None, None, "en") == "World"
    assert user("wind", "DEU", "zh") == "德国风电"


def test_a_band_is_left_out_where_all_draws_are_written_alike() -> None:
    assert banded(Band(1.0, 2.0, 4.0), "en") == "2 (1 to 4)"
    assert banded(Band(2.0, 2.0, 2.0), "en") == "2"
    assert banded(Band(0.101, 0.102, 0.103), "en", percent) == "10%"


def test_statistics_keep_their_digits_from_a_hundred_up() -> None:
    assert amount(1238) == "1,238"
    assert amount(46.04) == "46"
    assert amount(0.721) == "0.721"


def test_parts_below_nothing_have_a_sign() -> None:
    assert (percent(0.25), percent(-0.25), percent(0)) == ("25%", "−25%", "0%")


def test_what_a_run_rests_on_tells_one_draw_from_many() -> None:
    assert "64 draws" in rests(outcome(), "en")
    assert "One run" in rests(outcome(draws=1), "en")
    assert ("ab" * 6) in rests(outcome(), "zh")


def test_a_good_of_another_stage_stands_with_it() -> None:
    assert goods("NdFeB-heavy/component", "en").endswith(", Component")
    assert goods("NdFeB-heavy/magnet", "en") == "NdFeB magnets with heavy rare earths"


def test_a_difference_below_nothing_has_a_sign() -> None:
    assert banded(Band(-1.5, -1.0, 2.0), "en") == "−1 (−1.5 to 2)"
