"""Papers of the demo: real files of a few hundred bytes, made here, that say they are made up."""

from __future__ import annotations

import random
import struct
import zlib

_SIDE = 32
"""Pixels of a photograph's side."""
_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
    b" /Resources << /Font << /F1 4 0 R >> >> >>"
)


def paper(name: str, lines: list[str]) -> bytes:
    """The file of this name: a picture for `.png`, else one page of PDF with these lines."""
    return png("/".join(lines)) if name.endswith(".png") else pdf(lines)


def pdf(lines: list[str]) -> bytes:
    """One page of PDF with ASCII lines in Helvetica; other letters become question marks."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        _PAGE,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        _stream(lines),
    ]
    return _document(objects)


def _stream(lines: list[str]) -> bytes:
    shown = b" T* ".join(b"(%s) Tj" % _escaped(line) for line in lines)
    content = b"BT /F1 12 Tf 72 770 Td 18 TL " + shown + b" ET"
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _escaped(line: str) -> bytes:
    text = line.encode("ascii", "replace")
    return text.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _document(objects: list[bytes]) -> bytes:
    """The objects with the table that says where each begins."""
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
    return body + head + tail


def png(seed: str) -> bytes:
    """A small grey picture that differs by its seed."""
    dots = random.Random(seed).randbytes(_SIDE * _SIDE)  # noqa: S311 - a picture, no secret
    rows = b"".join(b"\0" + dots[at : at + _SIDE] for at in range(0, len(dots), _SIDE))
    head = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    length = struct.pack(">I", len(content))
    return length + kind + content + struct.pack(">I", zlib.crc32(kind + content))
