"""Which declarations are opened, and what the opened say of all."""

from __future__ import annotations
