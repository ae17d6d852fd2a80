"""Where a declaration can be and what may happen to it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from monazite.law.procedure import Machine, build
from monazite.law.tables import place, table

WHO = ("declarant", "gate", "officer", "nobody")
"""Who acts: gate is the check itself, or the clock; nobody waits for a final state."""
_FILE = Path(__file__).with_name("procedure.yaml")


@lru_cache(maxsize=1)
def machine() -> Machine:
    """The table of declarations; LawDataError where it breaks its own rules."""
    return build(table(_FILE), place(_FILE), WHO)
