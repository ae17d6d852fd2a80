"""What a manifest says: its declarations as documents, each with its rows and their faults."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from monazite.customs.findings import Finding
from monazite.errors import InputError
from monazite.law.finding import ERROR

if TYPE_CHECKING:
    from collections.abc import Mapping

BYTES = 64_000_000
"""Of a file."""
ROWS = 200_000
"""Rows of a file, or items of a message."""


@dataclass(slots=True)
class Said:
    """One declaration of a manifest.

    rows: where it stands in the file, the header as 1 (of a message: its place, from 1); document:
    as `customs.reading.read` takes it; findings: what is wrong with how it was put together.
    """

    rows: list[int]
    document: dict[str, Any]
    findings: list[Finding] = field(default_factory=list)

    def wrong(self, code: str, row: int, path: str, values: Mapping[str, str]) -> None:
        """One more fault, at a row."""
        told = {"row": str(row), **values}
        self.findings.append(Finding(f"manifest.{code}", ERROR, path, "", told))


def refused(code: str, value: str, accepted: str, **told: object) -> InputError:
    """The error of a manifest that cannot be read at all; code: for pages."""
    return InputError("manifest", value, accepted, f"manifest_{code}", **told)
