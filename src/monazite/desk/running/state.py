"""Whether the site's database is as this version of Monazite needs it."""

from __future__ import annotations

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from monazite.errors import InputError


def missing_migrations() -> tuple[str, ...]:
    """The migrations that the database has not seen, in order; InputError where it is not there."""
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as error:
        said = " ".join(str(error).split())
        accepted = f"a database that can be reached ({connection.vendor}: {said})"
        raise InputError("DATABASE_URL", settings.DATABASES["default"]["NAME"], accepted) from error
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return tuple(f"{migration.app_label}.{migration.name}" for migration, _ in plan)


def migrate() -> tuple[str, ...]:
    """Bring the database to this version; what was done, nothing where it was there already."""
    missing = missing_migrations()
    if missing:
        call_command("migrate", interactive=False, verbosity=0)
    return missing


def require_ready() -> None:
    """InputError, with the remedy, where the database is of another version."""
    if missing := missing_migrations():
        accepted = f"all migrations, made by: monazite desk init --home {settings.HOME}"
        raise InputError("database", f"{len(missing)} migrations are missing", accepted)


def collect_static() -> None:
    """Put the pages' styles and scripts where the server takes them from."""
    call_command("collectstatic", interactive=False, verbosity=0)
