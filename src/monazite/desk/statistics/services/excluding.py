"""An item is left out of the statistics, with its reason, or counted again."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from monazite.customs.regime import rules
from monazite.customs.values import shown
from monazite.desk.applications.errors import Refused
from monazite.desk.applications.written import reason as written
from monazite.desk.events.append import Who, create, record
from monazite.desk.events.prints import plain, text_sha256
from monazite.desk.gate.models import Item
from monazite.desk.people.may import require
from monazite.desk.people.models import Person
from monazite.desk.statistics.models import Exclusion
from monazite.errors import InputError

_TEXT_MAX = 2_000


@transaction.atomic
def exclude(person: Person, number: str, item: int, reason: str, text: str, via: str) -> Exclusion:
    """The item of that declaration is in no vintage that is prepared from now on.

    InputError for a reason that the regime has not; Refused where it did not leave, or is left out.
    """
    found, known = _item(person, number, item)
    reasons = rules(person.organisation.regime).statistics.exclusions
    if reason not in reasons:
        raise InputError("reason", reason, ", ".join(reasons), "choice")
    if not hasattr(found, "left"):
        raise Refused("statistics_never_left", number=number)
    if known is not None and not known.counts:
        raise Refused("statistics_excluded", number=number)
    said = written("text", text, _TEXT_MAX)
    now, who = timezone.now(), Who(person.pk, via)
    values = {"reason": reason, "text": said, "by_id": person.pk, "at": now, "counts": False}
    if known is not None:
        record(known, "excluded", _told(values), who, **values)
        return known
    made = Exclusion(item=found, **values)
    create(made, "excluded", {"item_id": found.pk, **_told(values)}, who)
    return made


@transaction.atomic
def count_again(person: Person, number: str, item: int, text: str, via: str) -> Exclusion:
    """The item counts again; Refused where it was not left out."""
    _, known = _item(person, number, item)
    if known is None or known.counts:
        raise Refused("statistics_not_excluded", number=number)
    said = written("text", text, _TEXT_MAX)
    values = {"text": said, "by_id": person.pk, "at": timezone.now(), "counts": True}
    record(known, "counted", _told(values), Who(person.pk, via), **values)
    return known


def _item(person: Person, number: str, item: int) -> tuple[Item, Exclusion | None]:
    require(person, "statistics.prepare")
    regime = person.organisation.regime
    rows = Item.objects.select_related("left", "exclusion")
    found = rows.filter(declaration__number=number, declaration__regime=regime, number=item).first()
    if found is None:
        raise Refused("statistics_no_item", number=shown(number), item=item)
    return found, getattr(found, "exclusion", None)


def _told(values: dict[str, object]) -> dict[str, object]:
    """What the event tells: the text as its fingerprint."""
    return {
        name: text_sha256(str(value)) if name == "text" else plain(value)
        for name, value in values.items()
    }
