"""What an officer enters: advice, a settlement, a decision to propose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from monazite.desk.applications.written import once, text


@dataclass(frozen=True, slots=True)
class Given:
    """Advice, or what conflicting advice is settled to.

    position: of `monazite.licensing.casework.advice`; grounds: factors of the regime, for a
    refusal; text: the reasons.
    """

    position: str
    grounds: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    text: str = ""

    def read(self) -> Given:
        """The same as it is kept; InputError for a text that cannot be."""
        return Given(
            self.position, once("grounds", self.grounds), once("conditions", self.conditions),
            text("text", self.text),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposal:
    """A decision as an officer proposes it; text: the reasons, which the applicant reads.

    terms: of the licence as `monazite.licensing.casework.terms` reads them, for an approval; None
    where there is to be no licence.
    """

    outcome: str
    grounds: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    text: str = ""
    terms: Mapping[str, Any] | None = None

    def read(self) -> Proposal:
        """The same as it is kept; InputError for a text that cannot be."""
        return Proposal(
            self.outcome, once("grounds", self.grounds), once("conditions", self.conditions),
            text("text", self.text), self.terms,
        )  # fmt: skip
