"""Firms that export controlled rare earths and keep no books of batches where the law orders it.

That is no illegal mining: nobody knows where the goods are from, which is a lead of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db import transaction
from django.db.models import Min, Q, QuerySet

from monazite.catalogue.groups import GROUPS, wider
from monazite.customs.fitting import materials
from monazite.customs.leads import NO_BOOKS
from monazite.customs.regime import names, rules
from monazite.customs.rulings import LICENCE
from monazite.desk.events.append import Who
from monazite.desk.gate.models import Item
from monazite.desk.leads.offices import offices
from monazite.desk.leads.services import open_before

_CLOCK = Who(None, "worker")
_RARE = "REE"
Pair = tuple[UUID, str]
"""A firm and a regime."""


def without_books(keeping: Collection[Pair]) -> int:
    """Every firm but those that keep books; how many leads stand or were opened."""
    found = [pair for regime in names() if _ordered(regime) for pair in _exporters(regime)]
    return sum(_opened(firm, regime) for firm, regime in found if (firm, regime) not in keeping)


def _ordered(regime: str) -> bool:
    """Whether a text of the regime orders books: what is our default binds nobody."""
    return rules(regime).batches.confidence == "found"


def _exporters(regime: str) -> list[Pair]:
    """Whose controlled rare earths have left."""
    said = _left(regime).values_list("declaration__organisation_id", "contains").distinct()
    return sorted({(firm, regime) for firm, contains in said if is_rare(contains)})


def is_rare(contains: str) -> bool:
    """Whether a composition names a rare earth, or some group of them."""
    elements, groups = materials(contains)
    within = {_RARE, *(group for group in groups if _RARE in wider(group))}
    return bool(elements & GROUPS[_RARE].elements or groups & within)


@transaction.atomic
def _opened(firm: UUID, regime: str) -> bool:
    agencies = offices(regime)
    if not agencies:
        return False
    about = {"firm": str(firm), "regime": regime}
    open_before(NO_BOOKS, about, _evidence(firm, regime), agencies, _CLOCK)
    return True


def _evidence(firm: UUID, regime: str) -> Mapping[str, object]:
    """Since when: what changes with every shipment would be one more entry each time."""
    rows = _left(regime).filter(declaration__organisation_id=firm)
    exits = rows.values_list("contains").annotate(first=Min("declaration__exited_on"))
    first = min(day for contains, day in exits if is_rare(contains))
    return {"law": rules(regime).batches.law, "first": first.isoformat()}


def _left(regime: str) -> QuerySet[Item]:
    """Items that needed a licence, or had one, and left."""
    return Item.objects.order_by().filter(
        Q(ruling=LICENCE) | Q(line__isnull=False),
        declaration__regime=regime, declaration__state="exited",
    )  # fmt: skip
