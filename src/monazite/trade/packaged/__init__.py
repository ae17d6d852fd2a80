"""Extracts of open statistics that come with Monazite; data/SOURCE.md says whose they are."""

from __future__ import annotations
