"""XML of lists, read element by element; hostile constructions are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import ParseError

from monazite.watch.screening.lists.reading.sources import refused

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from xml.etree.ElementTree import Element

    from monazite.watch.screening.lists.reading.sources import Source


class Part(NamedTuple):
    """An element by its name without namespace; root: its document's own attributes."""

    name: str
    element: Element
    root: dict[str, str]


def parts(one: Source, root: str, wanted: Collection[str]) -> Iterator[Part]:
    """The wanted elements of a document with that root, each forgotten when the next is read.

    InputError field "list" for another root, and for a document that breaks off or is hostile.
    """
    # Of the extra, and without types.
    from defusedxml import DefusedXmlException  # type: ignore[import-untyped] # noqa: PLC0415
    from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped] # noqa: PLC0415

    top: Element | None = None
    try:
        with one.open() as file:
            for event, element in iterparse(file, events=("start", "end")):
                name = local(element)
                if top is None:
                    top = element
                    if name != root:
                        raise refused(one, f"XML whose root is {root}; this one's is {name[:60]}.")
                elif event == "end" and name in wanted:
                    yield Part(name, element, dict(top.attrib))
                    element.clear()
    except (ParseError, DefusedXmlException, UnicodeError) as error:
        what = f"whole XML; it cannot be read further: {error}."
        raise refused(one, f"{what} The file may be cut short.") from error


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def children(element: Element, name: str) -> list[Element]:
    """The direct children of that name, in whatever namespace."""
    return [child for child in element if local(child) == name]


def text(element: Element, name: str) -> str:
    """What the first child of that name says, empty where there is none."""
    return next(((child.text or "").strip() for child in children(element, name)), "")
