"""Claims: each fact that is to be proved points at a paper that can prove it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.law.finding import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding

FITTING: Mapping[str, tuple[str, ...]] = {
    "bill_of_materials": ("bill_of_materials", "technical_description"),
    "capacity": ("capacity_evidence", "site_photographs"),
    "site": ("site_photographs", "capacity_evidence", "importer_introduction"),
    "photographs": ("product_photographs", "site_photographs"),
    "process": ("process_flow", "technical_description"),
    "onward_sale": ("onward_sales", "channels_and_end_users"),
}
"""The kinds of papers that can prove each claim, the fittest first."""


def papers_there(context: Context) -> Iterator[Finding]:
    """A claim names a paper that there is."""
    labels = {paper.label for paper in context.application.papers}
    for n, claim in enumerate(context.application.claims):
        if claim.paper and claim.paper not in labels and not context.unread("papers"):
            path = f"claims[{n}].paper"
            yield context.finding("claim.paper_unknown", path, label=claim.paper)


def papers_fit(context: Context) -> Iterator[Finding]:
    """The paper is of a kind that can prove it."""
    kinds = {paper.label: paper.kind for paper in context.application.papers}
    for n, claim in enumerate(context.application.claims):
        kind = kinds.get(claim.paper)
        fitting = FITTING.get(claim.claim or "", ())
        if claim.paper and kind and fitting and kind not in fitting:
            yield context.finding(
                "claim.paper_unfitting",
                f"claims[{n}].paper",
                claim=_claim(claim.claim or ""),
                kind=Term(f"licensing.choice.paper.{kind}"),
                fitting=tuple(Term(f"licensing.choice.paper.{each}") for each in fitting),
            )


def all_made(context: Context) -> Iterator[Finding]:
    """Every fact that proves civil use is claimed somewhere."""
    asked = context.kind is not None and context.kind.proof_of_civil_use
    if not asked or context.unread("claims"):
        return
    made = {claim.claim for claim in context.application.claims}
    sold = context.application.civil_use.sold_onward is True
    for claim in (*context.regime.claims, *(("onward_sale",) if sold else ())):
        if claim not in made:
            yield context.finding("claim.missing", "claims", claim=_claim(claim))


def _claim(claim: str) -> Term:
    return Term(f"licensing.choice.claim.{claim}")


CHECKS = (papers_there, papers_fit, all_made)
