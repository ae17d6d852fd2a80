from __future__ import annotations

import pytest
import yaml

from monazite.trade.reading import plain_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"), ("yes", "yes"), ("0101", "0101"), ("2024-01-05", "2024-01-05"),
        ("1:30", "1:30"), ("1_000", "1_000"), ("true", True), ("~", None), ("12", 12), ("-3", -3),
        ("1.5", 1.5), ("1e3", 1000.0), ("0", 0), ("null", None), ("", None),
    ],
)  # fmt: skip
def test_scalars_are_what_people_mean(text: str, value: object) -> None:
    assert plain_yaml.read(f"key: {text}") == {"key": value}


def test_a_key_may_be_a_country_too() -> None:
    assert plain_yaml.read("NO: NOR\nON: CAN") == {"NO": "NOR", "ON": "CAN"}


def test_anchors_and_merges_hold() -> None:
    assert plain_yaml.read("a: &x {b: 1}\nc: {<<: *x, d: 2}") == {
        "a": {"b": 1},
        "c": {"b": 1, "d": 2},
    }


def test_a_key_that_stands_twice_is_refused_with_its_block() -> None:
    with pytest.raises(yaml.YAMLError, match="twice in the block that begins on line 3"):
        plain_yaml.read("a: 1\nb:\n  c: 1\n  c: 2\n")
