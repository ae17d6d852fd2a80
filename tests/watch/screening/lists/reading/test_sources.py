from __future__ import annotations

import pytest

from monazite.watch.screening.lists.reading.sources import decoded

CHINESE = "名称\n金岩稀土科技有限公司\nAlder Ores Ltd\n测试磁材，上海\n" * 20
WESTERN = "name\nSociété Générique\nGößnitz Öl\nPeña e Hijos\nNaïve œuvre\n" * 20
"""A file of names as offices keep it."""


@pytest.mark.parametrize("text", [CHINESE, WESTERN, "name\nAlder\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize(("text", "encoding"), [(CHINESE, "gb18030"), (CHINESE, "gbk"),
                                                (WESTERN, "cp1252")])  # fmt: skip
def test_older_encodings_are_told_apart(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("end", [1, 2])
def test_text_cut_within_a_letter_is_not_taken_for_another_encoding(end: int) -> None:
    whole = CHINESE.strip().encode()
    assert decoded(whole) is not None
    assert decoded(whole[:-end]) is None


def test_bytes_with_nul_are_no_text() -> None:
    assert decoded(b"name\n\0") is None
