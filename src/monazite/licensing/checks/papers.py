"""Papers: those that are required are there, each known by its label, its file and language."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from monazite.law.finding import Term
from monazite.law.parties import normal
from monazite.licensing.context import END_USERS, names_of
from monazite.licensing.required import Facts, required_papers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding

_WATCH = "watch_list"
# What is looked at needs no translation.
_PICTURES = frozenset({"site_photographs", "product_photographs"})


def required(context: Context) -> Iterator[Finding]:
    """Every paper that the law or practice asks for."""
    if context.unread("papers"):
        return
    # A translation stands for no original.
    there = {p.kind for p in context.application.papers if not p.translation_of}
    facts = Facts(watch_listed=_watch_listed(context))
    for paper in required_papers(context.application, context.regime, facts):
        if paper.kind in there:
            continue
        code = "paper.usual_missing" if paper.usual else "paper.missing"
        why = Term(f"licensing.required.{paper.why}")
        found = context.finding(code, "papers", paper=_kind(paper.kind), why=why)
        yield replace(found, law=paper.law)


def _watch_listed(context: Context) -> bool:
    rule = context.regime.lists.get(_WATCH)
    if rule is None:
        return False
    return any(
        entry.exact and not entry.paused and entry.party.list == _WATCH
        for _, party in context.of_role(*rule.roles)
        for entry in context.listings_of(party)
    )


def labels(context: Context) -> Iterator[Finding]:
    """Each paper is called by a label of its own."""
    seen: set[str] = set()
    for n, paper in enumerate(context.application.papers):
        if paper.label and paper.label in seen:
            path = f"papers[{n}].label"
            yield context.finding("paper.label_twice", path, label=paper.label)
        seen.add(paper.label or "")


def translations(context: Context) -> Iterator[Finding]:
    """A translation is of a paper that is there, and in a language that is read."""
    papers = context.application.papers
    originals = {paper.label: paper for paper in papers}
    for n, paper in enumerate(papers):
        path, original = f"papers[{n}].translation_of", paper.translation_of
        if not original:
            continue
        if original == paper.label:
            yield context.finding("paper.translation_of_itself", path, label=original)
        elif original not in originals:
            yield context.finding("paper.translation_of_nothing", path, label=original)
        elif paper.kind and (other := originals[original].kind) and other != paper.kind:
            kinds = {"kind": _kind(paper.kind), "other": _kind(other)}
            yield context.finding("paper.translation_of_other_kind", path, label=original, **kinds)
        elif paper.language and originals[original].language == paper.language:
            yield context.finding("paper.translation_into_same", path, label=original)


def language(context: Context) -> Iterator[Finding]:
    """A paper in a language that the authority does not read has a translation into one."""
    papers, read = context.application.papers, context.regime.languages
    kinds = {paper.label: paper.kind for paper in papers}
    translated = {
        p.translation_of
        for p in papers
        if p.language in read and p.kind == kinds.get(p.translation_of)
    }
    for n, paper in enumerate(papers):
        foreign = paper.language is not None and paper.language not in read
        if not foreign or paper.translation_of or paper.kind in _PICTURES:
            continue
        if paper.label not in translated:
            yield context.finding(
                "paper.not_translated",
                f"papers[{n}].language",
                label=paper.label or "",
                language=Term(f"licensing.choice.language.{paper.language}"),
                into=tuple(Term(f"licensing.choice.language.{each}") for each in read),
            )


def files(context: Context) -> Iterator[Finding]:
    """Every paper has its file, where files were looked at."""
    papers = context.application.papers
    if context.files is None:
        if papers:
            yield context.finding("paper.files_not_looked_at", "papers")
        return
    for n, paper in enumerate(papers):
        label, place = paper.label or str(n + 1), f"papers[{n}].file"
        if not paper.sha256 and not context.unread(place):
            yield context.finding("paper.no_file", place, label=label)
        elif paper.sha256 and paper.sha256.lower() not in context.files:
            path = f"papers[{n}].sha256"
            yield context.finding("paper.file_not_here", path, label=label)


def one_file_one_kind(context: Context) -> Iterator[Finding]:
    """The same file does not prove two different things."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for n, paper in enumerate(context.application.papers):
        if not paper.sha256 or not paper.kind:
            continue
        seen = kinds[paper.sha256.lower()]
        if seen and paper.kind not in seen:
            others = tuple(_kind(kind) for kind in sorted(seen))
            path, kind = f"papers[{n}].sha256", _kind(paper.kind)
            yield context.finding("paper.file_twice", path, kind=kind, others=others)
        seen.add(paper.kind)


def parties_known(context: Context) -> Iterator[Finding]:
    """Whose paper it is takes part in the application."""
    known = {name for party in context.application.parties for name in names_of(party)}
    for n, paper in enumerate(context.application.papers):
        # A government that issues a certificate is no party.
        if not paper.party or not known or paper.government:
            continue
        if normal(paper.party) not in known:
            path = f"papers[{n}].party"
            yield context.finding("paper.party_unknown", path, name=paper.party)


def one_certificate_each(context: Context) -> Iterator[Finding]:
    """Where there are several end users, each has a certificate."""
    certificates = [paper for _, paper in context.certificates()]
    said = {normal(paper.party) for paper in certificates if paper.party}
    users = {normal(p.name): (n, p) for n, p in context.of_role(*END_USERS) if p.name}
    if not certificates or len(users) < 2:  # noqa: PLR2004 - several
        return
    without = [(n, p) for n, p in users.values() if not said.intersection(names_of(p))]
    # A government that issues a certificate is no end user, and is not asked here for whom it is.
    known = {name for _, party in users.values() for name in names_of(party)}
    of_others = [p for p in certificates if p.government and normal(p.party or "") not in known]
    for n, party in without[len(of_others) :]:
        path, name = f"parties[{n}].name", party.name or ""
        yield context.finding("paper.end_user_without_certificate", path, name=name)


def _kind(kind: str) -> Term:
    return Term(f"licensing.choice.paper.{kind}")


CHECKS = (
    required,
    labels,
    translations,
    language,
    files,
    one_file_one_kind,
    parties_known,
    one_certificate_each,
)
