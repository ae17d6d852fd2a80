"""The report as the content of a file."""

from __future__ import annotations

import json

from monazite.licensing.figures.publishing import published
from monazite.licensing.figures.report import QueueReport, document
from monazite.licensing.figures.table import comma_separated, parquet


def content(report: QueueReport, kind: str, *, inside: bool) -> bytes:
    """Its bytes; inside: for the office itself, with nothing hidden."""
    shown = report if inside else published(report)
    if kind == "parquet":
        return parquet(shown)
    if kind == "csv":
        return comma_separated(shown).encode("utf-8-sig")  # spreadsheets need the mark for Chinese
    return json.dumps(document(shown), ensure_ascii=False, allow_nan=False, indent=1).encode()
