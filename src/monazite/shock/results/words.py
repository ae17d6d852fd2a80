"""What is said of an outcome, and the names of its quantities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.results.ran import Ran

FEW = 100
"""Draws below which the outer percentiles are but a few draws' own."""


def quantity(name: str, lang: str) -> str:
    """The name of a quantity (`table.UNITS`)."""
    return say(f"shock.results.quantity.{name}", lang)


def remarks(found: Ran, lang: str) -> Iterator[str]:
    """Sentences that belong beside every picture or table of the outcome.

    What was drawn, with the hash of the parameters, the year of the flows, and what rests on
    nothing fitted: parameters that were drawn, tables that were not.
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
    yield say("shock.results.world", lang, year=found.world_year)
    between = "、" if lang == "zh" else "; "
    drawn = [row.what[lang] for row in found.assumed if row.parameter]
    if drawn:
        yield say("shock.results.assumed", lang, count=len(drawn), names=between.join(drawn))
    tables = [
        say("shock.results.table", lang, what=row.what[lang], table=row.table,
            confidence=say(f"shock.results.sure.{row.confidence}", lang))
        for row in found.assumed if row.table
    ]  # fmt: skip
    yield say("shock.results.tables", lang, names=between.join(tables))
