"""A declaration against what a licence is for: receivers, destination, port, mode, contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.words import fold
from monazite.law.finding import Term
from monazite.law.parties import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.customs.context import Context
    from monazite.customs.declared import Party
    from monazite.customs.facts import LicenceFacts, LicenceParty
    from monazite.customs.findings import Finding
    from monazite.customs.regime import Rules
    from monazite.law.finding import Value


def against_terms(context: Context, path: str, licence: LicenceFacts) -> Iterator[Finding]:
    """Everything in which the declaration is not what the licence allows; None allows all."""
    at, number = f"{path}.licences", licence.number
    yield from _parties(context, at, licence)
    said = context.declaration
    rules = context.rules
    same_ports = (same_port(said.port, port, rules) for port in licence.ports or ())
    wrongs: tuple[tuple[str, Value | None, Value | None, bool], ...] = (
        ("destination", _country(said.destination), _country(licence.destination),
         said.destination == licence.destination),
        ("mode", _mode(said.mode, rules), _modes(licence.modes),
         said.mode in (licence.modes or ())),
        ("port", said.port, _list(licence.ports), any(same_ports)),
        ("contract", said.contract, licence.contract,
         fold(said.contract or "") == fold(licence.contract or "")),
    )  # fmt: skip
    for name, given, allowed, right in wrongs:
        # What was not said at all is asked for by itself; what is not limited cannot be wrong.
        if given and allowed and not right:
            code = f"licence.wrong_{name}"
            yield context.finding(code, at, number=number, given=given, allowed=allowed)
    if licence.contract and not said.contract and "contract" not in context.unread:
        unsaid = {"number": number, "allowed": licence.contract}
        yield context.finding("licence.contract_not_said", at, **unsaid)
    last = licence.valid_until
    if last and said.leaves_on and said.leaves_on > last:
        days = {"day": said.leaves_on.isoformat(), "last": last.isoformat()}
        yield context.finding("licence.leaves_after_end", at, number=number, **days)


def _parties(context: Context, at: str, licence: LicenceFacts) -> Iterator[Finding]:
    said = context.declaration
    for code, party, allowed in (
        ("licence.wrong_end_user", said.end_user, licence.end_users),
        ("licence.wrong_consignee", said.consignee, licence.importers),
    ):
        given = tuple(name for name in (party.name, party.name_native) if name)
        if given and allowed and not any(_is(party, each) for each in allowed):
            values = {
                "given": _shown(given, party.country),
                "allowed": "; ".join(_shown(each.names, each.country) for each in allowed),
            }
            yield context.finding(code, at, number=licence.number, **values)


def _is(party: Party, allowed: LicenceParty) -> bool:
    """Whether it is this one: by every name that is given, and by its country where both say it."""
    ours = {normal(name) for name in (party.name, party.name_native) if name}
    elsewhere = party.country and allowed.country and party.country != allowed.country
    return not elsewhere and ours <= {normal(name) for name in allowed.names}


def _shown(names: tuple[str, ...], country: str | None) -> str:
    """A party by its names and the code of its country."""
    known = " / ".join(names)
    return f"{known} ({country})" if country else known


def same_port(one: str | None, other: str, rules: Rules) -> bool:
    """Whether two names are of one port: the same in the table, or one within the other's words."""
    ours, theirs = port_words(one or "", rules), port_words(other, rules)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def port_words(text: str, rules: Rules) -> frozenset[str]:
    """The words of a port's own name where the table knows it, else of what was written."""
    return frozenset(fold(port_name(text, rules) or text).split())


def port_name(text: str, rules: Rules) -> str | None:
    """The table's name of a port from any of its names, None where it knows none."""
    return rules.port_names.get(fold(text))


def _country(code: str | None) -> Term | None:
    return Term(country=code) if code else None


def _mode(mode: str | None, rules: Rules) -> Term | None:
    """The word of a mode; what is none is said by itself."""
    return Term(f"customs.mode.{mode}") if mode in rules.modes else None


def _modes(modes: tuple[str, ...] | None) -> tuple[Term, ...] | None:
    return tuple(Term(f"customs.mode.{mode}") for mode in modes) if modes else None


def _list(values: tuple[str, ...] | None) -> str | None:
    return ", ".join(values) if values else None
