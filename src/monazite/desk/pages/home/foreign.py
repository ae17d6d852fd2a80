"""What a foreign firm may see: the applications that it is a party of, and where they are."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from monazite.desk.pages.home.rows import item
from monazite.desk.people import visible
from monazite.desk.people.models import Person

_ROWS = 50


def desk(person: Person, lang: str) -> dict[str, Any]:
    """The values of the page."""
    named = visible.as_party(person).select_related("organisation").defer("form")
    rows = [item(each, lang) for each in named.order_by("-filed_at")[:_ROWS]]
    return {"items": [(row, reverse("party", args=[row.application.pk])) for row in rows]}
