"""What an amendment changes of the application that it amends."""

from __future__ import annotations

from monazite.desk.applications.models import Application
from monazite.licensing.difference import Change, difference


def changes(amendment: Application) -> tuple[Change, ...]:
    """Each changed field with its weight, key or minor; () for what amends nothing."""
    old = amendment.supersedes
    return difference(old.form, amendment.form) if old is not None else ()
