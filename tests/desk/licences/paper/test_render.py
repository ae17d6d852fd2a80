from __future__ import annotations

import re
import socket
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from monazite.desk.applications.errors import Refused
from monazite.desk.licences.models import Licence
from monazite.desk.licences.paper import fonts, render
from monazite.desk.licences.paper.render import pdf
from support.barcodes import qr_texts
from support.flushing import without_triggers
from support.licences import issued

if TYPE_CHECKING:
    from support.offices import World

ADDRESS = "https://desk.example/verify/{}/{}/"


def address(licence: Licence) -> str:
    return ADDRESS.format(licence.number, licence.check_code)


def printed(licence: Licence, lang: str) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(pdf(licence, lang, address(licence)))


def text_of(document: pypdfium2.PdfDocument) -> str:
    """Every letter of it; where the layout broke a line is no matter."""
    return re.sub(r"\s+", "", "".join(page.get_textpage().get_text_range() for page in document))


def embedded(document: pypdfium2.PdfDocument) -> list[bool]:
    """Of each piece of text, whether the letters of its font lie in the file."""
    pieces = [
        each for page in document for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])
    ]
    fonts_used = [pdfium.FPDFTextObj_GetFont(each.raw) for each in pieces]
    return [pdfium.FPDFFont_GetIsEmbedded(font) == 1 for font in fonts_used]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ["Exportlicence", "Inforce", "Japan", "byquantityandvalue", "Reporteacharrival."]),
        ("zh", ["出口许可证", "有效", "日本", "按数量和金额", "现行状态以公开查验页面为准"]),
    ],
)
def test_what_is_printed_can_be_read_back(lang: str, expected: list[str], w: World) -> None:
    licence = issued(w)
    text = text_of(printed(licence, lang))
    party = licence.terms["importer"][0]
    common = [
        licence.number, licence.check_code, w.exporter.name, party["name_native"],
        licence.terms["lines"][0]["control_code"], w.licensing.name, "1,800",
    ]  # fmt: skip
    for each in [*expected, *common]:
        assert re.sub(r"\s+", "", each) in text, each
    assert licence.terms_sha256 in text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_letter_lies_in_the_file(lang: str, w: World) -> None:
    found = embedded(printed(issued(w), lang))
    assert len(found) > 20
    assert all(found)


def test_the_qr_code_leads_to_the_public_page(w: World) -> None:
    licence = issued(w)
    picture = printed(licence, "en")[0].render(scale=2).to_pil()
    assert qr_texts(picture) == {address(licence)}


def test_a_licence_that_cannot_be_used_says_so_on_paper(w: World) -> None:
    licence = issued(w)
    with without_triggers():
        Licence.objects.filter(pk=licence.pk).update(suspended_since=licence.issued_at)
    text = text_of(printed(Licence.objects.get(pk=licence.pk), "zh"))
    assert "已中止：不得使用" in text


def test_a_missing_letter_is_told_before_anything_is_printed(
    w: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "drawn", lambda letter: not "\u4e00" <= letter <= "\u9fff")
    with pytest.raises(Refused, match="fonts-noto-cjk") as refused:
        pdf(issued(w), "zh", "https://desk.example/")
    assert "fonts-noto-cjk" in refused.value.message("zh")


def test_a_letter_of_no_font_is_known_as_such() -> None:
    assert fonts.drawn("é")
    assert fonts.drawn("证")
    assert not fonts.drawn("\U0010fffd")  # of nobody's script


def test_a_missing_layout_library_is_one_sentence(
    w: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without(name: str) -> None:
        raise OSError(f"cannot load library 'libpango-1.0-0' for {name}: cannot open\nmore lines")

    licence = issued(w)
    monkeypatch.setattr(render, "import_module", without)
    with pytest.raises(Refused, match=r"lacks libpango-1\.0-0") as refused:
        pdf(licence, "en", "https://desk.example/")
    assert "\n" not in str(refused.value)


def test_nothing_is_fetched(
    w: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tried: list[object] = []
    licence = issued(w)
    monkeypatch.setattr(socket.socket, "connect", lambda _, to: tried.append(to))
    with without_triggers():
        terms = licence.terms | {"contract": '<img src="https://elsewhere.example/x.png">'}
        Licence.objects.filter(pk=licence.pk).update(terms=terms)
    pdf(Licence.objects.get(pk=licence.pk), "en", "https://desk.example/")
    assert "elsewhere" not in caplog.text  # what was typed is text, and names nothing
    render.laid_out('<img src="https://elsewhere.example/x.png">', render.SHEET)
    assert "elsewhere" in caplog.text
    assert tried == []
