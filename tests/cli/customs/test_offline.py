"""A post works on files alone: checks, lets go once, exports; what was changed is not used."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from monazite.cli.main import run
from monazite.customs.offline import journal, snapshot
from monazite.customs.offline.envelope import sealed
from monazite.desk.events.signing import Signer
from support.declared import declared, facts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Told = tuple[int, str]


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """A folder with a signed snapshot, the public key and an honest declaration."""
    licences = facts({"licences": {"smco": {}}}).licences
    assert licences is not None
    (carried,) = licences.values()
    said = declared("smco")
    holder = snapshot.Holder("", said["exporter"]["name"], "")
    now = datetime.now(UTC)
    given = snapshot.Snapshot(
        "s1", "CN", "Ningbo", "Erenhot road", now - timedelta(hours=1), now + timedelta(hours=1),
        (snapshot.Carried(holder, carried),),
    )  # fmt: skip
    signer = Signer.new()
    (tmp_path / "s.json").write_bytes(
        sealed(given.document(), signer.sign(given.document().encode()))
    )
    (tmp_path / "k.pem").write_bytes(signer.public_pem())
    write(tmp_path, said)
    return tmp_path


def write(post: Path, said: dict[str, Any]) -> None:
    (post / "d.json").write_text(json.dumps(said), encoding="utf-8")


@pytest.fixture
def told(post: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    """Exit code and stdout of `monazite customs offline …` in the folder of the post."""

    def said(command: str, *words: str) -> Told:
        files = [str(post / "s.json")]
        if command != "export":
            files.append(str(post / "d.json"))
        keys = ["--public-key", str(post / "k.pem"), "--journal", str(post / "j.json")]
        try:
            code = int(run(["customs", "offline", command, *files, *keys, *words]))
        except SystemExit as left:
            code = int(str(left.code))
        return code, capsys.readouterr().out

    return said


def test_what_may_leave_leaves_once(post: Path, told: Callable[..., Told]) -> None:
    looked = ("--looked", "Officer Li")
    assert told("move", *looked)[0] == 0
    code, text = told("move", *looked)
    assert code == 0
    assert "has left already: entry 1" in text
    assert len(journal.read((post / "j.json").read_bytes()).exits) == 1


def test_what_left_is_no_longer_there_for_the_next(post: Path, told: Callable[..., Told]) -> None:
    told("move", "--looked", "Officer Li")
    again = declared("smco", {"reference": "another", "items[0].quantity": "500"})
    write(post, again | {"items": [again["items"][0] | {"mass_kg": "500"}]})
    code, text = told("move", "--looked", "Officer Li", "--json")
    assert code == 1
    assert "licence.over_quantity" in text
    assert len(journal.read((post / "j.json").read_bytes()).exits) == 1


def test_a_check_writes_nothing_and_says_everything_in_both_languages(
    post: Path, told: Callable[..., Told]
) -> None:
    write(post, declared("smco", {"exporter.name": "Somebody Else", "destination": "IR"}))
    code, text = told("check")
    assert code == 1
    assert "Erenhot road" in text
    assert "有效期至" in told("check", "--lang", "zh")[1]
    assert not (post / "j.json").exists()


def test_an_export_is_what_the_desk_merges_and_a_closed_journal_takes_nothing_more(
    post: Path, told: Callable[..., Told]
) -> None:
    told("move", "--looked", "Officer Li")
    out = ("--out", str(post / "home.json"))
    assert told("export", *out)[0] == 0
    first = journal.read((post / "home.json").read_bytes())
    assert (len(first.exits), first.closed) == (1, False)
    assert first.exported_at is not None
    assert told("export", *out, "--close")[0] == 0
    assert journal.read((post / "home.json").read_bytes()).closed
    write(post, declared("smco", {"reference": "another"}))
    assert told("move", "--looked", "Officer Li")[0] == 2


@pytest.mark.parametrize("changed", ["s.json", "k.pem", "j.json", "d.json"])
def test_what_was_changed_or_is_no_such_file_is_named(
    changed: str, post: Path, told: Callable[..., Told]
) -> None:
    told("move", "--looked", "Officer Li")
    if changed == "j.json":
        text = (post / changed).read_text(encoding="utf-8").replace("F-2026-001", "F-2026-009")
        (post / changed).write_text(text, encoding="utf-8")
    elif changed == "k.pem":
        (post / changed).write_bytes(Signer.new().public_pem())
    else:
        (post / changed).write_text("{]", encoding="utf-8")
    assert told("check")[0] == 2
    (post / changed).unlink()
    if changed != "j.json":
        assert told("check")[0] == 2
