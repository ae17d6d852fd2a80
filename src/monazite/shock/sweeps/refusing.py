"""What of a sweep cannot be: the field, the value, and what is accepted, in either language."""

from __future__ import annotations

from monazite.catalogue.texts import say
from monazite.errors import InputError, MonaziteError


def refusal(field: str, value: object, code: str, **told: object) -> InputError:
    """The error of a code of the texts `shock.sweep.accepted.CODE`, which take `told`."""
    return InputError(field, value, accepted(code, "en", **told), code, **told)


def accepted(code: str, lang: str, **told: object) -> str:
    """What is accepted, in a language."""
    return say(f"shock.sweep.accepted.{code}", lang, **told)


class SweepError(MonaziteError):
    """A sweep that cannot go on; code, told: of the texts `shock.sweep.accepted.CODE`."""

    def __init__(self, code: str, **told: object) -> None:
        self.code, self.told = code, told
        super().__init__(accepted(code, "en", **told))
