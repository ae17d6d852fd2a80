"""What a check sees: the declaration, the facts, the law, the regime, and how a finding is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.customs.findings import Finding, severities
from monazite.customs.statements import departure

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from monazite.customs.declared import Declaration, Item
    from monazite.customs.facts import Facts
    from monazite.customs.regime import Rules, Series
    from monazite.customs.rulings import Ruled
    from monazite.law.finding import Value
    from monazite.law.law import Law

EXPORT = "export"
"""The series of whatever is not said to be of another."""


@dataclass(frozen=True, slots=True)
class Context:
    """One declaration under its regime on a day; unread: paths where something cannot be read."""

    declaration: Declaration
    facts: Facts
    law: Law
    rules: Rules
    rulings: tuple[Ruled, ...]
    unread: Collection[str]

    @property
    def departure(self) -> str | None:
        """The country that the goods leave."""
        return departure(self.declaration, self.rules)

    @property
    def series(self) -> Series | None:
        """The kind of leaving, None where the regime has none of that name."""
        return self.rules.series.get(self.declaration.series or EXPORT)

    def each(self) -> Iterator[tuple[str, Item, Ruled]]:
        """Every item with the path of its fields and its rulings."""
        for n, (item, found) in enumerate(zip(self.declaration.items, self.rulings, strict=True)):
            yield f"items[{n}]", item, found

    def finding(self, code: str, path: str, /, **values: Value) -> Finding:
        """A finding with its severity and the law that it rests on in this regime."""
        return self.resting(self.rules.rests_on.get(code, ""), code, path, **values)

    def resting(self, law: str, code: str, path: str, /, **values: Value) -> Finding:
        """A finding that rests on the law of one part of the table."""
        return Finding(code, severities()[code], path, law, values)
