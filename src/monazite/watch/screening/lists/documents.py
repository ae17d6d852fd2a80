"""Lists as JSON objects and as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from monazite.watch.screening.lists.held import Held
    from monazite.watch.screening.lists.loading import Loaded
    from monazite.watch.screening.lists.versions import Current

COLUMNS = (
    "list", "kind", "version", "published", "loaded_at", "as_of", "age_days", "stale_after_days",
    "stale", "entries",
)  # fmt: skip


def loaded(one: Loaded) -> dict[str, Any]:
    """What became of a loading."""
    version, loading = one.version, one.loading
    return {
        "list": version.list,
        "kind": version.kind,
        "version": version.version,
        "files": [
            {"name": file.name, "sha256": file.sha256, "bytes": file.bytes}
            for file in version.files
        ],
        "published": _text(loading.published),
        "published_by_file": _text(version.published),
        "loaded_at": loading.at.isoformat(),
        "stale_after_days": loading.stale_after_days,
        "entries": version.entries,
        "names": version.names,
        "new": one.new,
        "gone": one.gone,
        "changed": one.changed,
        "names_new": one.names_new,
        "names_gone": one.names_gone,
        "previous": one.old or None,
        "again": one.again,
        "as_of": loading.as_of.isoformat(),
        "age_days": one.age_days,
        "stale": one.stale,
        "dated_old": one.dated_old,
        "tables": list(version.tables),
        "without": list(one.without),
        "left_out": {reason: count for reason, count in version.left_out.items() if count},
    }


def rows(held: Sequence[Held], today: date) -> Iterator[dict[str, Any]]:
    """A row for each list as it is held."""
    for one in held:
        used = one.used
        yield {
            "list": used.list,
            "kind": one.kind,
            "version": used.version,
            "published": _text(used.published),
            "loaded_at": used.loaded_at.isoformat(),
            "as_of": one.as_of.isoformat(),
            "age_days": (today - one.as_of).days,
            "stale_after_days": one.stale_after_days,
            "stale": used.stale,
            "entries": len(one.entries),
        }


def history(current: Current) -> list[dict[str, Any]]:
    """Every loading of a list, the first one first."""
    return [
        {
            "version": one.version,
            "loaded_at": one.at.isoformat(),
            "published": _text(one.published),
            "stale_after_days": one.stale_after_days,
            "entries": one.entries,
        }
        for one in current.loadings
    ]


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
