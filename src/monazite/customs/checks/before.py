"""What customs did about the same goods before: another declaration of them does not undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.customs.looked import carries_over
from monazite.law.finding import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.customs.context import Context
    from monazite.customs.findings import Finding


def looked_at(context: Context) -> Iterator[Finding]:
    """An officer held, challenged or refused them, and nobody has cleared that declaration."""
    for before in context.facts.looked:
        yield context.finding(
            "before.looked_at",
            "",
            number=before.number,
            on=before.on.isoformat(),
            step=Term(f"customs.event.{before.step}"),
        )


def disposed_of(context: Context) -> Iterator[Finding]:
    """They were judged to be controlled, and what is to follow was decided."""
    for before in context.facts.looked:
        if before.disposal and carries_over(context.declaration, before):
            yield context.finding(
                "before.disposed_of",
                "",
                number=before.number,
                disposal=Term(f"customs.challenge.disposal.{before.disposal}"),
            )


CHECKS = (looked_at, disposed_of)
