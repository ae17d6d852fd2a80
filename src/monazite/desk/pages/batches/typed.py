"""What a form of batches sends, as the services take it."""

from __future__ import annotations

from django.http import QueryDict

from monazite.desk.batches.given import Said
from monazite.errors import InputError

OUTPUTS = 6
"""Outputs of one step that the form has room for; the API takes more."""


def said(sent: QueryDict, suffix: str = "") -> Said:
    """One batch; its contents are lines such as "Dy2O3 12.5"."""
    return Said(
        reference=sent.get(f"reference{suffix}", ""),
        stage=sent.get(f"stage{suffix}", ""),
        month=sent.get("month", ""),
        mass_kg=sent.get(f"mass_kg{suffix}", ""),
        contents=contents(sent.get(f"contents{suffix}", "")),
        source=sent.get("source", ""),
    )


def outputs(sent: QueryDict) -> list[Said]:
    """Those of which something was typed."""
    return [
        said(sent, f"-{at}")
        for at in range(1, OUTPUTS + 1)
        if any(sent.get(f"{name}-{at}", "").strip() for name in ("reference", "mass_kg"))
    ]


def contents(text: str) -> dict[str, str]:
    """Masses by word; InputError for a line that is not a word and a mass, and for one twice."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        words = line.split()
        if not words:
            continue
        if len(words) != 2 or words[0] in found:  # noqa: PLR2004 - a word and its mass
            accepted = "lines such as Dy2O3 12.5, each word once"
            raise InputError("contents", line, accepted, "contents")
        found[words[0]] = words[1]
    return found
