from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.watch.screening.names.syllables import apart, plain, syllables


@pytest.mark.parametrize(
    ("token", "ways"),
    [
        ("wubin", ["wu bin"]),
        ("linan", ["li nan", "lin an"]),
        ("xian", ["xian", "xi an"]),
        ("lvwei", ["lu wei"]),
        ("lyuwei", ["lu wei"]),
        ("zhangshuang", ["zhang shuang", "zhang shu ang"]),
        ("smith", []),
        ("vladimir", []),
        ("bb", []),
    ],
)
def test_takes_joined_syllables_apart(token: str, ways: list[str]) -> None:
    assert [" ".join(way) for way in apart(token)] == ways


@given(st.lists(st.sampled_from(sorted(syllables())), min_size=1, max_size=3))
def test_syllables_that_were_joined_come_apart(parts: list[str]) -> None:
    ways = apart("".join(parts))
    assert ways or {"a", "o"} & set(parts[1:])
    assert all("".join(way) == "".join(map(plain, way)) for way in ways)
    assert len(set(ways)) == len(ways)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=24))
def test_every_way_has_known_syllables_only(token: str) -> None:
    assert all(part in syllables() for way in apart(token) for part in way)
