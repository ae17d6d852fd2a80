"""A draft begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.models import Application, Paper
from monazite.desk.applications.prints import papers_told
from monazite.desk.applications.sealing import is_secret
from monazite.desk.applications.typed.storable import form_sha256, storable
from monazite.desk.applications.typed.summary import summary
from monazite.desk.applications.typed.summary import told as summary_told
from monazite.desk.events.append import Who, create
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.people.may import require
from monazite.desk.people.models import Person
from monazite.law.procedure import NEW
from monazite.licensing.fields import Form
from monazite.licensing.transitions import machine


@transaction.atomic
def new(person: Person, form: Form, via: str) -> Application:
    """A draft of the person's organisation with this form; InputError where it cannot be kept."""
    require(person, "application.create", person.organisation)
    return drafted(person, storable(form), via)


def drafted(
    person: Person,
    form: Form,
    via: str,
    *,
    papers: Sequence[Paper] = (),
    of: Application | None = None,
    **links: Application,
) -> Application:
    """Insert a draft with its first event; `of`: whose organisation it belongs to.

    papers: copied to it, the same files; links: `supersedes` or `split_from`.
    """
    now, shown = timezone.now(), summary(form)
    draft = Application(
        organisation=of.organisation if of else person.organisation,
        author=person,
        created_at=now,
        changed_at=now,
        form=form,
        version=1,
        state=machine().after(NEW, "create"),
        form_sha256=form_sha256(form),
        **shown,
        **links,
    )
    copied = [_copy(paper, draft) for paper in papers]
    payload = _told(draft, links) | summary_told(shown) | {ROWS: papers_told(copied)}
    create(draft, "created", payload, Who(person.pk, via))
    Paper.objects.bulk_create(copied)
    return draft


def _told(draft: Application, links: Mapping[str, Application]) -> dict[str, object]:
    return {
        "version": 1,
        "form": draft.form_sha256,
        "organisation": str(draft.organisation_id),
        "author": str(draft.author_id),
        "created_at": plain(draft.created_at),
        **{name: str(link.pk) for name, link in links.items()},
    }


def _copy(paper: Paper, draft: Application) -> Paper:
    """The same file belongs to the draft too: it is stored once, under its hash."""
    return Paper(
        application=draft,
        name=paper.name,
        sha256=paper.sha256,
        size=paper.size,
        media_type=paper.media_type,
        scan=paper.scan,
        secret=is_secret(paper),
        uploaded_by_id=paper.uploaded_by_id,
        uploaded_at=paper.uploaded_at,
    )
