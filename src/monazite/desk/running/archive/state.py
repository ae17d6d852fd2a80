"""A database in the state that a backup was made in: from there it is migrated to this version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from monazite import __version__
from monazite.desk.running.archive import tables
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.apps.registry import Apps
    from django.db.migrations.graph import MigrationGraph

    from monazite.desk.running.archive.manifest import Manifest

_USED = ("events_event", "events_checkpoint", "people_organisation")
_NEW = (
    "restore into a home that holds no site yet (--home DIR), or name an empty database"
    " in DATABASE_URL"
)


def prepared(manifest: Manifest) -> Apps:
    """Migrate an empty database to the backup's state; its models as they were then.

    InputError, and nothing changed, where the site is in use, or the backup knows more than this
    version.
    """
    _unused()
    executor = MigrationExecutor(connection)
    wanted = {(app, name) for app, _, name in (one.partition(".") for one in manifest.migrations)}
    _known(wanted - set(executor.loader.graph.nodes), manifest)
    if further := set(tables.migrations()) - set(manifest.migrations):
        said = f"it was migrated further than the backup ({', '.join(sorted(further)[:3])}): {_NEW}"
        raise InputError("database", None, said)
    last = sorted(_last(executor.loader.graph, wanted))
    executor.migrate(last)
    return executor.loader.project_state(last).apps


def _unused() -> None:
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        for table in _USED:
            if table in there:
                cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608 - our own names
                if cursor.fetchone():
                    in_use()


def in_use() -> None:
    """Say that the database holds a site."""
    name = settings.DATABASES["default"]["NAME"]
    raise InputError("database", None, f"{name} holds a site that is in use: {_NEW}")


def _known(newer: set[tuple[str, str]], manifest: Manifest) -> None:
    if newer:
        names = ", ".join(".".join(each) for each in sorted(newer)[:3])
        raise InputError(
            "archive",
            None,
            f"made by Monazite {manifest.monazite or 'of another version'}, whose {names} Monazite"
            f" {__version__} does not know: install that version, or a later one, and restore"
            " with it",
        )


def _last(graph: MigrationGraph, wanted: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Of each application the migration that no other of it follows."""
    held = set(wanted)
    for key in held:
        children = {child.key for child in graph.node_map[key].children}
        if not any(child in held and child[0] == key[0] for child in children):
            yield key
