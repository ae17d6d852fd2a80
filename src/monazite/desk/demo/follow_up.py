"""What follows after the gate in the demo: batches, a tip, reports, statistics of the months."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from monazite.desk.batches import services as batches
from monazite.desk.batches.given import Said as Typed
from monazite.desk.batches.models import Batch
from monazite.desk.demo.people import VIA, People
from monazite.desk.demo.shipping import REGIME
from monazite.desk.duties import services as duties
from monazite.desk.duties.models import Duty
from monazite.desk.leads import services as leads
from monazite.desk.people.models import Person
from monazite.desk.statistics import services as statistics
from monazite.desk.statistics.models import Vintage
from monazite.law.store import load

Said = Mapping[str, Any]
_DAYS_AT_SEA = 14


@dataclass(frozen=True, slots=True)
class Following:
    """One thing that somebody does afterwards."""

    person: Person
    said: Said
    people: People


def tell(story: Said, people: People) -> Iterator[int]:
    """Let its steps happen; before each, how many working days ago it was."""
    for said in story["steps"]:
        yield int(said["ago"])
        person = people.persons[said["by"]]
        _ACTS[said["do"]](Following(person, said, people))


def _quota(step: Following) -> None:
    said, firm = step.said, step.people.organisations[step.said["firm"]]
    year = load().today(REGIME).year
    batches.set_quota(
        step.person, firm.pk, year, said["stage"], said["mass_kg"], said["source"], VIA
    )


def _begin(step: Following) -> None:
    batches.begin(step.person, REGIME, step.said["origin"], _typed(step.said), VIA)


def _make(step: Following) -> None:
    inputs = {_batch(step, ref).pk: kg for ref, kg in step.said["of"].items()}
    outputs = [_typed(each) for each in step.said["to"]]
    batches.make(step.person, inputs, outputs, VIA)


def _hand_over(step: Following) -> None:
    said, to = step.said, step.people.organisations[step.said["to"]]
    batch = _batch(step, said["batch"])
    batches.hand_over(step.person, batch.pk, said["mass_kg"], to.identifier, said["ref"], VIA)


def _accept(step: Following) -> None:
    """The newest batch that was handed to the firm."""
    own = Batch.objects.filter(organisation=step.person.organisation, accepted_at__isnull=True)
    batches.accept(step.person, own.latest("made_at").pk, VIA)


def _batch(step: Following, reference: str) -> Batch:
    return Batch.objects.get(organisation=step.person.organisation, reference=reference)


def _typed(said: Said) -> Typed:
    """A batch of the month in which the step happens."""
    month = f"{load().today(REGIME):%Y-%m}"
    contents, source = said["contents"], said.get("source", "")
    return Typed(said["ref"], said["stage"], month, said["mass_kg"], contents, source)


def _tip(step: Following) -> None:
    said = step.said
    given = leads.Given(REGIME, said["kind"], said["text"], own=False, name="", contact="")
    leads.tell(given, ())


def _report(step: Following) -> None:
    """The oldest duty of the firm that is open: what left has arrived."""
    own = Duty.objects.filter(organisation=step.person.organisation, kind=step.said["kind"])
    duty = own.filter(reported_at__isnull=True).order_by("due_on").first()
    if duty is None:
        return
    declaration, items = duty.declaration, duty.declaration.items.select_related("left")
    left = declaration.exited_on or declaration.day
    day = min(left + timedelta(days=_DAYS_AT_SEA), load().today(REGIME))
    quantities = {str(item.number): f"{item.left.quantity.normalize():f}" for item in items}
    place, text = step.said["place"], step.said["text"]
    given = duties.Given(day.isoformat(), place, quantities, text, ())
    duties.report(step.person, duty.pk, given, VIA)


def _prepare(step: Following) -> None:
    statistics.prepare(step.person, _month(int(step.said["months"])), VIA)


def _release(step: Following) -> None:
    waiting = Vintage.objects.filter(month=_month(int(step.said["months"])), state="prepared")
    statistics.release(step.person, waiting.get().pk, VIA)


def _month(ago: int) -> date:
    """The first day of the month so many before the one of the step."""
    day = timezone.now().astimezone(load().zone(REGIME)).date().replace(day=1)
    for _ in range(ago):
        day = (day - timedelta(days=1)).replace(day=1)
    return day


_ACTS: Mapping[str, Callable[[Following], object]] = {
    "quota": _quota,
    "begin": _begin,
    "make": _make,
    "hand_over": _hand_over,
    "accept": _accept,
    "tip": _tip,
    "report": _report,
    "prepare": _prepare,
    "release": _release,
}
