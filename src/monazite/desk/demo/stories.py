"""What happened to the demo's applications: each end is reached by the services alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import Any

from monazite.desk.applications import services
from monazite.desk.applications.errors import CannotBeFiled
from monazite.desk.applications.models import Application
from monazite.desk.demo.casework import work
from monazite.desk.demo.course import REGIME
from monazite.desk.demo.data import data
from monazite.desk.demo.filling import filled
from monazite.desk.demo.forms import Files, Form, form_of, put
from monazite.desk.demo.people import VIA, People
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.law.finding import ERROR
from monazite.law.store import load

Story = Mapping[str, Any]
Acts = Iterator[int]
"""The acts that follow; before each, how many working days ago it was."""
_SOME = 5


def tell(story: Story, number: int, people: People) -> Acts:
    """Let one story happen; before each act it says how many working days ago that was."""
    yield int(story["days"][0])
    author = people.persons[story["by"]]
    try:
        draft = _drafted(story, number, author)
        yield from _ENDS[story["end"]](story, draft, author, people)
    except CannotBeFiled as error:
        raise InputError(
            "story", f"{number} ({story['form']}, {story['end']})", _mended(error)
        ) from error


def _mended(error: CannotBeFiled) -> str:
    wrong = [each for each in error.findings if each.severity == ERROR]
    said = "; ".join(f"{each.path}: {each.code}: {each.message('en')}" for each in wrong)
    return f"a form that can be filed: {said}"


def _drafted(story: Story, number: int, author: Person) -> Application:
    today = load().today(REGIME)
    form, files = form_of(story, number, today)
    if story["end"] == "faults":
        _plant(form, today)
    draft = services.new(author, form, VIA)
    _lay(author, draft, form, _chosen(files, story.get("papers", "all")))
    return draft


def _plant(form: Form, today: date) -> None:
    for fault in data("faults"):
        put(form, fault["path"], filled(fault["value"], {}, today))


def _chosen(files: Files, which: str) -> Files:
    most = {"all": len(files), "some": _SOME, "none": 0}[which]
    return dict(list(files.items())[:most])


def _lay(author: Person, draft: Application, form: Form, files: Files) -> None:
    """Upload the files; what the form calls a trade secret is sealed."""
    sealed = {row.get("file") for row in form["papers"] if row.get("secret") == "yes"}
    for name, content in files.items():
        services.upload(author, draft.pk, name, BytesIO(content), name in sealed, VIA)


def _file(draft: Application, people: People) -> None:
    services.file(people.signatory_of(draft.organisation), draft.pk, None, VIA)
    draft.refresh_from_db()


def _draft(*_: object) -> Acts:
    """Nothing more happens to it."""
    yield from ()


def _discarded(story: Story, draft: Application, author: Person, _: People) -> Acts:
    yield int(story["days"][1])
    services.discard(author, draft.pk, VIA)


def _split(story: Story, draft: Application, author: Person, _: People) -> Acts:
    yield int(story["days"][1])
    services.split(author, draft.pk, VIA)


def _withdrawn(story: Story, draft: Application, _: Person, people: People) -> Acts:
    yield int(story["days"][1])
    _file(draft, people)
    yield int(story["days"][2])
    services.withdraw(people.signatory_of(draft.organisation), draft.pk, story["reason"], VIA)


def _amended(story: Story, draft: Application, author: Person, people: People) -> Acts:
    """Filed, then a clone with other fields is begun, and filed where the story names the day."""
    yield int(story["days"][1])
    _file(draft, people)
    yield int(story["days"][2])
    clone = services.amend(author, draft.pk, VIA)
    services.save(author, clone.pk, story["changes"], clone.version, VIA)
    for ago in story["days"][3:]:
        yield int(ago)
        _file(clone, people)


def _secret(story: Story, draft: Application, _: Person, people: People) -> Acts:
    """Filed, and the chief names one reviewer who may read what is sealed."""
    yield int(story["days"][1])
    _file(draft, people)
    yield int(story["days"][2])
    reviewer = people.persons[story["reviewer"]]
    services.name_reviewer(people.persons[story["chief"]], draft.pk, reviewer.pk, VIA)


def _cased(story: Story, draft: Application, _: Person, people: People) -> Acts:
    """Filed, and worked on by officials."""
    yield int(story["days"][1])
    _file(draft, people)
    yield from work(draft, story, people)


_ENDS: Mapping[str, Callable[[Story, Application, Person, People], Acts]] = {
    "faults": _draft,
    "draft": _draft,
    "discarded": _discarded,
    "split": _split,
    "withdrawn": _withdrawn,
    "amended": _amended,
    "secret": _secret,
    "cased": _cased,
}
