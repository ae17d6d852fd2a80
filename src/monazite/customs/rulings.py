"""The rulings on an item: as declared, and as a laboratory found it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.customs.statements import as_analysed, movement, statement
from monazite.law.ruled import ruled

if TYPE_CHECKING:
    from monazite.customs.declared import Declaration
    from monazite.customs.facts import Facts
    from monazite.customs.regime import Rules
    from monazite.law.law import Law
    from monazite.law.ruled import Wrong
    from monazite.law.ruling import Ruling

LICENCE, FREE = "licence_required", "not_controlled"


@dataclass(frozen=True, slots=True)
class Ruled:
    """Both rulings on one item, on what can be read of it; wrong: what cannot.

    analysed: None where no laboratory has looked.
    """

    declared: Ruling | None
    wrong: Wrong
    analysed: Ruling | None

    @property
    def governing(self) -> Ruling | None:
        """What the goods are goes before what they are said to be."""
        return self.analysed or self.declared

    @property
    def outcome(self) -> str | None:
        """The governing outcome, None where nothing could be ruled on."""
        return self.governing.outcome if self.governing else None

    @property
    def needs_licence(self) -> bool:
        """Whether a dual-use licence is needed for certain."""
        return self.outcome == LICENCE


def rulings(declaration: Declaration, facts: Facts, law: Law, rules: Rules) -> tuple[Ruled, ...]:
    """The rulings on each item, as if it left on the day."""
    moves = movement(declaration, rules, facts.on, law)
    found = []
    for number, item in enumerate(declaration.items, 1):
        declared, wrong = _ruled(statement(item, moves), law)
        analysis = facts.analysed.get(number)
        # An analysis that cannot be read leaves the composition open: the careful side.
        analysed = (
            _ruled(statement(as_analysed(item, analysis), moves), law)[0] if analysis else None
        )
        found.append(Ruled(declared, wrong, analysed))
    return tuple(found)


def _ruled(said: dict[str, str], law: Law) -> tuple[Ruling | None, Wrong]:
    """The ruling on what can be read, and what cannot: one bad field hides no other finding."""
    ruling, wrong = ruled(said, law)
    if ruling is not None:
        return ruling, ()
    bad = {name.partition(" ")[0] for name, _ in wrong}
    if "contains" in bad:
        # "Nothing else in it" closes a list that nobody could read.
        bad.add("only")
    left, _ = ruled({name: text for name, text in said.items() if name not in bad}, law)
    return left, wrong
