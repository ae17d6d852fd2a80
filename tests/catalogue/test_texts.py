from __future__ import annotations

import re
import string
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import monazite
from monazite.catalogue import texts
from monazite.errors import InputError

TEXTS = Path(monazite.__file__).parent / "catalogue" / "data" / "texts"
FILES = sorted(TEXTS.rglob("*.yaml"))


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TEXTS)))
def test_every_text_is_there_in_both_languages_with_the_same_values(path: Path) -> None:
    for key, text in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        assert isinstance(key, str), key
        assert text.keys() == {"en", "zh"}, key
        assert all(isinstance(each, str) and each for each in text.values()), key
        assert fields(text["en"]) == fields(text["zh"]), key


def test_no_key_stands_in_two_files() -> None:
    counts = [len(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in FILES]
    assert len(texts.keys()) == sum(counts)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TEXTS)))
def test_no_key_stands_twice_in_a_file(path: Path) -> None:
    written = re.findall(r"^([\w.\-:]+):(?=\s)", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(written) == len(set(written)) > 0


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if path.parent != TEXTS],
    ids=lambda path: str(path.relative_to(TEXTS)),
)
def test_a_key_of_a_room_begins_with_its_name_and_is_said_in_both_languages(path: Path) -> None:
    for key, text in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        assert key.startswith(f"{path.parent.name}."), key
        values = dict.fromkeys(fields(text["en"]) | fields(text["zh"]), "12")
        assert texts.say(key, "en", **values)
        assert texts.say(key, "zh", **values)


def test_a_room_is_read_when_its_first_text_is_said() -> None:
    code = (
        "import sys; from monazite.catalogue import documents, texts\n"
        "read = []\n"
        "found = texts.document\n"
        "texts.document = lambda name: read.append(name) or found(name)\n"
        "texts.say('catalogue.names_note', 'en')\n"
        "assert not [name for name in read if name.count('/') > 1], read\n"
        "texts.say('licensing.section.lines', 'zh')\n"
        "assert {name.split('/')[1] for name in read if name.count('/') > 1} == {'licensing'}, read\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_key_of_two_files_is_refused() -> None:
    text = {"en": "a", "zh": "甲"}
    assert texts.merge([("one", {"a": text}), ("two", {"b": text})]) == {"a": text, "b": text}
    with pytest.raises(ValueError, match="two repeats a"):
        texts.merge([("one", {"a": text}), ("two", {"a": text})])


def test_a_text_is_said_in_the_language() -> None:
    assert "ISO 3166" in texts.say("catalogue.names_note", "en")
    assert "名称" in texts.say("catalogue.names_note", "zh")


def test_a_missing_key_is_our_mistake_and_a_missing_language_the_callers() -> None:
    with pytest.raises(KeyError):
        texts.say("catalogue.nothing", "en")
    with pytest.raises(InputError):
        texts.say("catalogue.names_note", "fr")
