"""What a draft asks to change of a licence, weighed as its filing will weigh it."""

from __future__ import annotations

from dataclasses import dataclass

from monazite.desk.applications.models import Application
from monazite.desk.licences.changed import changed
from monazite.licensing.casework.change import NOTHING, change
from monazite.licensing.difference import KEY
from monazite.licensing.where import where


@dataclass(frozen=True, slots=True)
class Weighed:
    """keys: the key elements that it changes, as the form calls them; nothing: it changes nothing.

    Either keeps it from being filed.
    """

    keys: tuple[str, ...]
    nothing: bool

    @property
    def stops(self) -> bool:
        """Whether filing would be refused."""
        return self.nothing or bool(self.keys)


def weighed(application: Application, lang: str) -> Weighed | None:
    """None where the draft asks for no change of a licence."""
    licence = changed(application)
    if licence is None:
        return None
    found = change(licence.application.form, application.form, licence.regime)
    keys = (where(each.path, lang) for each in found.changed if each.weight == KEY)
    return Weighed(tuple(dict.fromkeys(keys)), found.kind == NOTHING)
