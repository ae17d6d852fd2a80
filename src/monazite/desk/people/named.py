"""What an organisation is called, in the reader's language."""

from __future__ import annotations

from monazite.desk.people.models import Organisation


def named(organisation: Organisation, lang: str) -> str:
    """Its native name on a Chinese page where it has one, else its name."""
    return (organisation.name_native if lang == "zh" else "") or organisation.name
