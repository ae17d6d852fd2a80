from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.briefing.files import writable, write
from monazite.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        writable(tmp_path / "none" / "page.html")
    assert caught.value.field == "html"
    assert not (tmp_path / "none").exists()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not a folder"):
        writable(tmp_path)


def test_the_text_is_put_in_place_and_nothing_else_stays(tmp_path: Path) -> None:
    path = writable(tmp_path / "page.html")
    path.write_text("old", encoding="utf-8")
    write("新", path)
    assert path.read_text(encoding="utf-8") == "新"
    assert list(tmp_path.iterdir()) == [path]
    assert path.stat().st_mode & 0o777 == 0o644
