"""A licence for one export is begun once: whatever sets something of it aside steps it first."""

from __future__ import annotations

from monazite.desk.licences.models import Licence
from monazite.licensing.regime import regime

DRAWN = "drawn"
"""The licence's event of what began its one export."""


def one_export(licence: Licence) -> bool:
    """Whether it is for one export, by its kind under its regime."""
    return is_one_export(licence.regime, licence.kind)


def is_one_export(name: str, kind: str) -> bool:
    """The same of a kind of licence under a regime."""
    found = regime(name).kinds.get(kind)
    return found is not None and found.one_export


def begun(licence: Licence) -> bool:
    """Whether something of it left or is set aside; asked of every line of it."""
    return any(line.uses for line in licence.lines.all())
