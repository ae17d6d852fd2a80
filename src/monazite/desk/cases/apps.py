"""The Django application `cases`."""

from __future__ import annotations

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.cases"
    label = "cases"

    def ready(self) -> None:
        """Open a case at every filing and end it with its application; let `desk verify` see it."""
        # Django must be made before the modules of its applications are.
        from monazite.desk.applications.following import follow  # noqa: PLC0415
        from monazite.desk.cases.replay import REPLAY  # noqa: PLC0415
        from monazite.desk.cases.services.opening import end_case, open_case  # noqa: PLC0415
        from monazite.desk.events.replay import register  # noqa: PLC0415

        follow("filed", open_case)
        follow("withdrawn", end_case)
        follow("superseded", end_case)
        register("case", REPLAY)
