"""The operations, a file for each subject; importing one registers what is in it."""

from __future__ import annotations

from monazite.desk.api.rooms import (
    applications,
    drafts,
    events,
    filing,
    form,
    me,
    papers,
    precheck,
    rulings,
)

ROOMS = (me, form, precheck, applications, drafts, filing, papers, rulings, events)
"""Every room, in the order of the OpenAPI document."""
