"""A list that suddenly holds far less than before is a list to be looked at, not to be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

FEWEST = 0.8
"""Monazite's own threshold: a version with fewer entries or names than this share of the last is
refused. The largest single removal that publishers made in 2025 was about 3 % of a list (OFAC,
Syria)."""
KEPT = 0.5
"""Likewise where fewer than this share of the last version's ids are in the new one."""
_FEW = 4
"""Of lists so short every entry weighs too much for shares to say anything."""


class Size(NamedTuple):
    """What a version holds: digests by id, how many names, which of the publisher's files."""

    digests: Mapping[str, bytes]
    names: int
    tables: tuple[str, ...]


def check(before: Size, now: Size, list_: str) -> None:
    """InputError field "list" where far too little is left of the version in force."""
    missing = [name for name in before.tables if name not in now.tables]
    if missing:
        files = " and ".join(missing)
        _refuse(list_, f"{files} beside the others, as the version in force had it")
    if len(before.digests) < _FEW:
        return
    kept = len(before.digests.keys() & now.digests.keys())
    if len(now.digests) < FEWEST * len(before.digests):
        told = f"{len(now.digests):,} entries, {len(before.digests):,} in the version in force"
        _refuse(list_, f"a file that is whole ({told})")
    if kept < KEPT * len(before.digests):
        told = f"of {len(before.digests):,} entries in force only {kept:,} have an id of this file"
        _refuse(list_, f"the same list with the same ids ({told})")
    if now.names < FEWEST * before.names:
        told = f"{now.names:,} names, {before.names:,} in the version in force"
        _refuse(list_, f"a file with all names and aliases ({told})")


def _refuse(list_: str, accepted: str) -> None:
    remedy = (
        "the version in force stays. Fetch the files again; if the publisher did remove them, "
        "load it with --accept-fewer"
    )
    raise InputError("list", list_, f"{accepted}: {remedy}")
