"""From the files that people hold to rows of the flow table, by layouts written in YAML."""

from __future__ import annotations
