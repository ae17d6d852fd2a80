"""What an archive says of itself: its last member, with the SHA-256 of every other."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import Self

NAME = "manifest.json"
_FORMAT = "monazite-backup-1"
_MEMBER = re.compile(
    r"tables/[a-z_]+\.[a-z_]+\.jsonl|papers(/[\w-][\w.-]*)+|checkpoints/[\w-][\w.-]*"
    r"|lists/suppressions\.jsonl|keys/(signing\.pem|secret)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Manifest:
    """When and from which engine and migrations; files: name → [bytes, SHA-256].

    monazite: the version that made it.
    """

    made_at: str
    engine: str
    migrations: list[str]
    with_keys: bool
    files: dict[str, list[int | str]]
    monazite: str = ""

    def data(self) -> bytes:
        """Its JSON."""
        return json.dumps({"format": _FORMAT, **asdict(self)}, indent=1).encode() + b"\n"

    @classmethod
    def read(cls, data: bytes) -> Self:
        """The manifest of its JSON; ValueError where it is none."""
        try:
            fields = json.loads(data)
            if fields.pop("format", None) == _FORMAT:
                return cls(**fields)
        except (AttributeError, TypeError) as error:
            raise ValueError("not a manifest") from error
        raise ValueError(f"its format is not {_FORMAT}")


def expected(name: str) -> bool:
    """Whether a member may be called that: one of our folders, never a way out of it."""
    return bool(_MEMBER.fullmatch(name))
