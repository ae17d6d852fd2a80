"""Mirror statistics: what each of two sides says of one flow, and what follows from the gap."""

from __future__ import annotations
