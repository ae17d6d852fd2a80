"""Write docs/reference/application-form.md from its table; with --check say if it is stale."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.catalogue.words import LANGS
from monazite.licensing.fields import ALWAYS, SOMETIMES, choice_label, choices, sections
from paged import paged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.fields import Field, Section

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "application-form.md"
_HEAD = """# The application form

<!-- Written by tools/build_form_docs.py from licensing/fields.yaml: edit that, then run it. -->

Pages, HTTP API, workbook and JSON are made from one table. A form document is JSON: a section is
an object, or a list of objects; every field is text as it was typed. What is typed is kept even
where it cannot be read, and reading says why, at a path such as `lines[2].quantity` (rows from 0).

| type | what is read |
|---|---|
| word | one line of text |
| text | several lines of text |
| choice | a code, its name in English or Chinese, or another word that people use for it |
| country | ISO2, ISO3, UN M49, or a name in English or Chinese |
| date | `2026-12-01`; also `2026/12/1`, `2026.12.1`, `2026年12月1日`; never day or month first |
| decimal | 12 digits before the point and 6 after it, without thousands separators or exponent |
| count | a whole number from 0 to 999,999,999 |
| share | a part of the whole: `0.3` or `30 %` |
| yes_no | `yes`, `no`, `是`, `否`, `true`, `false` |
| codes | words with commas between them |

A decimal is text, never a JSON number; more digits are a finding, never rounded.

Asked: **always** must be filled in; *if needed* where a rule says so; else as one likes. A kind in
brackets is the only kind of licence that is asked. Limits are in characters.

填写要求：**必填**栏目必须填写；*视情况*栏目由规则决定；其余自愿填写。括号内为仅该许可种类需要填写的栏目。长度以字符计。
"""
_FIELDS = """| field | name | 名称 | type | limit | asked |
|---|---|---|---|---|---|"""
_CHOICES = """## Choices

| vocabulary | code | name | 名称 |
|---|---|---|---|"""


def page() -> str:
    """The page: every section with its fields, then the words of every choice."""
    parts = [_section(section) for section in sections().values()]
    rows = dict.fromkeys(row for field in _fields() for row in _offered(field))
    return "\n\n".join([_HEAD.rstrip(), *parts, "\n".join([_CHOICES, *rows])]) + "\n"


def _fields() -> Iterator[Field]:
    for section in sections().values():
        yield from section.fields


def _section(section: Section) -> str:
    many = f"At most {section.most} rows. 最多{section.most}行。\n\n" if section.many else ""
    about = " ".join(say(f"licensing.about.{section.name}", lang) for lang in LANGS)
    rows = "\n".join(map(_field, section.fields))
    title = f"## `{section.name}`: {section.title('en')} · {section.title('zh')}"
    return f"{title}\n\n{about}\n\n{many}{_FIELDS}\n{rows}"


def _field(field: Field) -> str:
    names = " | ".join(f"**{field.label(lang)}**<br>{field.help(lang)}" for lang in LANGS)
    kind = f"{field.type}: {field.of}" if field.of else field.type
    return f"| `{field.name}` | {names} | {kind} | {field.limit:,} | {_asked(field)} |"


def _asked(field: Field) -> str:
    words = {ALWAYS: "**always** 必填", SOMETIMES: "*if needed* 视情况"}
    kinds = f" ({', '.join(field.kinds)})" if field.kinds else ""
    return f"{words.get(field.asked, '')}{kinds}"


def _offered(field: Field) -> Iterator[str]:
    for code in choices(field):
        en, zh = (choice_label(field, code, lang) for lang in LANGS)
        yield f"| {field.of} | `{code}` | {en} | {zh} |"


if __name__ == "__main__":
    sys.exit(paged(PAGE, page()))
