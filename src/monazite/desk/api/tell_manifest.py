"""What the API tells of a manifest: how far it came, and what could not be kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from monazite.desk.api.shapes.fault import FindingShape
from monazite.desk.api.shapes.manifests import ManifestShape, UnlodgedShape
from monazite.desk.gate.found import told
from monazite.desk.gate.models import Manifest
from monazite.desk.people.named import named

_COLUMNS = (
    "id", "reference", "regime", "mode", "sha256", "lodged_at", "lines", "cleared", "held",
    "refused",
)  # fmt: skip


def manifest(row: Manifest, lang: str) -> ManifestShape:
    """Its own row; firm and office must have been read with it."""
    return ManifestShape(
        **{name: getattr(row, name) for name in _COLUMNS},
        organisation=named(row.organisation, lang),
        office=named(row.office, lang),
        unlodged=len(row.unlodged),
    )


def unlodged(kept: Mapping[str, Any], lang: str) -> UnlodgedShape:
    """A declaration that could not be kept, and everything that is wrong with it."""
    return UnlodgedShape(
        reference=str(kept["reference"]),
        rows=kept["rows"],
        findings=[FindingShape.model_validate(each) for each in told(kept["findings"], lang)],
    )
