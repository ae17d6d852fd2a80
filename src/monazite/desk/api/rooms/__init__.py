"""The operations, a file for each subject; importing one registers what is in it."""

from __future__ import annotations

from monazite.desk.api.rooms import (
    applications,
    cases,
    casework,
    decisions,
    drafts,
    events,
    figures,
    filing,
    form,
    licences,
    me,
    papers,
    precheck,
    rulings,
)

ROOMS = (
    me, form, precheck, applications, drafts, filing, papers, rulings, decisions, licences, events,
    cases, casework, figures,
)  # fmt: skip
"""Every room, in the order of the OpenAPI document."""
