"""The Django application `leads`."""

from __future__ import annotations

from django.apps import AppConfig


class LeadsConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.leads"
    label = "leads"

    def ready(self) -> None:
        """Let `desk verify` see leads; keep the files of tips from the sweep."""
        # Django must be made before the modules of its applications are.
        from monazite.desk.events.replay import register  # noqa: PLC0415
        from monazite.desk.leads.models import TipPaper  # noqa: PLC0415
        from monazite.desk.leads.replay import LEAD  # noqa: PLC0415
        from monazite.desk.papers.unnamed import named_by  # noqa: PLC0415

        register("lead", LEAD)
        named_by(TipPaper)
