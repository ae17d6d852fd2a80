"""What left is set against a firm's books: what they cannot explain is a lead.

Here because it needs declarations and batches alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from monazite.catalogue.oxides import MILLIGRAM
from monazite.customs.batches.content import ZERO, oxide_elements, reo_kg
from monazite.customs.batches.explained import OUT, Explained, Term, explained
from monazite.customs.leads import ILLEGAL_MINING
from monazite.desk.batches.books import OverQuota, drawn, opened_on, over_quota, terms
from monazite.desk.batches.models import Batch
from monazite.desk.duties.booking import without_books
from monazite.desk.events.append import Who
from monazite.desk.events.prints import plain
from monazite.desk.gate.models import Item
from monazite.desk.leads.models import Lead
from monazite.desk.leads.offices import offices
from monazite.desk.leads.services import open_before
from monazite.desk.people.models import Organisation
from monazite.errors import InputError
from monazite.law.statement import readers
from monazite.law.store import load

_CLOCK = Who(None, "worker")


def explain(firm: Organisation, regime: str) -> Explained:
    """What left by the firm's declarations since its books were opened, against the books."""
    return explained((*terms(firm, regime), _exported(firm, regime)))


def look() -> int:
    """Every firm that keeps books, and those that should; how many leads stand or were opened."""
    batches = Batch.objects.filter(accepted_at__isnull=False)
    pairs = list(batches.order_by().values_list("organisation_id", "regime").distinct())
    found = sum(_look(firm, regime) is not None for firm, regime in pairs)
    return found + without_books(frozenset(pairs))


@transaction.atomic
def _look(firm_id: UUID, regime: str) -> Lead | None:
    firm = Organisation.objects.get(pk=firm_id)
    answer, over = explain(firm, regime), over_quota(firm, regime)
    beyond = [each for each in over if each.quota_kg is not None]
    agencies = offices(regime)
    if not agencies or not (answer.excess_kg or beyond):
        return None
    about = {"firm": str(firm.pk), "regime": regime}
    return open_before(ILLEGAL_MINING, about, evidence(answer, over), agencies, _CLOCK)


def evidence(answer: Explained, over: tuple[OverQuota, ...]) -> dict[str, object]:
    """The arithmetic as a lead keeps it: every term with its source, decimals as text."""
    return {
        "terms": [each.document() for each in answer.terms],
        "in_kg": plain(answer.in_kg),
        "out_kg": plain(answer.out_kg),
        "excess_kg": None if answer.excess_kg is None else plain(answer.excess_kg),
        "unknown": list(answer.unknown),
        "over_quota": [
            {
                "year": each.year, "stage": each.stage, "made_kg": plain(each.made_kg),
                "quota_kg": None if each.quota_kg is None else plain(each.quota_kg),
            }
            for each in over
        ],
    }  # fmt: skip


def _exported(firm: Organisation, regime: str) -> Term:
    """Oxides in what left: by the batches that an item drew on, the rest as it was declared.

    Where the whole as it was declared holds more than so, that counts: a batch that holds little
    explains no more than it holds.
    """
    total, count, open_ones = ZERO, 0, 0
    for item, batches in _items(firm, regime):
        mass, oxides = batches.get(item.number, (ZERO, ZERO))
        rest = max(item.left.mass_kg - mass, ZERO)
        declared = _declared(item, rest)
        count, open_ones = count + 1, open_ones + (declared is None)
        whole = _declared(item, item.left.mass_kg)
        total += max(oxides + (declared or ZERO), whole or ZERO)
    return Term("exported", OUT, total, str(count), at_least=open_ones > 0)


def _items(
    firm: Organisation, regime: str
) -> Iterator[tuple[Item, Mapping[int, tuple[Decimal, Decimal]]]]:
    """Items that left since the firm keeps books, each with what its declaration drew."""
    first = opened_on(firm, regime)
    if first is None:
        return
    rows = Item.objects.filter(
        declaration__organisation=firm, declaration__regime=regime, declaration__state="exited",
        declaration__exited_on__gte=first,
    ).select_related("left", "declaration")  # fmt: skip
    seen: dict[str, Mapping[int, tuple[Decimal, Decimal]]] = {}
    for item in rows.order_by("declaration_id", "number"):
        number = item.declaration.number
        if number not in seen:
            seen = {number: drawn(firm, number)}
        yield item, seen[number]


def _declared(item: Item, mass_kg: Decimal) -> Decimal | None:
    """Oxides in so much of an item as declared; None where its composition does not say."""
    if not mass_kg:
        return ZERO
    try:
        fractions, _ = readers(load())["contains"](item.contains)
    except InputError:
        return None
    known = {
        symbol: (mass_kg * share).quantize(MILLIGRAM)
        for symbol, share in (fractions or ())
        if symbol in oxide_elements() and share is not None
    }
    said = fractions is not None and all(share is not None for _, share in fractions)
    return reo_kg(known) if known or said else None
