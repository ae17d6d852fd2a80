from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from monazite.shock.projects.columns import COLUMNS
from monazite.shock.projects.documents import document
from monazite.shock.projects.reading import PACKAGED, ProjectsError, packaged, projects, read

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "how-to" / "add-a-project.md"
PAGE = ROOT / "docs" / "reference" / "projects.md"
_FENCE = re.compile(r"^```(?:csv|text) title=\"([^\"]+)\"\n(.*?)^```", re.MULTILINE | re.DOTALL)
BLOCKS = dict(_FENCE.findall(GUIDE.read_text(encoding="utf-8")))


def test_the_reference_says_what_the_table_says() -> None:
    tool = ROOT / "tools" / "build_projects.py"
    done = subprocess.run(
        [sys.executable, tool, "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_column_is_explained_in_its_order() -> None:
    part = PAGE.read_text(encoding="utf-8").split("## Columns")[1].split("\n## ")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)) == COLUMNS


def test_every_key_of_a_project_is_explained() -> None:
    code = set(re.findall(r"`([^`\n]+)`", PAGE.read_text(encoding="utf-8")))
    assert {*document(projects()[0], "en"), "known"} <= code


def test_the_file_of_the_guide_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_text(BLOCKS["ours.csv"], encoding="utf-8")
    assert [one.key for one in read(path)] == ["our-separation", "nolans"]


def test_faults_are_told_as_the_guide_shows(tmp_path: Path) -> None:
    path = tmp_path / "wrong.csv"
    path.write_text(BLOCKS["wrong.csv"], encoding="utf-8")
    with pytest.raises(ProjectsError) as caught:
        read(path)
    assert str(caught.value) == BLOCKS["what it says"].rstrip()


def test_the_source_page_counts_what_is_there() -> None:
    text = PACKAGED.with_name("SOURCE.md").read_text(encoding="utf-8")
    assert f"{len(packaged())} statements about {len(projects())} projects" in text
