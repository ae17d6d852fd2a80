"""The Django application `gate`."""

from __future__ import annotations

from django.apps import AppConfig


class GateConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.gate"
    label = "gate"

    def ready(self) -> None:
        """Draw on batches; let `desk verify` see declarations, and the sweep their files."""
        # Django must be made before the modules of its applications are.
        from monazite.desk.events.replay import register  # noqa: PLC0415
        from monazite.desk.gate import batches  # noqa: PLC0415
        from monazite.desk.gate.following import follow  # noqa: PLC0415
        from monazite.desk.gate.models import GatePaper  # noqa: PLC0415
        from monazite.desk.gate.replay import DECLARATION, MANIFESTS  # noqa: PLC0415
        from monazite.desk.papers.unnamed import named_by  # noqa: PLC0415

        register("declaration", DECLARATION)
        register("manifest", MANIFESTS)
        named_by(GatePaper)
        for step in ("cleared", "held"):
            follow(step, batches.draw)
        follow("exited", batches.left)
        for step in ("refused", "amended", "cancelled", "lapsed"):
            follow(step, batches.give_back)
