"""A form as typed → an application as values, with a finding for all that cannot be read."""

from __future__ import annotations

from monazite.licensing.reading.reader import Read, read

__all__ = ["Read", "read"]
