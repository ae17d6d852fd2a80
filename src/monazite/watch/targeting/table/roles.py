"""What the columns of a table of declarations are, told by their names in English or Chinese."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FILE = Path(__file__).parents[1] / "data" / "roles.yaml"
_WORD = re.compile(r"[a-z0-9]+|[\u4e00-\u9fff]+")


class Role(NamedTuple):
    """A part that a column can have; kind: category, number, day or left; words: its names."""

    name: str
    kind: str
    words: tuple[tuple[str, ...], ...]


@cache
def roles() -> dict[str, Role]:
    """Every role by its name."""
    found: dict[str, Any] = _document()["roles"]
    return {
        name: Role(name, one["kind"], tuple(_split(word) for word in one["words"]))
        for name, one in found.items()
    }


def found_roles(columns: Iterable[str], stated: Mapping[str, str]) -> dict[str, str]:
    """The role of each column that has one; what the user states stands.

    stated: column by role. Raises InputError field "role" for a role or a column there is not.
    """
    names = list(columns)
    taken = {column: role for role, column in stated.items()}
    for role, column in stated.items():
        if role not in roles():
            raise InputError("role", role, f"one of {', '.join(roles())}")
        if column not in names:
            raise InputError("role", f"{role}={column}", f"a column: {', '.join(names)}")
    for fits in (_is, _holds):
        for part in roles().values():
            free = [name for name in names if name not in taken]
            several = part.kind == "left"
            if several or part.name not in taken.values():
                fitting = [name for name in free if fits(_split(name), part)]
                taken |= dict.fromkeys(fitting if several else fitting[:1], part.name)
    return taken


def _is(name: tuple[str, ...], role: Role) -> bool:
    return name in role.words


def _holds(name: tuple[str, ...], role: Role) -> bool:
    """Whether the name holds one of the words, beside what says nothing."""
    return any(_rest(name, word) <= _beside() for word in role.words if _inside(word, name))


def _inside(word: tuple[str, ...], name: tuple[str, ...]) -> bool:
    size = len(word)
    return any(name[at : at + size] == word for at in range(len(name) - size + 1))


def _rest(name: tuple[str, ...], word: tuple[str, ...]) -> set[str]:
    return set(name) - set(word)


def _split(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(name.casefold().replace("_", " ")))


@cache
def _beside() -> frozenset[str]:
    return frozenset(str(word).casefold() for word in _document()["beside"])


@cache
def _document() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return found
