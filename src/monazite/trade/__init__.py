"""Trade statistics: flows of every publisher in one table, and the published monthly headlines."""

from __future__ import annotations
