"""What happened to the demo's applications: each end is reached by the services alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from typing import Any

from monazite.desk.applications import services
from monazite.desk.applications.models import Application
from monazite.desk.demo.casework import work
from monazite.desk.demo.data import data
from monazite.desk.demo.filling import filled
from monazite.desk.demo.forms import Files, Form, form_of, put
from monazite.desk.demo.people import VIA, People
from monazite.desk.people.models import Person

Story = Mapping[str, Any]
_SOME = 5


def tell(story: Story, number: int, people: People, today: date) -> None:
    """Let one story happen."""
    form, files = form_of(story, number, today)
    author = people.persons[story["by"]]
    if story["end"] == "faults":
        _plant(form, today)
    draft = services.new(author, form, VIA)
    _lay(author, draft, form, _chosen(files, story.get("papers", "all")))
    _ENDS[story["end"]](story, draft, author, people)


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


def _filed(_: Story, draft: Application, __: Person, people: People) -> Application:
    signatory = people.signatory_of(draft.organisation)
    return services.file(signatory, draft.pk, None, VIA)


def _withdrawn(story: Story, draft: Application, author: Person, people: People) -> None:
    _filed(story, draft, author, people)
    signatory = people.signatory_of(draft.organisation)
    services.withdraw(signatory, draft.pk, story["reason"], VIA)


def _amending(story: Story, draft: Application, author: Person, people: People) -> Application:
    """Filed, then a clone with other fields is begun."""
    _filed(story, draft, author, people)
    clone = services.amend(author, draft.pk, VIA)
    services.save(author, clone.pk, story["changes"], clone.version, VIA)
    return clone


def _amended(story: Story, draft: Application, author: Person, people: People) -> None:
    _filed(story, _amending(story, draft, author, people), author, people)


def _secret(story: Story, draft: Application, author: Person, people: People) -> None:
    """Filed, and the chief names one reviewer who may read what is sealed."""
    _filed(story, draft, author, people)
    reviewer = people.persons[story["reviewer"]]
    services.name_reviewer(people.persons[story["chief"]], draft.pk, reviewer.pk, VIA)


def _cased(story: Story, draft: Application, author: Person, people: People) -> None:
    """Filed, and worked on by officials."""
    work(_filed(story, draft, author, people), story, people)


_ENDS: Mapping[str, Callable[[Story, Application, Person, People], object]] = {
    "faults": lambda *_: None,
    "draft": lambda *_: None,
    "discarded": lambda _, draft, author, __: services.discard(author, draft.pk, VIA),
    "split": lambda _, draft, author, __: services.split(author, draft.pk, VIA),
    "filed": _filed,
    "withdrawn": _withdrawn,
    "amending": _amending,
    "amended": _amended,
    "secret": _secret,
    "cased": _cased,
}
