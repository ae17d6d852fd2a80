"""Small files of every kind that is taken, and of kinds that are not."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

PDF = (
    b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    b"2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    b"trailer\n<< /Root 1 0 R /Size 3 >>\n%%EOF\n"
)
_PNG_START = b"\x89PNG\r\n\x1a\n"
_TYPES = "[Content_Types].xml"
_HEARTS = {".xlsx": "xl/workbook.xml", ".docx": "word/document.xml"}


def pdf(inside: bytes = b"", behind: bytes = b"") -> bytes:
    """A PDF with more objects in it, or bytes behind it."""
    head, end = PDF.split(b"trailer")
    return head + inside + b"trailer" + end + behind


def png() -> bytes:
    """One white point."""
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0\xff")), (b"IEND", b"")]
    return _PNG_START + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )


def office(
    ending: str = ".xlsx", types: bytes = b"<Types/>", more: dict[str, bytes] | None = None
) -> bytes:
    """A zip file with what a workbook or a text must hold, and more entries."""
    held = io.BytesIO()
    entries = {_TYPES: types, _HEARTS[ending]: b"<workbook/>"} | (more or {})
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return held.getvalue()


def bomb(megabytes: int = 300) -> bytes:
    """A workbook whose one sheet unpacks to so much."""
    return office(more={"xl/worksheets/sheet1.xml": bytes(megabytes * 1024 * 1024)})


TAKEN = {
    "contract.pdf": PDF,
    "site.png": png(),
    "site.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(40) + b"\xff\xd9",
    "scan.tiff": b"II*\0\x08\0\0\0" + bytes(40),
    "photo.webp": b"RIFF\x20\0\0\0WEBPVP8 " + bytes(24),
    "bom.xlsx": office(".xlsx"),
    "process.docx": office(".docx"),
    "customers.csv": "客户,份额\n甲,0.5\n".encode(),
    "customers-gb.csv": "客户,份额\n甲,0.5\n".encode("gb18030"),
}
"""Name → content of files that are taken."""

_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
_ENCRYPTED = PDF.replace(b"/Size 3", b"/Size 3 /Encrypt 9 0 R")
_JS = b"3 0 obj\n<< /S /J#61vaScript /JS (app.alert) >>\nendobj\n"
_HIDDEN_JS = zlib.compress(b"3 0 << /S /JavaScript /JS (app.alert) >>")
_OBJECTS = b"3 0 obj\n<< /Type /ObjStm /N 1 >>\nstream\n" + _HIDDEN_JS + b"\nendstream\nendobj\n"

REFUSED = {
    "drawing.svg": (_SVG, "paper_kind"),
    "page.html": (b"<html></html>", "paper_kind"),
    "data.xml": (b"<?xml version='1.0'?>", "paper_kind"),
    "run.exe": (b"MZ" + bytes(60), "paper_kind"),
    "many.zip": (office(), "paper_kind"),
    "macros.xlsm": (office(), "paper_kind"),
    "noending": (PDF, "paper_kind"),
    "contract.pdf.html": (PDF, "paper_kind"),
    "page.pdf": (b"<html><script>1</script></html>", "paper_not_what_it_says"),
    "program.pdf": (b"MZ" + bytes(60), "paper_not_what_it_says"),
    "drawing.png": (_SVG, "paper_not_what_it_says"),
    "contract.png": (PDF, "paper_not_what_it_says"),
    "contract.docx": (office(".xlsx"), "paper_not_what_it_says"),
    "program.csv": (b"MZ\0\0" + bytes(60), "paper_not_what_it_says"),
    "half.csv": (b"a,b\n\xff\xff\xff\n", "paper_not_what_it_says"),
    "page.csv": (b"a,b\n<script>alert(1)</script>\n", "paper_active"),
    "drawing.csv": (_SVG, "paper_active"),
    "late.png": (png() + b"<script>alert(1)</script>", "paper_active"),
    "two.png": (png() + PDF, "paper_polyglot"),
    "archive.png": (png() + office(), "paper_polyglot"),
    "cut.pdf": (PDF[:60], "paper_broken"),
    "locked.pdf": (_ENCRYPTED, "paper_encrypted"),
    "action.pdf": (pdf(_JS), "paper_active"),
    "hidden.pdf": (pdf(_OBJECTS), "paper_active"),
    "late.pdf": (pdf(behind=b"<html><script>alert(1)</script>"), "paper_active"),
    "behind.pdf": (pdf(behind=b"x" * 200), "paper_polyglot"),
    "archive.pdf": (pdf(b"%PK\x05\x06\n"), "paper_polyglot"),
    "macro.xlsx": (office(more={"xl/vbaProject.bin": b"x"}), "paper_active"),
    "named.xlsx": (office(types=b'<Types ct="...macroEnabled.main+xml"/>'), "paper_active"),
    "embedded.docx": (office(".docx", more={"word/embeddings/o.bin": b"x"}), "paper_active"),
    "outside.xlsx": (office(more={"../../etc/passwd": b"x"}), "paper_broken"),
    "broken.xlsx": (office()[:40], "paper_broken"),
    "behind.xlsx": (office() + b"x" * 30, "paper_polyglot"),
}
"""Name → content and the code of the refusal."""
