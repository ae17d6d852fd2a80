"""What a service refuses, and what the person then sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.errors import MonaziteError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.licensing.findings import Finding


class Refused(MonaziteError):  # noqa: N818 - what happened, as a sentence would say it
    """Something that cannot be done now, told in both languages: `message(lang)`."""

    status = 409

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(self.message("en"))

    def message(self, lang: str) -> str:
        """What stands in the way, and what to do."""
        return say(f"desk.refused.{self.code}", lang, **self.values)


class CannotBeFiled(Refused):
    """It would bounce: every finding, errors among them; nothing was changed."""

    status = 422

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("cannot_be_filed", errors=sum(f.severity == "error" for f in findings))


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that two wrote: its path, what lies there now, and what this request brought."""

    path: str
    theirs: object
    mine: object


class Conflict(Refused):
    """Someone changed the same fields since `version` was read; both values, nothing written."""

    def __init__(self, version: int, clashes: Sequence[Clash]) -> None:
        self.version = version
        self.clashes = tuple(clashes)
        super().__init__("conflict", paths=", ".join(clash.path or "*" for clash in clashes))


class PaperRefused(Refused):
    """A file that is not taken, and why."""

    status = 422
