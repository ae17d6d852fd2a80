"""What a gate asks of a licence, in the transaction in which it lets something out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from monazite.desk.licences.models import Licence
from monazite.desk.licences.standing import standing


@dataclass(frozen=True, slots=True)
class Usable:
    """The answer: the licence (None where there is none of that number) and every reason against.

    reasons: states of `monazite.ledger.licence`, the gravest first; unknown for no licence.
    """

    licence: Licence | None
    reasons: tuple[str, ...]

    @property
    def yes(self) -> bool:
        """Whether it may be used on that day."""
        return not self.reasons


def usable(number: str, on: date) -> Usable:
    """Whether the licence of that number may be used on a day, as its row says at this moment.

    A suspension or a change that was filed binds from its commit on: call inside the transaction
    that acts on the answer, and move the line in it.
    """
    found = Licence.objects.prefetch_related("lines").filter(number=number).first()
    if found is None:
        return Usable(None, ("unknown",))
    return Usable(found, standing(found, on).reasons)
