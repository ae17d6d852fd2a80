"""Fields that must be filled in: always, or because something else was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.law.finding import Term
from monazite.licensing.fields import ALWAYS, asked, sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.context import Context
    from monazite.licensing.fields import Field, Section
    from monazite.licensing.findings import Finding

# The form is worked at the place of use: how, belongs to the proof.
_WORKED = frozenset(
    {"ore", "concentrate", "oxide", "compound", "metal", "alloy", "powder", "scrap"}
)


def filled_in(context: Context) -> Iterator[Finding]:
    """Every field that is always asked, for the kind of licence."""
    for section in sections().values():
        for at, record in _records(context, section):
            for field in asked(section, context.application.kind):
                path = f"{at}.{field.name}"
                if section.name == "lines" and _is_idle(record, field):
                    continue
                if field.asked == ALWAYS and _is_empty(record, field, path, context):
                    label = Term(f"licensing.field.{section.name}.{field.name}")
                    yield context.finding("field.missing", path, field=label)


def _is_idle(line: object, field: Field) -> bool:
    """Know-how has neither a composition nor a commodity code."""
    return getattr(line, "form", None) == "technology" and field.name in {"contains", "hs"}


def _records(context: Context, section: Section) -> Iterator[tuple[str, object]]:
    application = context.application
    if section.name == "application":
        yield section.name, application
    elif section.many:
        rows = getattr(application, section.name)
        yield from ((f"{section.name}[{n}]", row) for n, row in enumerate(rows))
    else:
        yield section.name, getattr(application, section.name)


def _is_empty(record: object, field: Field, path: str, context: Context) -> bool:
    return getattr(record, field.name) in {None, ""} and not context.unread(path)


def identifier_of_exporter(context: Context) -> Iterator[Finding]:
    """The exporter is known by its number."""
    for n, party in context.of_role("exporter"):
        path = f"parties[{n}].identifier"
        if not party.identifier and not context.unread(path):
            yield context.finding("party.identifier_missing", path)


def business_of_receivers(context: Context) -> Iterator[Finding]:
    """Who receives the goods says what it does."""
    for n, party in context.of_role("importer", "end_user", "ultimate_end_user"):
        path = f"parties[{n}].business"
        if not party.business and not context.unread(path):
            yield context.finding("party.business_missing", path, name=party.name or "")


def contact_of_exporter(context: Context) -> Iterator[Finding]:
    """Questions reach the exporter, or its agent."""
    parties = list(context.of_role("exporter", "agent"))
    if not parties or any(party.contact for _, party in parties):
        return
    paths = [f"parties[{n}].contact" for n, _ in parties]
    if not any(map(context.unread, paths)):
        yield context.finding("party.contact_missing", paths[0])


def last_of_several(context: Context) -> Iterator[Finding]:
    """Where several shipments are planned, the day of the last one."""
    for n, way in enumerate(context.application.transport):
        path = f"transport[{n}].last_on"
        several = way.shipments is not None and way.shipments > 1
        if several and way.last_on is None and not context.unread(path):
            yield context.finding("transport.last_missing", path, shipments=str(way.shipments))


def mass_of_pieces(context: Context) -> Iterator[Finding]:
    """What is counted in pieces has a net mass beside."""
    for n, line in enumerate(context.application.lines):
        path = f"lines[{n}].mass_kg"
        counted = line.unit == "piece" and line.form != "technology"
        if counted and line.mass_kg is None and not context.unread(path):
            yield context.finding("line.mass_missing", path, number=str(n + 1))


def technology_named(context: Context) -> Iterator[Finding]:
    """Know-how without a control code: what it is the know-how of."""
    for n, line in enumerate(context.application.lines):
        path = f"lines[{n}].technology"
        open_ = line.form == "technology" and not line.technology and not line.control_code
        if open_ and not context.unread(path):
            yield context.finding("line.technology_missing", path, number=str(n + 1))


def process_at_site(context: Context) -> Iterator[Finding]:
    """Material that is worked at the site: how it is worked."""
    worked = any(line.form in _WORKED for line in context.application.lines)
    path, said = "end_use.process", context.application.end_use.process
    if worked and not said and not context.unread(path):
        yield context.finding("end_use.process_missing", path)


CHECKS = (
    filled_in,
    identifier_of_exporter,
    business_of_receivers,
    contact_of_exporter,
    last_of_several,
    mass_of_pieces,
    technology_named,
    process_at_site,
)
