"""What controlled goods are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.customs.context import Context
    from monazite.customs.findings import Finding


def said(context: Context) -> Iterator[Finding]:
    """Goods that need a licence are for some use."""
    needed = any(found.needs_licence for found in context.rulings)
    if needed and context.declaration.end_use is None and "end_use" not in context.unread:
        yield context.finding("end_use.not_said", "end_use")


def military(context: Context) -> Iterator[Finding]:
    """Controlled goods for the military."""
    needed = any(found.needs_licence for found in context.rulings)
    if needed and context.declaration.military:
        yield context.finding("end_use.military", "military")


CHECKS = (said, military)
