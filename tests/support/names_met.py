"""Whether two names have a view in common, as a comparison without any tolerance would see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.watch.screening.names.sounds import sound_key
from monazite.watch.screening.names.tokens import kind_of
from monazite.watch.screening.names.views import views

if TYPE_CHECKING:
    from monazite.watch.screening.entity import Kind
    from monazite.watch.screening.names.view import View

_READ = {"pinyin", "palladius"}
_MEET_LATIN = {"latin", "joined", "palladius", "wade-giles", "cantonese", "terms", "acronym"}
_FEWEST_CONSONANTS = 2


def met(one: str, other: str, kind: Kind | None = None) -> float:
    """The product of the weights of the best two views that are equal; 0 where none are."""
    return max(
        (
            left.weight * right.weight
            for left in views(one, kind)
            for right in views(other, kind)
            if _equal(left, right)
        ),
        default=0.0,
    )


def met_by_sound(one: str, other: str, kind: Kind = "company") -> bool:
    """Whether a name in characters spells the words of the other, each by its consonants."""
    terms = [view for view in views(one, kind) if view.kind == "terms"]
    names = [view for view in views(other, kind) if view.kind == "latin"]
    return any(_sounds(left) == _sounds(right) for left in terms for right in names)


def _sounds(view: View) -> tuple[str, ...]:
    keys = (sound_key(token) for token in view.tokens if kind_of(token) == "name")
    return tuple(key for key in keys if len(key) >= _FEWEST_CONSONANTS)


def _equal(left: View, right: View) -> bool:
    kinds = {left.kind, right.kind}
    if kinds <= _READ or kinds == {"han"}:
        return left.tokens == right.tokens
    if kinds == {"terms", "latin"}:
        return _words(left) == _words(right)
    if "latin" in kinds and kinds <= _MEET_LATIN:
        return "".join(left.tokens) == "".join(right.tokens)
    return False


def _words(view: View) -> list[str]:
    """Without legal forms and "and"."""
    return [one for one in view.tokens if kind_of(one) != "legal" and one != "and"]
