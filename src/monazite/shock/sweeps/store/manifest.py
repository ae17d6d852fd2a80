"""What a sweep's folder says of itself: what was asked, and all that its numbers rest on."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, Literal

from monazite.shock.sweeps import identity
from monazite.shock.sweeps.plan import Plan
from monazite.shock.sweeps.refusing import refusal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT = "monazite.sweep/1"
NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The file's members but for `format` and `sweep`, which is the hash of all of them.

    title: in English and Chinese; scenario: its document, that a packaged or a user's file was read
    as; paths, points: what varies, and its values by variation; chunk: scenarios of a chunk at
    most; world, code, parameters_hash: what the numbers rest on; columns: names with units; ran:
    what the scenario as it stands rests on (`results.ran.Ran`).
    """

    title: tuple[str, str]
    scenario: dict[str, Any]
    kind: Literal["grid", "sample"]
    paths: tuple[str, ...]
    points: tuple[tuple[str, ...], ...]
    draws: int
    seed: int
    chunk: int
    parameters: str
    parameters_hash: str
    world: str
    code: dict[str, str]
    columns: dict[str, str]
    ran: dict[str, Any]

    @property
    def plan(self) -> Plan:
        """How it is cut."""
        return Plan(len(self.points), self.draws, self.chunk)

    @property
    def sweep(self) -> str:
        """The hash that every chunk carries."""
        return identity.of({"format": FORMAT, **asdict(self)})

    def written(self) -> bytes:
        """The file; a line for each of its members, and the counts beside them."""
        plan = self.plan
        counts = {
            "variations": plan.variations, "scenarios": plan.scenarios, "chunks": plan.chunks,
        }  # fmt: skip
        found = {"format": FORMAT, "sweep": self.sweep, **counts, **asdict(self)}
        lines = (f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in found.items())
        return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def read(folder: Path) -> Manifest:
    """The manifest; InputError field "out" for none, another format, or a changed one."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
        given = found["format"]
    except FileNotFoundError:
        raise refusal("out", folder, "no_sweep") from None
    except (OSError, ValueError, KeyError, TypeError):
        raise refusal("out", folder, "torn_sweep") from None
    if given != FORMAT:
        code = found.get("code")
        by = code.get("monazite", "?") if isinstance(code, dict) else "?"
        raise refusal("out", folder, "format", known=FORMAT, found=given, by=by)
    try:
        made = _made(found)
    except (KeyError, TypeError, ValueError):
        raise refusal("out", folder, "torn_sweep") from None
    if made.sweep != found.get("sweep"):
        raise refusal("out", folder, "torn_sweep")
    return made


def _made(found: Mapping[str, Any]) -> Manifest:
    members = {field.name: found[field.name] for field in fields(Manifest)}
    members["title"] = tuple(members["title"])
    members["paths"] = tuple(members["paths"])
    members["points"] = tuple(map(tuple, members["points"]))
    return Manifest(**members)


def differing(here: Manifest, other: Manifest) -> tuple[str, ...]:
    """The members in which two sweeps are not the same."""
    return tuple(
        field.name for field in fields(Manifest)
        if getattr(here, field.name) != getattr(other, field.name)
    )  # fmt: skip
