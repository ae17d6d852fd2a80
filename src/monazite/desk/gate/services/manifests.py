"""A manifest is lodged: every declaration checked as if it came alone, all written together.

Licences, offices and neighbours are read once; rows, events and movements are written in bulk, a
line's movements a thousand to an event. The lines that it draws on are held until the end, so that
others wait for it and it never overdraws. What was lodged before under the same reference is
answered with the first answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from monazite.customs.findings import OFFICE_ONLY
from monazite.customs.values import shown
from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import ChangedMeanwhile, Who, create, create_many
from monazite.desk.events.snapshot import without_hurry
from monazite.desk.events.statements import insert_many
from monazite.desk.gate.errors import ManifestStopped
from monazite.desk.gate.following import followed
from monazite.desk.gate.found import kept
from monazite.desk.gate.manifest_source import Source
from monazite.desk.gate.models import Declaration, Manifest
from monazite.desk.gate.models.manifest import ALL, EACH
from monazite.desk.gate.offices import office_of
from monazite.desk.gate.prints import FIELDS, document_sha256, manifest_told
from monazite.desk.gate.services.checking import Under, read_for, under, unkeepable
from monazite.desk.gate.services.composing import Composed, Lodged, composed
from monazite.desk.gate.services.manifest_facts import Beside
from monazite.desk.gate.services.reserving import begin_exports, drawing, message_id, uses
from monazite.desk.gate.services.retried import retried
from monazite.desk.gate.services.uncollected import uncollected
from monazite.desk.licences.services.entering_many import Asked, enter_many
from monazite.desk.people.may import require
from monazite.desk.people.models import Organisation, Person
from monazite.errors import InputError
from monazite.ledger.movements import RESERVE, Movement

if TYPE_CHECKING:
    from monazite.customs.findings import Finding
    from monazite.customs.manifest.said import Said
    from monazite.customs.reading import Read
    from monazite.desk.gate.services.manifest_facts import Place

_ITEMS = 2000
"""Rows of a statement."""


def lodge_manifest(person: Person, source: Source, mode: str, via: str) -> Manifest:
    """The manifest as it was answered; its declarations are cleared, held or refused.

    mode each: what cannot be kept is told in `unlodged`; all: ManifestStopped, and nothing is kept,
    unless every declaration goes. Refused where the reference was used for something else.
    """
    require(person, "manifest.lodge")
    if mode not in {ALL, EACH}:
        raise InputError("mode", mode[:40], f"{ALL} or {EACH}", "manifest_mode")
    with uncollected():
        return retried(lambda: _once(person, source, mode, Who(person.pk, via)))


def _once(person: Person, source: Source, mode: str, who: Who) -> Manifest:
    try:
        return _lodged(person, source, mode, who)
    except IntegrityError as error:
        if "reference" not in str(error):
            raise
        # Two came at once with one reference: the next try finds the first one's answer.
        raise ChangedMeanwhile(ChangedMeanwhile.__doc__) from error


@transaction.atomic
def _lodged(person: Person, source: Source, mode: str, who: Who) -> Manifest:
    without_hurry()  # a hundred thousand declarations are checked between two statements
    known = Manifest.objects.filter(organisation=person.organisation, reference=source.reference)
    if (before := known.first()) is not None:
        if before.sha256 != source.sha256 or before.mode != mode:
            raise Refused("manifest_reference_used", reference=source.reference)
        return before
    work = _Work(person, source, mode)
    work.check()
    if mode == ALL and work.unlodged:
        raise ManifestStopped("manifest_stopped", work.unlodged, work.findings)
    return work.write(who)


@dataclass(slots=True)
class _Work:
    """One manifest on its way: what was read, checked and composed of it so far."""

    person: Person
    source: Source
    mode: str
    now: datetime = field(default_factory=timezone.now)
    made: list[Composed] = field(default_factory=list)
    asked: dict[Place, list[Asked]] = field(default_factory=dict)
    unlodged: list[dict[str, Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    manifest: Manifest = field(init=False)
    at: Under = field(init=False)
    beside: Beside = field(init=False)
    offices: dict[str, Organisation | None] = field(default_factory=dict)
    answers: dict[str, Declaration] = field(default_factory=dict)
    """By their references the declarations that have their answer, of before or of here."""

    def check(self) -> None:
        """Answer each declaration, in the order of the manifest."""
        # What is found wrong now is found anew where somebody else was before it.
        anew = (replace(said, findings=[*said.findings]) for said in self.source.said)
        every = [(said, found) for said in anew if (found := self._read(said))]
        self.at = under(every[0][1].declaration.regime if every else None)
        declared = [found.declaration for _, found in every]
        self._before([each.reference or "" for each in declared])
        self.manifest = self._manifest(sum(_items(said) for said in self.source.said))
        owner = self.person.organisation_id
        self.beside = Beside(declared, owner, self.at.day, self.at.rules)
        for said, found in every:
            self._one(said, found)

    def _read(self, said: Said) -> Read | None:
        """What a declaration says; None where it cannot be one of this person's at all."""
        if said.findings and not said.document:
            self._stop(said, said.findings)
            return None
        try:
            return read_for(self.person, said.document)
        except InputError as wrong:
            told = {"field": wrong.field, "value": shown(wrong.value), "accepted": wrong.accepted}
            said.wrong("field_refused", said.rows[0], wrong.field, told)
            self._stop(said, said.findings)
            return None

    def _before(self, references: list[str]) -> None:
        own = Declaration.objects.filter(organisation_id=self.person.organisation_id)
        for start in range(0, len(references), _ITEMS):
            rows = own.filter(reference__in=references[start : start + _ITEMS])
            self.answers |= {row.reference: row for row in rows}

    def _one(self, said: Said, found: Read) -> None:
        from monazite.customs.reading import document  # noqa: PLC0415

        text = document(found.declaration)
        if (before := self.answers.get(found.declaration.reference or "")) is not None:
            if before.sha256 != document_sha256(text):
                told = {"reference": before.reference, "number": before.number}
                said.wrong("reference_used", said.rows[0], "reference", told)
                self._stop(said, said.findings)
            elif before.state == "refused" and self.mode == ALL:
                self._tell(said, _found_before(before))
            return
        self._anew(said, found, text)

    def _anew(self, said: Said, found: Read, text: Mapping[str, Any]) -> None:
        from monazite.customs.gate import check_read  # noqa: PLC0415

        told = self.beside.known(found.declaration)
        answer = check_read(self.beside.with_batches(found), told.facts, self.at.law, self.at.rules)
        office = self._office(found.declaration.port)
        if self.at.rules is not under(found.declaration.regime).rules:
            said.wrong("other_regime", said.rows[0], "regime", {})
        if office is None:
            port = {"port": shown(found.declaration.port or "–")}
            said.wrong("no_office", said.rows[0], "port", port)
        if office is None or said.findings or unkeepable(found, answer):
            self._stop(said, [*said.findings, *answer.told().all_findings()])
            return
        lodged = Lodged(
            self.person, office, self.at.rules, self.at.law.hash, self.at.day, self.now,
            self.manifest, None,
        )  # fmt: skip
        made = composed(found.declaration, text, answer, told.lines, lodged)
        self.made.append(made)
        self.answers[made.declaration.reference] = made.declaration
        if made.declaration.state == "refused" and self.mode == ALL:
            self._stop(said, answer.told().all_findings())
        self._draw(made)

    def _draw(self, made: Composed) -> None:
        """What it sets aside is no longer there for the next."""
        drawn = drawing(made.items)
        counted = uses(drawn)
        for item in drawn:
            entry = Movement(
                RESERVE, item.drawn_quantity, item.drawn_value, counted[item.number],
                made.declaration.day,
            )  # fmt: skip
            place = (item.licence_number, item.line.number)  # type: ignore[union-attr]
            asked = Asked(entry, message_id(made.declaration, item, RESERVE))
            self.asked.setdefault(place, []).append(asked)
            self.beside.drew(place, entry)
        self.beside.took(made)

    def _office(self, port: str | None) -> Organisation | None:
        name = port or ""
        if name not in self.offices:
            try:
                self.offices[name] = office_of(port, self.at.rules, self.at.rules.name)
            except Refused:
                self.offices[name] = None
        return self.offices[name]

    def _stop(self, said: Said, findings: Sequence[Finding]) -> None:
        """It cannot be kept as a declaration: the manifest tells why."""
        self.findings += findings
        self._tell(said, [kept(finding) for finding in findings])

    def _tell(self, said: Said, findings: Sequence[Mapping[str, Any]]) -> None:
        reference = said.document.get("reference")
        self.unlodged.append({
            "reference": shown(reference if reference is not None else ""),
            "rows": said.rows,
            "findings": findings,
        })  # fmt: skip

    def write(self, who: Who) -> Manifest:
        """The rows, events and movements of what was checked."""
        self._count()
        offices = [row.office for row in self.answers.values()]
        if not offices:
            raise ManifestStopped("manifest_none", self.unlodged, self.findings)
        self.manifest.office = offices[0]
        create(self.manifest, "lodged", {FIELDS: manifest_told(self.manifest)}, who)
        create_many([(made.declaration, made.told) for made in self.made], "lodged", who)
        insert_many([item for made in self.made for item in made.items])
        for made in self.made:
            begin_exports(made.declaration, drawing(made.items), who)
        insert_many(list(self._moved(who)))
        for made in self.made:
            followed("lodged", made.declaration, who)
            if made.declaration.state != "refused":
                followed(made.declaration.state, made.declaration, who)
        return self.manifest

    def _moved(self, who: Who) -> Iterator[Any]:
        for place in sorted(self.asked, key=lambda place: str(self.beside.held[place].pk)):
            yield from enter_many(self.beside.held[place], self.asked[place], who)

    def _manifest(self, lines: int) -> Manifest:
        return Manifest(
            organisation=self.person.organisation,
            lodged_by=self.person,
            reference=self.source.reference,
            regime=self.at.rules.name,
            mode=self.mode,
            sha256=self.source.sha256,
            lodged_at=self.now,
            lines=lines,
        )

    def _count(self) -> None:
        states = [row.state for row in self.answers.values()]
        self.manifest.cleared = states.count("cleared")
        self.manifest.held = states.count("held")
        self.manifest.refused = len(states) - self.manifest.cleared - self.manifest.held
        self.manifest.unlodged = self.unlodged


def _found_before(declaration: Declaration) -> list[Mapping[str, Any]]:
    """What a declarant was told when it was refused, as it was kept."""
    found = (item.findings for item in declaration.items.order_by("number"))
    every = chain(declaration.findings, *found)
    return [each for each in every if each["code"] not in OFFICE_ONLY]


def _items(said: Said) -> int:
    items = said.document.get("items")
    return len(items) if isinstance(items, list) else 0
