"""The Django application `screening`."""

from __future__ import annotations

from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    """Its name and label."""

    name = "monazite.desk.screening"
    label = "screening"

    def ready(self) -> None:
        """Let `desk verify` see parties and their comparisons."""
        # Django must be made before the modules of its applications are.
        from monazite.desk.events.replay import register  # noqa: PLC0415
        from monazite.desk.screening.replay import PARTY  # noqa: PLC0415

        register("party", PARTY)
