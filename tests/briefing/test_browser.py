"""The page as a browser shows it: offline, with its charts awake, and without JavaScript."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from monazite.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BROWSER = shutil.which("chromium")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="no chromium here; apt-get install chromium"),
]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The briefing of May 2025 as a file."""
    path = tmp_path_factory.mktemp("page") / "brief.html"
    run(["brief", "2025-05", "--html", str(path)])
    return path


@pytest.fixture(scope="module")
def seen(page: Path) -> Callable[..., tuple[str, str]]:
    """The page's document after a browser ran it, and what the browser logged."""

    def look(*options: str) -> tuple[str, str]:
        command = [
            str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
            "--virtual-time-budget=15000", f"--user-data-dir={page.parent / 'profile'}",
            # Every name but this file's resolves to nowhere: the page must not need one.
            "--host-resolver-rules=MAP * ~NOTFOUND", *options, "--dump-dom", page.as_uri(),
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
        return done.stdout, done.stderr

    return look


def test_every_chart_wakes_up_and_nothing_is_reported_wrong(
    page: Path, seen: Callable[..., tuple[str, str]]
) -> None:
    charts = len(re.findall(r"<script[^>]*data-chart=", page.read_text(encoding="utf-8")))
    document, log = seen()
    assert charts >= 3
    assert len(re.findall(r'class="[^"]*vega-embed', document)) == charts
    console = [line for line in log.splitlines() if "CONSOLE" in line]
    assert console == []


def test_without_javascript_the_charts_stand_as_pictures(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    still = re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)
    assert still.count("<svg") >= 3
    assert "5,864.6" in still
    assert page.stat().st_size < 6_000_000
    plain = page.with_name("plain.html")
    plain.write_text(still, encoding="utf-8")
    pictures = {}
    for name, content in (("with", plain), ("without", page.with_name("bare.html"))):
        if name == "without":
            content.write_text(re.sub(r"<svg.*?</svg>", "", still, flags=re.DOTALL), "utf-8")
        picture = page.with_name(f"{name}.png")
        command = [
            str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,9000",
            f"--user-data-dir={page.parent / name}", f"--screenshot={picture}", content.as_uri(),
        ]  # fmt: skip
        subprocess.run(command, capture_output=True, timeout=120, check=True)
        pictures[name] = picture.read_bytes()
    # The drawings are on the screen: without them the picture is another.
    assert pictures["with"] != pictures["without"]
