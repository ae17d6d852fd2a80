"""The one schema of the law data, checked when they are compiled, never during a ruling."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from monazite.law.dates import first_day, last_day

_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def _possible(text: str) -> str:
    if first_day(text) > last_day(text):  # pragma: no cover - first_day refuses impossible days
        raise ValueError(f"{text} is not a day")
    return text


PartialDate = Annotated[str, Field(pattern=_DATE), AfterValidator(_possible)]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_possible)]
Symbol = Annotated[str, Field(pattern=r"^[A-Z][a-z]?$")]
Material = Annotated[str, Field(pattern=r"^([A-Z][a-z]?|[A-Z][A-Z_]{2,})$")]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Confidence = Literal["found", "memory", "uncertain"]
Form = Literal[
    "ore", "concentrate", "oxide", "compound", "metal", "alloy", "powder", "target", "magnet",
    "crystal", "component", "equipment", "technology", "scrap", "other", "any",
]  # fmt: skip
Effect = Literal[
    "prohibited", "refused_in_principle", "licence_required", "ordinary_licence", "registration",
    "reporting_only", "enhanced_review", "quota", "duty", "none",
]  # fmt: skip
Kind = Literal[
    "licence_requirement", "ordinary_licence", "prohibition", "denial_policy", "enhanced_review",
    "foreign_made_rule", "retransfer_rule", "technology_control", "service_prohibition", "quota",
    "export_duty", "exporter_qualification", "production_control", "reporting_duty", "party_list",
    "control_list", "framework", "procedure", "enforcement", "suspension", "facilitation",
    "procurement_rule", "dispute_ruling", "political_commitment", "de_facto", "planned",
    "not_enacted", "statistic",
]  # fmt: skip
Operator = Literal["eq", "ne", "lt", "le", "gt", "ge", "in", "between"]
Value = bool | int | float | str | list[int | float | str]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Source(_Model):
    """Where a statement was read, and how sure it is."""

    ref: str
    confidence: Confidence
    note: str | None = None


class Where(_Model):
    """Countries of departure or destination."""

    mode: Literal["all", "only", "all_except", "none"]
    countries: list[Country] | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _names_countries(self) -> Where:
        if (self.mode in {"only", "all_except"}) != bool(self.countries):
            raise ValueError(f"mode {self.mode} and countries {self.countries} do not go together")
        return self


class Leaf(_Model):
    """One comparison of a parameter of the item (`name`) or a fact of the movement (`fact`)."""

    name: Annotated[str, Field(pattern=r"^[a-z][A-Za-z0-9_]*$")] | None = None
    fact: (
        Literal[
            "goods_origin", "made_in", "contains_part1_of_origin", "technology_origin",
            "value_share_pct", "end_user_military", "end_use", "party_listed",
            "owned_by_listed_pct", "knows_helps_overseas_ree_activity",
        ]
        | None
    ) = None  # fmt: skip
    op: Operator
    value: Value
    unit: str | None = None
    element: Symbol | None = None

    @model_validator(mode="after")
    def _names_one(self) -> Leaf:
        if (self.name is None) == (self.fact is None):
            raise ValueError("a comparison has either a name or a fact")
        return self


class AllOf(_Model):
    """Every test must hold."""

    all: Annotated[list[AllOf | AnyOf | Leaf], Field(min_length=1)]


class AnyOf(_Model):
    """One test must hold."""

    any: Annotated[list[AllOf | AnyOf | Leaf], Field(min_length=1)]


Test = AllOf | AnyOf | Leaf


class Composition(_Model):
    """Elements that must be present; `exact`: the compound consists of them and nothing else."""

    requires_all: list[Symbol] | None = None
    requires_any: list[Symbol] | None = None
    excludes: list[Symbol] | None = None
    exact: bool = False


class CodeReference(_Model):
    """Commodity codes that guide to an entry; never the test alone."""

    codes: Annotated[
        list[Annotated[str, Field(pattern=r"^\d{4}(\d{2}){0,3}$")]], Field(min_length=1)
    ]
    basis: str | None = None


class ItemEntry(_Model):
    """One item of a measure: what it is, in which forms, with which parameters."""

    id: Annotated[str, Field(pattern=r"^[A-Z0-9][A-Z0-9-]*\.\d{2}$")]
    limb: str | None = None
    paragraph: str | None = None
    control_codes: list[Annotated[str, Field(pattern=r"^\d[A-E]\d{3}(\.[a-z0-9]+)*$")]] | None = (
        None
    )
    materials: Annotated[list[Material], Field(min_length=1)]
    form: Form
    also_forms: list[Form] | None = None
    form_words: str | None = None
    composition: Composition | None = None
    parameters: Test | None = None
    effect: Effect | None = None
    description: str
    description_zh: str
    hs_reference: CodeReference | None = None
    hs_reference_2026: CodeReference | None = None
    exclusions: list[str] | None = None
    confidence: Confidence
    note: str | None = None
    threshold: str | None = None
    continues: str | None = None
    substance: str | None = None
    substance_only: bool = False
    dual_use_only: bool = False
    cas: Annotated[str, Field(pattern=r"^\d+-\d\d-\d$")] | None = None
    part: Literal[1, 2] | None = None
    technologies: (
        list[
            Literal[
                "mining",
                "extraction",
                "separation",
                "metal",
                "alloy",
                "magnet",
                "recycling",
                "other",
            ]
        ]
        | None
    ) = None
    catalogue_class: Literal["prohibited", "restricted"] | None = None
    reasons: list[str] | None = None
    country_chart: list[str] | None = None
    licence_exceptions: dict[str, str] | None = None
    quota: dict[str, Any] | None = None
    conditions: list[str] | None = None
    effective_from: Day | None = None
    last_day: Day | None = None


class LimbEntry(_Model):
    """One paragraph of a measure with its own start, effect, test and items."""

    id: str
    name: str
    name_zh: str
    effective_from: Day
    effect: Effect
    items: list[str]
    applies_to_limbs: list[str] | None = None
    lifts: list[str] | None = None
    departures: Where | None = None
    test: Test | None = None
    direction: str | None = None
    note: str | None = None
    conditions: list[str] | None = None
    duty: str | None = None
    confidence: Confidence | None = None


class Residual(_Model):
    """What is left of a list entry while it is suspended."""

    effect: Effect
    text: str
    confidence: Confidence


class FormExclusion(_Model):
    """Articles that the text or the authority leaves out."""

    form: Form
    text: str
    confidence: Confidence
    since: Day | None = None


class PartyList(_Model):
    """Which list the measure enters parties on, and how many."""

    list: Literal["control_list", "watch_list", "unreliable_entity_list"]
    count: int
    file: str
    key: str


class MeasureEntry(_Model):
    """One legal effect of one instrument."""

    id: Annotated[str, Field(pattern=r"^[A-Z0-9][A-Z0-9-]*$")]
    jurisdiction: str
    issuers: list[str]
    issuers_zh: list[str] | None = None
    instrument: str
    instrument_zh: str
    title: str
    title_zh: str
    official: bool
    kinds: Annotated[list[Kind], Field(min_length=1)]
    effect: Effect
    published: PartialDate | None
    adopted: PartialDate | None = None
    signed: PartialDate | None = None
    effective_from: PartialDate | None
    last_day: PartialDate | None
    departures: Where
    destinations: Where
    items: list[ItemEntry]
    limbs: list[LimbEntry] | None = None
    parties: PartyList | None = None
    residual_while_suspended: Residual | None = None
    exclusions: list[FormExclusion] | None = None
    sources: Annotated[list[Source], Field(min_length=1)]
    confidence: Confidence
    notes: str | None = None
    end_use_text: str | dict[str, list[str]] | None = None
    exemptions: list[str] | None = None
    special_approval: str | None = None
    key_articles: dict[str, str] | None = None
    key_points: list[str] | None = None
    penalties: dict[str, str] | None = None
    holders: list[str] | None = None
    procedure: dict[str, str] | None = None
    deemed_export: str | None = None
    documents: list[str] | None = None
    features: list[str] | None = None
    repeals: list[str] | None = None
    counts: dict[str, int] | None = None
    elements: list[Symbol] | None = None
    declaration_duty: str | None = None
    timeline: dict[str, str] | None = None
    planned: list[str] | None = None
    phase: dict[str, str] | None = None

    @model_validator(mode="after")
    def _holds_together(self) -> MeasureEntry:
        if (
            self.effective_from
            and self.last_day
            and last_day(self.last_day) < first_day(self.effective_from)
            and "never" not in (self.notes or "")
        ):
            raise ValueError("it ends before it starts; say in notes that it never operated")
        if not self.official and self.effect != "none":
            raise ValueError("what is not official has no legal effect")
        return self


class RelationEntry(_Model):
    """Instrument to instrument."""

    id: Annotated[str, Field(pattern=r"^REL-\d{3}$")]
    kind: Literal["enacts", "amends", "suspends", "extends", "terminates", "replaces", "corrects"]
    by: str | None
    by_external: str | None = None
    by_external_zh: str | None = None
    target: str | None = None
    target_relation: str | None = None
    target_limb: str | None = None
    published: PartialDate
    # "from" is a word of Python; the data keep the field's word.
    from_: Annotated[PartialDate, Field(alias="from")]
    until: PartialDate | None
    after_until: Literal["revives", "lapses", "unknown"] | None = None
    official: bool
    confidence: Confidence
    note: str | None = None

    @model_validator(mode="after")
    def _holds_together(self) -> RelationEntry:
        if (self.target is None) == (self.target_relation is None):
            raise ValueError("a relation has one target: a measure or a relation")
        if self.by is None and self.by_external is None:
            raise ValueError("a relation is made by somebody: give by or by_external")
        if (self.by_external is None) != (self.by_external_zh is None):
            raise ValueError("by_external is given in English and in Chinese: by_external_zh")
        if self.until and last_day(self.until) < first_day(self.from_):
            raise ValueError("until lies before from")
        if self.kind == "suspends" and self.after_until is None:
            raise ValueError("a suspension says what comes after it: after_until")
        return self


class ReadingEntry(_Model):
    """What was found when somebody looked for the sequel of a suspension that ran out."""

    relation: str
    read_on: Day
    result: Literal["ambiguous", "revived", "still_suspended"]
    source: str
    note_en: str | None = None
    note_zh: str | None = None
