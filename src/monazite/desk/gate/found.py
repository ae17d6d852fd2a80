"""Findings as a declaration keeps them: in both languages, as they were said on that day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from monazite.catalogue.texts import LANGS
from monazite.customs.findings import OFFICE_ONLY

if TYPE_CHECKING:
    from monazite.customs.findings import Finding
    from monazite.law.finding import FindingDocument

_SAID = ("law_text", "message", "cure")
"""What differs by language."""


def kept(finding: Finding) -> dict[str, Any]:
    """A finding as JSON: code, severity, path, law, and by language its words."""
    by_language = {lang: finding.document(lang) for lang in LANGS}
    words = {
        lang: {name: cast("dict[str, str]", told)[name] for name in _SAID}
        for lang, told in by_language.items()
    }
    return {
        "code": finding.code, "severity": finding.severity, "path": finding.path,
        "law": finding.law, "words": words,
    }  # fmt: skip


def told(findings: Iterable[Mapping[str, Any]], lang: str) -> list[FindingDocument]:
    """What a declarant is told of what was kept, in one language, as `Finding.document` has it."""
    return told_office([row for row in findings if row["code"] not in OFFICE_ONLY], lang)


def told_office(findings: Iterable[Mapping[str, Any]], lang: str) -> list[FindingDocument]:
    """All that was kept, with how the office aims: for officials alone."""
    return [
        cast(
            "FindingDocument",
            {name: row[name] for name in ("code", "severity", "path", "law")} | row["words"][lang],
        )
        for row in findings
    ]
