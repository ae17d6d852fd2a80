"""The layout language: one YAML document says how a publisher's table becomes flow rows.

The same language describes the layouts shipped in `layouts/*.yaml` and a file that a user hands in
with `--mapping FILE`; `docs/reference/layouts.md` is its reference.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BeforeValidator, Field, ValidationError, model_validator

from monazite.errors import InputError
from monazite.trade.reading import constants, plain_yaml
from monazite.trade.reading.blocks import (
    Amount,
    Block,
    CodeOf,
    Container,
    Detect,
    Kind,
    PeriodOf,
    Pivot,
    Place,
    SetAside,
    Title,
    Unpivot,
    Word,
    WordText,
    as_amounts,
    as_column,
    as_constant,
)

LAYOUTS = Path(__file__).parent / "layouts"


class Layout(Block):
    """How one publisher's table becomes rows of the flow table.

    `columns` gives our name of a column all headers under which it may stand (case and spaces
    around do not count); a name that is not listed there is itself the header. Columns under
    `optional` may be missing from a file. `parts` are columns that split what is one flow (mode of
    transport, district): rows that differ in them are no duplicates of each other.
    """

    kind: Kind
    title: Title | None = None
    publisher: str = ""
    url: str = ""
    container: Container = Container()
    detect: Detect = Detect()
    columns: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    optional: tuple[str, ...] = ()
    unpivot: Unpivot | None = None
    pivot: Pivot | None = None
    set_aside: tuple[SetAside, ...] = ()
    parts: tuple[str, ...] = ()
    source: WordText
    vintage: WordText = Word(given=True)
    period: Annotated[PeriodOf, BeforeValidator(as_column)]
    reporter: Annotated[Place, BeforeValidator(as_constant)]
    partner: Annotated[Place, BeforeValidator(as_constant)]
    direction: WordText
    nomenclature: WordText
    code: Annotated[CodeOf, BeforeValidator(as_column)]
    mass_kg: Annotated[tuple[Amount, ...], BeforeValidator(as_amounts)] = ()
    mass_basis: WordText = Word(default="reported")
    value: Annotated[tuple[Amount, ...], BeforeValidator(as_amounts)] = ()
    currency: WordText = Word(default="USD")
    valuation: WordText = Word()
    basis: WordText = Word(default="reported")

    def __hash__(self) -> int:
        # A layout is read once and never changed: what is worked out of it is kept beside it.
        return id(self)

    @model_validator(mode="before")
    @classmethod
    def _one_header_is_a_list(cls, data: Any) -> Any:  # noqa: ANN401 - what YAML read
        if isinstance(data, dict) and isinstance(named := data.get("columns"), dict):
            listed = {k: [v] if isinstance(v, str) else v for k, v in named.items()}
            return {**data, "columns": listed}
        return data

    @model_validator(mode="after")
    def _something_moved(self) -> Layout:
        if not self.mass_kg and not self.value:
            raise ValueError("name a column for `mass_kg` or for `value`")
        return self


def read_layout(path: Path) -> Layout:
    """The layout in a YAML file; a mapping that names no kind or source is called after its file.

    Raises:
        InputError: field "mapping", where the file cannot be read or is not of the language; the
            layout's field, where a word or place that it names may not stand there.
    """
    name = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "mapping"
    document = {"kind": name, **_document(path)}
    document.setdefault("source", document["kind"])
    try:
        layout = Layout.model_validate(document)
    except ValidationError as wrong:
        raise InputError("mapping", path, _told(wrong)) from wrong
    constants.check(layout)
    return layout


def _document(path: Path) -> dict[str, Any]:
    """What the file says, over what the shipped layout says that it is `like`."""
    try:
        document = plain_yaml.read(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as wrong:
        raise InputError("mapping", path, f"a readable YAML file: {wrong}") from wrong
    if not isinstance(document, dict):
        raise InputError("mapping", path, "a YAML mapping such as docs/reference/layouts.md shows")
    if (like := document.pop("like", None)) is None:
        return document
    shipped = {each.stem: each for each in sorted(LAYOUTS.glob("*.yaml")) if each != path}
    if like not in shipped:
        raise InputError("mapping", path, f"like: one of {', '.join(shipped)}, not {like!r}")
    base = _document(shipped[like])
    return {**{key: base[key] for key in base if key not in {"kind", "title"}}, **document}


def _told(wrong: ValidationError) -> str:
    """Every fault of a layout: where it is and what is wrong there."""
    return "; ".join(
        f"{'.'.join(str(part) for part in fault['loc']) or 'the document'}: {fault['msg']}"
        for fault in wrong.errors()
    )


@lru_cache
def layouts() -> dict[str, Layout]:
    """The layouts that Monazite ships, by kind."""
    found = [read_layout(path) for path in sorted(LAYOUTS.glob("*.yaml"))]
    return {layout.kind: layout for layout in found}
