"""The operations, a file for each subject; importing one registers what is in it."""

from __future__ import annotations

from monazite.desk.api.rooms import (
    applications,
    batches,
    cases,
    casework,
    challenges,
    decisions,
    declarations,
    drafts,
    duties,
    events,
    figures,
    filing,
    form,
    leads,
    ledger,
    licences,
    manifests,
    me,
    offline,
    papers,
    precheck,
    rulings,
    statistics,
    usage,
)

ROOMS = (
    me, form, precheck, applications, drafts, filing, papers, rulings, decisions, licences, events,
    cases, casework, figures, declarations, manifests, challenges, statistics, usage, batches,
    duties, leads, ledger, offline,
)  # fmt: skip
"""Every room, in the order of the OpenAPI document."""
