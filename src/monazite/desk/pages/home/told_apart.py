"""What tells two applications of one product apart: end user and contract, as they were typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models.fields.json import KT, KeyTransform

from monazite.desk.applications.models import Application
from monazite.desk.pages.hidden import visible

_ROLES = ("ultimate_end_user", "end_user")
_SHOWN = 60
Apart = tuple[str, str]


def told_apart(applications: Sequence[Application]) -> dict[UUID, Apart]:
    """End user and contract number of each, in one query; for those alone who may read them."""
    rows = Application.objects.filter(pk__in=[each.pk for each in applications]).values_list(
        "pk", KeyTransform("parties", "form"), KT("form__contract__number")
    )
    return {pk: (_end_user(parties), _short(number)) for pk, parties, number in rows}


def _end_user(parties: Any) -> str:  # noqa: ANN401 - JSON as it was typed
    rows = [row for row in parties if isinstance(row, dict)] if isinstance(parties, list) else []
    named = {str(row.get("role")): row.get("name") for row in reversed(rows)}
    return next((_short(named[role]) for role in _ROLES if named.get(role)), "")


def _short(text: object) -> str:
    return visible(str(text or ""))[:_SHOWN]
