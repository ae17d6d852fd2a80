"""The month on one page: what was in force, what moved, what happened, and who disagrees."""

from __future__ import annotations
