"""The Django application `licences`."""

from __future__ import annotations

from django.apps import AppConfig


class LicencesConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.licences"
    label = "licences"

    def ready(self) -> None:
        """Bind licences to changes that are filed; let `desk verify` see licences and lines."""
        # Django must be made before the modules of its applications are.
        from monazite.desk.applications.following import follow  # noqa: PLC0415
        from monazite.desk.events.replay import register  # noqa: PLC0415
        from monazite.desk.licences.replay import LICENCE, LINE  # noqa: PLC0415
        from monazite.desk.licences.services import changing  # noqa: PLC0415

        follow("filed", changing.bind)
        follow("withdrawn", changing.withdrawn)
        follow("discarded", changing.discarded)
        follow("superseded", changing.superseded)
        register("licence", LICENCE)
        register("licence_line", LINE)
