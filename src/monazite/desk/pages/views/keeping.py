"""Of what a page sent, the fields that a draft can keep are saved; the others stand in the page."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from monazite.catalogue.texts import counted
from monazite.desk.applications.models import Application
from monazite.desk.applications.typed import paths
from monazite.desk.applications.typed.storable import keepable
from monazite.desk.pages.form.clashes import Refusal
from monazite.desk.pages.form.findings import link
from monazite.desk.pages.wrong import words
from monazite.errors import InputError


@dataclass(frozen=True, slots=True)
class Sorted:
    """What was typed, by path: what can be kept, and why the rest cannot."""

    good: Mapping[str, str]
    faults: Mapping[str, InputError]

    def refusal(self, ident: uuid.UUID, lang: str) -> Refusal:
        """How many fields were not saved, and each with why."""
        told = tuple((link(path, ident), words(fault, lang)) for path, fault in self.faults.items())
        return Refusal(counted("desk.pages.wrong.not_saved", len(told), lang), faults=told)


def sorted_out(changes: Mapping[str, str]) -> Sorted:
    """The changes that can be kept apart from those that cannot."""
    faults = {path: fault for path, text in changes.items() if (fault := _fault(path, text))}
    return Sorted({p: text for p, text in changes.items() if p not in faults}, faults)


def with_typed(ident: uuid.UUID, changes: Mapping[str, str]) -> Application:
    """The draft as it lies now, with what this page brought: shown, not saved."""
    application = Application.objects.select_related("organisation").get(pk=ident)
    known = {path: text for path, text in changes.items() if _fits(application.form, path)}
    application.form = paths.with_values(application.form, known)
    return application


def _fault(path: str, text: str) -> InputError | None:
    try:
        paths.place(path)
        keepable(path, text)
    except InputError as error:
        return error
    return None


def _fits(form: Mapping[str, Any], path: str) -> bool:
    try:
        spot = paths.place(path)
    except InputError:
        return False
    return spot.row is None or spot.row < len(form.get(spot.section, []))
