"""A check before filing as one JSON document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.law.finding import SEVERITIES

if TYPE_CHECKING:
    from datetime import date

    from monazite.licensing.precheck import Precheck


def document(found: Precheck, day: date, lang: str) -> dict[str, Any]:
    """May it be filed, how much stands against it, and every finding in the language asked for."""
    return {
        "on": day.isoformat(),
        "may_be_filed": found.may_be_filed,
        "counts": counts(found),
        "findings": [finding.document(lang) for finding in found.findings],
        "lines": [
            {"line": ruled.number, "outcome": ruled.ruling.outcome if ruled.ruling else None}
            for ruled in found.rulings
        ],
    }


def counts(found: Precheck) -> dict[str, int]:
    """How many findings of each severity."""
    severities = [finding.severity for finding in found.findings]
    return {severity: severities.count(severity) for severity in SEVERITIES}
