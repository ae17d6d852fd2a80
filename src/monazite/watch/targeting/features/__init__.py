"""What is learned of the past of a declaration's parties, goods and amounts, as numbers."""

from __future__ import annotations
