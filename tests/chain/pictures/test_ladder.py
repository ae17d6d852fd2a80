from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from monazite.chain.exposures.exposure import exposure
from monazite.chain.exposures.left_out import LeftOut
from monazite.chain.pictures.ladder import user_ladder, world_ladder
from support.chain_networks import network, node, world

FOUND = network(
    [
        (node("make mining CHN", "Dy"), node("market mining CHN", "Dy"), 60.0),
        (node("make mining MMR", "Dy"), node("market mining MMR", "Dy"), 40.0),
        (node("market mining MMR", "Dy"), node("market mining CHN", "Dy"), 40.0),
        (node("market mining CHN", "Dy"), node("make refining CHN", "Dy"), 100.0),
        (node("make refining CHN", "Dy"), node("market refining CHN", "Dy"), 95.0),
        (node("make refining DEU", "Dy"), node("market refining DEU", "Dy"), 5.0),
        (node("market refining CHN", "Dy"), node("market refining DEU", "Dy"), 15.0),
        (node("market refining DEU", "Dy"), node("use wind DEU", "Dy"), 18.0),
    ],
    {
        node("make mining CHN", "Dy"): 60.0,
        node("make mining MMR", "Dy"): 40.0,
        node("make refining DEU", "Dy"): 5.0,
    },
    {node("use wind DEU", "Dy"): 2.0},
)


def parts(picture: Any) -> list[tuple[str, str, float]]:
    chart = picture.chart.to_dict()
    rows = [row for values in chart["datasets"].values() for row in values if "group" in row]
    return [(row["stage"], row["group"], round(row["x2"] - row["x"], 3)) for row in rows]


def test_the_largest_maker_stands_first_at_every_stage() -> None:
    shown = parts(world_ladder(FOUND, "en"))
    assert shown == [
        ("Mining", "CHN", 0.6), ("Mining", "MMR", 0.4), ("Mining", "others", 0.0),
        ("Separation and refining", "CHN", 0.95), ("Separation and refining", "DEU", 0.05),
        ("Separation and refining", "others", 0.0),
    ]  # fmt: skip


def test_makers_that_nobody_names_are_a_part_of_the_world() -> None:
    shown = parts(world_ladder(replace(FOUND, unnamed={"mining": 100.0}), "en"))
    assert shown[:4] == [
        ("Mining", "CHN", 0.3), ("Mining", "MMR", 0.2), ("Mining", "others", 0.0),
        ("Mining", "unknown", 0.5),
    ]  # fmt: skip
    said = world_ladder(replace(FOUND, unnamed={"mining": 100.0}), "en").behind.text
    assert said[0] == "Mining: China 30%, Myanmar 20%, Maker not known 50%."


def test_the_words_of_the_world_in_both_languages() -> None:
    assert world_ladder(FOUND, "en").behind.text == (
        "Mining: China 60%, Myanmar 40%.",
        "Separation and refining: China 95%, Germany 5%.",
    )
    assert world_ladder(FOUND, "zh").behind.text[0] == "采矿：中国 60%、缅甸 40%。"


def test_a_user_sees_whom_it_stands_on_first_and_what_nobody_knows() -> None:
    found = exposure(world(FOUND), "DEU", "Dy", draws=0)
    shown = {
        (stage, group): share for stage, group, share in parts(user_ladder(found, "Germany", "en"))
    }
    # Of 20 t, 2 are unknown; of the other 18 a quarter was made at home, from what entered there.
    assert shown["Mining", "CHN"] == pytest.approx(0.9 * 0.75 * 0.6, abs=1e-3)
    assert shown["Mining", "MMR"] == pytest.approx(0.9 * 0.75 * 0.4, abs=1e-3)
    assert shown["Mining", "plain"] == pytest.approx(0.9 * 0.25, abs=1e-3)
    assert shown["Mining", "unknown"] == pytest.approx(0.1, abs=1e-3)
    assert shown["Separation and refining", "CHN"] == pytest.approx(0.9 * 0.75, abs=1e-3)
    assert shown["Separation and refining", "DEU"] == pytest.approx(0.9 * 0.25, abs=1e-3)
    first = parts(user_ladder(found, "Germany", "en"))[0]
    assert first[:2] == ("Mining", "CHN")


def test_the_parts_of_a_stage_are_a_whole() -> None:
    found = exposure(world(FOUND), "DEU", "Dy", draws=0)
    held: dict[str, float] = {}
    for stage, _, share in parts(user_ladder(found, "Germany", "en")):
        held[stage] = held.get(stage, 0.0) + share
    assert held == {stage: pytest.approx(1.0, abs=2e-3) for stage in held}


def test_bands_are_drawn_and_told() -> None:
    found = exposure(world(FOUND), "DEU", "Dy", draws=40)
    picture = user_ladder(found, "Germany", "en")
    assert " to " in picture.behind.text[0]
    assert all(row[3] and row[4] for row in picture.behind.rows if row[1] == "China")
    assert "percentile" in picture.file(".svg", "en").decode()


def test_without_draws_no_range_is_spoken_of() -> None:
    picture = user_ladder(exposure(world(FOUND), "DEU", "Dy", draws=0), "Germany", "en")
    assert "percentile" not in picture.file(".svg", "en").decode()


def test_a_user_of_whom_nothing_is_known_still_has_a_picture() -> None:
    found = exposure(world(FOUND), "DEU", "Dy", draws=0)
    bare = replace(found, made=(), ultimate=())
    assert user_ladder(bare, "德国", "zh").file(".svg", "zh").startswith(b"<svg")


def test_every_share_can_be_followed_to_its_rows() -> None:
    assert world_ladder(FOUND, "en").behind.rows[0] == (
        "Mining",
        "China",
        "0.6000",
        "",
        "",
        "row/0",
    )
    found = exposure(world(FOUND), "DEU", "Dy", draws=0)
    said = user_ladder(found, "Germany", "en").behind.text[-1]
    assert said.startswith("Packaged rows behind it: 8, the weightiest row/")


def test_a_company_stands_in_the_title() -> None:
    found = exposure(world(FOUND), "DEU", "Dy", draws=0)
    title = user_ladder(found, "Example Motors", "en").chart.to_dict()["title"]["text"]
    assert " ".join(title) == "Example Motors: where its dysprosium was made, stage by stage, 2024"


def test_the_picture_of_a_group_says_of_how_many_members_it_is() -> None:
    found = exposure(world(FOUND), "EU", "Dy", draws=0)
    title = user_ladder(found, "European Union", "en").chart.to_dict()["title"]
    assert "the 1 of 27 members of which a use is known" in " ".join(title["subtitle"])
    left = found.members[0]._replace(left_out=LeftOut(("magnet",), 0.9, 50.0))
    partly = user_ladder(replace(found, members=(left,)), "European Union", "zh").chart.to_dict()
    assert "其中1个成员的磁体计入世界其他地区" in "".join(partly["title"]["subtitle"])
