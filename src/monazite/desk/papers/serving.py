"""A paper as a response: saved, never shown; no page of the site, whatever is in it."""

from __future__ import annotations

from pathlib import Path

from django.http import FileResponse

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "private, no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def response(path: Path, name: str, media_type: str) -> FileResponse:
    """The file as an attachment of its own type."""
    return FileResponse(
        path.open("rb"), as_attachment=True, filename=name, content_type=media_type, headers=HEADERS
    )
