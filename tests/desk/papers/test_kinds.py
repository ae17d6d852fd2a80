from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.catalogue.texts import LANGS
from monazite.desk.applications.errors import PaperRefused
from monazite.desk.papers.kinds import KINDS, kind_of
from support.papers import PDF, REFUSED, TAKEN, bomb, office, pdf, png

if TYPE_CHECKING:
    from pathlib import Path


def put(folder: Path, content: bytes) -> Path:
    path = folder / "incoming"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", TAKEN)
def test_papers_of_an_office_are_taken(name: str, tmp_path: Path) -> None:
    kind = kind_of(put(tmp_path, TAKEN[name]), name)
    assert kind in KINDS
    assert name.endswith(kind.endings)


@pytest.mark.parametrize("name", REFUSED)
def test_all_else_is_refused_with_words(name: str, tmp_path: Path) -> None:
    content, code = REFUSED[name]
    with pytest.raises(PaperRefused) as refused:
        kind_of(put(tmp_path, content), name)
    assert refused.value.code == code
    assert all(refused.value.message(lang) for lang in LANGS)


def test_an_ending_in_capitals_is_the_same_ending(tmp_path: Path) -> None:
    assert kind_of(put(tmp_path, PDF), "CONTRACT.PDF").media_type == "application/pdf"


@pytest.mark.slow
def test_a_zip_bomb_is_refused_without_being_unpacked(tmp_path: Path) -> None:
    path = put(tmp_path, bomb())
    assert path.stat().st_size < 1024 * 1024
    with pytest.raises(PaperRefused) as refused:
        kind_of(path, "bom.xlsx")
    assert refused.value.code == "paper_bomb"


def test_a_sheet_that_swells_is_refused(tmp_path: Path) -> None:
    swollen = office(more={"xl/worksheets/sheet1.xml": bytes(2 * 1024 * 1024)})
    with pytest.raises(PaperRefused) as refused:
        kind_of(put(tmp_path, swollen), "bom.xlsx")
    assert refused.value.code == "paper_bomb"


def test_thousands_of_entries_are_refused(tmp_path: Path) -> None:
    many = office(more={f"xl/media/{n}.png": b"" for n in range(5_100)})
    with pytest.raises(PaperRefused) as refused:
        kind_of(put(tmp_path, many), "bom.xlsx")
    assert refused.value.code == "paper_bomb"


def test_a_word_of_an_action_in_a_picture_within_a_pdf_is_no_action(tmp_path: Path) -> None:
    picture = b"3 0 obj\n<< /Subtype /Image >>\nstream\nxx/JS yy/Encrypt zz\nendstream\nendobj\n"
    assert kind_of(put(tmp_path, pdf(picture)), "site.pdf").media_type == "application/pdf"


def test_a_picture_of_twenty_megabytes_is_looked_through(tmp_path: Path) -> None:
    noise = bytes(range(256)) * (20 * 4096)
    assert kind_of(put(tmp_path, png() + noise), "site.png").media_type == "image/png"
