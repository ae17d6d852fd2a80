"""A table of declarations: read as text, its columns understood by role."""

from __future__ import annotations
