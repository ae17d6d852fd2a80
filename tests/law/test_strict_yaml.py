from __future__ import annotations

import pytest
import yaml

from monazite.law.strict_yaml import read


def test_plain_law_is_read() -> None:
    document = read('materials: ["Y"]\ncountry: "NO"\nofficial: true\nlimit: 0.02\nend: null\n')
    assert document == {
        "materials": ["Y"], "country": "NO", "official": True, "limit": 0.02, "end": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a: 1\na: 2\n", "stands twice"),
        ("country: NO\n", "'NO'"),
        ("materials: [Y]\n", "'Y'"),
        ("on: x\n", "'on'"),
        ("day: 2025-04-04\n", "'2025-04-04'"),
        ("code: 12:30\n", "'12:30'"),
        ("code: 0101\n", "'0101'"),
        ("1: x\n", "is not text"),
    ],
)
def test_a_trap_is_refused_with_its_line(text: str, word: str) -> None:
    with pytest.raises(yaml.YAMLError, match=r"line 1|line 2") as caught:
        read(text)
    assert word in str(caught.value)
