"""What is said of an outcome, and the names of its quantities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.results.outcome import Outcome

FEW = 100
"""Draws below which the outer percentiles are but a few draws' own."""


def quantity(name: str, lang: str) -> str:
    """The name of a quantity (`table.UNITS`)."""
    return say(f"shock.results.quantity.{name}", lang)


def remarks(found: Outcome, lang: str) -> Iterator[str]:
    """Sentences that belong beside every picture or table of the outcome.

    What was drawn, with the hash of the parameters, and which of them are fitted on nothing.
    """
    one = found.draws == 1
    yield say(
        "shock.results.median" if one else "shock.results.run", lang,
        **({} if one else {"draws": f"{found.draws:,}", "seed": found.seed}),
        parameters=found.parameters, hash=found.parameters_hash,
    )  # fmt: skip
    if found.engine == "reference":
        yield say("shock.results.plain", lang)
    if 1 < found.draws < FEW:
        yield say("shock.results.few", lang, draws=found.draws)
    if found.assumed:
        names = ("、" if lang == "zh" else "; ").join(row.what[lang] for row in found.assumed)
        yield say("shock.results.assumed", lang, count=len(found.assumed), names=names)
