"""What is told of a package beside its numbers: its gives, and the commitments that it takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import LANGS, say
from monazite.law.commitments import commitment
from monazite.law.store import load
from monazite.shock.leverage.given import countable, dated
from monazite.shock.leverage.results import GiveTold, Promise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from monazite.shock.leverage.results import Words
    from monazite.shock.leverage.schema import Give, Lever, Package


def promises(package: Package) -> Iterator[Promise]:
    """The commitments with their words, and how many deeds kept them so far."""
    for name in package.commitments:
        one = commitment(load(), name)
        yield Promise(
            one.id, one.by, one.to, one.on.isoformat(),
            {lang: one.words[lang] for lang in LANGS}, one.quoted,
            one.covers, tuple(sorted(one.disputed)), len(one.kept_by), len(one.not_kept),
        )  # fmt: skip


def gives(package: Package, known: Mapping[str, Lever], agreed: date) -> Iterator[GiveTold]:
    """What each side gives, on the days of the comparison."""
    for give in dated(package, agreed):
        lever = known[give.lever]
        runs = countable(give, lever)
        last = None if give.last is None else give.last.isoformat()
        yield GiveTold(
            give.side, give.does, give.lever, {"en": lever.title.en, "zh": lever.title.zh},
            give.share, give.to, give.from_.isoformat(), last,
            give.commitment, give.disputed, runs, None if runs else _why(give, lever),
        )  # fmt: skip


def _why(give: Give, lever: Lever) -> Words:
    """Why a give cannot be counted: the lever's own word, or that it has no files."""
    if lever.unknown is not None:
        return {"en": lever.unknown.en, "zh": lever.unknown.zh}
    return {lang: say("shock.leverage.no_files", lang, lever=give.lever) for lang in LANGS}
