"""The Django application `duties`."""

from __future__ import annotations

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.duties"
    label = "duties"

    def ready(self) -> None:
        """Open duties when goods leave; let `desk verify` see them; keep their files."""
        # Django must be made before the modules of its applications are.
        from monazite.desk.duties.models import DutyPaper  # noqa: PLC0415
        from monazite.desk.duties.replay import DUTY  # noqa: PLC0415
        from monazite.desk.duties.services import opening  # noqa: PLC0415
        from monazite.desk.events.replay import register  # noqa: PLC0415
        from monazite.desk.gate.following import follow  # noqa: PLC0415
        from monazite.desk.papers.unnamed import named_by  # noqa: PLC0415

        follow("exited", opening.exited)
        follow("amended", opening.undone)
        follow("cancelled", opening.undone)
        register("duty", DUTY)
        named_by(DutyPaper)
