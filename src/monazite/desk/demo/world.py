"""The demo's world: made once in an empty database, with a past that ends before today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.desk.applications.models import Application
from monazite.desk.demo import follow_up, shipments, traders
from monazite.desk.demo.course import REGIME, Course, run
from monazite.desk.demo.data import data
from monazite.desk.demo.past import at, moment
from monazite.desk.demo.people import settle
from monazite.desk.demo.plain import stories
from monazite.desk.demo.stories import tell
from monazite.desk.people.models import Organisation
from monazite.errors import InputError

if TYPE_CHECKING:
    from datetime import date


def is_made() -> bool:
    """Whether there is a world here already, of the demo or another one."""
    return Organisation.objects.exists()


def make(today: date) -> int:
    """Make it; how many applications there are then. InputError where the database is not empty."""
    if is_made():
        raise InputError("home", "a site with people in it", "a folder of the demo's own")
    told = list(enumerate(stories(), 1))
    first = max(int(story["days"][0]) for _, story in told)
    with at(moment(today, first + 1, 0, REGIME)):
        people = settle()
    courses = [Course(number, tell(story, number, people), today) for number, story in told]
    later = [shipments.tell(story, people) for story in (*data("shipments"), *traders.stories())]
    later += [follow_up.tell(story, people) for story in data("follow_up")]
    courses += [Course(number, acts, today) for number, acts in enumerate(later, len(told) + 1)]
    run(courses)
    return Application.objects.count()
