"""An amendment: a clone of what was filed, which supersedes it when the clone is filed itself."""

from __future__ import annotations

import uuid

from django.db import transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.models import Application, Paper
from monazite.desk.applications.services.held import held, step
from monazite.desk.applications.services.new import drafted
from monazite.desk.events.append import Who, record
from monazite.desk.people.models import Person
from monazite.licensing.transitions import machine


@transaction.atomic
def amend(person: Person, ident: uuid.UUID, via: str) -> Application:
    """A draft that amends the filed application; Refused while another amendment is open."""
    filed = held(person, ident, "application.amend")
    step(filed, "supersede")
    if open_amendment(filed) is not None:
        raise Refused("amendment_open", reference=filed.reference)
    told = {"supersedes": str(filed.pk)}
    draft = drafted(person, filed.form, via, told, of=filed, supersedes=filed)
    copy_papers(filed, draft)
    # On the old one's chain too: of two who begin at once, one is told that things changed.
    record(filed, "amendment_begun", {"draft": str(draft.pk)}, Who(person.pk, via))
    return draft


def open_amendment(filed: Application) -> Application | None:
    """The draft that amends this application and is not filed yet, if there is one."""
    final = machine().final
    drafts = Application.objects.filter(supersedes=filed, reference__isnull=True)
    return drafts.exclude(state__in=final).first()


def copy_papers(source: Application, *drafts: Application) -> None:
    """The same files belong to the drafts too: they are stored once, under their hash."""
    papers = list(source.papers.all())
    Paper.objects.bulk_create(_copy(paper, draft) for draft in drafts for paper in papers)


def _copy(paper: Paper, draft: Application) -> Paper:
    return Paper(
        application=draft,
        name=paper.name,
        sha256=paper.sha256,
        size=paper.size,
        media_type=paper.media_type,
        scan=paper.scan,
        secret=paper.secret,
        uploaded_by_id=paper.uploaded_by_id,
        uploaded_at=paper.uploaded_at,
    )
