"""`monazite rule`: one situation explained, or a manifest of many."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from monazite.cli.output import JsonOption, Lang, LangOption, print_json

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def rule(
    hs: Annotated[str | None, typer.Option(help="Item: commodity code of 4, 6, 8 or 10 digits; a guide, never the test alone.")] = None,
    form: Annotated[str | None, typer.Option(help="Item: ore, concentrate, oxide, compound, metal, alloy, powder, target, magnet, crystal, component, equipment, technology, scrap or other.")] = None,
    control_code: Annotated[str | None, typer.Option(help="Item: control code such as 1C905.b, or none.")] = None,
    technology: Annotated[str | None, typer.Option(help="Item: mining, extraction, separation, metal, alloy, magnet or recycling.")] = None,
    contains: Annotated[str | None, typer.Option(help="Item: the principal constituents, complete: Nd,Fe,B,Dy=0.02 (mass fractions).")] = None,
    without: Annotated[str | None, typer.Option(help="Item: elements known to be absent: Tb,Dy.")] = None,
    only: Annotated[bool, typer.Option("--only", help="Item: --contains names minor constituents too.")] = False,
    param: Annotated[list[str] | None, typer.Option(help="Item: KEY=VALUE, such as purity=99.995% (repeat).")] = None,
    departure: Annotated[str | None, typer.Option("--from", help="Movement: country of departure.")] = None,
    destination: Annotated[str | None, typer.Option("--to", help="Movement: country of destination.")] = None,
    via: Annotated[str | None, typer.Option(help="Movement: places of transit: HK,SG.")] = None,
    origin: Annotated[str | None, typer.Option(help="Movement: where the goods are made or mined.")] = None,
    technology_origin: Annotated[str | None, typer.Option(help="Movement: whose technology they are made with.")] = None,
    content_share: Annotated[list[str] | None, typer.Option(help="Movement: value share of listed content: CN=0.005 (repeat).")] = None,
    end_use: Annotated[str | None, typer.Option(help="Person: civil, military, ... or words.")] = None,
    end_user: Annotated[str | None, typer.Option(help="Person: name; the party lists are read.")] = None,
    military: Annotated[str | None, typer.Option(help="Person: yes, no or unknown.")] = None,
    owned_by_listed: Annotated[str | None, typer.Option(help="Person: fraction owned by listed parties: 0.5.")] = None,
    knows_helps: Annotated[str | None, typer.Option(help="Person: the exporter knows it helps rare-earth activity abroad: yes, no, unknown.")] = None,
    exporter: Annotated[str | None, typer.Option(help="Person: name of the exporter (kept with the ruling).")] = None,
    on: Annotated[str | None, typer.Option(help="Time: day of the movement, YYYY-MM-DD (default: today where it leaves).")] = None,
    known: Annotated[str | None, typer.Option(help="Time: read only what was published by this day (default: the law data's own day).")] = None,
    manifest: Annotated[Path | None, typer.Option(help="Many: CSV, XLSX or Parquet with these names as columns.")] = None,
    out: Annotated[Path | None, typer.Option(help="Many: where the table of outcomes goes (.csv, .xlsx, .parquet).")] = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:  # fmt: skip
    """May this leave, for whom, on that day, and why?

    Example: monazite rule --form magnet --contains Nd,Fe,B,Dy=0.02 --from CN --to US --on 2025-06-10
    """
    given = {
        "hs": hs, "form": form, "control_code": control_code, "technology": technology,
        "contains": contains, "without": without, "only": only or None, "param": param or None,
        "from": departure, "to": destination, "via": via, "origin": origin,
        "technology_origin": technology_origin, "content_share": content_share or None,
        "end_use": end_use, "end_user": end_user, "military": military,
        "owned_by_listed": owned_by_listed, "knows_helps": knows_helps, "exporter": exporter,
        "on": on, "known": known,
    }  # fmt: skip
    if manifest is not None:
        from monazite.cli.manifest import rule_manifest

        rule_manifest(manifest, out, given, as_json=json, lang=lang.value)
        return
    from monazite.law.ruling import rule_on
    from monazite.law.statement import situation
    from monazite.law.store import load

    law = load()
    ruling = rule_on(law, situation(given, law))
    if json:
        from monazite.law.document import document

        print_json(document(law, ruling, lang))
        return
    from monazite.cli.ruling_view import show

    show(law, ruling, lang)
