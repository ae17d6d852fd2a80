"""Pictures: rows in, an Altair chart or a string of SVG or HTML out; no data of their own."""

from __future__ import annotations
