"""The schema of the commitments: who promised what to whom, in which words, and what followed."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from monazite.law.schema import (  # noqa: TC001 - pydantic reads annotations at run time
    Confidence,
    Country,
    Day,
    Source,
)

Months = Annotated[str, Field(pattern=r"^\d{4}-\d{2}(/\d{2})?$")]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Bilingual(_Model):
    """The same words in English and Chinese."""

    en: str
    zh: str


class Promise(Bilingual):
    """The words of a promise; quoted: one of the two is the text, not a paraphrase."""

    quoted: bool


class Deed(_Model):
    """What kept a promise, or did not: a relation, a measure or a fact in words."""

    relation: str | None = None
    measure: str | None = None
    text: Bilingual | None = None
    on: Day | None = None
    note: Bilingual

    @model_validator(mode="after")
    def _names_one(self) -> Deed:
        if sum(x is not None for x in (self.relation, self.measure, self.text)) != 1:
            raise ValueError("give one of relation, measure and text")
        return self


class FiguresEntry(_Model):
    """Customs figures to look at afterwards: a series, a destination, its periods."""

    series: str
    destination: Annotated[str, Field(pattern=r"^([A-Z]{2}|WORLD)$")]
    periods: Annotated[list[Months], Field(min_length=1)]


class CommitmentEntry(_Model):
    """One promise of one side."""

    id: Annotated[str, Field(pattern=r"^COM-\d{4}-\d{2}-\d{2}(-[A-Z]+)+$")]
    by: Country
    to: Country
    on: Day
    published: Day
    venue: Bilingual
    told_by: Bilingual
    words: Promise
    covers: list[str]
    disputed: list[str] | None = None
    covers_note: Bilingual
    kept_by: list[Deed]
    not_kept: list[Deed]
    figures_after: list[FiguresEntry]
    figures_note: Bilingual | None = None
    sources: Annotated[list[Source], Field(min_length=1)]
    confidence: Confidence
