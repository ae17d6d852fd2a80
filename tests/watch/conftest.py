"""Screening's kernels are compiled here, whatever other rooms' tests do with theirs."""

from __future__ import annotations

from support.watch_compiled import compiled

compiled()
