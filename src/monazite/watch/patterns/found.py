"""What a run over records found, and what it could not look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from monazite.watch.leads.lead import Lead
    from monazite.watch.patterns.rule import RuleOn

NO_TABLE = "no_table"
"""The records hold no row of a table that the rule needs."""
NO_COLUMN = "no_column"
"""No row states a column that the rule needs."""
GENERAL = frozenset({NO_TABLE, NO_COLUMN})
"""Why any rule may be left out; a rule names its own causes beside them."""


@dataclass(frozen=True, slots=True)
class NotComputed:
    """Something that a rule could not judge, and why; subject: whom, where it is not everybody.

    It is said beside the leads: nobody shall take what was not looked at for clear.
    """

    rule: str
    code: str
    subject: tuple[str, ...] = ()
    figures: Mapping[str, Decimal | float | int | str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """The leads, by rule, the best first; what was not computed; the rules as they were run."""

    leads: tuple[Lead, ...]
    not_computed: tuple[NotComputed, ...]
    rules: tuple[RuleOn, ...]
