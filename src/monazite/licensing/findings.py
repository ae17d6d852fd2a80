"""What the pre-check and the rules of casework find in an application."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from monazite.law.finding import Finding as Base


@dataclass(frozen=True, slots=True)
class Finding(Base):
    """A finding whose words are `licensing.finding.CODE` and `licensing.cure.CODE`.

    An error keeps the application from being filed, or brings it back; of a warning an officer will
    probably ask.
    """

    TEXTS: ClassVar[str] = "licensing"
