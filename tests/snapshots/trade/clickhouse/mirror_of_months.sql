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
    "t2"."period" AS "period",
    "t2"."mass_kg" AS "mass_kg",
    "t2"."value_usd" AS "value_usd",
    "t2"."value_with_mass_usd" AS "value_with_mass_usd",
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
      "t1"."period" AS "period",
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
        AND "t0"."frequency" = 'M'
    ) AS "t1"
    GROUP BY
      "t1"."source",
      "t1"."nomenclature",
      "t1"."side",
      "t1"."year",
      "t1"."exporter",
      "t1"."importer",
      "t1"."code",
      "t1"."direction_re",
      "t1"."period"
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
    "t5"."period" AS "period",
    "t5"."mass_kg" AS "mass_kg",
    "t5"."value_usd" AS "value_usd",
    "t5"."value_with_mass_usd" AS "value_with_mass_usd",
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
          uniq("t4"."period") AS "_months"
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
), "t13" AS (
  SELECT
    *
  FROM "t10" AS "t11"
  WHERE
    "t11"."side" = 'importer'
), "t16" AS (
  SELECT
    *
  FROM "t10" AS "t11"
  WHERE
    "t11"."side" = 'exporter'
)
SELECT
  "t80"."exporter" AS "exporter",
  "t80"."importer" AS "importer",
  "t80"."year" AS "year",
  "t80"."period" AS "period",
  "t80"."code" AS "code",
  "t80"."mass_exporter_kg" AS "mass_exporter_kg",
  "t80"."mass_importer_kg" AS "mass_importer_kg",
  "t80"."value_exporter_usd" AS "value_exporter_usd",
  "t80"."value_importer_usd" AS "value_importer_usd",
  "t80"."mass_re_export_kg" AS "mass_re_export_kg",
  "t80"."gap_kg" AS "gap_kg",
  "t80"."kind" AS "kind",
  "t80"."silent_side" AS "silent_side",
  "t80"."compared_on" AS "compared_on",
  "t80"."source_exporter" AS "source_exporter",
  "t80"."source_importer" AS "source_importer",
  CASE
    WHEN "t80"."_codes" = ''
    THEN ''
    ELSE SUBSTRING(
      "t80"."_codes",
      CASE WHEN (
        0 + 1
      ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t80"."_codes") END,
      LENGTH("t80"."_codes") - 1
    )
  END AS "caveats"
FROM (
  SELECT
    "t79"."year" AS "year",
    "t79"."period" AS "period",
    "t79"."exporter" AS "exporter",
    "t79"."importer" AS "importer",
    "t79"."code" AS "code",
    "t79"."mass_exporter_kg" AS "mass_exporter_kg",
    "t79"."value_exporter_usd" AS "value_exporter_usd",
    "t79"."source_exporter" AS "source_exporter",
    "t79"."says_exporter" AS "says_exporter",
    "t79"."mass_importer_kg" AS "mass_importer_kg",
    "t79"."value_importer_usd" AS "value_importer_usd",
    "t79"."source_importer" AS "source_importer",
    "t79"."says_importer" AS "says_importer",
    "t79"."mass_re_export_kg" AS "mass_re_export_kg",
    "t79"."value_re_export_usd" AS "value_re_export_usd",
    "t79"."re_exports" AS "re_exports",
    "t79"."unspecified_exporter" AS "unspecified_exporter",
    "t79"."edition_exporter" AS "edition_exporter",
    "t79"."reports_exporter" AS "reports_exporter",
    "t79"."mentions_exporter" AS "mentions_exporter",
    "t79"."first_exporter" AS "first_exporter",
    "t79"."last_exporter" AS "last_exporter",
    "t79"."joined_exporter" AS "joined_exporter",
    "t79"."unspecified_importer" AS "unspecified_importer",
    "t79"."edition_importer" AS "edition_importer",
    "t79"."reports_importer" AS "reports_importer",
    "t79"."mentions_importer" AS "mentions_importer",
    "t79"."first_importer" AS "first_importer",
    "t79"."last_importer" AS "last_importer",
    "t79"."joined_importer" AS "joined_importer",
    "t79"."covers_exporter" AS "covers_exporter",
    "t79"."covers_importer" AS "covers_importer",
    "t79"."compared_on" AS "compared_on",
    "t79"."exported" AS "exported",
    "t79"."imported" AS "imported",
    "t79"."threshold" AS "threshold",
    "t79"."gap_kg" AS "gap_kg",
    "t79"."kind" AS "kind",
    "t79"."silent_side" AS "silent_side",
    "t79"."_time" AS "_time",
    "t79"."_surplus" AS "_surplus",
    "t79"."_before" AS "_before",
    "t79"."_after" AS "_after",
    CONCAT(
      CASE
        WHEN COALESCE(
          (
            (
              "t79"."silent_side" = 'exporter'
            ) AND NOT (
              "t79"."reports_exporter"
            )
          )
          OR (
            (
              "t79"."silent_side" = 'importer'
            ) AND NOT (
              "t79"."reports_importer"
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
                "t79"."silent_side" = 'exporter'
              ) AND NOT (
                "t79"."reports_exporter"
              )
            )
            OR (
              (
                "t79"."silent_side" = 'importer'
              ) AND NOT (
                "t79"."reports_importer"
              )
            )
          )
          AND (
            (
              (
                "t79"."silent_side" = 'exporter'
              ) AND "t79"."mentions_exporter"
            )
            OR (
              (
                "t79"."silent_side" = 'importer'
              ) AND "t79"."mentions_importer"
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
              "t79"."silent_side" = 'exporter'
            )
            AND "t79"."reports_exporter"
            AND NOT (
              "t79"."covers_exporter"
            )
          )
          OR (
            (
              "t79"."silent_side" = 'importer'
            )
            AND "t79"."reports_importer"
            AND NOT (
              "t79"."covers_importer"
            )
          ),
          FALSE
        )
        THEN 'time_not_covered|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(
          "t79"."says_exporter"
          AND isNull("t79"."mass_exporter_kg")
          AND isNull("t79"."mass_re_export_kg"),
          FALSE
        )
        THEN 'mass_unknown_exporter|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE("t79"."says_importer" AND isNull("t79"."mass_importer_kg"), FALSE)
        THEN 'mass_unknown_importer|'
        ELSE ''
      END,
      CASE WHEN COALESCE("t79"."re_exports", FALSE) THEN 're_exports|' ELSE '' END,
      CASE
        WHEN COALESCE(
          "t79"."code" IN (
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
          "t79"."exporter" IN (
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
          OR "t79"."importer" IN (
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
            ABS("t79"."_surplus") >= (
              GREATEST("t79"."exported", "t79"."imported") * 0.1
            )
          )
          AND COALESCE(
            (
              (
                "t79"."_surplus" > 0
              )
              AND (
                "t79"."_before" <= (
                  "t79"."_surplus" * -0.5
                )
              )
            )
            OR (
              (
                "t79"."_surplus" < 0
              )
              AND (
                "t79"."_after" >= (
                  "t79"."_surplus" * -0.5
                )
              )
            ),
            FALSE
          ),
          FALSE
        )
        THEN 'month_edge|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(
          isNotNull("t79"."value_exporter_usd") AND isNotNull("t79"."value_importer_usd"),
          FALSE
        )
        THEN 'cif_fob|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(startsWith("t79"."code", '26') OR startsWith("t79"."code", '2530'), FALSE)
        THEN 'wet_dry_tonnes|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(
          CASE
            WHEN "t79"."exported" < "t79"."imported"
            THEN "t79"."unspecified_exporter"
            WHEN "t79"."imported" < "t79"."exported"
            THEN "t79"."unspecified_importer"
            ELSE FALSE
          END,
          FALSE
        )
        THEN 'confidentiality|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE("t79"."edition_exporter" <> "t79"."edition_importer", FALSE)
        THEN 'hs_vintage_differs|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(GREATEST("t79"."exported", "t79"."imported") < "t79"."threshold", FALSE)
        THEN 'low_value_threshold|'
        ELSE ''
      END
    ) AS "_codes"
  FROM (
    SELECT
      "t78"."year" AS "year",
      "t78"."period" AS "period",
      "t78"."exporter" AS "exporter",
      "t78"."importer" AS "importer",
      "t78"."code" AS "code",
      "t78"."mass_exporter_kg" AS "mass_exporter_kg",
      "t78"."value_exporter_usd" AS "value_exporter_usd",
      "t78"."source_exporter" AS "source_exporter",
      "t78"."says_exporter" AS "says_exporter",
      "t78"."mass_importer_kg" AS "mass_importer_kg",
      "t78"."value_importer_usd" AS "value_importer_usd",
      "t78"."source_importer" AS "source_importer",
      "t78"."says_importer" AS "says_importer",
      "t78"."mass_re_export_kg" AS "mass_re_export_kg",
      "t78"."value_re_export_usd" AS "value_re_export_usd",
      "t78"."re_exports" AS "re_exports",
      "t78"."unspecified_exporter" AS "unspecified_exporter",
      "t78"."edition_exporter" AS "edition_exporter",
      "t78"."reports_exporter" AS "reports_exporter",
      "t78"."mentions_exporter" AS "mentions_exporter",
      "t78"."first_exporter" AS "first_exporter",
      "t78"."last_exporter" AS "last_exporter",
      "t78"."joined_exporter" AS "joined_exporter",
      "t78"."unspecified_importer" AS "unspecified_importer",
      "t78"."edition_importer" AS "edition_importer",
      "t78"."reports_importer" AS "reports_importer",
      "t78"."mentions_importer" AS "mentions_importer",
      "t78"."first_importer" AS "first_importer",
      "t78"."last_importer" AS "last_importer",
      "t78"."joined_importer" AS "joined_importer",
      "t78"."covers_exporter" AS "covers_exporter",
      "t78"."covers_importer" AS "covers_importer",
      "t78"."compared_on" AS "compared_on",
      "t78"."exported" AS "exported",
      "t78"."imported" AS "imported",
      "t78"."threshold" AS "threshold",
      "t78"."gap_kg" AS "gap_kg",
      "t78"."kind" AS "kind",
      "t78"."silent_side" AS "silent_side",
      "t78"."_time" AS "_time",
      "t78"."_surplus" AS "_surplus",
      CASE
        WHEN (
          "t78"."_time" - lagInFrame("t78"."_time") OVER (
            PARTITION BY "t78"."exporter", "t78"."importer", "t78"."code"
            ORDER BY "t78"."_time" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          )
        ) = 1
        THEN lagInFrame("t78"."_surplus") OVER (
          PARTITION BY "t78"."exporter", "t78"."importer", "t78"."code"
          ORDER BY "t78"."_time" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
        ELSE NULL
      END AS "_before",
      CASE
        WHEN (
          leadInFrame("t78"."_time") OVER (
            PARTITION BY "t78"."exporter", "t78"."importer", "t78"."code"
            ORDER BY "t78"."_time" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - "t78"."_time"
        ) = 1
        THEN leadInFrame("t78"."_surplus") OVER (
          PARTITION BY "t78"."exporter", "t78"."importer", "t78"."code"
          ORDER BY "t78"."_time" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
        ELSE NULL
      END AS "_after"
    FROM (
      SELECT
        "t77"."year" AS "year",
        "t77"."period" AS "period",
        "t77"."exporter" AS "exporter",
        "t77"."importer" AS "importer",
        "t77"."code" AS "code",
        "t77"."mass_exporter_kg" AS "mass_exporter_kg",
        "t77"."value_exporter_usd" AS "value_exporter_usd",
        "t77"."source_exporter" AS "source_exporter",
        "t77"."says_exporter" AS "says_exporter",
        "t77"."mass_importer_kg" AS "mass_importer_kg",
        "t77"."value_importer_usd" AS "value_importer_usd",
        "t77"."source_importer" AS "source_importer",
        "t77"."says_importer" AS "says_importer",
        "t77"."mass_re_export_kg" AS "mass_re_export_kg",
        "t77"."value_re_export_usd" AS "value_re_export_usd",
        "t77"."re_exports" AS "re_exports",
        "t77"."unspecified_exporter" AS "unspecified_exporter",
        "t77"."edition_exporter" AS "edition_exporter",
        "t77"."reports_exporter" AS "reports_exporter",
        "t77"."mentions_exporter" AS "mentions_exporter",
        "t77"."first_exporter" AS "first_exporter",
        "t77"."last_exporter" AS "last_exporter",
        "t77"."joined_exporter" AS "joined_exporter",
        "t77"."unspecified_importer" AS "unspecified_importer",
        "t77"."edition_importer" AS "edition_importer",
        "t77"."reports_importer" AS "reports_importer",
        "t77"."mentions_importer" AS "mentions_importer",
        "t77"."first_importer" AS "first_importer",
        "t77"."last_importer" AS "last_importer",
        "t77"."joined_importer" AS "joined_importer",
        "t77"."covers_exporter" AS "covers_exporter",
        "t77"."covers_importer" AS "covers_importer",
        "t77"."compared_on" AS "compared_on",
        "t77"."exported" AS "exported",
        "t77"."imported" AS "imported",
        "t77"."threshold" AS "threshold",
        "t77"."gap_kg" AS "gap_kg",
        "t77"."kind" AS "kind",
        CASE
          WHEN NOT (
            "t77"."says_exporter"
          )
          THEN 'exporter'
          WHEN NOT (
            "t77"."says_importer"
          )
          THEN 'importer'
          WHEN "t77"."kind" = 'orphan'
          THEN 'exporter'
          WHEN "t77"."kind" = 'ghost'
          THEN 'importer'
          ELSE NULL
        END AS "silent_side",
        CASE
          WHEN position("t77"."period", '/') > 0
          THEN NULL
          ELSE (
            "t77"."year" * 12
          ) + CAST(SUBSTRING(
            "t77"."period",
            CASE WHEN (
              5 + 1
            ) >= 1 THEN 5 + 1 ELSE 5 + 1 + LENGTH("t77"."period") END,
            2
          ) AS Nullable(Int32))
        END AS "_time",
        CASE
          WHEN "t77"."kind" <> 'not_reported'
          THEN "t77"."imported" - "t77"."exported"
          ELSE NULL
        END AS "_surplus"
      FROM (
        SELECT
          "t76"."year" AS "year",
          "t76"."period" AS "period",
          "t76"."exporter" AS "exporter",
          "t76"."importer" AS "importer",
          "t76"."code" AS "code",
          "t76"."mass_exporter_kg" AS "mass_exporter_kg",
          "t76"."value_exporter_usd" AS "value_exporter_usd",
          "t76"."source_exporter" AS "source_exporter",
          "t76"."says_exporter" AS "says_exporter",
          "t76"."mass_importer_kg" AS "mass_importer_kg",
          "t76"."value_importer_usd" AS "value_importer_usd",
          "t76"."source_importer" AS "source_importer",
          "t76"."says_importer" AS "says_importer",
          "t76"."mass_re_export_kg" AS "mass_re_export_kg",
          "t76"."value_re_export_usd" AS "value_re_export_usd",
          "t76"."re_exports" AS "re_exports",
          "t76"."unspecified_exporter" AS "unspecified_exporter",
          "t76"."edition_exporter" AS "edition_exporter",
          "t76"."reports_exporter" AS "reports_exporter",
          "t76"."mentions_exporter" AS "mentions_exporter",
          "t76"."first_exporter" AS "first_exporter",
          "t76"."last_exporter" AS "last_exporter",
          "t76"."joined_exporter" AS "joined_exporter",
          "t76"."unspecified_importer" AS "unspecified_importer",
          "t76"."edition_importer" AS "edition_importer",
          "t76"."reports_importer" AS "reports_importer",
          "t76"."mentions_importer" AS "mentions_importer",
          "t76"."first_importer" AS "first_importer",
          "t76"."last_importer" AS "last_importer",
          "t76"."joined_importer" AS "joined_importer",
          "t76"."covers_exporter" AS "covers_exporter",
          "t76"."covers_importer" AS "covers_importer",
          "t76"."compared_on" AS "compared_on",
          "t76"."exported" AS "exported",
          "t76"."imported" AS "imported",
          "t76"."threshold" AS "threshold",
          "t76"."mass_importer_kg" - "t76"."mass_exporter_kg" AS "gap_kg",
          CASE
            WHEN COALESCE(
              (
                "t76"."imported" >= "t76"."threshold"
              )
              AND (
                "t76"."exported" <= (
                  "t76"."imported" * 0.01
                )
              )
              AND (
                "t76"."reports_exporter" AND "t76"."covers_exporter"
              ),
              FALSE
            )
            THEN 'orphan'
            WHEN COALESCE(
              (
                "t76"."exported" >= "t76"."threshold"
              )
              AND (
                "t76"."imported" <= (
                  "t76"."exported" * 0.01
                )
              )
              AND (
                "t76"."reports_importer" AND "t76"."covers_importer"
              ),
              FALSE
            )
            THEN 'ghost'
            WHEN "t76"."says_exporter" AND "t76"."says_importer"
            THEN 'matched'
            ELSE 'not_reported'
          END AS "kind"
        FROM (
          SELECT
            "t75"."year" AS "year",
            "t75"."period" AS "period",
            "t75"."exporter" AS "exporter",
            "t75"."importer" AS "importer",
            "t75"."code" AS "code",
            "t75"."mass_exporter_kg" AS "mass_exporter_kg",
            "t75"."value_exporter_usd" AS "value_exporter_usd",
            "t75"."source_exporter" AS "source_exporter",
            "t75"."says_exporter" AS "says_exporter",
            "t75"."mass_importer_kg" AS "mass_importer_kg",
            "t75"."value_importer_usd" AS "value_importer_usd",
            "t75"."source_importer" AS "source_importer",
            "t75"."says_importer" AS "says_importer",
            "t75"."mass_re_export_kg" AS "mass_re_export_kg",
            "t75"."value_re_export_usd" AS "value_re_export_usd",
            "t75"."re_exports" AS "re_exports",
            "t75"."unspecified_exporter" AS "unspecified_exporter",
            "t75"."edition_exporter" AS "edition_exporter",
            "t75"."reports_exporter" AS "reports_exporter",
            "t75"."mentions_exporter" AS "mentions_exporter",
            "t75"."first_exporter" AS "first_exporter",
            "t75"."last_exporter" AS "last_exporter",
            "t75"."joined_exporter" AS "joined_exporter",
            "t75"."unspecified_importer" AS "unspecified_importer",
            "t75"."edition_importer" AS "edition_importer",
            "t75"."reports_importer" AS "reports_importer",
            "t75"."mentions_importer" AS "mentions_importer",
            "t75"."first_importer" AS "first_importer",
            "t75"."last_importer" AS "last_importer",
            COALESCE("t75"."joined_importer", FALSE) AS "joined_importer",
            COALESCE("t75"."period" BETWEEN "t75"."first_exporter" AND "t75"."last_exporter", FALSE)
            AND NOT (
              "t75"."joined_exporter"
            )
            AND NOT (
              position("t75"."period", '/') > 0
            ) AS "covers_exporter",
            COALESCE("t75"."period" BETWEEN "t75"."first_importer" AND "t75"."last_importer", FALSE)
            AND NOT (
              COALESCE("t75"."joined_importer", FALSE)
            )
            AND NOT (
              position("t75"."period", '/') > 0
            ) AS "covers_importer",
            CASE
              WHEN NOT (
                (
                  "t75"."says_exporter"
                  AND isNull(COALESCE("t75"."mass_exporter_kg", "t75"."mass_re_export_kg"))
                )
                OR (
                  "t75"."says_importer" AND isNull("t75"."mass_importer_kg")
                )
              )
              THEN 'mass'
              WHEN NOT (
                (
                  "t75"."says_exporter"
                  AND isNull(COALESCE("t75"."value_exporter_usd", "t75"."value_re_export_usd"))
                )
                OR (
                  "t75"."says_importer" AND isNull("t75"."value_importer_usd")
                )
              )
              THEN 'value'
              ELSE NULL
            END AS "compared_on",
            CASE
              WHEN NOT (
                (
                  "t75"."says_exporter"
                  AND isNull(COALESCE("t75"."mass_exporter_kg", "t75"."mass_re_export_kg"))
                )
                OR (
                  "t75"."says_importer" AND isNull("t75"."mass_importer_kg")
                )
              )
              THEN CASE
                WHEN "t75"."says_exporter"
                THEN CAST(COALESCE("t75"."mass_exporter_kg", "t75"."mass_re_export_kg") AS Nullable(Float64))
                ELSE 0.0
              END
              WHEN NOT (
                (
                  "t75"."says_exporter"
                  AND isNull(COALESCE("t75"."value_exporter_usd", "t75"."value_re_export_usd"))
                )
                OR (
                  "t75"."says_importer" AND isNull("t75"."value_importer_usd")
                )
              )
              THEN CASE
                WHEN "t75"."says_exporter"
                THEN CAST(COALESCE("t75"."value_exporter_usd", "t75"."value_re_export_usd") AS Nullable(Float64))
                ELSE 0.0
              END
              ELSE NULL
            END AS "exported",
            CASE
              WHEN NOT (
                (
                  "t75"."says_exporter"
                  AND isNull(COALESCE("t75"."mass_exporter_kg", "t75"."mass_re_export_kg"))
                )
                OR (
                  "t75"."says_importer" AND isNull("t75"."mass_importer_kg")
                )
              )
              THEN CASE
                WHEN "t75"."says_importer"
                THEN CAST("t75"."mass_importer_kg" AS Nullable(Float64))
                ELSE 0.0
              END
              WHEN NOT (
                (
                  "t75"."says_exporter"
                  AND isNull(COALESCE("t75"."value_exporter_usd", "t75"."value_re_export_usd"))
                )
                OR (
                  "t75"."says_importer" AND isNull("t75"."value_importer_usd")
                )
              )
              THEN CASE
                WHEN "t75"."says_importer"
                THEN CAST("t75"."value_importer_usd" AS Nullable(Float64))
                ELSE 0.0
              END
              ELSE NULL
            END AS "imported",
            CASE
              WHEN CASE
                WHEN NOT (
                  (
                    "t75"."says_exporter"
                    AND isNull(COALESCE("t75"."mass_exporter_kg", "t75"."mass_re_export_kg"))
                  )
                  OR (
                    "t75"."says_importer" AND isNull("t75"."mass_importer_kg")
                  )
                )
                THEN 'mass'
                WHEN NOT (
                  (
                    "t75"."says_exporter"
                    AND isNull(COALESCE("t75"."value_exporter_usd", "t75"."value_re_export_usd"))
                  )
                  OR (
                    "t75"."says_importer" AND isNull("t75"."value_importer_usd")
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
              "t74".*
              EXCEPT ("code_of_facts", "importer_of_facts", "period_of_facts", "year_of_facts")
            FROM (
              SELECT
                "t73"."year" AS "year",
                "t73"."period" AS "period",
                "t73"."exporter" AS "exporter",
                "t73"."importer" AS "importer",
                "t73"."code" AS "code",
                "t73"."mass_exporter_kg" AS "mass_exporter_kg",
                "t73"."value_exporter_usd" AS "value_exporter_usd",
                "t73"."source_exporter" AS "source_exporter",
                "t73"."says_exporter" AS "says_exporter",
                "t73"."mass_importer_kg" AS "mass_importer_kg",
                "t73"."value_importer_usd" AS "value_importer_usd",
                "t73"."source_importer" AS "source_importer",
                "t73"."says_importer" AS "says_importer",
                "t73"."mass_re_export_kg" AS "mass_re_export_kg",
                "t73"."value_re_export_usd" AS "value_re_export_usd",
                "t73"."re_exports" AS "re_exports",
                "t73"."unspecified_exporter" AS "unspecified_exporter",
                "t73"."edition_exporter" AS "edition_exporter",
                "t73"."reports_exporter" AS "reports_exporter",
                "t73"."mentions_exporter" AS "mentions_exporter",
                "t73"."first_exporter" AS "first_exporter",
                "t73"."last_exporter" AS "last_exporter",
                "t73"."joined_exporter" AS "joined_exporter",
                "t73"."unspecified_importer" AS "unspecified_importer",
                "t73"."edition_importer" AS "edition_importer",
                "t73"."reports_importer" AS "reports_importer",
                "t73"."mentions_importer" AS "mentions_importer",
                "t73"."first_importer" AS "first_importer",
                "t73"."last_importer" AS "last_importer",
                "t32"."importer" AS "importer_of_facts",
                "t32"."code" AS "code_of_facts",
                "t32"."year" AS "year_of_facts",
                "t32"."period" AS "period_of_facts",
                "t32"."joined_importer" AS "joined_importer"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t70".*
                    EXCEPT ("importer_of_facts")
                  FROM (
                    SELECT
                      "t69"."year" AS "year",
                      "t69"."period" AS "period",
                      "t69"."exporter" AS "exporter",
                      "t69"."importer" AS "importer",
                      "t69"."code" AS "code",
                      "t69"."mass_exporter_kg" AS "mass_exporter_kg",
                      "t69"."value_exporter_usd" AS "value_exporter_usd",
                      "t69"."source_exporter" AS "source_exporter",
                      "t69"."says_exporter" AS "says_exporter",
                      "t69"."mass_importer_kg" AS "mass_importer_kg",
                      "t69"."value_importer_usd" AS "value_importer_usd",
                      "t69"."source_importer" AS "source_importer",
                      "t69"."says_importer" AS "says_importer",
                      "t69"."mass_re_export_kg" AS "mass_re_export_kg",
                      "t69"."value_re_export_usd" AS "value_re_export_usd",
                      "t69"."re_exports" AS "re_exports",
                      "t69"."unspecified_exporter" AS "unspecified_exporter",
                      "t69"."edition_exporter" AS "edition_exporter",
                      "t69"."reports_exporter" AS "reports_exporter",
                      "t69"."mentions_exporter" AS "mentions_exporter",
                      "t69"."first_exporter" AS "first_exporter",
                      "t69"."last_exporter" AS "last_exporter",
                      "t69"."joined_exporter" AS "joined_exporter",
                      "t69"."unspecified_importer" AS "unspecified_importer",
                      "t69"."edition_importer" AS "edition_importer",
                      "t69"."reports_importer" AS "reports_importer",
                      "t69"."mentions_importer" AS "mentions_importer",
                      "t40"."importer" AS "importer_of_facts",
                      "t40"."first_importer" AS "first_importer",
                      "t40"."last_importer" AS "last_importer"
                    FROM (
                      SELECT
                        "t67"."year" AS "year",
                        "t67"."period" AS "period",
                        "t67"."exporter" AS "exporter",
                        "t67"."importer" AS "importer",
                        "t67"."code" AS "code",
                        "t67"."mass_exporter_kg" AS "mass_exporter_kg",
                        "t67"."value_exporter_usd" AS "value_exporter_usd",
                        "t67"."source_exporter" AS "source_exporter",
                        "t67"."says_exporter" AS "says_exporter",
                        "t67"."mass_importer_kg" AS "mass_importer_kg",
                        "t67"."value_importer_usd" AS "value_importer_usd",
                        "t67"."source_importer" AS "source_importer",
                        "t67"."says_importer" AS "says_importer",
                        "t67"."mass_re_export_kg" AS "mass_re_export_kg",
                        "t67"."value_re_export_usd" AS "value_re_export_usd",
                        "t67"."re_exports" AS "re_exports",
                        "t67"."unspecified_exporter" AS "unspecified_exporter",
                        "t67"."edition_exporter" AS "edition_exporter",
                        "t67"."reports_exporter" AS "reports_exporter",
                        "t67"."mentions_exporter" AS "mentions_exporter",
                        "t67"."first_exporter" AS "first_exporter",
                        "t67"."last_exporter" AS "last_exporter",
                        "t67"."joined_exporter" AS "joined_exporter",
                        "t67"."unspecified_importer" AS "unspecified_importer",
                        "t67"."edition_importer" AS "edition_importer",
                        "t67"."reports_importer" AS "reports_importer",
                        COALESCE("t67"."mentions_importer", FALSE) AS "mentions_importer"
                      FROM (
                        SELECT
                          "t66".*
                          EXCEPT ("code_of_facts", "importer_of_facts", "year_of_facts")
                        FROM (
                          SELECT
                            "t65"."year" AS "year",
                            "t65"."period" AS "period",
                            "t65"."exporter" AS "exporter",
                            "t65"."importer" AS "importer",
                            "t65"."code" AS "code",
                            "t65"."mass_exporter_kg" AS "mass_exporter_kg",
                            "t65"."value_exporter_usd" AS "value_exporter_usd",
                            "t65"."source_exporter" AS "source_exporter",
                            "t65"."says_exporter" AS "says_exporter",
                            "t65"."mass_importer_kg" AS "mass_importer_kg",
                            "t65"."value_importer_usd" AS "value_importer_usd",
                            "t65"."source_importer" AS "source_importer",
                            "t65"."says_importer" AS "says_importer",
                            "t65"."mass_re_export_kg" AS "mass_re_export_kg",
                            "t65"."value_re_export_usd" AS "value_re_export_usd",
                            "t65"."re_exports" AS "re_exports",
                            "t65"."unspecified_exporter" AS "unspecified_exporter",
                            "t65"."edition_exporter" AS "edition_exporter",
                            "t65"."reports_exporter" AS "reports_exporter",
                            "t65"."mentions_exporter" AS "mentions_exporter",
                            "t65"."first_exporter" AS "first_exporter",
                            "t65"."last_exporter" AS "last_exporter",
                            "t65"."joined_exporter" AS "joined_exporter",
                            "t65"."unspecified_importer" AS "unspecified_importer",
                            "t65"."edition_importer" AS "edition_importer",
                            "t65"."reports_importer" AS "reports_importer",
                            "t27"."importer" AS "importer_of_facts",
                            "t27"."code" AS "code_of_facts",
                            "t27"."year" AS "year_of_facts",
                            "t27"."mentions_importer" AS "mentions_importer"
                          FROM (
                            SELECT
                              "t63"."year" AS "year",
                              "t63"."period" AS "period",
                              "t63"."exporter" AS "exporter",
                              "t63"."importer" AS "importer",
                              "t63"."code" AS "code",
                              "t63"."mass_exporter_kg" AS "mass_exporter_kg",
                              "t63"."value_exporter_usd" AS "value_exporter_usd",
                              "t63"."source_exporter" AS "source_exporter",
                              "t63"."says_exporter" AS "says_exporter",
                              "t63"."mass_importer_kg" AS "mass_importer_kg",
                              "t63"."value_importer_usd" AS "value_importer_usd",
                              "t63"."source_importer" AS "source_importer",
                              "t63"."says_importer" AS "says_importer",
                              "t63"."mass_re_export_kg" AS "mass_re_export_kg",
                              "t63"."value_re_export_usd" AS "value_re_export_usd",
                              "t63"."re_exports" AS "re_exports",
                              "t63"."unspecified_exporter" AS "unspecified_exporter",
                              "t63"."edition_exporter" AS "edition_exporter",
                              "t63"."reports_exporter" AS "reports_exporter",
                              "t63"."mentions_exporter" AS "mentions_exporter",
                              "t63"."first_exporter" AS "first_exporter",
                              "t63"."last_exporter" AS "last_exporter",
                              "t63"."joined_exporter" AS "joined_exporter",
                              COALESCE("t63"."unspecified_importer", FALSE) AS "unspecified_importer",
                              "t63"."edition_importer" AS "edition_importer",
                              COALESCE("t63"."reports_importer", FALSE) AS "reports_importer"
                            FROM (
                              SELECT
                                "t62".*
                                EXCEPT ("code_of_facts", "importer_of_facts", "year_of_facts")
                              FROM (
                                SELECT
                                  "t61"."year" AS "year",
                                  "t61"."period" AS "period",
                                  "t61"."exporter" AS "exporter",
                                  "t61"."importer" AS "importer",
                                  "t61"."code" AS "code",
                                  "t61"."mass_exporter_kg" AS "mass_exporter_kg",
                                  "t61"."value_exporter_usd" AS "value_exporter_usd",
                                  "t61"."source_exporter" AS "source_exporter",
                                  "t61"."says_exporter" AS "says_exporter",
                                  "t61"."mass_importer_kg" AS "mass_importer_kg",
                                  "t61"."value_importer_usd" AS "value_importer_usd",
                                  "t61"."source_importer" AS "source_importer",
                                  "t61"."says_importer" AS "says_importer",
                                  "t61"."mass_re_export_kg" AS "mass_re_export_kg",
                                  "t61"."value_re_export_usd" AS "value_re_export_usd",
                                  "t61"."re_exports" AS "re_exports",
                                  "t61"."unspecified_exporter" AS "unspecified_exporter",
                                  "t61"."edition_exporter" AS "edition_exporter",
                                  "t61"."reports_exporter" AS "reports_exporter",
                                  "t61"."mentions_exporter" AS "mentions_exporter",
                                  "t61"."first_exporter" AS "first_exporter",
                                  "t61"."last_exporter" AS "last_exporter",
                                  "t61"."joined_exporter" AS "joined_exporter",
                                  "t44"."importer" AS "importer_of_facts",
                                  "t44"."code" AS "code_of_facts",
                                  "t44"."year" AS "year_of_facts",
                                  "t44"."unspecified_importer" AS "unspecified_importer",
                                  "t44"."edition_importer" AS "edition_importer",
                                  "t44"."reports_importer" AS "reports_importer"
                                FROM (
                                  SELECT
                                    "t59"."year" AS "year",
                                    "t59"."period" AS "period",
                                    "t59"."exporter" AS "exporter",
                                    "t59"."importer" AS "importer",
                                    "t59"."code" AS "code",
                                    "t59"."mass_exporter_kg" AS "mass_exporter_kg",
                                    "t59"."value_exporter_usd" AS "value_exporter_usd",
                                    "t59"."source_exporter" AS "source_exporter",
                                    "t59"."says_exporter" AS "says_exporter",
                                    "t59"."mass_importer_kg" AS "mass_importer_kg",
                                    "t59"."value_importer_usd" AS "value_importer_usd",
                                    "t59"."source_importer" AS "source_importer",
                                    "t59"."says_importer" AS "says_importer",
                                    "t59"."mass_re_export_kg" AS "mass_re_export_kg",
                                    "t59"."value_re_export_usd" AS "value_re_export_usd",
                                    "t59"."re_exports" AS "re_exports",
                                    "t59"."unspecified_exporter" AS "unspecified_exporter",
                                    "t59"."edition_exporter" AS "edition_exporter",
                                    "t59"."reports_exporter" AS "reports_exporter",
                                    "t59"."mentions_exporter" AS "mentions_exporter",
                                    "t59"."first_exporter" AS "first_exporter",
                                    "t59"."last_exporter" AS "last_exporter",
                                    COALESCE("t59"."joined_exporter", FALSE) AS "joined_exporter"
                                  FROM (
                                    SELECT
                                      "t58".*
                                      EXCEPT ("code_of_facts", "exporter_of_facts", "period_of_facts", "year_of_facts")
                                    FROM (
                                      SELECT
                                        "t57"."year" AS "year",
                                        "t57"."period" AS "period",
                                        "t57"."exporter" AS "exporter",
                                        "t57"."importer" AS "importer",
                                        "t57"."code" AS "code",
                                        "t57"."mass_exporter_kg" AS "mass_exporter_kg",
                                        "t57"."value_exporter_usd" AS "value_exporter_usd",
                                        "t57"."source_exporter" AS "source_exporter",
                                        "t57"."says_exporter" AS "says_exporter",
                                        "t57"."mass_importer_kg" AS "mass_importer_kg",
                                        "t57"."value_importer_usd" AS "value_importer_usd",
                                        "t57"."source_importer" AS "source_importer",
                                        "t57"."says_importer" AS "says_importer",
                                        "t57"."mass_re_export_kg" AS "mass_re_export_kg",
                                        "t57"."value_re_export_usd" AS "value_re_export_usd",
                                        "t57"."re_exports" AS "re_exports",
                                        "t57"."unspecified_exporter" AS "unspecified_exporter",
                                        "t57"."edition_exporter" AS "edition_exporter",
                                        "t57"."reports_exporter" AS "reports_exporter",
                                        "t57"."mentions_exporter" AS "mentions_exporter",
                                        "t57"."first_exporter" AS "first_exporter",
                                        "t57"."last_exporter" AS "last_exporter",
                                        "t33"."exporter" AS "exporter_of_facts",
                                        "t33"."code" AS "code_of_facts",
                                        "t33"."year" AS "year_of_facts",
                                        "t33"."period" AS "period_of_facts",
                                        "t33"."joined_exporter" AS "joined_exporter"
                                      FROM (
                                        SELECT
                                          *
                                        FROM (
                                          SELECT
                                            "t54".*
                                            EXCEPT ("exporter_of_facts")
                                          FROM (
                                            SELECT
                                              "t53"."year" AS "year",
                                              "t53"."period" AS "period",
                                              "t53"."exporter" AS "exporter",
                                              "t53"."importer" AS "importer",
                                              "t53"."code" AS "code",
                                              "t53"."mass_exporter_kg" AS "mass_exporter_kg",
                                              "t53"."value_exporter_usd" AS "value_exporter_usd",
                                              "t53"."source_exporter" AS "source_exporter",
                                              "t53"."says_exporter" AS "says_exporter",
                                              "t53"."mass_importer_kg" AS "mass_importer_kg",
                                              "t53"."value_importer_usd" AS "value_importer_usd",
                                              "t53"."source_importer" AS "source_importer",
                                              "t53"."says_importer" AS "says_importer",
                                              "t53"."mass_re_export_kg" AS "mass_re_export_kg",
                                              "t53"."value_re_export_usd" AS "value_re_export_usd",
                                              "t53"."re_exports" AS "re_exports",
                                              "t53"."unspecified_exporter" AS "unspecified_exporter",
                                              "t53"."edition_exporter" AS "edition_exporter",
                                              "t53"."reports_exporter" AS "reports_exporter",
                                              "t53"."mentions_exporter" AS "mentions_exporter",
                                              "t42"."exporter" AS "exporter_of_facts",
                                              "t42"."first_exporter" AS "first_exporter",
                                              "t42"."last_exporter" AS "last_exporter"
                                            FROM (
                                              SELECT
                                                "t51"."year" AS "year",
                                                "t51"."period" AS "period",
                                                "t51"."exporter" AS "exporter",
                                                "t51"."importer" AS "importer",
                                                "t51"."code" AS "code",
                                                "t51"."mass_exporter_kg" AS "mass_exporter_kg",
                                                "t51"."value_exporter_usd" AS "value_exporter_usd",
                                                "t51"."source_exporter" AS "source_exporter",
                                                "t51"."says_exporter" AS "says_exporter",
                                                "t51"."mass_importer_kg" AS "mass_importer_kg",
                                                "t51"."value_importer_usd" AS "value_importer_usd",
                                                "t51"."source_importer" AS "source_importer",
                                                "t51"."says_importer" AS "says_importer",
                                                "t51"."mass_re_export_kg" AS "mass_re_export_kg",
                                                "t51"."value_re_export_usd" AS "value_re_export_usd",
                                                "t51"."re_exports" AS "re_exports",
                                                "t51"."unspecified_exporter" AS "unspecified_exporter",
                                                "t51"."edition_exporter" AS "edition_exporter",
                                                "t51"."reports_exporter" AS "reports_exporter",
                                                COALESCE("t51"."mentions_exporter", FALSE) AS "mentions_exporter"
                                              FROM (
                                                SELECT
                                                  "t50".*
                                                  EXCEPT ("code_of_facts", "exporter_of_facts", "year_of_facts")
                                                FROM (
                                                  SELECT
                                                    "t49"."year" AS "year",
                                                    "t49"."period" AS "period",
                                                    "t49"."exporter" AS "exporter",
                                                    "t49"."importer" AS "importer",
                                                    "t49"."code" AS "code",
                                                    "t49"."mass_exporter_kg" AS "mass_exporter_kg",
                                                    "t49"."value_exporter_usd" AS "value_exporter_usd",
                                                    "t49"."source_exporter" AS "source_exporter",
                                                    "t49"."says_exporter" AS "says_exporter",
                                                    "t49"."mass_importer_kg" AS "mass_importer_kg",
                                                    "t49"."value_importer_usd" AS "value_importer_usd",
                                                    "t49"."source_importer" AS "source_importer",
                                                    "t49"."says_importer" AS "says_importer",
                                                    "t49"."mass_re_export_kg" AS "mass_re_export_kg",
                                                    "t49"."value_re_export_usd" AS "value_re_export_usd",
                                                    "t49"."re_exports" AS "re_exports",
                                                    "t49"."unspecified_exporter" AS "unspecified_exporter",
                                                    "t49"."edition_exporter" AS "edition_exporter",
                                                    "t49"."reports_exporter" AS "reports_exporter",
                                                    "t28"."exporter" AS "exporter_of_facts",
                                                    "t28"."code" AS "code_of_facts",
                                                    "t28"."year" AS "year_of_facts",
                                                    "t28"."mentions_exporter" AS "mentions_exporter"
                                                  FROM (
                                                    SELECT
                                                      "t47"."year" AS "year",
                                                      "t47"."period" AS "period",
                                                      "t47"."exporter" AS "exporter",
                                                      "t47"."importer" AS "importer",
                                                      "t47"."code" AS "code",
                                                      "t47"."mass_exporter_kg" AS "mass_exporter_kg",
                                                      "t47"."value_exporter_usd" AS "value_exporter_usd",
                                                      "t47"."source_exporter" AS "source_exporter",
                                                      "t47"."says_exporter" AS "says_exporter",
                                                      "t47"."mass_importer_kg" AS "mass_importer_kg",
                                                      "t47"."value_importer_usd" AS "value_importer_usd",
                                                      "t47"."source_importer" AS "source_importer",
                                                      "t47"."says_importer" AS "says_importer",
                                                      "t47"."mass_re_export_kg" AS "mass_re_export_kg",
                                                      "t47"."value_re_export_usd" AS "value_re_export_usd",
                                                      "t47"."re_exports" AS "re_exports",
                                                      COALESCE("t47"."unspecified_exporter", FALSE) AS "unspecified_exporter",
                                                      "t47"."edition_exporter" AS "edition_exporter",
                                                      COALESCE("t47"."reports_exporter", FALSE) AS "reports_exporter"
                                                    FROM (
                                                      SELECT
                                                        "t46".*
                                                        EXCEPT ("code_of_facts", "exporter_of_facts", "year_of_facts")
                                                      FROM (
                                                        SELECT
                                                          "t29"."year" AS "year",
                                                          "t29"."period" AS "period",
                                                          "t29"."exporter" AS "exporter",
                                                          "t29"."importer" AS "importer",
                                                          "t29"."code" AS "code",
                                                          "t29"."mass_exporter_kg" AS "mass_exporter_kg",
                                                          "t29"."value_exporter_usd" AS "value_exporter_usd",
                                                          "t29"."source_exporter" AS "source_exporter",
                                                          "t29"."says_exporter" AS "says_exporter",
                                                          "t29"."mass_importer_kg" AS "mass_importer_kg",
                                                          "t29"."value_importer_usd" AS "value_importer_usd",
                                                          "t29"."source_importer" AS "source_importer",
                                                          "t29"."says_importer" AS "says_importer",
                                                          "t29"."mass_re_export_kg" AS "mass_re_export_kg",
                                                          "t29"."value_re_export_usd" AS "value_re_export_usd",
                                                          "t29"."re_exports" AS "re_exports",
                                                          "t45"."exporter" AS "exporter_of_facts",
                                                          "t45"."code" AS "code_of_facts",
                                                          "t45"."year" AS "year_of_facts",
                                                          "t45"."unspecified_exporter" AS "unspecified_exporter",
                                                          "t45"."edition_exporter" AS "edition_exporter",
                                                          "t45"."reports_exporter" AS "reports_exporter"
                                                        FROM (
                                                          SELECT
                                                            "t11"."year" AS "year",
                                                            "t11"."period" AS "period",
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
                                                            "t11"."period",
                                                            "t11"."exporter",
                                                            "t11"."importer",
                                                            "t11"."code"
                                                        ) AS "t29"
                                                        LEFT OUTER JOIN (
                                                          SELECT
                                                            "t37"."reporter" AS "exporter",
                                                            "t37"."code" AS "code",
                                                            "t37"."year" AS "year",
                                                            "t37"."unspecified_exporter" AS "unspecified_exporter",
                                                            "t37"."edition_exporter" AS "edition_exporter",
                                                            TRUE AS "reports_exporter"
                                                          FROM (
                                                            SELECT
                                                              "t19"."reporter" AS "reporter",
                                                              "t19"."code" AS "code",
                                                              "t19"."year" AS "year",
                                                              MAX(
                                                                CAST(NOT (
                                                                  "t19"."partner" IN (
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
                                                              MAX("t19"."edition") AS "edition_exporter"
                                                            FROM "t16" AS "t19"
                                                            GROUP BY
                                                              "t19"."reporter",
                                                              "t19"."code",
                                                              "t19"."year"
                                                          ) AS "t37"
                                                        ) AS "t45"
                                                          ON "t29"."exporter" = "t45"."exporter"
                                                          AND "t29"."code" = "t45"."code"
                                                          AND "t29"."year" = "t45"."year"
                                                      ) AS "t46"
                                                    ) AS "t47"
                                                  ) AS "t49"
                                                  LEFT OUTER JOIN (
                                                    SELECT
                                                      "t17"."reporter" AS "exporter",
                                                      "t17"."code" AS "code",
                                                      "t17"."year" AS "year",
                                                      TRUE AS "mentions_exporter"
                                                    FROM (
                                                      SELECT DISTINCT
                                                        "t11"."reporter" AS "reporter",
                                                        "t11"."code" AS "code",
                                                        "t11"."year" AS "year"
                                                      FROM "t10" AS "t11"
                                                      WHERE
                                                        "t11"."side" <> 'exporter'
                                                    ) AS "t17"
                                                  ) AS "t28"
                                                    ON "t49"."exporter" = "t28"."exporter"
                                                    AND "t49"."code" = "t28"."code"
                                                    AND "t49"."year" = "t28"."year"
                                                ) AS "t50"
                                              ) AS "t51"
                                            ) AS "t53"
                                            LEFT OUTER JOIN (
                                              SELECT
                                                "t35"."reporter" AS "exporter",
                                                "t35"."first_exporter" AS "first_exporter",
                                                "t35"."last_exporter" AS "last_exporter"
                                              FROM (
                                                SELECT
                                                  "t19"."reporter" AS "reporter",
                                                  MIN(
                                                    SUBSTRING(
                                                      "t19"."period",
                                                      CASE WHEN (
                                                        0 + 1
                                                      ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t19"."period") END,
                                                      7
                                                    )
                                                  ) AS "first_exporter",
                                                  MAX(
                                                    CASE
                                                      WHEN position("t19"."period", '/') > 0
                                                      THEN CONCAT(
                                                        SUBSTRING(
                                                          "t19"."period",
                                                          CASE WHEN (
                                                            0 + 1
                                                          ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t19"."period") END,
                                                          5
                                                        ),
                                                        RIGHT("t19"."period", 2)
                                                      )
                                                      ELSE "t19"."period"
                                                    END
                                                  ) AS "last_exporter"
                                                FROM "t16" AS "t19"
                                                GROUP BY
                                                  "t19"."reporter"
                                              ) AS "t35"
                                            ) AS "t42"
                                              ON "t53"."exporter" = "t42"."exporter"
                                          ) AS "t54"
                                        ) AS "t55"
                                      ) AS "t57"
                                      LEFT OUTER JOIN (
                                        SELECT
                                          "t26"."reporter" AS "exporter",
                                          "t26"."code" AS "code",
                                          "t26"."year" AS "year",
                                          "t26"."period" AS "period",
                                          TRUE AS "joined_exporter"
                                        FROM (
                                          SELECT
                                            *
                                          FROM (
                                            SELECT
                                              "t11"."reporter" AS "reporter",
                                              "t11"."code" AS "code",
                                              "t11"."year" AS "year",
                                              SUBSTRING(
                                                "t11"."period",
                                                CASE WHEN (
                                                  0 + 1
                                                ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t11"."period") END,
                                                7
                                              ) AS "period"
                                            FROM "t10" AS "t11"
                                            WHERE
                                              "t11"."side" = 'exporter' AND position("t11"."period", '/') > 0
                                          ) AS "t15"
                                          UNION DISTINCT
                                          SELECT
                                            *
                                          FROM (
                                            SELECT
                                              "t11"."reporter" AS "reporter",
                                              "t11"."code" AS "code",
                                              "t11"."year" AS "year",
                                              CASE
                                                WHEN position("t11"."period", '/') > 0
                                                THEN CONCAT(
                                                  SUBSTRING(
                                                    "t11"."period",
                                                    CASE WHEN (
                                                      0 + 1
                                                    ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t11"."period") END,
                                                    5
                                                  ),
                                                  RIGHT("t11"."period", 2)
                                                )
                                                ELSE "t11"."period"
                                              END AS "period"
                                            FROM "t10" AS "t11"
                                            WHERE
                                              "t11"."side" = 'exporter' AND position("t11"."period", '/') > 0
                                          ) AS "t21"
                                        ) AS "t26"
                                      ) AS "t33"
                                        ON "t57"."exporter" = "t33"."exporter"
                                        AND "t57"."code" = "t33"."code"
                                        AND "t57"."year" = "t33"."year"
                                        AND "t57"."period" = "t33"."period"
                                    ) AS "t58"
                                  ) AS "t59"
                                ) AS "t61"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t36"."reporter" AS "importer",
                                    "t36"."code" AS "code",
                                    "t36"."year" AS "year",
                                    "t36"."unspecified_importer" AS "unspecified_importer",
                                    "t36"."edition_importer" AS "edition_importer",
                                    TRUE AS "reports_importer"
                                  FROM (
                                    SELECT
                                      "t18"."reporter" AS "reporter",
                                      "t18"."code" AS "code",
                                      "t18"."year" AS "year",
                                      MAX(
                                        CAST(NOT (
                                          "t18"."partner" IN (
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
                                      MAX("t18"."edition") AS "edition_importer"
                                    FROM "t13" AS "t18"
                                    GROUP BY
                                      "t18"."reporter",
                                      "t18"."code",
                                      "t18"."year"
                                  ) AS "t36"
                                ) AS "t44"
                                  ON "t61"."importer" = "t44"."importer"
                                  AND "t61"."code" = "t44"."code"
                                  AND "t61"."year" = "t44"."year"
                              ) AS "t62"
                            ) AS "t63"
                          ) AS "t65"
                          LEFT OUTER JOIN (
                            SELECT
                              "t14"."reporter" AS "importer",
                              "t14"."code" AS "code",
                              "t14"."year" AS "year",
                              TRUE AS "mentions_importer"
                            FROM (
                              SELECT DISTINCT
                                "t11"."reporter" AS "reporter",
                                "t11"."code" AS "code",
                                "t11"."year" AS "year"
                              FROM "t10" AS "t11"
                              WHERE
                                "t11"."side" <> 'importer'
                            ) AS "t14"
                          ) AS "t27"
                            ON "t65"."importer" = "t27"."importer"
                            AND "t65"."code" = "t27"."code"
                            AND "t65"."year" = "t27"."year"
                        ) AS "t66"
                      ) AS "t67"
                    ) AS "t69"
                    LEFT OUTER JOIN (
                      SELECT
                        "t34"."reporter" AS "importer",
                        "t34"."first_importer" AS "first_importer",
                        "t34"."last_importer" AS "last_importer"
                      FROM (
                        SELECT
                          "t18"."reporter" AS "reporter",
                          MIN(
                            SUBSTRING(
                              "t18"."period",
                              CASE WHEN (
                                0 + 1
                              ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t18"."period") END,
                              7
                            )
                          ) AS "first_importer",
                          MAX(
                            CASE
                              WHEN position("t18"."period", '/') > 0
                              THEN CONCAT(
                                SUBSTRING(
                                  "t18"."period",
                                  CASE WHEN (
                                    0 + 1
                                  ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t18"."period") END,
                                  5
                                ),
                                RIGHT("t18"."period", 2)
                              )
                              ELSE "t18"."period"
                            END
                          ) AS "last_importer"
                        FROM "t13" AS "t18"
                        GROUP BY
                          "t18"."reporter"
                      ) AS "t34"
                    ) AS "t40"
                      ON "t69"."importer" = "t40"."importer"
                  ) AS "t70"
                ) AS "t71"
              ) AS "t73"
              LEFT OUTER JOIN (
                SELECT
                  "t25"."reporter" AS "importer",
                  "t25"."code" AS "code",
                  "t25"."year" AS "year",
                  "t25"."period" AS "period",
                  TRUE AS "joined_importer"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t11"."reporter" AS "reporter",
                      "t11"."code" AS "code",
                      "t11"."year" AS "year",
                      SUBSTRING(
                        "t11"."period",
                        CASE WHEN (
                          0 + 1
                        ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t11"."period") END,
                        7
                      ) AS "period"
                    FROM "t10" AS "t11"
                    WHERE
                      "t11"."side" = 'importer' AND position("t11"."period", '/') > 0
                  ) AS "t12"
                  UNION DISTINCT
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t11"."reporter" AS "reporter",
                      "t11"."code" AS "code",
                      "t11"."year" AS "year",
                      CASE
                        WHEN position("t11"."period", '/') > 0
                        THEN CONCAT(
                          SUBSTRING(
                            "t11"."period",
                            CASE WHEN (
                              0 + 1
                            ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t11"."period") END,
                            5
                          ),
                          RIGHT("t11"."period", 2)
                        )
                        ELSE "t11"."period"
                      END AS "period"
                    FROM "t10" AS "t11"
                    WHERE
                      "t11"."side" = 'importer' AND position("t11"."period", '/') > 0
                  ) AS "t20"
                ) AS "t25"
              ) AS "t32"
                ON "t73"."importer" = "t32"."importer"
                AND "t73"."code" = "t32"."code"
                AND "t73"."year" = "t32"."year"
                AND "t73"."period" = "t32"."period"
            ) AS "t74"
          ) AS "t75"
        ) AS "t76"
      ) AS "t77"
    ) AS "t78"
  ) AS "t79"
) AS "t80"
ORDER BY
  "t80"."year" ASC,
  "t80"."period" ASC,
  "t80"."code" ASC,
  "t80"."exporter" ASC,
  "t80"."importer" ASC
