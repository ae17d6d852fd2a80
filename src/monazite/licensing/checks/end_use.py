"""What for: in words that say something, at a place, for no army."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from monazite.catalogue.words import fold
from monazite.law.finding import Term
from monazite.licensing.hygiene import narrow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding

# A use is said in so many words at least; two Chinese characters count as one word.
_WORDS = 8
_WORD = re.compile(r"[^\W\d_]{2,}")
_HAN = re.compile(r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af]")
_STOCK = frozenset({
    "industrial use", "civil use", "civilian use", "commercial use", "industry", "industrial",
    "civil", "civilian", "production", "for production", "own use", "general use", "research",
    "民用", "民用用途", "工业用途", "工业", "生产", "生产用", "自用", "科研", "商业用途",
    "一般用途",
})  # fmt: skip
_EN, _ZH = r"(military|weapons?|missiles?|nuclear|defen[cs]e)", r"(军事?用?|武器|导弹|国防|核武器)"
_DENIED = re.compile(
    rf"\b(non[- ]?|not (for |in )?(any )?|no |neither ){_EN}( (or|and|nor) {_EN})*"
    r"( (end[- ]?)?(use|purpose|application|user|customer)s?)?"
    rf"|(非|不用于|不涉及|不会用于|不得用于)(任何)?{_ZH}([、和或及]{_ZH})*(用途|目的|领域)?"
    rf"|与(任何)?{_ZH}([、和或及]{_ZH})*(用途|目的|领域)?无关"
)
# Words that hold a word of war and are none.
_PEACEFUL = re.compile(r"nuclear[- ](magnetic|medicine|medical|imaging)|核磁|核医学|[冠亚季]军")
_OF_WAR = re.compile(
    r"\b(military|militaries|missiles?|weapons?|weaponry|munitions?|ammunition|ordnance|artillery"
    r"|warships?|warheads?|warplanes?|torpedo(es|s)?|army|armies|navy|navies|naval|air force"
    r"|fighter[- ](jets?|aircraft|planes?)|jet fighters?|combat|bombers?|bombs?|grenades?"
    r"|rockets?|howitzers?|submarines?|battle tanks?|armou?red vehicles?|machine guns?|firearms?"
    r"|fire[- ]control|defen[cs]e (industr(y|ies)|ministry|forces?|contractors?|systems?)"
    r"|ministry of defen[cs]e|soldiers?|troops|nuclear)\b"
    r"|军|导弹|武器|弹药|弹头|炸弹|鱼雷|水雷|地雷|国防|战斗机|歼击机|轰炸机|战机|战舰|舰艇|潜艇"
    r"|坦克|装甲车|火炮|火箭|制导|枪械|核(武|弹|潜|电|能|反应|燃料|设施|工业|材料)"
)


def says_something(context: Context) -> Iterator[Finding]:
    """The use is described, not named."""
    use, path = context.application.end_use.use, "end_use.use"
    if not use:
        return
    if fold(use) in _STOCK:
        yield context.finding("end_use.stock_phrase", path, use=use)
    elif _words(use) < _WORDS:
        yield context.finding("end_use.too_thin", path, use=use, words=str(_WORDS))


def military(context: Context) -> Iterator[Finding]:
    """A military use or user, as answered."""
    if context.application.end_use.military:
        refused = context.regime.military == "refused_in_practice"
        code = "end_use.military_refused" if refused else "end_use.military"
        yield context.finding(code, "end_use.military")


def words_of_war(context: Context) -> Iterator[Finding]:
    """Words of war where the answer is "not military"."""
    use = context.application.end_use
    found = word_of_war(use.use or "")
    if found and use.military is False:
        yield context.finding("end_use.words_of_war", "end_use.use", word=found)


def word_of_war(text: str) -> str | None:
    """The first word of war in a description of a use that is not denied there, or None."""
    said = _PEACEFUL.sub(" ", _DENIED.sub(" ", narrow(text).casefold()))
    found = _OF_WAR.search(said)
    return found.group() if found else None


def site_at_destination(context: Context) -> Iterator[Finding]:
    """The goods are used in the country that they are going to."""
    site, to = context.application.end_use.site_country, context.application.destination
    if site and to and site != to:
        yield context.finding(
            "end_use.site_not_at_destination",
            "end_use.site_country",
            site=Term(country=site),
            destination=Term(country=to),
        )


def _words(text: str) -> int:
    """How many words say something: letters alone are none, and repeating says nothing new."""
    words = _WORD.findall(_HAN.sub(" ", text.casefold()))
    return _telling(words) + _telling(_HAN.findall(text)) // 2


def _telling(parts: list[str]) -> int:
    return min(len(parts), 2 * len(set(parts)))


CHECKS = (says_something, military, words_of_war, site_at_destination)
