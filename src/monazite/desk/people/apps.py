"""The Django application `people`."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.people"
    label = "people"

    def ready(self) -> None:
        """Let `desk verify` compare organisations with their events."""
        # Django must be made before the modules of its applications are.
        from monazite.desk.events.replay import register  # noqa: PLC0415
        from monazite.desk.people.replay import REPLAY  # noqa: PLC0415

        register("organisation", REPLAY)
