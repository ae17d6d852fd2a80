"""The law as it would be tomorrow, for whatever loads it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from monazite.desk.applications.services import renewing
from monazite.law import load
from monazite.licensing.rulings import line_rulings

if TYPE_CHECKING:
    from datetime import date

    import pytest

    from monazite.law.law import Law
    from monazite.licensing.application import Application
    from monazite.licensing.rulings import LineRuling

TOMORROW = "f" * 64


def in_force(patch: pytest.MonkeyPatch, *, ruled_otherwise: bool = False) -> None:
    """From now on another law is in force; ruled_otherwise: it leaves every line undetermined."""
    law = dataclasses.replace(load(), hash=TOMORROW)
    patch.setattr(renewing, "load", lambda: law)
    if ruled_otherwise:
        patch.setattr(renewing, "line_rulings", _unread)


def _unread(application: Application, on: date, law: Law) -> tuple[LineRuling, ...]:
    """Nothing of what a line says is known to that law."""
    found = line_rulings(application, on, law)
    return tuple(dataclasses.replace(each, ruling=None, findings=()) for each in found)
