"""Stages under quota, and where a batch comes from."""

from __future__ import annotations

MINE, SEPARATION = "mine", "separation"
QUOTA_STAGES = (MINE, SEPARATION)
"""Stages that a yearly quota is given for (MIIT Order 71 of 2025); the regime's table has them all.

Words: `customs.batch.stage.STAGE`.
"""

MINED, IMPORTED, STOCK, MADE, RECEIVED = "mined", "imported", "stock", "made", "received"
ORIGINS = (MINED, IMPORTED, STOCK, MADE, RECEIVED)
"""Where a batch comes from; words: `customs.batch.origin.ORIGIN`.

mined: from the ground, under quota; imported: over the border, by a licence or declaration; stock:
held when the books were opened; made: of other batches; received: of another firm's batch.
"""
BEGINNINGS = (MINED, IMPORTED, STOCK)
"""Origins that nothing here comes before: each names its source."""
