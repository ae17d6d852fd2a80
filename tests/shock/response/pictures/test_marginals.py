from __future__ import annotations

from dataclasses import replace

from monazite.shock.response.pictures.marginals import marginal, ranked
from monazite.shock.response.results import Marginal
from support.shock_responses import nothing, response


def panels(lang: str = "en") -> list[str]:
    return [one["title"] for one in marginal(response(), lang).chart.to_dict()["vconcat"]]


def test_what_has_a_price_is_ranked_by_what_a_dollar_saves_there() -> None:
    found = [one.per_dollar for one in ranked(response())]
    assert found[:-1] == sorted((x for x in found if x is not None), reverse=True)
    assert found[-1] is None


def test_what_has_no_price_stands_apart_on_an_axis_of_its_own() -> None:
    assert panels()[0] == "Loss avoided per dollar spent, US$"
    assert panels()[1].startswith("Capacity from the first month on")
    assert len(panels()) == 2


def test_the_words_say_what_a_dollar_more_in_the_budget_saves() -> None:
    found = marginal(response(), "en")
    assert found.behind.text[0] == "A dollar more in the budget saves US$ 1.6."
    assert ("Stock: terbium, Japan", "US$ 3,900 a kg", "US$ 2.9 per dollar") in found.behind.rows


def test_a_first_gram_at_next_to_no_price_has_no_rate_per_dollar() -> None:
    cheap = Marginal("capacity", "metal", "Tb/metal", "JPN", 9e5, 223_922.0)
    found = marginal(replace(response(), marginal=(cheap,)), "en")
    ((_, _, dollar),) = found.behind.rows
    assert dollar == "more than US$ 1,000 per dollar"
    assert "223,9" not in str(found.chart.to_dict())


def test_what_is_worth_nothing_is_left_out() -> None:
    worthless = Marginal("stock", "refining", "Nd/refining", "JPN", 0.0, 0.0)
    found = replace(response(), marginal=(*response().marginal, worthless))
    assert all(one.good != "Nd/refining" for one in ranked(found))


def test_the_rest_of_the_world_is_no_place_to_spend_in() -> None:
    elsewhere = Marginal("stock", "refining", "Nd/refining", "ROW", 90.0, 9.0)
    found = replace(response(), marginal=(*response().marginal, elsewhere))
    assert ranked(found) == ranked(response())


def test_where_nothing_would_be_worth_anything_it_says_so() -> None:
    found = marginal(nothing(), "en")
    assert "Nothing more would be worth anything." in found.behind.text
    assert b"<svg" in found.file(".svg", "en")


def test_it_is_drawn_in_chinese() -> None:
    assert b"<svg" in marginal(response(), "zh").file(".svg", "zh")
