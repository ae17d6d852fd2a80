"""What a reader makes of one entry, and what it could not make anything of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from monazite.watch.screening.entity import Entity, Identifier, Name
from monazite.watch.screening.lists.reading.days import day, parts
from monazite.watch.screening.lists.reading.places import iso2

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from monazite.watch.screening.entity import Kind, NameKind


@dataclass(slots=True)
class Tally:
    """What is said of a reading beside its entities.

    published: the day that the file itself states. left_out: by reason what is not compared:
    `no_name` entries, `orphan` rows of a side table, `not_listed` (beside the listed ones, as
    relatives), `no_party` (addresses, crypto wallets …), `day` and `date`: days of listing, and
    dates of birth or founding, that were not understood. tables: which of the publisher's files
    were read, where one list is several.
    """

    published: date | None = None
    left_out: Counter[str] = field(default_factory=Counter)
    tables: tuple[str, ...] = ()

    def day(self, text: str) -> date | None:
        """A day of listing; None where there is none, or it is not understood and counted."""
        found = day(text)
        if found is None and text.strip():
            self.left_out["day"] += 1
        return found

    def dates(self, texts: Iterable[str]) -> list[str]:
        """Dates of birth or founding in parts; those that are not understood are counted."""
        found: list[str] = []
        for text in texts:
            told = parts(text)
            if not told and text.strip():
                self.left_out["date"] += 1
            found += told
        return found


def names(*groups: tuple[NameKind, Iterable[str]]) -> tuple[Name, ...]:
    """Names of each kind in their order, blanks folded, each text once."""
    found: dict[str, Name] = {}
    for kind, texts in groups:
        for text in texts:
            bare = " ".join(text.split())
            if bare and bare not in found:
                found[bare] = Name(bare, kind)
    return tuple(found.values())


def identifiers(found: Iterable[tuple[str, str, str]]) -> tuple[Identifier, ...]:
    """Numbers as (kind, value, country's word), without what is empty or of no kind."""
    made = (
        Identifier(kind, value.strip(), next(iter(iso2([country])), ""))
        for kind, value, country in found
        if kind and value.strip()
    )
    return tuple(dict.fromkeys(made))


def made(
    list_: str,
    ident: str,
    kind: Kind,
    its_names: tuple[Name, ...],
    tally: Tally,
    **rest: Any,  # noqa: ANN401 - what Entity holds
) -> Iterable[Entity]:
    """The entity, or nothing where it has no name, which the tally counts.

    rest: what else `Entity` holds; texts of tuples are stripped, empty ones and doubles left out.
    """
    if not its_names:
        tally.left_out["no_name"] += 1
        return ()
    for name in ("dates", "addresses", "programmes"):
        if name in rest:
            texts = (" ".join(text.split()) for text in rest[name] if text)
            rest[name] = tuple(dict.fromkeys(text for text in texts if text))
    if "countries" in rest:
        rest["countries"] = iso2(rest["countries"])
    return (Entity(list_, ident, kind, its_names, **rest),)
