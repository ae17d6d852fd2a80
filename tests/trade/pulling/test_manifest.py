from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.trade.pulling.errors import PullError
from monazite.trade.pulling.manifest import NAME, Entry, opened

if TYPE_CHECKING:
    from pathlib import Path

DIGEST = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
ENTRY = Entry("C/A/HS?period=2023", "a.json", DIGEST, 5, 1, "2026-11-22T08:00:00Z")


def test_entries_are_read_again_as_they_were_kept(tmp_path: Path) -> None:
    manifest = opened(tmp_path / "new" / "folder", "comtrade")
    (manifest.folder / "a.json").write_text("hello", encoding="utf-8")
    manifest.add("a", ENTRY)
    manifest.add("b", Entry("q", "", "", 0, 0, "2026-11-22T08:00:00Z", ("c", "d")))
    again = opened(manifest.folder, "comtrade")
    assert again.entries == manifest.entries
    assert again.whole("a") == ENTRY
    assert again.whole("b") == manifest.entries["b"]
    assert again.whole("c") is None
    assert sorted(path.name for path in manifest.folder.iterdir()) == [NAME, "a.json"]


@pytest.mark.parametrize("content", ["", "hell", "jello"])
def test_a_file_that_is_not_as_it_came_is_asked_again(tmp_path: Path, content: str) -> None:
    manifest = opened(tmp_path, "comtrade")
    manifest.add("a", ENTRY)
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    assert manifest.whole("a") is None


def test_a_file_that_is_gone_is_asked_again(tmp_path: Path) -> None:
    manifest = opened(tmp_path, "comtrade")
    manifest.add("a", ENTRY)
    assert manifest.whole("a") is None


@pytest.mark.parametrize(
    "content",
    ["{", "[]", "{}", '{"kind": "comtrade", "entries": {"a": {"file": "x"}}}',
     '{"kind": "comtrade", "entries": []}', "\udcff"],
)  # fmt: skip
def test_a_manifest_that_is_none_is_named_and_left_alone(tmp_path: Path, content: str) -> None:
    (tmp_path / NAME).write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(PullError, match="is not the manifest of a pull") as broken:
        opened(tmp_path, "comtrade")
    assert broken.value.code == "unreadable_manifest"
    assert (tmp_path / NAME).exists()


def test_two_kinds_do_not_share_a_folder(tmp_path: Path) -> None:
    opened(tmp_path, "baci").add("a", ENTRY)
    with pytest.raises(InputError, match="this one holds baci") as refused:
        opened(tmp_path, "comtrade")
    assert refused.value.field == "into"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        opened(tmp_path / "file" / "folder", "comtrade")
    assert refused.value.field == "into"


def test_the_manifest_says_what_it_is(tmp_path: Path) -> None:
    opened(tmp_path, "comtrade").add("a", ENTRY)
    document = json.loads((tmp_path / NAME).read_text(encoding="utf-8"))
    assert (document["monazite"], document["kind"]) == ("pull", "comtrade")
