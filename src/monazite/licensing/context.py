"""What a check sees: the application, its regime, the day, the law, and how a finding is made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.law.parties import listings, normal
from monazite.law.tables import table
from monazite.licensing.findings import Finding
from monazite.licensing.statements import departure

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterator, Mapping
    from datetime import date

    from monazite.law.finding import Value
    from monazite.law.law import Law
    from monazite.law.parties import Listing
    from monazite.licensing.application import Application, Paper, Party
    from monazite.licensing.kinds import Kind
    from monazite.licensing.reading import Read
    from monazite.licensing.record import Record
    from monazite.licensing.regime import Regime
    from monazite.licensing.rulings import LineRuling

END_USERS = ("end_user", "ultimate_end_user")
_GROUNDS = "special_case_grounds"


def names_of(party: Party) -> frozenset[tuple[str, ...]]:
    """What a party is called in either script, as names are compared."""
    return frozenset(normal(name) for name in (party.name, party.name_native) if name)


@lru_cache(maxsize=1)
def severities() -> Mapping[str, str]:
    """The severity of every finding of the rules, by its code."""
    return table(Path(__file__).with_name("rules.yaml"))


@dataclass(frozen=True, slots=True)
class Context:
    """One application under its regime on a day.

    reading: what of the form could not be read; files: the SHA-256 of the files at hand, None
    where they were not looked at; record: what is known of the exporter.
    """

    reading: Read
    regime: Regime
    today: date
    law: Law
    rulings: tuple[LineRuling, ...]
    files: Collection[str] | None = None
    record: Record | None = None

    @property
    def application(self) -> Application:
        """What the form says."""
        return self.reading.application

    def unread(self, path: str) -> bool:
        """Whether something unreadable stands there, or around it: it is not missing."""
        return self.reading.unread(path)

    @property
    def kind(self) -> Kind | None:
        """The kind asked for, None where the regime has none of that name."""
        return self.regime.kinds.get(self.application.kind or "")

    @property
    def departure(self) -> str | None:
        """The country that the goods leave."""
        return departure(self.application)

    def of_role(self, *roles: str) -> Iterator[tuple[int, Party]]:
        """The parties in these roles, each with its place in the list."""
        parties = enumerate(self.application.parties)
        return ((n, party) for n, party in parties if party.role in roles)

    def certificates(self) -> Iterator[tuple[int, Paper]]:
        """End-user certificates with their places; a translation bears no signature of its own."""
        papers = enumerate(self.application.papers)
        return (
            (n, paper)
            for n, paper in papers
            if paper.kind == "end_user_certificate" and not paper.translation_of
        )

    def listed(self, name: str | None) -> tuple[Listing, ...]:
        """The entries on the regime's lists of parties that a name is, or resembles."""
        if not name:
            return ()
        found = listings(self.law, name, self.today, self.law.compiled)
        return tuple(entry for entry in found if entry.party.list in self.regime.lists)

    def listings_of(self, party: Party) -> tuple[Listing, ...]:
        """The entries that a party is, or resembles, under its name in either script, each once."""
        found: dict[Hashable, Listing] = {}
        for name in (party.name, party.name_native):
            for entry in self.listed(name):
                known = found.get(entry.party)
                found[entry.party] = entry if known is None or entry.exact else known
        return tuple(found.values())

    def special_case(self, name: str | None) -> bool:
        """Whether a list of parties knows special cases, and the grounds of one are given."""
        rule = self.regime.lists.get(name or "")
        grounds = (p for p in self.application.papers if p.kind == _GROUNDS)
        return bool(rule and rule.special_case and any(not p.translation_of for p in grounds))

    def finding(self, code: str, path: str, /, **values: Value) -> Finding:
        """A finding with its severity and the law that it rests on in this regime."""
        law = self.regime.rests_on.get(code, "")
        return Finding(code, severities()[code], path, law, values)
