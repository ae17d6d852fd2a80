"""Ways of looking at a queue that a person keeps by name, for themselves alone."""

from __future__ import annotations

from django.http import QueryDict

from monazite.desk.cases.models import SavedFilter
from monazite.desk.cases.queue.wanted import Wanted, read
from monazite.desk.cases.queue.whose import require_officer
from monazite.desk.people.models import Person
from monazite.errors import InputError

NAME_MAX, MOST, _QUERY_MAX = 60, 30, 500


def of(person: Person) -> list[SavedFilter]:
    """The person's own, by name."""
    return list(SavedFilter.objects.filter(person=person).order_by("name"))


def keep(person: Person, name: str, wanted: Wanted) -> None:
    """Keep it under this name, in place of what was kept under it before.

    InputError for no name, and for one more than anybody finds again.
    """
    require_officer(person)
    called, query = name.strip()[:NAME_MAX], wanted.query()
    if not called or len(query) > _QUERY_MAX:
        raise InputError("name", called, f"1 … {NAME_MAX}", "filter_name")
    mine = SavedFilter.objects.filter(person=person)
    if mine.exclude(name=called).count() >= MOST:
        raise InputError("name", called, f"≤ {MOST}", "filter_many", most=MOST)
    SavedFilter.objects.update_or_create(person=person, name=called, defaults={"query": query})


def drop(person: Person, name: str) -> None:
    """Forget one of the person's own; one that is not there is forgotten already."""
    SavedFilter.objects.filter(person=person, name=name).delete()


def wanted(kept: SavedFilter) -> Wanted | None:
    """What it asks; None where the site no longer knows such a filter."""
    try:
        return read(QueryDict(kept.query).dict())
    except InputError:
        return None
