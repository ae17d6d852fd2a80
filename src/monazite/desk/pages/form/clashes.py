"""A save that met another one, told with both values."""

from __future__ import annotations

from dataclasses import dataclass

from monazite.desk.applications.errors import Conflict
from monazite.desk.pages.form.fields import typed
from monazite.desk.pages.form.findings import link, where
from monazite.desk.pages.form.paths import anchor
from monazite.desk.pages.wrong import words


@dataclass(frozen=True, slots=True)
class ClashWords:
    """One field with what lies there now and what this page brought."""

    path: str
    key: str
    where: str
    href: str
    theirs: str
    mine: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something was not done, in words; clashes: the fields that two wrote.

    faults: the fields that cannot be kept, each as its address and what is wrong.
    """

    message: str
    clashes: tuple[ClashWords, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()


def refusal(conflict: Conflict, ident: object, lang: str) -> Refusal:
    """The conflict in the words of one language."""
    clashes = tuple(
        ClashWords(
            path=clash.path,
            key=anchor(clash.path),
            where=where(clash.path, lang),
            href=link(clash.path, ident),
            theirs=_short(clash.theirs),
            mine=_short(clash.mine),
        )
        for clash in conflict.clashes
    )
    return Refusal(words(conflict, lang), clashes)


def _short(value: object) -> str:
    return "…" if isinstance(value, (dict, list)) else typed(value)
