"""What stands behind a picture: a text that says the same, and the table it was drawn from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

_OPENING = re.compile(r"<svg\b[^>]*>")
_HTML = """{text}
<details><summary>{name}</summary>
<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>
</details>
"""


@dataclass(frozen=True, slots=True)
class Behind:
    """A picture in words.

    text: sentences that say what the picture shows, each one line; name: what the table is called;
    columns, rows: the table as people read it.
    """

    text: tuple[str, ...]
    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def as_html(behind: Behind) -> str:
    """The text, and the table folded below it."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in behind.columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in behind.rows
    )
    text = "".join(f"<p>{escape(line)}</p>" for line in behind.text)
    return _HTML.format(text=text, name=escape(behind.name), head=head, body=body)


def described(svg: str, title: str, text: tuple[str, ...]) -> str:
    """The SVG with a title and a description, which a screen reader reads in its place."""
    said = "\n".join(text)

    def opened(found: re.Match[str]) -> str:
        tag = found[0][:-1] + ' role="img" aria-labelledby="mz-title mz-desc">'
        name = f'<title id="mz-title">{escape(title)}</title>'
        return f'{tag}{name}<desc id="mz-desc">{escape(said)}</desc>'

    return _OPENING.sub(opened, svg, count=1)
