"""Where an application can be and what may happen to it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from monazite.law.procedure import Machine, build
from monazite.law.tables import place, table

WHO = ("applicant", "intake", "authority", "above", "nobody")
"""Who acts: above is who the authority asks; nobody waits for a final state."""
_FILE = Path(__file__).with_name("transitions.yaml")


@lru_cache(maxsize=1)
def machine() -> Machine:
    """The table of applications; LawDataError where it breaks its own rules."""
    return build(table(_FILE), place(_FILE), WHO)
