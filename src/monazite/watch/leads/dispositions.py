"""How a lead ends: outcomes as data, who said so, when, on what evidence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.catalogue.words import unknown
from monazite.errors import InputError
from monazite.law.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

REOPEN = "reopen"
"""What a person says who takes an end back; the lead is open again and labels nothing."""
NAME_MAX, EVIDENCE_MAX = 200, 2_000
"""Characters of who, and of what was seen."""
_FILE = Path(__file__).with_name("dispositions.yaml")


@dataclass(frozen=True, slots=True)
class Disposition:
    """One end of a lead (outcome: of `outcomes()` or REOPEN).

    by: whoever answers for it; evidence: what was seen, in words; covers: the records that the
    lead rested on then; until: the last day on which more of the same does not open it again.
    """

    outcome: str
    by: str
    at: datetime
    evidence: str
    covers: tuple[str, ...]
    until: date | None = None


@lru_cache(maxsize=1)
def outcomes() -> Mapping[str, int | None]:
    """Every outcome with the label that it gives to the records, None for none."""
    return {
        code: None if each["label"] is None else int(each["label"])
        for code, each in table(_FILE).items()
    }


def checked(disposition: Disposition) -> Disposition:
    """It, if it says enough; InputError names what is missing."""
    known = (*outcomes(), REOPEN)
    if disposition.outcome not in known:
        raise unknown("outcome", disposition.outcome, ", ".join(known), known)
    for field, most in (("by", NAME_MAX), ("evidence", EVIDENCE_MAX)):
        said: str = getattr(disposition, field)
        if not said.strip() or len(said) > most:
            shown = said if len(said) <= NAME_MAX else f"{said[:NAME_MAX]}…"
            raise InputError(field, shown.strip(), f"1 to {most} characters")
    if disposition.until is not None and disposition.until < disposition.at.date():
        raise InputError("until", disposition.until, f"{disposition.at.date()} or a later day")
    return disposition
