"""The one flow table: its columns, the store that keeps it, the engines that read it."""

from __future__ import annotations
