"""Lists as their publishers write them, of parties that do not exist."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from monazite.watch.screening.lists.kinds import reader
from monazite.watch.screening.lists.reading.gathering import Tally
from monazite.watch.screening.lists.reading.sources import source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from monazite.watch.screening.entity import Entity

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)

# As OFAC writes it: with a blank behind.
EMPTY = "-0- "
SDN = """\
101,"QUILLFORD MAGNETICS LTD.",-0-,"NPWMD] [IFSR",-0-,-0-,-0-,-0-,-0-,-0-,-0-,\
"Tax ID No. 99-887766 (Iran); a.k.a. 'QML'; Linked To: THORNBY HOLDING."
102,"OSTERVELD, Jan Pieter","individual","SDGT","Director",-0-,-0-,-0-,-0-,-0-,-0-,\
"DOB 13 Jul 1964; alt. DOB 1965; POB Utrecht; nationality Netherlands; Passport NX0001234 \
(Netherlands) expires 01 Jan 2030; Gender Male; Secondary sanctions risk: none."
103,"GREY HERON","vessel","CUBA",-0-,"T2XY","Bulk Cargo",-0-,-0-,"Panama",-0-,\
"Vessel Registration Identification IMO 9074729; MMSI 352000001."
104,"P-900","aircraft","DPRK",-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-
""".replace("-0-", EMPTY)
ALT = """\
101,11,"aka","QUILLFORD MAGNETIKS",-0-
101,12,"fka","THORNBY MAGNETS",-0-
102,13,"aka","OOSTERVELD, Jan",-0-
""".replace("-0-", EMPTY)
ADD = """\
101,21,"12 Ferrite Road","Tehran","Iran",-0-
102,22,-0-,-0-,"Netherlands",-0-
999,23,-0-,"Nowhere","Cuba",-0-
""".replace("-0-", EMPTY)

CSL: dict[str, Any] = {
    "total": 2,
    "results": [
        {
            "id": "e5a9", "source": "Entity List (EL) - Bureau of Industry and Security",
            "name": "Jinyan Rare Earth Technology Co., Ltd.", "type": None, "programs": [],
            "alt_names": ["金岩稀土科技有限公司", "JY Rare Earth"],
            "addresses": [{"address": "8 Kuangshan Road", "city": "Baotou", "state": None,
                           "postal_code": "014000", "country": "CN"}],
            "federal_register_notice": "90 FR 1", "start_date": "2025-01-15", "end_date": None,
            "source_list_url": "https://example.org/el", "source_information_url": None,
            "remarks": None, "ids": [],
        },
        {
            "id": "77bc", "source": "Denied Persons List (DPL) - Bureau of Industry and Security",
            "name": "Roderick Amblecote", "type": "Individual", "programs": ["DPL"],
            "alt_names": [], "addresses": [], "federal_register_notice": "80 FR 2",
            "start_date": "2015-02-01", "end_date": "2027-02-01",
            "source_list_url": "https://example.org/dpl", "nationalities": ["GB"],
            "dates_of_birth": ["1970-05-01"], "title": "Owner",
            "ids": [{"type": "Passport", "number": "7654321", "country": "GB"}],
        },
    ],
}  # fmt: skip
CSL_HEAD = [
    "_id",
    "source",
    "entity_number",
    "type",
    "programs",
    "name",
    "title",
    "addresses",
    "federal_register_notice",
    "start_date",
    "end_date",
    "standard_order",
    "license_requirement",
    "license_policy",
    "call_sign",
    "vessel_type",
    "gross_tonnage",
    "gross_registered_tonnage",
    "vessel_flag",
    "vessel_owner",
    "remarks",
    "source_list_url",
    "alt_names",
    "citizenships",
    "dates_of_birth",
    "nationalities",
    "places_of_birth",
    "source_information_url",
    "ids",
]

EU = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-11-20T16:47:04.449+01:00" \
globalFileId="1">
  <sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.9001.1" \
logicalId="9001">
    <remark>Made up.</remark>
    <regulation regulationType="regulation" publicationDate="2024-02-24" \
entryIntoForceDate="2024-02-25" numberTitle="2024/1" programme="RUS" logicalId="1">
      <publicationUrl>https://example.org/oj</publicationUrl>
    </regulation>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="Arkady" middleName="" lastName="Volnov" wholeName="Arkady VOLNOV" \
strong="true" logicalId="2">
      <regulationSummary regulationType="regulation" publicationDate="2014-07-31" \
numberTitle="2014/1"/>
    </nameAlias>
    <nameAlias wholeName="Аркадий ВОЛЬНОВ" nameLanguage="RU" strong="true" logicalId="3"/>
    <nameAlias wholeName="Arkasha" strong="false" logicalId="4"/>
    <citizenship countryIso2Code="RU" countryDescription="RUSSIA"/>
    <birthdate circa="false" birthdate="1961-04-09" countryIso2Code="00"/>
    <identification number="45 00 123456" identificationTypeCode="passport" \
identificationTypeDescription="National passport" countryIso2Code="RU"/>
    <address city="Moscow" street="Ulitsa 1" countryIso2Code="RU" countryDescription="RUSSIA"/>
  </sanctionEntity>
  <sanctionEntity euReferenceNumber="EU.9002.2" logicalId="9002">
    <subjectType code="enterprise" classificationCode="E"/>
    <nameAlias firstName="" lastName="" wholeName="Zavod Primer OOO" strong="true" logicalId="5"/>
    <address city="" street="" countryIso2Code="00"/>
  </sanctionEntity>
</export>
"""
UN = """\
<?xml version="1.0" encoding="utf-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-11-19T23:00:01.000Z">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>1</DATAID><FIRST_NAME>PAK</FIRST_NAME><SECOND_NAME>MADE-UP</SECOND_NAME>
      <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPi.901</REFERENCE_NUMBER>
      <LISTED_ON>2017-06-02</LISTED_ON><NAME_ORIGINAL_SCRIPT>박가상</NAME_ORIGINAL_SCRIPT>
      <COMMENTS1>None.</COMMENTS1>
      <NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Park Made-up</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Miner</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ADDRESS><COUNTRY>China</COUNTRY></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1957</FROM_YEAR>\
<TO_YEAR>1959</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>563210000</NUMBER>\
<ISSUING_COUNTRY>Democratic People's Republic of Korea</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <DATAID>2</DATAID><FIRST_NAME>SAMPLE MINING BUREAU</FIRST_NAME>
      <REFERENCE_NUMBER>KPe.902</REFERENCE_NUMBER>
      <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Sample Ore Bureau</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ADDRESS><CITY>Pyongyang</CITY><COUNTRY>Democratic People's Republic of Korea</COUNTRY>\
</ENTITY_ADDRESS>
    </ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
"""
FTM: list[dict[str, Any]] = [
    {"id": "adr-1", "schema": "Address", "properties": {"full": ["5 Dock Street, Dubai"]}},
    {"id": "s-1", "schema": "Sanction", "target": False, "properties": {
        "entity": ["NK-1"], "startDate": ["2023-05-01"], "program": ["Programme 7"],
        "sourceUrl": ["https://example.org/s-1"]}},
    {"id": "NK-1", "schema": "Company", "target": True, "properties": {
        "name": ["Halcyon Tungsten FZE", "Halcyon Tungsten"], "alias": ["هالسيون"],
        "weakAlias": ["HTF"], "previousName": ["Halcyon Ores"], "country": ["ae"],
        "addressEntity": ["adr-1"], "registrationNumber": ["DMCC-12"],
        "leiCode": ["5493001KJTIIGC8Y1R12"], "incorporationDate": ["2011-03"]}},
    {"id": "NK-2", "schema": "Person", "target": False, "properties": {"name": ["A Cousin"]}},
    {"id": "p-1", "schema": "Passport", "properties": {
        "holder": ["NK-3"], "number": ["X99"], "country": ["cn"]}},
    {"id": "NK-3", "schema": "Person", "target": True, "properties": {
        "name": ["Lu Jiashe"], "birthDate": ["1980"], "nationality": ["cn"]}},
]  # fmt: skip
SIMPLE = (
    '"id","schema","name","aliases","birth_date","countries","addresses","identifiers",'
    '"sanctions","phones","emails","dataset","first_seen","last_seen","last_change"\n'
    '"NK-1","Company","Halcyon Tungsten FZE","Halcyon Tungsten;HTF","2011-03","ae",'
    '"5 Dock Street, Dubai","5493001KJTIIGC8Y1R12","Listed; 2023","","","Example","2023-05-01",'
    '"2026-11-20","2026-11-01"\n'
    '"NK-9","CryptoWallet","0xabc","","","","","","","","","Example","","",""\n'
)


def csl_csv() -> str:
    """The same entries as the publisher's CSV."""
    written = io.StringIO()
    table = csv.DictWriter(written, CSL_HEAD, restval="")
    table.writeheader()
    table.writerow({
        "_id": "e5a9", "source": CSL["results"][0]["source"],
        "name": CSL["results"][0]["name"], "start_date": "2025-01-15",
        "addresses": "8 Kuangshan Road, Baotou, 014000, CN; HK",
        "alt_names": "金岩稀土科技有限公司; JY Rare Earth",
        "source_list_url": "https://example.org/el",
        "ids": "CN, 91150200MA0TEST00X, Unified Social Credit Code (USCC); "
               "Subject to Secondary Sanctions, Additional Sanctions Information -",
    })  # fmt: skip
    return written.getvalue()


def lines(entities: Iterable[dict[str, Any]]) -> str:
    """Entities as lines of JSON."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in entities)


def table(names: Sequence[str], kind: str = "company") -> str:
    """A table of parties with ids `1`, `2`…, for `MAPPING`."""
    rows = (f"{number},{name},{kind}\n" for number, name in enumerate(names, 1))
    return f"ref,party,type\n{''.join(rows)}"


MAPPING = "id: ref\nname: party\nkind: {column: type, values: {company: company, man: person}}\n"


def read(
    kind: str, *paths: Path, mapping: Path | None = None, tally: Tally | None = None
) -> list[Entity]:
    """The entities that a kind's reader makes of files, of the list `it`."""
    its = source(mapping) if mapping is not None else None
    files = [source(path) for path in paths]
    return list(reader(kind).entities(files, "it", tally or Tally(), its))


def written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    """A file of this text."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path
