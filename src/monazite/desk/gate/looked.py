"""What customs held, challenged or refused of a firm and has not cleared since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from monazite.customs.facts import Analysed, Looked, LookedItem
from monazite.customs.looked import same_goods
from monazite.desk import sql
from monazite.desk.gate.models import Declaration, Judgement, Sample

if TYPE_CHECKING:
    import uuid

    from monazite.customs.declared import Declaration as Declared
    from monazite.customs.regime import Rules

_STANDING = "standing"
_MOST = 500
"""Declarations that are looked through: of more, the newest."""
_KEYS = (
    "WITH few AS MATERIALIZED (SELECT id, lodged_at FROM gate_declaration"
    " WHERE organisation_id = %s AND day > %s AND looked <> '')"
    " SELECT id FROM few ORDER BY lodged_at DESC LIMIT %s"
)
"""For the index of these few rows alone: '' as a parameter, or the order, would lose it."""


def looked(
    owner: uuid.UUID,
    on: date,
    rules: Rules,
    replaces: Declaration | None,
    own: Declaration | None,
) -> tuple[Looked, ...]:
    """Those of the regime's window, the newest first, and whatever a declaration descends from.

    One query, of keys that are few; more where there are any.
    """
    keys = {sql.key(key) for (key,) in sql.rows(_KEYS, [owner, _since(on, rules), _MOST])}
    before = {row.pk: row for row in _ancestors(replaces)}
    others = keys - {*before} - ({own.pk} if own else set())
    every = [*before.values(), *(_newest(others) if others else ())]
    return _told([row for row in every if row.looked], {*before})


def looked_of(declared: Declared, every: Iterable[Looked]) -> tuple[Looked, ...]:
    """Of these, those of the goods that are declared now."""
    return tuple(each for each in every if same_goods(declared, each))


def _newest(keys: set[uuid.UUID]) -> Iterable[Declaration]:
    rows = Declaration.objects.filter(pk__in=keys).prefetch_related("items")
    return rows.order_by("-lodged_at")


def _since(on: date, rules: Rules) -> date:
    """The day after which other declarations of the same goods are looked at: as parcels are."""
    return on - timedelta(rules.splitting.days)


def _ancestors(replaces: Declaration | None) -> Iterator[Declaration]:
    """The one whose place is taken, and those whose place that one took."""
    while replaces is not None:
        yield replaces
        replaces = replaces.replaces


def _told(rows: Sequence[Declaration], before: set[uuid.UUID]) -> tuple[Looked, ...]:
    if not rows:
        return ()
    analysed, disposals = _analysed(rows), _disposals(rows)
    return tuple(
        Looked(
            number=row.number,
            on=row.day,
            step=row.looked,
            replaced=row.pk in before,
            consignee=_consignee(row),
            licences=tuple(item.licence_number for item in row.items.all() if item.licence_number),
            items=tuple(
                LookedItem(
                    item.number, item.hs, item.description, analysed.get((row.pk, item.number))
                )
                for item in row.items.all()
            ),
            disposal=disposals.get(row.pk, ""),
        )
        for row in rows
    )


def _consignee(row: Declaration) -> str:
    said = row.said.get("consignee") or {}
    return str(said.get("name") or said.get("name_native") or "")


def _analysed(rows: Sequence[Declaration]) -> dict[tuple[uuid.UUID, int], Analysed]:
    """By declaration and item the newest report of a laboratory."""
    reports = Sample.objects.filter(challenge__declaration__in=rows).select_related("challenge")
    return {
        (each.challenge.declaration_id, each.item): Analysed(each.form or None, each.contains)
        for each in reports.order_by("challenge__number", "number")
    }


def _disposals(rows: Sequence[Declaration]) -> dict[uuid.UUID, str]:
    """By declaration what its last standing judgement says is to follow."""
    found = Judgement.objects.filter(challenge__declaration__in=rows, state=_STANDING)
    found = found.exclude(disposal="").order_by("challenge__number", "number")
    return dict(found.values_list("challenge__declaration_id", "disposal"))
