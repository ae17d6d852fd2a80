from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import tarfile
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management.color import no_style
from django.db import connection, transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from monazite.desk.applications.models import Application, FiledLine, LineRuling
from monazite.desk.applications.prints import filed_rows
from monazite.desk.events.append import create
from monazite.desk.events.prints import ROWS
from monazite.desk.once.models import Answer
from monazite.desk.people.models import Person
from monazite.desk.people.prints import people
from monazite.desk.running.archive import reading
from monazite.desk.running.backup import backup
from monazite.desk.running.restore import restore
from monazite.errors import InputError
from support import desk_process
from support.flushing import flush, without_triggers
from support.records import ME, firm, happen, seal

if TYPE_CHECKING:
    from monazite.desk.people.models import Organisation

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
NOW = datetime(2026, 11, 22, 10, 30, 1, 123456, tzinfo=UTC)


@pytest.fixture
def site(home: Path) -> Organisation:  # noqa: ARG001 - it must be there
    """A bit of everything: rows of every kind of column, two checkpoints, papers."""
    made = firm("磁石有限公司", 2)
    person = Person(email="a@example.org", name="A", organisation=made)
    happen(made, {ROWS: people(person)})
    person.save(force_insert=True)
    application = Application(
        organisation=made, author=person, created_at=NOW, changed_at=NOW, state="draft",
        form={"lines": [{"quantity": "12.5", "name": "钕 \u0001 \" ' \\"}], "kind": None},
    )  # fmt: skip
    line = FiledLine(
        application=application, number=1, description="Magnet", form="magnet", unit="kg",
        quantity=Decimal("12345.678901"), value=Decimal("0.000001"), currency="CNY",
    )  # fmt: skip
    ruling = LineRuling(
        line=line, ruled_at=NOW, on=date(2026, 11, 22), law_hash="x", outcome="licence",
        document={"b": [1, 2.5, None], "a": "é"},
    )  # fmt: skip
    with transaction.atomic():
        create(application, "created", {ROWS: filed_rows([], [line], [ruling], [])}, ME)
        line.save()
        ruling.save()
    Answer.objects.create(
        person=person, key="k", request=bytes(range(32)), status=201, body="{}", at=NOW
    )
    TOTPDevice.objects.create(user=person, name="phone")
    Session.objects.create(session_key="s", session_data="x", expire_date=NOW)
    papers = Path(settings.PAPERS_ROOT) / "ab"
    papers.mkdir(parents=True)
    (papers / ("ab" * 32)).write_bytes(os.urandom(100_000))
    (papers / "half.part").write_bytes(b"half")
    (papers / ".hidden.part").write_bytes(b"half")
    seal()
    happen(made)
    seal()
    happen(made)
    return made


def contents(path: Path) -> dict[str, bytes]:
    with tarfile.open(path) as tar:
        return {
            info.name: file.read() for info in tar if (file := tar.extractfile(info)) is not None
        }


RESTORE = """
import sys
from monazite.desk.running.restore import restore
from monazite.desk.running.backup import backup
report = restore(Path(sys.argv[1]))
assert report.whole, report.document("en")
print(report.events, report.checkpoints, report.after)
backup(Path(sys.argv[2]))
from monazite.desk.events import checkpoints
from monazite.desk.running.verify import verify
from django.conf import settings
assert checkpoints.seal(keys.load(), settings.CHECKPOINTS_ROOT)
from monazite.desk.people.models import Organisation, Person, Assignment
from django.utils import timezone
from monazite.desk.once.models import Answer
Answer.objects.create(person=Person.objects.get(), key="new", request=b"", status=200, body="", at=timezone.now())
again = verify()
assert again.whole and again.after == 0, again.document("en")
"""


def same(one: Path, other: Path) -> None:
    """The same tables and files, byte for byte."""
    first, second = contents(one), contents(other)
    for each in (first, second):
        each.pop("manifest.json")
        each.pop("checkpoints/public.pem")  # the restored site adds its own key
    assert first == second


@pytest.mark.usefixtures("site")
def test_a_site_is_made_again_on_its_engine(home: Path) -> None:
    made = backup(home / "a.tar.gz")
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.files == 4
    database = None if connection.vendor == "sqlite" else desk_process.fresh_database("again")
    told = desk_process.run(
        home / "again", RESTORE, made.path, home / "b.tar.gz", database=database
    )
    assert told.split() == ["6", "2", "1"]
    same(made.path, home / "b.tar.gz")


@pytest.mark.postgresql
@pytest.mark.usefixtures("site")
def test_a_site_goes_to_the_other_engine_and_back(home: Path) -> None:
    backup(home / "a.tar.gz")
    desk_process.run(home / "lite", RESTORE, home / "a.tar.gz", home / "b.tar.gz")
    desk_process.run(
        home / "back", RESTORE, home / "b.tar.gz", home / "c.tar.gz",
        database=desk_process.fresh_database("back"),
    )  # fmt: skip
    same(home / "a.tar.gz", home / "b.tar.gz")
    same(home / "a.tar.gz", home / "c.tar.gz")


@pytest.mark.usefixtures("site")
def test_what_was_set_aside_goes_with_it_and_the_lists_stay(home: Path) -> None:
    lists = home / "lists"
    (lists / "site").mkdir(parents=True)
    (lists / "site" / "current").write_text("{}")
    (lists / "suppressions.jsonl").write_text('{"list": "site"}\n')
    backup(home / "a.tar.gz")
    kept = contents(home / "a.tar.gz")
    assert [name for name in kept if name.startswith("lists/")] == ["lists/suppressions.jsonl"]
    database = None if connection.vendor == "sqlite" else desk_process.fresh_database("aside")
    desk_process.run(
        home / "again", RESTORE, home / "a.tar.gz", home / "b.tar.gz", database=database
    )
    same(home / "a.tar.gz", home / "b.tar.gz")


@pytest.mark.usefixtures("site")
def test_secrets_stay_at_home_unless_they_are_asked_for(home: Path) -> None:
    (home / "secret").write_text("s3cret")
    backup(home / "a.tar.gz")
    plain = contents(home / "a.tar.gz")
    assert not [name for name in plain if "keys/" in name or "otp" in name or "session" in name]
    assert b"PRIVATE" not in b"".join(plain.values())
    backup(home / "k.tar.gz", with_keys=True)
    kept = contents(home / "k.tar.gz")
    assert "tables/otp_totp.totpdevice.jsonl" in kept
    assert b"PRIVATE" in kept["keys/signing.pem"]
    assert not [name for name in kept if "session" in name or name.endswith(".part")]


@pytest.mark.usefixtures("site")
def test_with_keys_the_site_seals_on_with_its_own_key(home: Path) -> None:
    made = backup(home / "k.tar.gz", with_keys=True)
    empty_database()
    assert restore(made.path).whole
    assert seal()
    assert TOTPDevice.objects.count() == 1


def empty_database() -> None:
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    tables = [
        name for name in tables if name.startswith(("events", "people", "once", "app", "otp"))
    ]
    flush(connection.ops, connection.ops.sql_flush(no_style(), tables, allow_cascade=True))


@pytest.mark.usefixtures("site")
def test_a_database_that_holds_something_is_left_alone(home: Path) -> None:
    made = backup(home / "a.tar.gz")
    with pytest.raises(InputError, match="holds a site that is in use"):
        restore(made.path)


@pytest.mark.usefixtures("site")
def test_a_backup_of_other_migrations_is_refused(home: Path) -> None:
    made = backup(home / "a.tar.gz")
    empty_database()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('events', '0099_x', %s)",
            [NOW],
        )
    try:
        with pytest.raises(
            InputError, match=r"migrated further than the backup \(events\.0099_x\)"
        ):
            restore(made.path)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM django_migrations WHERE name = '0099_x'")


OLDER = """
import sys
from monazite.desk.running.restore import restore
from monazite.desk.running.state import missing_migrations
report = restore(Path(sys.argv[1]))
assert report.whole, report.document("en")
assert missing_migrations() == ()
from monazite.desk.people.models import Organisation
print(report.events, Organisation.objects.get().name)
"""


def with_manifest(path: Path, to: Path, **changes: object) -> Path:
    """The same archive, whose manifest says something else."""
    members = contents(path)
    manifest = json.loads(members.pop("manifest.json")) | changes
    return packed(to, members | {"manifest.json": json.dumps(manifest).encode()})


def migrations_of(path: Path) -> list[str]:
    found = json.loads(contents(path)["manifest.json"])["migrations"]
    assert isinstance(found, list)
    return found


@pytest.mark.usefixtures("site")
def test_a_backup_of_an_older_state_is_migrated_on(home: Path) -> None:
    """The search and the guard of applications came later: they are there in the end."""
    made = backup(home / "a.tar.gz").path
    older = [each for each in migrations_of(made) if not each.startswith("applications.0003")]
    assert len(older) < len(migrations_of(made))
    path = with_manifest(made, home / "older.tar.gz", migrations=older)
    database = None if connection.vendor == "sqlite" else desk_process.fresh_database("older")
    told = desk_process.run(home / "on", OLDER, path, database=database, migrated=False)
    assert told.split(maxsplit=1) == ["6", "磁石有限公司\n"]


@pytest.mark.usefixtures("site")
def test_a_newer_backup_is_refused_with_the_way_out(home: Path) -> None:
    made = backup(home / "a.tar.gz").path
    empty_database()
    newer = [*migrations_of(made), "events.0042_stars"]
    path = with_manifest(made, home / "n.tar.gz", migrations=newer, monazite="9.1.0")
    with pytest.raises(InputError, match=r"made by Monazite 9\.1\.0.*events\.0042_stars") as told:
        restore(path)
    assert "install that version" in str(told.value)
    assert not Application.objects.exists()


@pytest.mark.usefixtures("site")
def test_what_is_there_is_not_written_over(home: Path) -> None:
    (home / "a.tar.gz").write_text("mine")
    with pytest.raises(InputError, match="not there yet"):
        backup(home / "a.tar.gz")
    with pytest.raises(InputError, match="a folder that can be written"):
        backup(home / "nowhere" / "a.tar.gz")
    assert (home / "a.tar.gz").read_text() == "mine"


@pytest.mark.usefixtures("site")
def test_a_backup_that_fails_leaves_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monazite.desk.running.backup.Manifest", None)
    with pytest.raises(TypeError):
        backup(home / "a.tar.gz")
    assert not [path for path in home.iterdir() if "tar" in path.name]


@pytest.mark.usefixtures("site")
def test_a_paper_that_differs_stops_it(home: Path) -> None:
    made = backup(home / "a.tar.gz")
    empty_database()
    (Path(settings.PAPERS_ROOT) / "ab" / ("ab" * 32)).write_bytes(b"other")
    with pytest.raises(InputError, match="another abab"):
        restore(made.path)
    assert not Application.objects.exists()


@pytest.mark.usefixtures("site")
def test_every_damage_is_refused_and_named(home: Path) -> None:
    made = backup(home / "a.tar.gz")
    empty_database()
    data = made.path.read_bytes()
    broken = home / "broken.tar.gz"
    for cut in (0, 10, len(data) // 2, len(data) - 9):
        broken.write_bytes(data[:cut])
        with pytest.raises(InputError, match="a whole backup"):
            restore(broken)
    for place in range(100, len(data), len(data) // 20):
        broken.write_bytes(data[:place] + bytes([data[place] ^ 255]) + data[place + 1 :])
        with pytest.raises(InputError, match="a whole backup"):
            restore(broken)
    assert not Application.objects.exists()


def packed(path: Path, members: dict[str, bytes], **info: object) -> Path:
    with tarfile.open(path, "w:gz", format=tarfile.GNU_FORMAT) as tar:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            for key, value in info.items():
                setattr(entry, key, value)
            tar.addfile(entry, io.BytesIO(data))
    return path


@pytest.mark.usefixtures("site")
def test_a_changed_member_is_named(home: Path) -> None:
    members = contents(backup(home / "a.tar.gz").path)
    empty_database()
    name = "tables/events.event.jsonl"
    for wrong in (
        members | {name: members[name] + b"[]\n"},
        {other: data for other, data in members.items() if other != name},
    ):
        wrong["manifest.json"] = wrong.pop("manifest.json")
        with pytest.raises(InputError, match=rf"{name} is damaged"):
            restore(packed(home / "w.tar.gz", wrong))
    again = {"manifest.json": members["manifest.json"]} | members
    with pytest.raises(InputError, match="after the manifest"):
        restore(packed(home / "w.tar.gz", again))


@pytest.mark.parametrize(
    "name",
    [
        "../escape",
        "papers/../../escape",
        "/etc/passwd",
        "papers//../x",
        "tables/../x.y.jsonl",
        "keys/other",
        "papers/.hidden",
    ],
)
def test_a_way_out_of_the_home_is_refused(home: Path, name: str) -> None:
    with pytest.raises(InputError, match="does not belong"):
        restore(packed(home / "w.tar.gz", {name: b"x"}))


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE]
)
def test_nothing_but_files_is_taken(home: Path, kind: bytes) -> None:
    path = packed(home / "w.tar.gz", {"papers/x": b""}, type=kind, linkname="/etc/passwd")
    with pytest.raises(InputError, match="does not belong"):
        restore(path)


def test_a_long_name_or_extension_is_refused(home: Path) -> None:
    with pytest.raises(InputError, match="does not belong"):
        restore(packed(home / "w.tar.gz", {"papers/" + "x" * 300: b"x"}))


def test_bombs_are_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "ALWAYS", 1 << 16)
    with pytest.raises(InputError, match="200 times its size"):
        restore(packed(home / "w.tar.gz", {"papers/x": bytes(1 << 24)}))
    (home / "n.tar.gz").write_bytes(gzip.compress(gzip.compress(bytes(1 << 22))))
    with pytest.raises(InputError):
        restore(home / "n.tar.gz")
    with pytest.raises(InputError):
        restore(home / "not there")


def test_a_manifest_that_is_none(home: Path) -> None:
    for data in (b"", b"[]", b"{}", b'{"format":"monazite-backup-1"}'):
        with pytest.raises(InputError, match="a whole backup"):
            restore(packed(home / "w.tar.gz", {"manifest.json": data}))
    with pytest.raises(InputError, match="a whole backup"):
        restore(packed(home / "w.tar.gz", {"papers/x": b"x"}))


@pytest.mark.usefixtures("site")
def test_rows_that_are_none_take_everything_back(home: Path) -> None:
    """A manifest can be right about wrong rows: an archive is made by whoever made it."""
    members = contents(backup(home / "a.tar.gz").path)
    empty_database()
    name = "tables/once.answer.jsonl"
    first = members[name].split(b"\n")[0]
    for rows in (
        b"{}\n",
        b"[1]\n",
        first + b"\n[1]\n",
        first + b'\n[1,"x","k","!",1,"","y"]\n',
        b"",
    ):
        wrong = members | {name: rows}
        manifest = json.loads(wrong.pop("manifest.json"))
        manifest["files"][name] = [len(rows), sha256(rows).hexdigest()]
        wrong["manifest.json"] = json.dumps(manifest).encode()
        if rows:
            with pytest.raises(InputError, match=r"once\.answer\.jsonl cannot be read"):
                restore(packed(home / "w.tar.gz", wrong))
            assert not Application.objects.exists()


@pytest.mark.usefixtures("site")
def test_what_was_broken_before_is_broken_after(home: Path) -> None:
    with without_triggers(), connection.cursor() as cursor:
        cursor.execute("UPDATE events_event SET via = 'page' WHERE seq = 2")
    made = backup(home / "a.tar.gz")
    empty_database()
    assert [finding.code for finding in restore(made.path).findings] == ["altered"]


@pytest.mark.usefixtures("site")
def test_what_follows_the_end_and_a_line_without_end_are_refused(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backup(home / "a.tar.gz").path
    empty_database()
    with gzip.open(home / "w.tar.gz", "wb") as file:
        file.write(gzip.decompress(made.read_bytes()) + b"more")
    with pytest.raises(InputError, match="something follows its end"):
        restore(home / "w.tar.gz")
    monkeypatch.setattr(reading, "LINE_MAX", 20)
    with pytest.raises(InputError, match="a line is too long"):
        restore(made)
    assert not Application.objects.exists()


@pytest.mark.usefixtures("site")
def test_a_table_that_this_site_does_not_keep_is_refused(home: Path) -> None:
    members = contents(backup(home / "a.tar.gz").path)
    empty_database()
    manifest, rows = json.loads(members.pop("manifest.json")), b"[]\n"
    for name in ("tables/sessions.session.jsonl", "tables/no.such.jsonl"):
        listed = manifest["files"] | {name: [len(rows), sha256(rows).hexdigest()]}
        wrong = members | {name: rows}
        wrong["manifest.json"] = json.dumps(manifest | {"files": listed}).encode()
        with pytest.raises(InputError, match="there is no table"):
            restore(packed(home / "w.tar.gz", wrong))
    assert not Application.objects.exists()


@pytest.mark.usefixtures("site")
def test_without_room_nothing_is_begun(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = backup(home / "a.tar.gz").path
    empty_database()
    usage = shutil.disk_usage(home)._replace(free=1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(InputError, match="as much free space"):
        restore(made)
    assert not Application.objects.exists()
