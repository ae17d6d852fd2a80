"""A party as it was named on a form or a declaration, as screening asks about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.watch.screening.entity import Identifier
from monazite.watch.screening.names.identifiers import checked
from monazite.watch.screening.party import Asked

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOLD_BY_ITS_DIGITS = ("uscc", "lei", "cn-id")
"""Kinds of numbers that their length and check digits tell."""
_OTHER = "other"


def asked(
    name: str | None, name_native: str | None, country: str | None, identifier: str | None
) -> Asked | None:
    """The party under both of its names; None where it has none.

    Its class is not known: a firm may be named as a person is, so every class is compared.
    """
    texts = ((each or "").strip() for each in (name, name_native))
    names = tuple(dict.fromkeys(each for each in texts if each))
    if not names:
        return None
    countries = (country.upper(),) if country else ()
    return Asked(names, countries=countries, identifiers=_identifiers(identifier))


def of_document(document: Mapping[str, object]) -> Asked | None:
    """The party of a document with `name`, `name_native`, `country` and `identifier`."""
    told = (document.get(each) for each in ("name", "name_native", "country", "identifier"))
    return asked(*(each if isinstance(each, str) else None for each in told))


def _identifiers(text: str | None) -> tuple[Identifier, ...]:
    if not (text := (text or "").strip()):
        return ()
    kind = next((each for each in _TOLD_BY_ITS_DIGITS if checked(each, text).value), _OTHER)
    return (Identifier(kind, text),)
