WITH "t3" AS (
  SELECT
    "t2"."source" AS "source",
    "t2"."nomenclature" AS "nomenclature",
    "t2"."side" AS "side",
    "t2"."year" AS "year",
    "t2"."exporter" AS "exporter",
    "t2"."importer" AS "importer",
    "t2"."code" AS "code",
    "t2"."direction_re" AS "direction_re",
    "t2"."mass_kg" AS "mass_kg",
    "t2"."value_usd" AS "value_usd",
    "t2"."value_with_mass_usd" AS "value_with_mass_usd",
    12 AS "months",
    CASE WHEN "t2"."side" = 'exporter' THEN "t2"."exporter" ELSE "t2"."importer" END AS "reporter",
    CASE WHEN "t2"."side" = 'exporter' THEN "t2"."importer" ELSE "t2"."exporter" END AS "partner",
    CASE
      WHEN startsWith("t2"."nomenclature", 'HS')
      THEN "t2"."nomenclature"
      ELSE CASE
        WHEN "t2"."year" >= 2022
        THEN 'HS22'
        WHEN "t2"."year" >= 2017
        THEN 'HS17'
        WHEN "t2"."year" >= 2012
        THEN 'HS12'
        WHEN "t2"."year" >= 2007
        THEN 'HS07'
        WHEN "t2"."year" >= 2002
        THEN 'HS02'
        WHEN "t2"."year" >= 1996
        THEN 'HS96'
        WHEN "t2"."year" >= 1988
        THEN 'HS92'
        ELSE 'HS92'
      END
    END AS "edition"
  FROM (
    SELECT
      "t1"."source" AS "source",
      "t1"."nomenclature" AS "nomenclature",
      "t1"."side" AS "side",
      "t1"."year" AS "year",
      "t1"."exporter" AS "exporter",
      "t1"."importer" AS "importer",
      "t1"."code" AS "code",
      "t1"."direction_re" AS "direction_re",
      SUM("t1"."mass_kg") AS "mass_kg",
      SUM("t1"."value_usd") AS "value_usd",
      SUM("t1"."value_with_mass_usd") AS "value_with_mass_usd"
    FROM (
      SELECT
        "t0"."load" AS "load",
        "t0"."year" AS "year",
        "t0"."frequency" AS "frequency",
        "t0"."period" AS "period",
        "t0"."reporter" AS "reporter",
        "t0"."partner" AS "partner",
        "t0"."direction" AS "direction",
        "t0"."nomenclature" AS "nomenclature",
        SUBSTRING(
          "t0"."code",
          CASE WHEN (
            0 + 1
          ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t0"."code") END,
          6
        ) AS "code",
        "t0"."mass_kg" AS "mass_kg",
        "t0"."value_usd" AS "value_usd",
        "t0"."mass_basis" AS "mass_basis",
        "t0"."valuation" AS "valuation",
        "t0"."value_reported" AS "value_reported",
        "t0"."currency" AS "currency",
        "t0"."basis" AS "basis",
        "t0"."source" AS "source",
        "t0"."vintage" AS "vintage",
        "t0"."file" AS "file",
        "t0"."row" AS "row",
        CASE
          WHEN "t0"."direction" IN ('export', 're-export')
          THEN "t0"."reporter"
          ELSE "t0"."partner"
        END AS "exporter",
        CASE
          WHEN "t0"."direction" IN ('export', 're-export')
          THEN "t0"."partner"
          ELSE "t0"."reporter"
        END AS "importer",
        "t0"."direction" IN ('re-export', 're-import') AS "direction_re",
        CASE
          WHEN "t0"."basis" = 'reconciled'
          THEN 'reconciled'
          WHEN "t0"."direction" IN ('export', 're-export')
          THEN 'exporter'
          ELSE 'importer'
        END AS "side",
        CASE
          WHEN isNull("t0"."mass_kg")
          THEN CAST(NULL AS Nullable(Decimal(18, 6)))
          ELSE "t0"."value_usd"
        END AS "value_with_mass_usd"
      FROM "flows" AS "t0"
      WHERE
        (
          FALSE
          OR SUBSTRING(
            "t0"."code",
            CASE WHEN (
              0 + 1
            ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t0"."code") END,
            6
          ) IN ('284690')
        )
        AND "t0"."year" IN (2022)
    ) AS "t1"
    GROUP BY
      "t1"."source",
      "t1"."nomenclature",
      "t1"."side",
      "t1"."year",
      "t1"."exporter",
      "t1"."importer",
      "t1"."code",
      "t1"."direction_re"
  ) AS "t2"
  WHERE
    "t2"."side" IN ('exporter', 'importer') AND "t2"."exporter" <> "t2"."importer"
), "t10" AS (
  SELECT
    "t5"."source" AS "source",
    "t5"."nomenclature" AS "nomenclature",
    "t5"."side" AS "side",
    "t5"."year" AS "year",
    "t5"."exporter" AS "exporter",
    "t5"."importer" AS "importer",
    "t5"."code" AS "code",
    "t5"."direction_re" AS "direction_re",
    "t5"."mass_kg" AS "mass_kg",
    "t5"."value_usd" AS "value_usd",
    "t5"."value_with_mass_usd" AS "value_with_mass_usd",
    "t5"."months" AS "months",
    "t5"."reporter" AS "reporter",
    "t5"."partner" AS "partner",
    "t5"."edition" AS "edition"
  FROM "t3" AS "t5"
  INNER JOIN (
    SELECT
      "t7"."reporter" AS "reporter",
      "t7"."side" AS "side",
      "t7"."code" AS "code",
      "t7"."year" AS "year",
      "t7"."source" AS "source",
      "t7"."nomenclature" AS "nomenclature"
    FROM (
      SELECT
        "t6"."reporter" AS "reporter",
        "t6"."side" AS "side",
        "t6"."code" AS "code",
        "t6"."year" AS "year",
        "t6"."source" AS "source",
        "t6"."nomenclature" AS "nomenclature",
        "t6"."_months" AS "_months",
        ROW_NUMBER() OVER (
          PARTITION BY "t6"."reporter", "t6"."side", "t6"."code", "t6"."year"
          ORDER BY "t6"."_months" DESC, "t6"."source" ASC, "t6"."nomenclature" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "_rank"
      FROM (
        SELECT
          "t4"."reporter" AS "reporter",
          "t4"."side" AS "side",
          "t4"."code" AS "code",
          "t4"."year" AS "year",
          "t4"."source" AS "source",
          "t4"."nomenclature" AS "nomenclature",
          MAX("t4"."months") AS "_months"
        FROM "t3" AS "t4"
        GROUP BY
          "t4"."reporter",
          "t4"."side",
          "t4"."code",
          "t4"."year",
          "t4"."source",
          "t4"."nomenclature"
      ) AS "t6"
    ) AS "t7"
    WHERE
      "t7"."_rank" = 0
  ) AS "t9"
    ON "t5"."reporter" = "t9"."reporter"
    AND "t5"."side" = "t9"."side"
    AND "t5"."code" = "t9"."code"
    AND "t5"."year" = "t9"."year"
    AND "t5"."source" = "t9"."source"
    AND "t5"."nomenclature" = "t9"."nomenclature"
)
SELECT
  "t46"."exporter" AS "exporter",
  "t46"."importer" AS "importer",
  "t46"."year" AS "year",
  "t46"."code" AS "code",
  "t46"."mass_exporter_kg" AS "mass_exporter_kg",
  "t46"."mass_importer_kg" AS "mass_importer_kg",
  "t46"."value_exporter_usd" AS "value_exporter_usd",
  "t46"."value_importer_usd" AS "value_importer_usd",
  "t46"."mass_re_export_kg" AS "mass_re_export_kg",
  "t46"."gap_kg" AS "gap_kg",
  "t46"."kind" AS "kind",
  "t46"."silent_side" AS "silent_side",
  "t46"."compared_on" AS "compared_on",
  "t46"."source_exporter" AS "source_exporter",
  "t46"."source_importer" AS "source_importer",
  CASE
    WHEN "t46"."_codes" = ''
    THEN ''
    ELSE SUBSTRING(
      "t46"."_codes",
      CASE WHEN (
        0 + 1
      ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t46"."_codes") END,
      LENGTH("t46"."_codes") - 1
    )
  END AS "caveats"
FROM (
  SELECT
    "t45"."year" AS "year",
    "t45"."exporter" AS "exporter",
    "t45"."importer" AS "importer",
    "t45"."code" AS "code",
    "t45"."mass_exporter_kg" AS "mass_exporter_kg",
    "t45"."value_exporter_usd" AS "value_exporter_usd",
    "t45"."source_exporter" AS "source_exporter",
    "t45"."says_exporter" AS "says_exporter",
    "t45"."months_exporter" AS "months_exporter",
    "t45"."mass_importer_kg" AS "mass_importer_kg",
    "t45"."value_importer_usd" AS "value_importer_usd",
    "t45"."source_importer" AS "source_importer",
    "t45"."says_importer" AS "says_importer",
    "t45"."months_importer" AS "months_importer",
    "t45"."mass_re_export_kg" AS "mass_re_export_kg",
    "t45"."value_re_export_usd" AS "value_re_export_usd",
    "t45"."re_exports" AS "re_exports",
    "t45"."unspecified_exporter" AS "unspecified_exporter",
    "t45"."edition_exporter" AS "edition_exporter",
    "t45"."covered_exporter" AS "covered_exporter",
    "t45"."reports_exporter" AS "reports_exporter",
    "t45"."mentions_exporter" AS "mentions_exporter",
    "t45"."unspecified_importer" AS "unspecified_importer",
    "t45"."edition_importer" AS "edition_importer",
    "t45"."covered_importer" AS "covered_importer",
    "t45"."reports_importer" AS "reports_importer",
    "t45"."mentions_importer" AS "mentions_importer",
    "t45"."covers_exporter" AS "covers_exporter",
    "t45"."covers_importer" AS "covers_importer",
    "t45"."compared_on" AS "compared_on",
    "t45"."exported" AS "exported",
    "t45"."imported" AS "imported",
    "t45"."threshold" AS "threshold",
    "t45"."gap_kg" AS "gap_kg",
    "t45"."kind" AS "kind",
    "t45"."silent_side" AS "silent_side",
    "t45"."_time" AS "_time",
    "t45"."_surplus" AS "_surplus",
    "t45"."_before" AS "_before",
    "t45"."_after" AS "_after",
    CONCAT(
      CASE
        WHEN COALESCE(
          (
            (
              "t45"."silent_side" = 'exporter'
            ) AND NOT (
              "t45"."reports_exporter"
            )
          )
          OR (
            (
              "t45"."silent_side" = 'importer'
            ) AND NOT (
              "t45"."reports_importer"
            )
          ),
          FALSE
        )
        THEN 'silent_side_does_not_report|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(
          (
            (
              (
                "t45"."silent_side" = 'exporter'
              ) AND NOT (
                "t45"."reports_exporter"
              )
            )
            OR (
              (
                "t45"."silent_side" = 'importer'
              ) AND NOT (
                "t45"."reports_importer"
              )
            )
          )
          AND (
            (
              (
                "t45"."silent_side" = 'exporter'
              ) AND "t45"."mentions_exporter"
            )
            OR (
              (
                "t45"."silent_side" = 'importer'
              ) AND "t45"."mentions_importer"
            )
          ),
          FALSE
        )
        THEN 'other_direction_only|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(
          (
            (
              "t45"."silent_side" = 'exporter'
            )
            AND "t45"."reports_exporter"
            AND NOT (
              "t45"."covers_exporter"
            )
          )
          OR (
            (
              "t45"."silent_side" = 'importer'
            )
            AND "t45"."reports_importer"
            AND NOT (
              "t45"."covers_importer"
            )
          )
          OR COALESCE("t45"."covered_exporter" <> "t45"."covered_importer", FALSE),
          FALSE
        )
        THEN 'time_not_covered|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(
          "t45"."says_exporter"
          AND isNull("t45"."mass_exporter_kg")
          AND isNull("t45"."mass_re_export_kg"),
          FALSE
        )
        THEN 'mass_unknown_exporter|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE("t45"."says_importer" AND isNull("t45"."mass_importer_kg"), FALSE)
        THEN 'mass_unknown_importer|'
        ELSE ''
      END,
      CASE WHEN COALESCE("t45"."re_exports", FALSE) THEN 're_exports|' ELSE '' END,
      CASE
        WHEN COALESCE(
          "t45"."code" IN (
            '253090',
            '261590',
            '261790',
            '280450',
            '280530',
            '284390',
            '284430',
            '284690',
            '285390',
            '382499',
            '720299',
            '811291',
            '811292',
            '811299',
            '811300',
            '850511'
          ),
          FALSE
        )
        THEN 'mixed_code|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(
          "t45"."exporter" IN (
            'ARE',
            'BEL',
            'CHE',
            'DJI',
            'HKG',
            'MAC',
            'MLT',
            'NLD',
            'PAN',
            'SGP',
            'TZA',
            'ZAF'
          )
          OR "t45"."importer" IN (
            'ARE',
            'BEL',
            'CHE',
            'DJI',
            'HKG',
            'MAC',
            'MLT',
            'NLD',
            'PAN',
            'SGP',
            'TZA',
            'ZAF'
          ),
          FALSE
        )
        THEN 'entrepot|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(
          (
            ABS("t45"."_surplus") >= (
              GREATEST("t45"."exported", "t45"."imported") * 0.1
            )
          )
          AND COALESCE(
            (
              (
                "t45"."_surplus" > 0
              )
              AND (
                "t45"."_before" <= (
                  "t45"."_surplus" * -0.5
                )
              )
            )
            OR (
              (
                "t45"."_surplus" < 0
              )
              AND (
                "t45"."_after" >= (
                  "t45"."_surplus" * -0.5
                )
              )
            ),
            FALSE
          ),
          FALSE
        )
        THEN 'year_edge|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(
          isNotNull("t45"."value_exporter_usd") AND isNotNull("t45"."value_importer_usd"),
          FALSE
        )
        THEN 'cif_fob|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(startsWith("t45"."code", '26') OR startsWith("t45"."code", '2530'), FALSE)
        THEN 'wet_dry_tonnes|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(
          CASE
            WHEN "t45"."exported" < "t45"."imported"
            THEN "t45"."unspecified_exporter"
            WHEN "t45"."imported" < "t45"."exported"
            THEN "t45"."unspecified_importer"
            ELSE FALSE
          END,
          FALSE
        )
        THEN 'confidentiality|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE("t45"."edition_exporter" <> "t45"."edition_importer", FALSE)
        THEN 'hs_vintage_differs|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(GREATEST("t45"."exported", "t45"."imported") < "t45"."threshold", FALSE)
        THEN 'low_value_threshold|'
        ELSE ''
      END
    ) AS "_codes"
  FROM (
    SELECT
      "t44"."year" AS "year",
      "t44"."exporter" AS "exporter",
      "t44"."importer" AS "importer",
      "t44"."code" AS "code",
      "t44"."mass_exporter_kg" AS "mass_exporter_kg",
      "t44"."value_exporter_usd" AS "value_exporter_usd",
      "t44"."source_exporter" AS "source_exporter",
      "t44"."says_exporter" AS "says_exporter",
      "t44"."months_exporter" AS "months_exporter",
      "t44"."mass_importer_kg" AS "mass_importer_kg",
      "t44"."value_importer_usd" AS "value_importer_usd",
      "t44"."source_importer" AS "source_importer",
      "t44"."says_importer" AS "says_importer",
      "t44"."months_importer" AS "months_importer",
      "t44"."mass_re_export_kg" AS "mass_re_export_kg",
      "t44"."value_re_export_usd" AS "value_re_export_usd",
      "t44"."re_exports" AS "re_exports",
      "t44"."unspecified_exporter" AS "unspecified_exporter",
      "t44"."edition_exporter" AS "edition_exporter",
      "t44"."covered_exporter" AS "covered_exporter",
      "t44"."reports_exporter" AS "reports_exporter",
      "t44"."mentions_exporter" AS "mentions_exporter",
      "t44"."unspecified_importer" AS "unspecified_importer",
      "t44"."edition_importer" AS "edition_importer",
      "t44"."covered_importer" AS "covered_importer",
      "t44"."reports_importer" AS "reports_importer",
      "t44"."mentions_importer" AS "mentions_importer",
      "t44"."covers_exporter" AS "covers_exporter",
      "t44"."covers_importer" AS "covers_importer",
      "t44"."compared_on" AS "compared_on",
      "t44"."exported" AS "exported",
      "t44"."imported" AS "imported",
      "t44"."threshold" AS "threshold",
      "t44"."gap_kg" AS "gap_kg",
      "t44"."kind" AS "kind",
      "t44"."silent_side" AS "silent_side",
      "t44"."_time" AS "_time",
      "t44"."_surplus" AS "_surplus",
      CASE
        WHEN (
          "t44"."_time" - lagInFrame("t44"."_time") OVER (
            PARTITION BY "t44"."exporter", "t44"."importer", "t44"."code"
            ORDER BY "t44"."_time" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          )
        ) = 1
        THEN lagInFrame("t44"."_surplus") OVER (
          PARTITION BY "t44"."exporter", "t44"."importer", "t44"."code"
          ORDER BY "t44"."_time" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
        ELSE NULL
      END AS "_before",
      CASE
        WHEN (
          leadInFrame("t44"."_time") OVER (
            PARTITION BY "t44"."exporter", "t44"."importer", "t44"."code"
            ORDER BY "t44"."_time" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - "t44"."_time"
        ) = 1
        THEN leadInFrame("t44"."_surplus") OVER (
          PARTITION BY "t44"."exporter", "t44"."importer", "t44"."code"
          ORDER BY "t44"."_time" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
        ELSE NULL
      END AS "_after"
    FROM (
      SELECT
        "t43"."year" AS "year",
        "t43"."exporter" AS "exporter",
        "t43"."importer" AS "importer",
        "t43"."code" AS "code",
        "t43"."mass_exporter_kg" AS "mass_exporter_kg",
        "t43"."value_exporter_usd" AS "value_exporter_usd",
        "t43"."source_exporter" AS "source_exporter",
        "t43"."says_exporter" AS "says_exporter",
        "t43"."months_exporter" AS "months_exporter",
        "t43"."mass_importer_kg" AS "mass_importer_kg",
        "t43"."value_importer_usd" AS "value_importer_usd",
        "t43"."source_importer" AS "source_importer",
        "t43"."says_importer" AS "says_importer",
        "t43"."months_importer" AS "months_importer",
        "t43"."mass_re_export_kg" AS "mass_re_export_kg",
        "t43"."value_re_export_usd" AS "value_re_export_usd",
        "t43"."re_exports" AS "re_exports",
        "t43"."unspecified_exporter" AS "unspecified_exporter",
        "t43"."edition_exporter" AS "edition_exporter",
        "t43"."covered_exporter" AS "covered_exporter",
        "t43"."reports_exporter" AS "reports_exporter",
        "t43"."mentions_exporter" AS "mentions_exporter",
        "t43"."unspecified_importer" AS "unspecified_importer",
        "t43"."edition_importer" AS "edition_importer",
        "t43"."covered_importer" AS "covered_importer",
        "t43"."reports_importer" AS "reports_importer",
        "t43"."mentions_importer" AS "mentions_importer",
        "t43"."covers_exporter" AS "covers_exporter",
        "t43"."covers_importer" AS "covers_importer",
        "t43"."compared_on" AS "compared_on",
        "t43"."exported" AS "exported",
        "t43"."imported" AS "imported",
        "t43"."threshold" AS "threshold",
        "t43"."gap_kg" AS "gap_kg",
        "t43"."kind" AS "kind",
        CASE
          WHEN NOT (
            "t43"."says_exporter"
          )
          THEN 'exporter'
          WHEN NOT (
            "t43"."says_importer"
          )
          THEN 'importer'
          WHEN "t43"."kind" = 'orphan'
          THEN 'exporter'
          WHEN "t43"."kind" = 'ghost'
          THEN 'importer'
          ELSE NULL
        END AS "silent_side",
        "t43"."year" AS "_time",
        CASE
          WHEN "t43"."kind" <> 'not_reported'
          THEN "t43"."imported" - "t43"."exported"
          ELSE NULL
        END AS "_surplus"
      FROM (
        SELECT
          "t42"."year" AS "year",
          "t42"."exporter" AS "exporter",
          "t42"."importer" AS "importer",
          "t42"."code" AS "code",
          "t42"."mass_exporter_kg" AS "mass_exporter_kg",
          "t42"."value_exporter_usd" AS "value_exporter_usd",
          "t42"."source_exporter" AS "source_exporter",
          "t42"."says_exporter" AS "says_exporter",
          "t42"."months_exporter" AS "months_exporter",
          "t42"."mass_importer_kg" AS "mass_importer_kg",
          "t42"."value_importer_usd" AS "value_importer_usd",
          "t42"."source_importer" AS "source_importer",
          "t42"."says_importer" AS "says_importer",
          "t42"."months_importer" AS "months_importer",
          "t42"."mass_re_export_kg" AS "mass_re_export_kg",
          "t42"."value_re_export_usd" AS "value_re_export_usd",
          "t42"."re_exports" AS "re_exports",
          "t42"."unspecified_exporter" AS "unspecified_exporter",
          "t42"."edition_exporter" AS "edition_exporter",
          "t42"."covered_exporter" AS "covered_exporter",
          "t42"."reports_exporter" AS "reports_exporter",
          "t42"."mentions_exporter" AS "mentions_exporter",
          "t42"."unspecified_importer" AS "unspecified_importer",
          "t42"."edition_importer" AS "edition_importer",
          "t42"."covered_importer" AS "covered_importer",
          "t42"."reports_importer" AS "reports_importer",
          "t42"."mentions_importer" AS "mentions_importer",
          "t42"."covers_exporter" AS "covers_exporter",
          "t42"."covers_importer" AS "covers_importer",
          "t42"."compared_on" AS "compared_on",
          "t42"."exported" AS "exported",
          "t42"."imported" AS "imported",
          "t42"."threshold" AS "threshold",
          "t42"."mass_importer_kg" - "t42"."mass_exporter_kg" AS "gap_kg",
          CASE
            WHEN COALESCE(
              (
                "t42"."imported" >= "t42"."threshold"
              )
              AND (
                "t42"."exported" <= (
                  "t42"."imported" * 0.01
                )
              )
              AND (
                "t42"."reports_exporter" AND "t42"."covers_exporter"
              ),
              FALSE
            )
            THEN 'orphan'
            WHEN COALESCE(
              (
                "t42"."exported" >= "t42"."threshold"
              )
              AND (
                "t42"."imported" <= (
                  "t42"."exported" * 0.01
                )
              )
              AND (
                "t42"."reports_importer" AND "t42"."covers_importer"
              ),
              FALSE
            )
            THEN 'ghost'
            WHEN "t42"."says_exporter" AND "t42"."says_importer"
            THEN 'matched'
            ELSE 'not_reported'
          END AS "kind"
        FROM (
          SELECT
            "t41"."year" AS "year",
            "t41"."exporter" AS "exporter",
            "t41"."importer" AS "importer",
            "t41"."code" AS "code",
            "t41"."mass_exporter_kg" AS "mass_exporter_kg",
            "t41"."value_exporter_usd" AS "value_exporter_usd",
            "t41"."source_exporter" AS "source_exporter",
            "t41"."says_exporter" AS "says_exporter",
            "t41"."months_exporter" AS "months_exporter",
            "t41"."mass_importer_kg" AS "mass_importer_kg",
            "t41"."value_importer_usd" AS "value_importer_usd",
            "t41"."source_importer" AS "source_importer",
            "t41"."says_importer" AS "says_importer",
            "t41"."months_importer" AS "months_importer",
            "t41"."mass_re_export_kg" AS "mass_re_export_kg",
            "t41"."value_re_export_usd" AS "value_re_export_usd",
            "t41"."re_exports" AS "re_exports",
            "t41"."unspecified_exporter" AS "unspecified_exporter",
            "t41"."edition_exporter" AS "edition_exporter",
            "t41"."covered_exporter" AS "covered_exporter",
            "t41"."reports_exporter" AS "reports_exporter",
            "t41"."mentions_exporter" AS "mentions_exporter",
            "t41"."unspecified_importer" AS "unspecified_importer",
            "t41"."edition_importer" AS "edition_importer",
            "t41"."covered_importer" AS "covered_importer",
            "t41"."reports_importer" AS "reports_importer",
            COALESCE("t41"."mentions_importer", FALSE) AS "mentions_importer",
            COALESCE("t41"."covered_exporter" >= "t41"."months_importer", FALSE) AS "covers_exporter",
            COALESCE("t41"."covered_importer" >= "t41"."months_exporter", FALSE) AS "covers_importer",
            CASE
              WHEN NOT (
                (
                  "t41"."says_exporter"
                  AND isNull(COALESCE("t41"."mass_exporter_kg", "t41"."mass_re_export_kg"))
                )
                OR (
                  "t41"."says_importer" AND isNull("t41"."mass_importer_kg")
                )
              )
              THEN 'mass'
              WHEN NOT (
                (
                  "t41"."says_exporter"
                  AND isNull(COALESCE("t41"."value_exporter_usd", "t41"."value_re_export_usd"))
                )
                OR (
                  "t41"."says_importer" AND isNull("t41"."value_importer_usd")
                )
              )
              THEN 'value'
              ELSE NULL
            END AS "compared_on",
            CASE
              WHEN NOT (
                (
                  "t41"."says_exporter"
                  AND isNull(COALESCE("t41"."mass_exporter_kg", "t41"."mass_re_export_kg"))
                )
                OR (
                  "t41"."says_importer" AND isNull("t41"."mass_importer_kg")
                )
              )
              THEN CASE
                WHEN "t41"."says_exporter"
                THEN CAST(COALESCE("t41"."mass_exporter_kg", "t41"."mass_re_export_kg") AS Nullable(Float64))
                ELSE 0.0
              END
              WHEN NOT (
                (
                  "t41"."says_exporter"
                  AND isNull(COALESCE("t41"."value_exporter_usd", "t41"."value_re_export_usd"))
                )
                OR (
                  "t41"."says_importer" AND isNull("t41"."value_importer_usd")
                )
              )
              THEN CASE
                WHEN "t41"."says_exporter"
                THEN CAST(COALESCE("t41"."value_exporter_usd", "t41"."value_re_export_usd") AS Nullable(Float64))
                ELSE 0.0
              END
              ELSE NULL
            END AS "exported",
            CASE
              WHEN NOT (
                (
                  "t41"."says_exporter"
                  AND isNull(COALESCE("t41"."mass_exporter_kg", "t41"."mass_re_export_kg"))
                )
                OR (
                  "t41"."says_importer" AND isNull("t41"."mass_importer_kg")
                )
              )
              THEN CASE
                WHEN "t41"."says_importer"
                THEN CAST("t41"."mass_importer_kg" AS Nullable(Float64))
                ELSE 0.0
              END
              WHEN NOT (
                (
                  "t41"."says_exporter"
                  AND isNull(COALESCE("t41"."value_exporter_usd", "t41"."value_re_export_usd"))
                )
                OR (
                  "t41"."says_importer" AND isNull("t41"."value_importer_usd")
                )
              )
              THEN CASE
                WHEN "t41"."says_importer"
                THEN CAST("t41"."value_importer_usd" AS Nullable(Float64))
                ELSE 0.0
              END
              ELSE NULL
            END AS "imported",
            CASE
              WHEN CASE
                WHEN NOT (
                  (
                    "t41"."says_exporter"
                    AND isNull(COALESCE("t41"."mass_exporter_kg", "t41"."mass_re_export_kg"))
                  )
                  OR (
                    "t41"."says_importer" AND isNull("t41"."mass_importer_kg")
                  )
                )
                THEN 'mass'
                WHEN NOT (
                  (
                    "t41"."says_exporter"
                    AND isNull(COALESCE("t41"."value_exporter_usd", "t41"."value_re_export_usd"))
                  )
                  OR (
                    "t41"."says_importer" AND isNull("t41"."value_importer_usd")
                  )
                )
                THEN 'value'
                ELSE NULL
              END = 'mass'
              THEN 1000.0
              ELSE 10000.0
            END AS "threshold"
          FROM (
            SELECT
              "t40".*
              EXCEPT ("code_of_facts", "importer_of_facts", "year_of_facts")
            FROM (
              SELECT
                "t39"."year" AS "year",
                "t39"."exporter" AS "exporter",
                "t39"."importer" AS "importer",
                "t39"."code" AS "code",
                "t39"."mass_exporter_kg" AS "mass_exporter_kg",
                "t39"."value_exporter_usd" AS "value_exporter_usd",
                "t39"."source_exporter" AS "source_exporter",
                "t39"."says_exporter" AS "says_exporter",
                "t39"."months_exporter" AS "months_exporter",
                "t39"."mass_importer_kg" AS "mass_importer_kg",
                "t39"."value_importer_usd" AS "value_importer_usd",
                "t39"."source_importer" AS "source_importer",
                "t39"."says_importer" AS "says_importer",
                "t39"."months_importer" AS "months_importer",
                "t39"."mass_re_export_kg" AS "mass_re_export_kg",
                "t39"."value_re_export_usd" AS "value_re_export_usd",
                "t39"."re_exports" AS "re_exports",
                "t39"."unspecified_exporter" AS "unspecified_exporter",
                "t39"."edition_exporter" AS "edition_exporter",
                "t39"."covered_exporter" AS "covered_exporter",
                "t39"."reports_exporter" AS "reports_exporter",
                "t39"."mentions_exporter" AS "mentions_exporter",
                "t39"."unspecified_importer" AS "unspecified_importer",
                "t39"."edition_importer" AS "edition_importer",
                "t39"."covered_importer" AS "covered_importer",
                "t39"."reports_importer" AS "reports_importer",
                "t19"."importer" AS "importer_of_facts",
                "t19"."code" AS "code_of_facts",
                "t19"."year" AS "year_of_facts",
                "t19"."mentions_importer" AS "mentions_importer"
              FROM (
                SELECT
                  "t37"."year" AS "year",
                  "t37"."exporter" AS "exporter",
                  "t37"."importer" AS "importer",
                  "t37"."code" AS "code",
                  "t37"."mass_exporter_kg" AS "mass_exporter_kg",
                  "t37"."value_exporter_usd" AS "value_exporter_usd",
                  "t37"."source_exporter" AS "source_exporter",
                  "t37"."says_exporter" AS "says_exporter",
                  "t37"."months_exporter" AS "months_exporter",
                  "t37"."mass_importer_kg" AS "mass_importer_kg",
                  "t37"."value_importer_usd" AS "value_importer_usd",
                  "t37"."source_importer" AS "source_importer",
                  "t37"."says_importer" AS "says_importer",
                  "t37"."months_importer" AS "months_importer",
                  "t37"."mass_re_export_kg" AS "mass_re_export_kg",
                  "t37"."value_re_export_usd" AS "value_re_export_usd",
                  "t37"."re_exports" AS "re_exports",
                  "t37"."unspecified_exporter" AS "unspecified_exporter",
                  "t37"."edition_exporter" AS "edition_exporter",
                  "t37"."covered_exporter" AS "covered_exporter",
                  "t37"."reports_exporter" AS "reports_exporter",
                  "t37"."mentions_exporter" AS "mentions_exporter",
                  COALESCE("t37"."unspecified_importer", FALSE) AS "unspecified_importer",
                  "t37"."edition_importer" AS "edition_importer",
                  "t37"."covered_importer" AS "covered_importer",
                  COALESCE("t37"."reports_importer", FALSE) AS "reports_importer"
                FROM (
                  SELECT
                    "t36".*
                    EXCEPT ("code_of_facts", "importer_of_facts", "year_of_facts")
                  FROM (
                    SELECT
                      "t35"."year" AS "year",
                      "t35"."exporter" AS "exporter",
                      "t35"."importer" AS "importer",
                      "t35"."code" AS "code",
                      "t35"."mass_exporter_kg" AS "mass_exporter_kg",
                      "t35"."value_exporter_usd" AS "value_exporter_usd",
                      "t35"."source_exporter" AS "source_exporter",
                      "t35"."says_exporter" AS "says_exporter",
                      "t35"."months_exporter" AS "months_exporter",
                      "t35"."mass_importer_kg" AS "mass_importer_kg",
                      "t35"."value_importer_usd" AS "value_importer_usd",
                      "t35"."source_importer" AS "source_importer",
                      "t35"."says_importer" AS "says_importer",
                      "t35"."months_importer" AS "months_importer",
                      "t35"."mass_re_export_kg" AS "mass_re_export_kg",
                      "t35"."value_re_export_usd" AS "value_re_export_usd",
                      "t35"."re_exports" AS "re_exports",
                      "t35"."unspecified_exporter" AS "unspecified_exporter",
                      "t35"."edition_exporter" AS "edition_exporter",
                      "t35"."covered_exporter" AS "covered_exporter",
                      "t35"."reports_exporter" AS "reports_exporter",
                      "t35"."mentions_exporter" AS "mentions_exporter",
                      "t26"."importer" AS "importer_of_facts",
                      "t26"."code" AS "code_of_facts",
                      "t26"."year" AS "year_of_facts",
                      "t26"."unspecified_importer" AS "unspecified_importer",
                      "t26"."edition_importer" AS "edition_importer",
                      "t26"."covered_importer" AS "covered_importer",
                      "t26"."reports_importer" AS "reports_importer"
                    FROM (
                      SELECT
                        "t33"."year" AS "year",
                        "t33"."exporter" AS "exporter",
                        "t33"."importer" AS "importer",
                        "t33"."code" AS "code",
                        "t33"."mass_exporter_kg" AS "mass_exporter_kg",
                        "t33"."value_exporter_usd" AS "value_exporter_usd",
                        "t33"."source_exporter" AS "source_exporter",
                        "t33"."says_exporter" AS "says_exporter",
                        "t33"."months_exporter" AS "months_exporter",
                        "t33"."mass_importer_kg" AS "mass_importer_kg",
                        "t33"."value_importer_usd" AS "value_importer_usd",
                        "t33"."source_importer" AS "source_importer",
                        "t33"."says_importer" AS "says_importer",
                        "t33"."months_importer" AS "months_importer",
                        "t33"."mass_re_export_kg" AS "mass_re_export_kg",
                        "t33"."value_re_export_usd" AS "value_re_export_usd",
                        "t33"."re_exports" AS "re_exports",
                        "t33"."unspecified_exporter" AS "unspecified_exporter",
                        "t33"."edition_exporter" AS "edition_exporter",
                        "t33"."covered_exporter" AS "covered_exporter",
                        "t33"."reports_exporter" AS "reports_exporter",
                        COALESCE("t33"."mentions_exporter", FALSE) AS "mentions_exporter"
                      FROM (
                        SELECT
                          "t32".*
                          EXCEPT ("code_of_facts", "exporter_of_facts", "year_of_facts")
                        FROM (
                          SELECT
                            "t31"."year" AS "year",
                            "t31"."exporter" AS "exporter",
                            "t31"."importer" AS "importer",
                            "t31"."code" AS "code",
                            "t31"."mass_exporter_kg" AS "mass_exporter_kg",
                            "t31"."value_exporter_usd" AS "value_exporter_usd",
                            "t31"."source_exporter" AS "source_exporter",
                            "t31"."says_exporter" AS "says_exporter",
                            "t31"."months_exporter" AS "months_exporter",
                            "t31"."mass_importer_kg" AS "mass_importer_kg",
                            "t31"."value_importer_usd" AS "value_importer_usd",
                            "t31"."source_importer" AS "source_importer",
                            "t31"."says_importer" AS "says_importer",
                            "t31"."months_importer" AS "months_importer",
                            "t31"."mass_re_export_kg" AS "mass_re_export_kg",
                            "t31"."value_re_export_usd" AS "value_re_export_usd",
                            "t31"."re_exports" AS "re_exports",
                            "t31"."unspecified_exporter" AS "unspecified_exporter",
                            "t31"."edition_exporter" AS "edition_exporter",
                            "t31"."covered_exporter" AS "covered_exporter",
                            "t31"."reports_exporter" AS "reports_exporter",
                            "t20"."exporter" AS "exporter_of_facts",
                            "t20"."code" AS "code_of_facts",
                            "t20"."year" AS "year_of_facts",
                            "t20"."mentions_exporter" AS "mentions_exporter"
                          FROM (
                            SELECT
                              "t29"."year" AS "year",
                              "t29"."exporter" AS "exporter",
                              "t29"."importer" AS "importer",
                              "t29"."code" AS "code",
                              "t29"."mass_exporter_kg" AS "mass_exporter_kg",
                              "t29"."value_exporter_usd" AS "value_exporter_usd",
                              "t29"."source_exporter" AS "source_exporter",
                              "t29"."says_exporter" AS "says_exporter",
                              "t29"."months_exporter" AS "months_exporter",
                              "t29"."mass_importer_kg" AS "mass_importer_kg",
                              "t29"."value_importer_usd" AS "value_importer_usd",
                              "t29"."source_importer" AS "source_importer",
                              "t29"."says_importer" AS "says_importer",
                              "t29"."months_importer" AS "months_importer",
                              "t29"."mass_re_export_kg" AS "mass_re_export_kg",
                              "t29"."value_re_export_usd" AS "value_re_export_usd",
                              "t29"."re_exports" AS "re_exports",
                              COALESCE("t29"."unspecified_exporter", FALSE) AS "unspecified_exporter",
                              "t29"."edition_exporter" AS "edition_exporter",
                              "t29"."covered_exporter" AS "covered_exporter",
                              COALESCE("t29"."reports_exporter", FALSE) AS "reports_exporter"
                            FROM (
                              SELECT
                                "t28".*
                                EXCEPT ("code_of_facts", "exporter_of_facts", "year_of_facts")
                              FROM (
                                SELECT
                                  "t21"."year" AS "year",
                                  "t21"."exporter" AS "exporter",
                                  "t21"."importer" AS "importer",
                                  "t21"."code" AS "code",
                                  "t21"."mass_exporter_kg" AS "mass_exporter_kg",
                                  "t21"."value_exporter_usd" AS "value_exporter_usd",
                                  "t21"."source_exporter" AS "source_exporter",
                                  "t21"."says_exporter" AS "says_exporter",
                                  "t21"."months_exporter" AS "months_exporter",
                                  "t21"."mass_importer_kg" AS "mass_importer_kg",
                                  "t21"."value_importer_usd" AS "value_importer_usd",
                                  "t21"."source_importer" AS "source_importer",
                                  "t21"."says_importer" AS "says_importer",
                                  "t21"."months_importer" AS "months_importer",
                                  "t21"."mass_re_export_kg" AS "mass_re_export_kg",
                                  "t21"."value_re_export_usd" AS "value_re_export_usd",
                                  "t21"."re_exports" AS "re_exports",
                                  "t27"."exporter" AS "exporter_of_facts",
                                  "t27"."code" AS "code_of_facts",
                                  "t27"."year" AS "year_of_facts",
                                  "t27"."unspecified_exporter" AS "unspecified_exporter",
                                  "t27"."edition_exporter" AS "edition_exporter",
                                  "t27"."covered_exporter" AS "covered_exporter",
                                  "t27"."reports_exporter" AS "reports_exporter"
                                FROM (
                                  SELECT
                                    "t11"."year" AS "year",
                                    "t11"."exporter" AS "exporter",
                                    "t11"."importer" AS "importer",
                                    "t11"."code" AS "code",
                                    maxIf(
                                      "t11"."mass_kg",
                                      (
                                        "t11"."side" = 'exporter'
                                      ) AND NOT (
                                        "t11"."direction_re"
                                      )
                                    ) AS "mass_exporter_kg",
                                    maxIf(
                                      "t11"."value_usd",
                                      (
                                        "t11"."side" = 'exporter'
                                      ) AND NOT (
                                        "t11"."direction_re"
                                      )
                                    ) AS "value_exporter_usd",
                                    maxIf("t11"."source", "t11"."side" = 'exporter') AS "source_exporter",
                                    isNotNull(maxIf("t11"."side", "t11"."side" = 'exporter')) AS "says_exporter",
                                    maxIf("t11"."months", "t11"."side" = 'exporter') AS "months_exporter",
                                    maxIf(
                                      "t11"."mass_kg",
                                      (
                                        "t11"."side" = 'importer'
                                      ) AND NOT (
                                        "t11"."direction_re"
                                      )
                                    ) AS "mass_importer_kg",
                                    maxIf(
                                      "t11"."value_usd",
                                      (
                                        "t11"."side" = 'importer'
                                      ) AND NOT (
                                        "t11"."direction_re"
                                      )
                                    ) AS "value_importer_usd",
                                    maxIf("t11"."source", "t11"."side" = 'importer') AS "source_importer",
                                    isNotNull(maxIf("t11"."side", "t11"."side" = 'importer')) AS "says_importer",
                                    maxIf("t11"."months", "t11"."side" = 'importer') AS "months_importer",
                                    maxIf("t11"."mass_kg", (
                                      "t11"."side" = 'exporter'
                                    ) AND "t11"."direction_re") AS "mass_re_export_kg",
                                    maxIf("t11"."value_usd", (
                                      "t11"."side" = 'exporter'
                                    ) AND "t11"."direction_re") AS "value_re_export_usd",
                                    isNotNull(maxIf("t11"."side", "t11"."direction_re")) AS "re_exports"
                                  FROM "t10" AS "t11"
                                  GROUP BY
                                    "t11"."year",
                                    "t11"."exporter",
                                    "t11"."importer",
                                    "t11"."code"
                                ) AS "t21"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t23"."reporter" AS "exporter",
                                    "t23"."code" AS "code",
                                    "t23"."year" AS "year",
                                    "t23"."unspecified_exporter" AS "unspecified_exporter",
                                    "t23"."edition_exporter" AS "edition_exporter",
                                    "t23"."covered_exporter" AS "covered_exporter",
                                    TRUE AS "reports_exporter"
                                  FROM (
                                    SELECT
                                      "t15"."reporter" AS "reporter",
                                      "t15"."code" AS "code",
                                      "t15"."year" AS "year",
                                      MAX(
                                        CAST(NOT (
                                          "t15"."partner" IN (
                                            'ABW',
                                            'AFG',
                                            'AGO',
                                            'AIA',
                                            'ALA',
                                            'ALB',
                                            'AND',
                                            'ANT',
                                            'ARE',
                                            'ARG',
                                            'ARM',
                                            'ASM',
                                            'ATA',
                                            'ATF',
                                            'ATG',
                                            'AUS',
                                            'AUT',
                                            'AZE',
                                            'BDI',
                                            'BEL',
                                            'BEN',
                                            'BES',
                                            'BFA',
                                            'BGD',
                                            'BGR',
                                            'BHR',
                                            'BHS',
                                            'BIH',
                                            'BLM',
                                            'BLR',
                                            'BLX',
                                            'BLZ',
                                            'BMU',
                                            'BOL',
                                            'BRA',
                                            'BRB',
                                            'BRN',
                                            'BTN',
                                            'BVT',
                                            'BWA',
                                            'CAF',
                                            'CAN',
                                            'CCK',
                                            'CHE',
                                            'CHL',
                                            'CHN',
                                            'CIV',
                                            'CMR',
                                            'COD',
                                            'COG',
                                            'COK',
                                            'COL',
                                            'COM',
                                            'CPV',
                                            'CRI',
                                            'CSK',
                                            'CUB',
                                            'CUW',
                                            'CXR',
                                            'CYM',
                                            'CYP',
                                            'CZE',
                                            'DDR',
                                            'DEU',
                                            'DJI',
                                            'DMA',
                                            'DNK',
                                            'DOM',
                                            'DZA',
                                            'ECU',
                                            'EGY',
                                            'ERI',
                                            'ESH',
                                            'ESP',
                                            'EST',
                                            'ETH',
                                            'FIN',
                                            'FJI',
                                            'FLK',
                                            'FRA',
                                            'FRO',
                                            'FSM',
                                            'GAB',
                                            'GBR',
                                            'GEO',
                                            'GGY',
                                            'GHA',
                                            'GIB',
                                            'GIN',
                                            'GLP',
                                            'GMB',
                                            'GNB',
                                            'GNQ',
                                            'GRC',
                                            'GRD',
                                            'GRL',
                                            'GTM',
                                            'GUF',
                                            'GUM',
                                            'GUY',
                                            'HKG',
                                            'HMD',
                                            'HND',
                                            'HRV',
                                            'HTI',
                                            'HUN',
                                            'IDN',
                                            'IMN',
                                            'IND',
                                            'IOT',
                                            'IRL',
                                            'IRN',
                                            'IRQ',
                                            'ISL',
                                            'ISR',
                                            'ITA',
                                            'JAM',
                                            'JEY',
                                            'JOR',
                                            'JPN',
                                            'KAZ',
                                            'KEN',
                                            'KGZ',
                                            'KHM',
                                            'KIR',
                                            'KNA',
                                            'KOR',
                                            'KWT',
                                            'LAO',
                                            'LBN',
                                            'LBR',
                                            'LBY',
                                            'LCA',
                                            'LIE',
                                            'LKA',
                                            'LSO',
                                            'LTU',
                                            'LUX',
                                            'LVA',
                                            'MAC',
                                            'MAF',
                                            'MAR',
                                            'MCO',
                                            'MDA',
                                            'MDG',
                                            'MDV',
                                            'MEX',
                                            'MHL',
                                            'MKD',
                                            'MLI',
                                            'MLT',
                                            'MMR',
                                            'MNE',
                                            'MNG',
                                            'MNP',
                                            'MOZ',
                                            'MRT',
                                            'MSR',
                                            'MTQ',
                                            'MUS',
                                            'MWI',
                                            'MYS',
                                            'MYT',
                                            'NAM',
                                            'NCL',
                                            'NER',
                                            'NFK',
                                            'NGA',
                                            'NIC',
                                            'NIU',
                                            'NLD',
                                            'NOR',
                                            'NPL',
                                            'NRU',
                                            'NTZ',
                                            'NZL',
                                            'OMN',
                                            'PAK',
                                            'PAN',
                                            'PCI',
                                            'PCN',
                                            'PER',
                                            'PHL',
                                            'PLW',
                                            'PNG',
                                            'POL',
                                            'PRI',
                                            'PRK',
                                            'PRT',
                                            'PRY',
                                            'PSE',
                                            'PUS',
                                            'PYF',
                                            'QAT',
                                            'REU',
                                            'ROU',
                                            'RUS',
                                            'RWA',
                                            'S19',
                                            'SAU',
                                            'SCG',
                                            'SDN',
                                            'SEN',
                                            'SGP',
                                            'SGS',
                                            'SHN',
                                            'SJM',
                                            'SLB',
                                            'SLE',
                                            'SLV',
                                            'SMR',
                                            'SOM',
                                            'SPM',
                                            'SRB',
                                            'SSD',
                                            'STP',
                                            'SUN',
                                            'SUR',
                                            'SVK',
                                            'SVN',
                                            'SWE',
                                            'SWZ',
                                            'SXM',
                                            'SYC',
                                            'SYR',
                                            'TCA',
                                            'TCD',
                                            'TGO',
                                            'THA',
                                            'TJK',
                                            'TKL',
                                            'TKM',
                                            'TLS',
                                            'TON',
                                            'TTO',
                                            'TUN',
                                            'TUR',
                                            'TUV',
                                            'TWN',
                                            'TZA',
                                            'UGA',
                                            'UKR',
                                            'UMI',
                                            'URY',
                                            'USA',
                                            'UZB',
                                            'VAT',
                                            'VCT',
                                            'VEN',
                                            'VGB',
                                            'VIR',
                                            'VNM',
                                            'VUT',
                                            'WLF',
                                            'WSM',
                                            'XCI',
                                            'XKX',
                                            'YEM',
                                            'YMD',
                                            'YUG',
                                            'ZA1',
                                            'ZAF',
                                            'ZMB',
                                            'ZWE'
                                          )
                                        ) AS Nullable(Int8))
                                      ) = 1 AS "unspecified_exporter",
                                      MAX("t15"."edition") AS "edition_exporter",
                                      MAX("t15"."months") AS "covered_exporter"
                                    FROM (
                                      SELECT
                                        *
                                      FROM "t10" AS "t11"
                                      WHERE
                                        "t11"."side" = 'exporter'
                                    ) AS "t15"
                                    GROUP BY
                                      "t15"."reporter",
                                      "t15"."code",
                                      "t15"."year"
                                  ) AS "t23"
                                ) AS "t27"
                                  ON "t21"."exporter" = "t27"."exporter"
                                  AND "t21"."code" = "t27"."code"
                                  AND "t21"."year" = "t27"."year"
                              ) AS "t28"
                            ) AS "t29"
                          ) AS "t31"
                          LEFT OUTER JOIN (
                            SELECT
                              "t14"."reporter" AS "exporter",
                              "t14"."code" AS "code",
                              "t14"."year" AS "year",
                              TRUE AS "mentions_exporter"
                            FROM (
                              SELECT DISTINCT
                                "t11"."reporter" AS "reporter",
                                "t11"."code" AS "code",
                                "t11"."year" AS "year"
                              FROM "t10" AS "t11"
                              WHERE
                                "t11"."side" <> 'exporter'
                            ) AS "t14"
                          ) AS "t20"
                            ON "t31"."exporter" = "t20"."exporter"
                            AND "t31"."code" = "t20"."code"
                            AND "t31"."year" = "t20"."year"
                        ) AS "t32"
                      ) AS "t33"
                    ) AS "t35"
                    LEFT OUTER JOIN (
                      SELECT
                        "t22"."reporter" AS "importer",
                        "t22"."code" AS "code",
                        "t22"."year" AS "year",
                        "t22"."unspecified_importer" AS "unspecified_importer",
                        "t22"."edition_importer" AS "edition_importer",
                        "t22"."covered_importer" AS "covered_importer",
                        TRUE AS "reports_importer"
                      FROM (
                        SELECT
                          "t13"."reporter" AS "reporter",
                          "t13"."code" AS "code",
                          "t13"."year" AS "year",
                          MAX(
                            CAST(NOT (
                              "t13"."partner" IN (
                                'ABW',
                                'AFG',
                                'AGO',
                                'AIA',
                                'ALA',
                                'ALB',
                                'AND',
                                'ANT',
                                'ARE',
                                'ARG',
                                'ARM',
                                'ASM',
                                'ATA',
                                'ATF',
                                'ATG',
                                'AUS',
                                'AUT',
                                'AZE',
                                'BDI',
                                'BEL',
                                'BEN',
                                'BES',
                                'BFA',
                                'BGD',
                                'BGR',
                                'BHR',
                                'BHS',
                                'BIH',
                                'BLM',
                                'BLR',
                                'BLX',
                                'BLZ',
                                'BMU',
                                'BOL',
                                'BRA',
                                'BRB',
                                'BRN',
                                'BTN',
                                'BVT',
                                'BWA',
                                'CAF',
                                'CAN',
                                'CCK',
                                'CHE',
                                'CHL',
                                'CHN',
                                'CIV',
                                'CMR',
                                'COD',
                                'COG',
                                'COK',
                                'COL',
                                'COM',
                                'CPV',
                                'CRI',
                                'CSK',
                                'CUB',
                                'CUW',
                                'CXR',
                                'CYM',
                                'CYP',
                                'CZE',
                                'DDR',
                                'DEU',
                                'DJI',
                                'DMA',
                                'DNK',
                                'DOM',
                                'DZA',
                                'ECU',
                                'EGY',
                                'ERI',
                                'ESH',
                                'ESP',
                                'EST',
                                'ETH',
                                'FIN',
                                'FJI',
                                'FLK',
                                'FRA',
                                'FRO',
                                'FSM',
                                'GAB',
                                'GBR',
                                'GEO',
                                'GGY',
                                'GHA',
                                'GIB',
                                'GIN',
                                'GLP',
                                'GMB',
                                'GNB',
                                'GNQ',
                                'GRC',
                                'GRD',
                                'GRL',
                                'GTM',
                                'GUF',
                                'GUM',
                                'GUY',
                                'HKG',
                                'HMD',
                                'HND',
                                'HRV',
                                'HTI',
                                'HUN',
                                'IDN',
                                'IMN',
                                'IND',
                                'IOT',
                                'IRL',
                                'IRN',
                                'IRQ',
                                'ISL',
                                'ISR',
                                'ITA',
                                'JAM',
                                'JEY',
                                'JOR',
                                'JPN',
                                'KAZ',
                                'KEN',
                                'KGZ',
                                'KHM',
                                'KIR',
                                'KNA',
                                'KOR',
                                'KWT',
                                'LAO',
                                'LBN',
                                'LBR',
                                'LBY',
                                'LCA',
                                'LIE',
                                'LKA',
                                'LSO',
                                'LTU',
                                'LUX',
                                'LVA',
                                'MAC',
                                'MAF',
                                'MAR',
                                'MCO',
                                'MDA',
                                'MDG',
                                'MDV',
                                'MEX',
                                'MHL',
                                'MKD',
                                'MLI',
                                'MLT',
                                'MMR',
                                'MNE',
                                'MNG',
                                'MNP',
                                'MOZ',
                                'MRT',
                                'MSR',
                                'MTQ',
                                'MUS',
                                'MWI',
                                'MYS',
                                'MYT',
                                'NAM',
                                'NCL',
                                'NER',
                                'NFK',
                                'NGA',
                                'NIC',
                                'NIU',
                                'NLD',
                                'NOR',
                                'NPL',
                                'NRU',
                                'NTZ',
                                'NZL',
                                'OMN',
                                'PAK',
                                'PAN',
                                'PCI',
                                'PCN',
                                'PER',
                                'PHL',
                                'PLW',
                                'PNG',
                                'POL',
                                'PRI',
                                'PRK',
                                'PRT',
                                'PRY',
                                'PSE',
                                'PUS',
                                'PYF',
                                'QAT',
                                'REU',
                                'ROU',
                                'RUS',
                                'RWA',
                                'S19',
                                'SAU',
                                'SCG',
                                'SDN',
                                'SEN',
                                'SGP',
                                'SGS',
                                'SHN',
                                'SJM',
                                'SLB',
                                'SLE',
                                'SLV',
                                'SMR',
                                'SOM',
                                'SPM',
                                'SRB',
                                'SSD',
                                'STP',
                                'SUN',
                                'SUR',
                                'SVK',
                                'SVN',
                                'SWE',
                                'SWZ',
                                'SXM',
                                'SYC',
                                'SYR',
                                'TCA',
                                'TCD',
                                'TGO',
                                'THA',
                                'TJK',
                                'TKL',
                                'TKM',
                                'TLS',
                                'TON',
                                'TTO',
                                'TUN',
                                'TUR',
                                'TUV',
                                'TWN',
                                'TZA',
                                'UGA',
                                'UKR',
                                'UMI',
                                'URY',
                                'USA',
                                'UZB',
                                'VAT',
                                'VCT',
                                'VEN',
                                'VGB',
                                'VIR',
                                'VNM',
                                'VUT',
                                'WLF',
                                'WSM',
                                'XCI',
                                'XKX',
                                'YEM',
                                'YMD',
                                'YUG',
                                'ZA1',
                                'ZAF',
                                'ZMB',
                                'ZWE'
                              )
                            ) AS Nullable(Int8))
                          ) = 1 AS "unspecified_importer",
                          MAX("t13"."edition") AS "edition_importer",
                          MAX("t13"."months") AS "covered_importer"
                        FROM (
                          SELECT
                            *
                          FROM "t10" AS "t11"
                          WHERE
                            "t11"."side" = 'importer'
                        ) AS "t13"
                        GROUP BY
                          "t13"."reporter",
                          "t13"."code",
                          "t13"."year"
                      ) AS "t22"
                    ) AS "t26"
                      ON "t35"."importer" = "t26"."importer"
                      AND "t35"."code" = "t26"."code"
                      AND "t35"."year" = "t26"."year"
                  ) AS "t36"
                ) AS "t37"
              ) AS "t39"
              LEFT OUTER JOIN (
                SELECT
                  "t12"."reporter" AS "importer",
                  "t12"."code" AS "code",
                  "t12"."year" AS "year",
                  TRUE AS "mentions_importer"
                FROM (
                  SELECT DISTINCT
                    "t11"."reporter" AS "reporter",
                    "t11"."code" AS "code",
                    "t11"."year" AS "year"
                  FROM "t10" AS "t11"
                  WHERE
                    "t11"."side" <> 'importer'
                ) AS "t12"
              ) AS "t19"
                ON "t39"."importer" = "t19"."importer"
                AND "t39"."code" = "t19"."code"
                AND "t39"."year" = "t19"."year"
            ) AS "t40"
          ) AS "t41"
        ) AS "t42"
      ) AS "t43"
    ) AS "t44"
  ) AS "t45"
) AS "t46"
ORDER BY
  "t46"."year" ASC,
  "t46"."code" ASC,
  "t46"."exporter" ASC,
  "t46"."importer" ASC
