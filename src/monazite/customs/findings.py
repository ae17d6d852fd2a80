"""What the gate finds in a declaration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from monazite.law.finding import Finding as Base


@dataclass(frozen=True, slots=True)
class Finding(Base):
    """A finding whose words are `customs.finding.CODE` and `customs.cure.CODE`.

    An error stops the item; a warning keeps it until an officer has looked; a note does neither.
    """

    TEXTS: ClassVar[str] = "customs"
