"""The rulings of the law on an application's lines."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from monazite.desk.api.callers import VIA, acting
from monazite.desk.api.keys import keyed
from monazite.desk.api.language import language
from monazite.desk.api.operations import APPLICATION_FAULTS, operation
from monazite.desk.api.shapes.rulings import (
    RenewalShape,
    RenewalsShape,
    RulingShape,
    RulingsShape,
)
from monazite.desk.api.tell import DRAFT, standing_ruling
from monazite.desk.applications.models import Application
from monazite.desk.applications.services import renew_rulings
from monazite.desk.applications.services.held import held
from monazite.desk.events.append import Who
from monazite.law.store import load
from monazite.licensing.reading import read
from monazite.licensing.rulings import line_rulings


@operation(
    "GET", "/applications/{uuid:ident}/rulings", RulingsShape,
    action="application.read", faults=(404,),
)  # fmt: skip
def list_rulings(request: HttpRequest, ident: UUID) -> RulingsShape:
    """The ruling that stands on each line; of a draft, as the law rules today."""
    found = held(acting(request), ident, "application.read")
    told = _now(found, language(request)) if found.state == DRAFT else _filed(found)
    return RulingsShape(items=list(told))


@operation(
    "POST", "/applications/{uuid:ident}/rulings/renew", RenewalsShape,
    action="ruling.renew", faults=APPLICATION_FAULTS,
)  # fmt: skip
def renew_application_rulings(request: HttpRequest, ident: UUID) -> HttpResponse:
    """Rule again on every line whose ruling read another law than today's; the old ones stay."""
    person, lang = acting(request), language(request)

    def act() -> RenewalsShape:
        found = held(person, ident, "ruling.renew")
        renewed = renew_rulings(found, who=Who(person.pk, VIA))
        items = [
            RenewalShape(
                line=each.line,
                before=each.before,
                after=each.after,
                old_law=each.old_law,
                new_law=each.new_law,
                sentence=each.sentence(lang),
            )
            for each in renewed
        ]
        return RenewalsShape(items=items)

    return keyed(request, "", act)


def _now(found: Application, lang: str) -> Iterator[RulingShape]:
    law = load()
    on = law.today(found.regime)
    for line in line_rulings(read(found.form).application, on, law):
        document = line.document(lang)
        if line.ruling is not None and document is not None:
            yield RulingShape(
                line=line.number,
                outcome=line.ruling.outcome,
                on=on,
                law_hash=line.ruling.law_hash,
                ruled_at=None,
                document=document,
            )


def _filed(found: Application) -> Iterator[RulingShape]:
    for line in found.lines.order_by("number").prefetch_related("rulings"):
        ruling = standing_ruling(line)
        if ruling is not None:
            yield RulingShape(
                line=line.number,
                outcome=ruling.outcome,
                on=ruling.on,
                law_hash=ruling.law_hash,
                ruled_at=ruling.ruled_at,
                document=ruling.document,
            )
