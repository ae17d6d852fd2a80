"""The PDF of a licence: laid out by WeasyPrint, which is loaded when the first one is asked for."""

from __future__ import annotations

import io
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.licences.models import Licence
from monazite.desk.licences.paper.fonts import lettered
from monazite.desk.licences.paper.words import words

if TYPE_CHECKING:
    from types import ModuleType

SHEET = Path(__file__).parent / "sheet.css"
"""How every paper of the site looks."""
LANGUAGES = {"en": "en", "zh": "zh-Hans"}
"""The language of a page as HTML says it."""


def pdf(licence: Licence, lang: str, address: str) -> bytes:
    """The licence on A4; Refused where a font or the layout library is missing.

    address: the public page that its QR code leads to. Nothing is fetched to make it.
    """
    return laid_out(sheet(licence, lang, address, timezone.now()), SHEET)


def sheet(licence: Licence, lang: str, address: str, now: datetime) -> str:
    """The sheet as HTML that needs nothing beside it."""
    shown = words(licence, lang, address, now)
    context = {"w": shown, "qr": _qr(address), "language": LANGUAGES[lang]}
    return render_to_string("licences/licence.html", context)


def laid_out(html: str, *sheets: Path) -> bytes:
    """A page as a PDF in the look of the sheets; Refused where a font or the library is missing.

    Nothing is fetched to make it.
    """
    weasyprint = _weasyprint()
    lettered(html)
    looks = [weasyprint.CSS(string=sheet.read_text(encoding="utf-8")) for sheet in sheets]
    # What a sheet should name outside itself all the same is not fetched: no protocol is allowed.
    nothing = weasyprint.urls.URLFetcher(allowed_protocols=())
    document = weasyprint.HTML(string=html, url_fetcher=nothing)
    return bytes(document.write_pdf(stylesheets=looks))


def _weasyprint() -> ModuleType:
    try:
        return import_module("weasyprint")  # half a second, and a native library
    except OSError as error:
        raise Refused("pango_missing", library=_library(error)) from error


def _library(error: OSError) -> str:
    """Which library it was, of an error that says it in many lines."""
    return str(error).partition("library '")[2].partition("'")[0] or "Pango"


def _qr(address: str) -> str:
    """The address as an SVG that stands in the page."""
    import segno  # noqa: PLC0415 - needed for paper alone

    out = io.BytesIO()
    made = segno.make(address, error="m", micro=False)
    made.save(out, kind="svg", xmldecl=False, svgns=True, nl=False, border=2, omitsize=True)
    return out.getvalue().decode()
