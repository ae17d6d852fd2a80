"""A party as it was named on a form or a declaration, as screening asks about it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from monazite.watch.screening.entity import Identifier
from monazite.watch.screening.names.identifiers import checked
from monazite.watch.screening.party import Asked

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS = ("uscc", "lei", "cn-id", "other")
"""Kinds of numbers, those first that their length and check digits tell."""


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
    text = (text or "").strip()
    kinds = (each for each in _KINDS if checked(each, text).value)
    # Of zeros, or a word for "none", nobody is known.
    return tuple(Identifier(kind, text) for kind in islice(kinds, 1))
