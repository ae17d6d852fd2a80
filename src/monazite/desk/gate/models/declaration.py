"""A declaration at the gate and its items, each with what was found in it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from monazite.desk.events.models import Chained
from monazite.desk.exact import ExactDecimalField
from monazite.desk.gate.models.manifest import Manifest
from monazite.desk.licences.models import LicenceLine
from monazite.desk.people.belongs import Belongs
from monazite.desk.people.models import Organisation, Person


class Declaration(Belongs, Chained):
    """What somebody says is to leave, and where it stands (`monazite.customs.procedure`).

    organisation: the exporter; office: the customs office before which it lies; reference: the
    declarant's own, unique among the exporter's (a repeated one is answered with the first answer);
    number: the gate's; day: the customs day of the regime on which it was checked; series: export,
    or what is counted apart (transit, temporary, replacement …); destination: where the goods are
    to stay, arrival: where they are unloaded (ISO2); said: the declaration as it was given, sha256:
    its fingerprint; findings: of the whole, by `monazite.customs.findings`; risk: 0 to 100 of its
    newest `Score`, until then of the one that it amends, None where nobody scored either; law_hash,
    rules_hash: the law and the regime's table it was checked by;
    asked: the licensing office that was asked what the goods are; exit_by: the last day on which
    what is reserved may leave; replaces: the declaration that this one amends; sender_key,
    receiver_key, address_key: of `gate.alike`, by which parcels that belong together are found;
    journal: where it left a post that had no line, its fingerprint in that post's journal
    (`monazite.customs.offline`), else empty; looked: what an officer did against it last (a step of
    the procedure), or against the one whose place it took; empty where they cleared it since.
    """

    AGGREGATE = "declaration"

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="declarations", db_index=False
    )
    office = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    lodged_by = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    manifest = models.ForeignKey(Manifest, models.PROTECT, null=True, related_name="declarations")
    reference = models.CharField(max_length=64)
    number = models.CharField(max_length=32, unique=True)
    regime = models.CharField(max_length=8)
    day = models.DateField()
    state = models.CharField(max_length=16)
    series = models.CharField(max_length=16)
    mode = models.CharField(max_length=16)
    port = models.CharField(max_length=64)
    destination = models.CharField(max_length=2)
    arrival = models.CharField(max_length=2)
    said = models.JSONField()
    sha256 = models.CharField(max_length=64)
    findings = models.JSONField(default=list)
    risk = models.PositiveSmallIntegerField(null=True)
    law_hash = models.CharField(max_length=64)
    rules_hash = models.CharField(max_length=64)
    lodged_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    exit_by = models.DateField(null=True)
    cleared_at = models.DateTimeField(null=True)
    exited_on = models.DateField(null=True)
    asked = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="successor")
    sender_key = models.CharField(max_length=32, blank=True)
    receiver_key = models.CharField(max_length=32, blank=True)
    address_key = models.CharField(max_length=32, blank=True)
    journal = models.CharField(max_length=64, blank=True)
    looked = models.CharField(max_length=16, blank=True)

    class Meta:
        """Found by its references, listed by the newest; exits are counted by their day.

        What begins an index below has none of its own: each costs a lodging its writing.
        """

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "reference"], name="declaration_reference_once"
            ),
            models.UniqueConstraint(
                fields=["journal"], condition=~models.Q(journal=""), name="declaration_journal_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-lodged_at", "-id"], name="declaration_own"),
            models.Index(fields=["office", "state", "lodged_at", "id"], name="declaration_queue"),
            models.Index(fields=["office", "-lodged_at", "-id"], name="declaration_newest"),
            models.Index(
                fields=["exited_on", "id"], condition=models.Q(exited_on__isnull=False),
                name="declaration_exited",
            ),
            models.Index(
                fields=["exit_by"], condition=models.Q(state__in=("cleared", "held")),
                name="declaration_exit_by",
            ),
            models.Index(
                fields=["organisation", "day"], condition=~models.Q(looked=""),
                name="declaration_looked",
            ),
            *(
                models.Index(
                    fields=[f"{of}_key", "day"], condition=~models.Q(**{f"{of}_key": ""}),
                    name=f"declaration_{of}",
                )
                for of in ("sender", "receiver", "address")
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        """Its number."""
        return self.number

    def office_ids(self) -> frozenset[object]:
        """The customs office."""
        return frozenset({self.office_id})

    def licensing_ids(self) -> frozenset[object]:
        """The licensing office, once it was asked."""
        return frozenset({self.asked_id}) - {None}


class Item(models.Model):
    """One item of a declaration as it was declared and checked; never changed.

    quantity in unit (of the declaration); mass_kg: net; second_quantity in second_unit: the
    nomenclature's second unit; value in currency, FOB; line: the licence line that it draws on, by
    drawn_quantity (in the line's unit) and drawn_value (in its currency), both 0 where it draws on
    none; outcome: of `monazite.customs.gate` (clear, look, stop); findings: all of them.
    """

    declaration = models.ForeignKey(
        Declaration, models.PROTECT, related_name="items", db_index=False
    )
    number = models.PositiveSmallIntegerField()
    hs = models.CharField(max_length=10)
    description = models.CharField(max_length=1000)
    form = models.CharField(max_length=16, blank=True)
    contains = models.CharField(max_length=500, blank=True)
    control_code = models.CharField(max_length=20, blank=True)
    quantity = ExactDecimalField()
    unit = models.CharField(max_length=8)
    mass_kg = ExactDecimalField()
    second_quantity = ExactDecimalField(null=True)
    second_unit = models.CharField(max_length=8, blank=True)
    value = ExactDecimalField()
    currency = models.CharField(max_length=3)
    claim = models.CharField(max_length=500, blank=True)
    licence_number = models.CharField(max_length=32, blank=True)
    line = models.ForeignKey(
        LicenceLine, models.PROTECT, null=True, related_name="+", db_index=False
    )
    drawn_quantity = ExactDecimalField(default=0)
    drawn_value = ExactDecimalField(default=0)
    ruling = models.CharField(max_length=32, blank=True)
    outcome = models.CharField(max_length=8)
    findings = models.JSONField(default=list)

    class Meta:
        """Numbered from 1; more than nothing."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["declaration", "number"], name="item_number"),
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0, mass_kg__gte=0, value__gte=0),
                name="item_amounts",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["line"], name="item_of_line")]

    def __str__(self) -> str:
        """Number and description."""
        return f"{self.number}. {self.description}"


class Left(models.Model):
    """What really left of an item, written once at its exit: no more than was declared.

    quantity in the item's unit, mass_kg, second_quantity and value of what left; posted_quantity
    and posted_value: what was posted on its licence line, both 0 where it draws on none.
    """

    item = models.OneToOneField(Item, models.PROTECT, related_name="left")
    quantity = ExactDecimalField()
    mass_kg = ExactDecimalField()
    second_quantity = ExactDecimalField(null=True)
    value = ExactDecimalField()
    posted_quantity = ExactDecimalField(default=0)
    posted_value = ExactDecimalField(default=0)

    class Meta:
        """Nothing below zero."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(quantity__gte=0, mass_kg__gte=0, value__gte=0)
                & models.Q(posted_quantity__gte=0, posted_value__gte=0),
                name="left_amounts",
            )
        ]

    def __str__(self) -> str:
        """How much of which item."""
        return f"{self.quantity} of item {self.item_id}"


class Act(models.Model):
    """A step of a declaration that somebody took, and what they say of it to the declarant.

    kind: an event of `monazite.customs.procedure`; by: None where the clock did it; document: the
    declaration that is asked to take its place, else empty.
    """

    declaration = models.ForeignKey(Declaration, models.PROTECT, related_name="acts")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16)
    text = models.TextField(blank=True)
    document = models.JSONField(default=dict)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Numbered from 1 in a declaration."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["declaration", "number"], name="act_number")
        ]

    def __str__(self) -> str:
        """Which step of which declaration."""
        return f"{self.kind} {self.number} of {self.declaration_id}"
