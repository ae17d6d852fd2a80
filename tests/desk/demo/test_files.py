from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING

import pytest

from monazite.desk.demo.files import paper
from monazite.desk.papers.kinds import kind_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "media_type"), [("contract.pdf", "application/pdf"), ("site.png", "image/png")]
)
def test_the_desk_takes_the_files_for_what_they_are(
    name: str, media_type: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(paper(name, ["Contract (copy)", "back\\slash", "合同"]))
    assert kind_of(path, name).media_type == media_type


def test_every_object_of_a_pdf_stands_where_its_table_says() -> None:
    content = paper("a.pdf", ["one", "(two)"])
    offsets = [int(entry) for entry in re.findall(rb"(\d{10}) 00000 n", content)]
    assert len(offsets) == 5
    for number, offset in enumerate(offsets, 1):
        assert content[offset:].startswith(b"%d 0 obj" % number)
    start = re.search(rb"startxref\n(\d+)\n", content)
    assert start is not None
    assert content[int(start[1]) :].startswith(b"xref")
    stream = re.search(rb"/Length (\d+) >>\nstream\n(.*)\nendstream", content, re.DOTALL)
    assert stream is not None
    assert len(stream[2]) == int(stream[1])
    assert rb"(\(two\)) Tj" in stream[2]


def test_a_picture_has_the_sums_and_the_size_that_it_says() -> None:
    content = paper("a.png", ["x"])
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    at, kinds = 8, []
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        body = content[at + 4 : at + 8 + length]
        assert struct.unpack(">I", content[at + 8 + length : at + 12 + length])[0] == zlib.crc32(
            body
        )
        kinds.append(body[:4])
        at += 12 + length
    assert kinds == [b"IHDR", b"IDAT", b"IEND"]


def test_two_papers_are_two_files_and_one_paper_is_always_the_same() -> None:
    for name in ("a.pdf", "a.png"):
        assert paper(name, ["x"]) == paper(name, ["x"]) != paper(name, ["y"])
