"""The demo's world: made once in an empty database, with days that count from today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.desk.applications.errors import CannotBeFiled
from monazite.desk.applications.models import Application
from monazite.desk.demo.data import data
from monazite.desk.demo.people import People, settle
from monazite.desk.demo.stories import Story, tell
from monazite.desk.people.models import Organisation
from monazite.errors import InputError
from monazite.licensing.findings import ERROR

if TYPE_CHECKING:
    from datetime import date


def is_made() -> bool:
    """Whether there is a world here already, of the demo or another one."""
    return Organisation.objects.exists()


def make(today: date) -> int:
    """Make it; how many applications there are then. InputError where the database is not empty."""
    if is_made():
        raise InputError("home", "a site with people in it", "a folder of the demo's own")
    people = settle()
    for number, story in enumerate(data("stories"), 1):
        _told(story, number, people, today)
    return Application.objects.count()


def _told(story: Story, number: int, people: People, today: date) -> None:
    try:
        tell(story, number, people, today)
    except CannotBeFiled as error:
        wrong = [each for each in error.findings if each.severity == ERROR]
        said = "; ".join(f"{each.path}: {each.code}: {each.message('en')}" for each in wrong)
        name = f"{number} ({story['form']}, {story['end']})"
        raise InputError("story", name, f"a form that can be filed: {said}") from error
