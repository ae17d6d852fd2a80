from __future__ import annotations

import io
import time
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from monazite.errors import InputError
from monazite.licensing.sheets import read_xlsx, template

if TYPE_CHECKING:
    from collections.abc import Mapping

WHOLE = template("en", "CN")
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
SHEET = "xl/worksheets/sheet2.xml"


def repacked(changed: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The template with some parts replaced or added."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(WHOLE)) as old,
        zipfile.ZipFile(written, "w", packing, compresslevel=1) as new,
    ):
        for name in (*old.namelist(), *changed):
            if name not in new.namelist():
                new.writestr(name, changed.get(name) or old.read(name))
    return written.getvalue()


def encrypted() -> bytes:
    """The template, marked as encrypted in its directory."""
    at = WHOLE.index(b"PK\x01\x02")
    return WHOLE[: at + 8] + b"\x01\x00" + WHOLE[at + 10 :]


def many_entries() -> bytes:
    return repacked({f"xl/extra{n}.bin": b"x" for n in range(1_001)})


def zipped(name: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        packed.writestr(name, "x")
    return written.getvalue()


FILES = {
    "empty": (b"", "whole .xlsx"),
    "csv": (b"description,quantity\nmagnet,12\n", "whole .xlsx"),
    "no zip": (b"PK\x03\x04 and nothing more", "whole .xlsx"),
    "cut off": (WHOLE[:-200], "whole .xlsx"),
    "damaged": (WHOLE[:700] + b"\x00" * 2000 + WHOLE[2700:], "whole .xlsx"),
    "old or with a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        "without password",
    ),
    "encrypted": (encrypted(), "without password"),
    "too large": (b"\x00" * 20_000_001, "at most 20,000,000 bytes"),
    "too many parts": (many_entries(), "at most 1,000 parts"),
    "packed otherwise": (repacked({}, zipfile.ZIP_LZMA), "stored or deflated"),
    "macros": (repacked({"xl/vbaProject.bin": b"Sub Open()"}), "without macros"),
    "packed too tightly": (
        repacked({"xl/media/a.bin": b"\x00" * 2_000_000}),
        "packed at most 100 to 1",
    ),
    "large part": (
        repacked({"xl/media/a.bin": b"\x00" * 50_000_001}),
        "parts of at most 50,000,000",
    ),
    "entities": (repacked({"xl/workbook.xml": BOMB}), "without a document type"),
    "outside entity": (repacked({SHEET: OUTSIDE}), "without a document type"),
    "entities aside": (repacked({"docProps/app.xml": BOMB}), "without a document type"),
    "entities in UTF-16": (
        repacked({"xl/sharedStrings.xml": BOMB.decode().encode("utf-16")}),
        "without a document type",
    ),
    "broken XML": (repacked({SHEET: b"<worksheet><row>"}), "whole .xlsx"),
    "no sheet": (repacked({"xl/workbook.xml": b"<workbook/>"}), "made from the template"),
    "another zip": (zipped("notes.txt"), "whole .xlsx"),
    "too many elements in many parts": (
        repacked(
            {f"xl/extra{n}.xml": b"<x>" + b"<y></y>" * 60_000 + b"</x>" for n in range(9)},
            zipfile.ZIP_STORED,
        ),
        "500,000 elements",
    ),
    "too many elements": (
        repacked({SHEET: b"<x>" + b"<y></y>" * 500_001 + b"</x>"}, zipfile.ZIP_STORED),
        "500,000 elements",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_workbook_of_ours_is_refused_in_words(name: str) -> None:
    data, message = FILES[name]
    before = time.process_time()
    with pytest.raises(InputError) as refused:
        read_xlsx(data)
    assert refused.value.field == "file"
    assert message in refused.value.accepted
    assert time.process_time() - before < 5


def test_a_sheet_without_anything_says_nothing() -> None:
    assert read_xlsx(repacked({SHEET: b"<worksheet/>"})) == {}


SHARED = """<?xml version="1.0" encoding="UTF-8"?>
<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<si><t>Description</t></si>
<si><r><t xml:space="preserve">magnet </t></r><r><t>N42SH</t></r><rPh sb="0" eb="1"><t>ジシャク</t></rPh></si>
<si><t>a_x000D_b_x005F_x0041_ x005F_</t></si>
</sst>"""
CELLS = """<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c></row>
<row r="2"><c r="A2" t="s"><v>1</v></c></row>
<row r="3"><c r="A3" t="s"><v>2</v></c></row>
<row r="4"><c r="A4"><v>1.1000000000000001</v></c></row>
</sheetData></worksheet>"""


def test_shared_texts_are_read_as_excel_writes_them() -> None:
    lines = "xl/worksheets/sheet4.xml"
    data = repacked({"xl/sharedStrings.xml": SHARED.encode(), lines: CELLS.encode()})
    typed = [row["description"] for row in read_xlsx(data)["lines"]]
    assert typed == ["magnet N42SH", "a\rb_x0041_ x005F_", "1.1"]


def test_a_bomb_of_200_megabytes_is_refused_before_it_is_unpacked() -> None:
    zeros = dict.fromkeys((f"xl/media/{n}.xml" for n in range(5)), b" " * 45_000_000)
    data = repacked(zeros)
    assert len(data) < 2_000_000
    before = time.process_time()
    with pytest.raises(InputError, match="at most 200,000,000 bytes when unpacked"):
        read_xlsx(data)
    assert time.process_time() - before < 1


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_stands_twice_is_refused() -> None:
    written = io.BytesIO(WHOLE)
    with zipfile.ZipFile(written, "a") as packed:
        packed.writestr(SHEET, b"<worksheet/>")
    with pytest.raises(InputError, match="each once"):
        read_xlsx(written.getvalue())


@seed(20261122)
@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=20))
def test_a_damaged_file_is_read_or_refused_and_never_breaks(at: int, damage: bytes) -> None:
    try:
        read_xlsx(WHOLE[:at] + damage + WHOLE[at + len(damage) :])
    except InputError as refused:
        assert refused.accepted  # noqa: PT017 - either is right, anything else is not
