"""How much a request may hold."""

from __future__ import annotations

from django.conf import settings

from monazite.desk.api.faults import Fault, Problem


def too_large(length: int | None = None) -> Fault:
    """The fault of a body that is too large."""
    limits = {
        "json": f"{settings.DATA_UPLOAD_MAX_MEMORY_SIZE:,}",
        "file": f"{settings.PAPER_BYTES_MAX:,}",
    }
    given = "" if length is None else str(length)
    return Fault(413, "too_large", limits, problems=[Problem("Content-Length", given)])
