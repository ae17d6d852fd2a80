"""Who made a relation, by name: the instrument, or the notice outside the law data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monazite.law.law import Law
    from monazite.law.model import Measure, Relation

Words = dict[str, str]
"""The same words by language."""


def maker(law: Law, relation: Relation) -> Words:
    """The name of what makes the relation, by language."""
    measure = law.measures.get(relation.by)
    return instrument(measure) if measure else {"en": relation.by, "zh": relation.by_zh}


def instrument(measure: Measure) -> Words:
    """The name of a measure's instrument, by language."""
    return {"en": measure.instrument, "zh": measure.instrument_zh}
