"""What a thing says of itself so that rights can be asked of it, without knowing its room."""

from __future__ import annotations

from typing import Any


class Belongs:
    """A row of one firm that lies before some offices (need to know)."""

    organisation_id: Any
    """The firm whose it is."""

    def office_ids(self) -> frozenset[object]:
        """The agencies before which it lies."""
        return frozenset({getattr(self, "office_id", None)}) - {None}

    def licensing_ids(self) -> frozenset[object]:
        """The licensing offices that were asked about it."""
        return frozenset()
