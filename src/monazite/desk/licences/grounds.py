"""The grounds on which a licence is suspended or revoked: the factors of its regime's law."""

from __future__ import annotations


def grounds_of(regime: str) -> tuple[str, ...]:
    """Their names, in the order of the law."""
    # The rules of casework are read where somebody acts, not where the site starts.
    from monazite.licensing.casework.regime import casework  # noqa: PLC0415

    return tuple(casework(regime).factors)
