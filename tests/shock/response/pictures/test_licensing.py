from __future__ import annotations

from dataclasses import replace

from monazite.shock.response.pictures.licensing import best, chosen, licences
from support.shock_responses import LONG, SHORT, nothing, response


def test_the_likeliest_future_in_which_licences_are_worth_something_is_shown() -> None:
    assert {one.future for one in chosen(response())} == {SHORT}
    worthless = tuple(replace(one, value_usd_kg=0.0) for one in response().licences)
    dear = replace(worthless[0], future=LONG, value_usd_kg=3.0)
    found = replace(response(), licences=(*worthless, dear))
    assert chosen(found) == [dear]


def test_the_month_of_a_printed_spread_or_of_the_highest_value_is_found_for_each_route() -> None:
    assert [(one.good, one.month, one.value_usd_kg) for one in best(response())] == [
        ("Dy/refining", "2025-09", 540.0), ("NdFeB-heavy/magnet", "2025-08", 90.0),
    ]  # fmt: skip


def test_value_spread_and_what_was_printed_stand_in_one_panel() -> None:
    found = licences(response(), "en").chart.to_dict()
    assert [one["title"]["text"] for one in found["vconcat"]] == [
        "Dysprosium, China to Japan",
        "NdFeB magnets with heavy rare earths, China to Japan",
    ]
    seen = [row for rows in found["datasets"].values() for row in rows if "value" in row]
    assert [(row["month"], row["value"]) for row in seen] == [
        ("2025-05", 480.0),
        ("2025-09", 480.0),
    ]


def test_a_spread_that_is_not_known_breaks_the_line() -> None:
    unknown = tuple(replace(one, spread_usd_kg=None) for one in response().licences)
    found = licences(replace(response(), licences=unknown), "en")
    assert "the spread is – then" in found.behind.text[0]
    rows = [row for rows in found.chart.to_dict()["datasets"].values() for row in rows]
    assert all(row["middle"] is None for row in rows if row.get("line") == "Spread as simulated")


def test_values_far_above_the_spreads_stand_on_a_logarithmic_axis() -> None:
    far = tuple(replace(one, value_usd_kg=1000 * one.value_usd_kg) for one in response().licences)
    found = licences(replace(response(), licences=far), "en").chart.to_dict()
    scale = found["vconcat"][0]["layer"][0]["encoding"]["y"]["scale"]
    assert scale["type"] == "log"
    assert "The axis is logarithmic" in " ".join(found["title"]["subtitle"])
    rows = [row for rows in found["datasets"].values() for row in rows if "middle" in row]
    assert all(row["middle"] is None or row["middle"] >= 0.1 for row in rows)


def test_the_title_says_where_no_licence_is_worth_anything() -> None:
    found = licences(nothing(), "en")
    assert found.chart.to_dict()["description"] == "No licence is worth anything: Japan"
    assert b"<svg" in found.file(".svg", "en")


def test_it_is_drawn_in_chinese() -> None:
    assert b"<svg" in licences(response(), "zh").file(".svg", "zh")
