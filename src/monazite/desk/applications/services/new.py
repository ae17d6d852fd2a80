"""A draft begins."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.models import Application
from monazite.desk.applications.typed.storable import form_sha256, storable
from monazite.desk.applications.typed.summary import summary
from monazite.desk.events.append import Who, create
from monazite.desk.people.may import require
from monazite.desk.people.models import Person
from monazite.licensing.fields import Form
from monazite.licensing.transitions import NEW, machine


@transaction.atomic
def new(person: Person, form: Form, via: str) -> Application:
    """A draft of the person's organisation with this form; InputError where it cannot be kept."""
    require(person, "application.create", person.organisation)
    return drafted(person, storable(form), via, {})


def drafted(
    person: Person,
    form: Form,
    via: str,
    told: dict[str, str],
    *,
    of: Application | None = None,
    **links: Application,
) -> Application:
    """Insert a draft with its first event; `of`: whose organisation it belongs to; `told`: why."""
    now = timezone.now()
    draft = Application(
        organisation=of.organisation if of else person.organisation,
        author=person,
        created_at=now,
        changed_at=now,
        form=form,
        version=1,
        state=machine().after(NEW, "create"),
        form_sha256=form_sha256(form),
        **summary(form),
        **links,
    )
    payload = {"version": 1, "form": draft.form_sha256, **told}
    create(draft, "created", payload, Who(person.pk, via))
    return draft
