"""The words of the field: materials, forms, codes, countries, units, and the texts people read."""

from __future__ import annotations
