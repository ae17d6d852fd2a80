"""Names and addresses of people as they are kept."""

from __future__ import annotations

import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from monazite.errors import InputError
from monazite.law.finding import ERROR
from monazite.licensing.hygiene import clean, problems, shown

_EMAIL_MAX = 254


def line(field: str, text: str, limit: int, *, may_be_empty: bool = False) -> str:
    """A name of one line; InputError for an empty or over-long one and for what hides in it."""
    kept = clean(text)
    wrong = [each for each in problems(kept, limit, lines=False) if each.severity == ERROR]
    if wrong or not (kept or may_be_empty):
        accepted = f"one line of 1 to {limit} characters that can be seen"
        raise InputError(field, shown(kept), accepted)
    return kept


def normal_email(text: str) -> str:
    """An e-mail address as accounts are found by it: however it is typed, one spelling."""
    bare = unicodedata.normalize("NFKC", text.replace("\x00", "")).strip()
    return bare.casefold()[: _EMAIL_MAX + 1]


def email(text: str) -> str:
    """The address of a new account; InputError where it is none."""
    kept = normal_email(line("email", text, _EMAIL_MAX))
    try:
        validate_email(kept)
    except ValidationError as error:
        raise InputError("email", shown(text), "an e-mail address") from error
    return kept
