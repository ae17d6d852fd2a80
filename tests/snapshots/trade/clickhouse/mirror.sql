WITH "t6" AS (
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
    CASE WHEN "t5"."side" = 'exporter' THEN "t5"."exporter" ELSE "t5"."importer" END AS "reporter",
    CASE WHEN "t5"."side" = 'exporter' THEN "t5"."importer" ELSE "t5"."exporter" END AS "partner",
    CASE
      WHEN startsWith("t5"."nomenclature", 'HS')
      THEN "t5"."nomenclature"
      ELSE CASE
        WHEN "t5"."year" >= 2022
        THEN 'HS22'
        WHEN "t5"."year" >= 2017
        THEN 'HS17'
        WHEN "t5"."year" >= 2012
        THEN 'HS12'
        WHEN "t5"."year" >= 2007
        THEN 'HS07'
        WHEN "t5"."year" >= 2002
        THEN 'HS02'
        WHEN "t5"."year" >= 1996
        THEN 'HS96'
        WHEN "t5"."year" >= 1988
        THEN 'HS92'
        ELSE 'HS92'
      END
    END AS "edition"
  FROM (
    SELECT
      "t4"."source" AS "source",
      "t4"."nomenclature" AS "nomenclature",
      "t4"."side" AS "side",
      "t4"."year" AS "year",
      "t4"."exporter" AS "exporter",
      "t4"."importer" AS "importer",
      "t4"."code" AS "code",
      "t4"."direction_re" AS "direction_re",
      SUM("t4"."mass_kg") AS "mass_kg",
      SUM("t4"."value_usd") AS "value_usd",
      SUM("t4"."value_with_mass_usd") AS "value_with_mass_usd",
      SUM(
        CASE
          WHEN position("t4"."period", '/') > 0
          THEN 2
          ELSE CASE
            WHEN "t4"."frequency" = 'A'
            THEN 12
            WHEN "t4"."frequency" = 'Q'
            THEN 3
            WHEN "t4"."frequency" = 'M'
            THEN 1
            ELSE 0
          END
        END
      ) AS "months"
    FROM (
      SELECT
        "t3"."source" AS "source",
        "t3"."nomenclature" AS "nomenclature",
        "t3"."side" AS "side",
        "t3"."year" AS "year",
        "t3"."exporter" AS "exporter",
        "t3"."importer" AS "importer",
        "t3"."code" AS "code",
        "t3"."direction_re" AS "direction_re",
        "t3"."frequency" AS "frequency",
        "t3"."period" AS "period",
        SUM("t3"."mass_kg") AS "mass_kg",
        SUM("t3"."value_usd") AS "value_usd",
        SUM("t3"."value_with_mass_usd") AS "value_with_mass_usd"
      FROM (
        SELECT
          "t2"."load" AS "load",
          "t2"."year" AS "year",
          "t2"."frequency" AS "frequency",
          "t2"."period" AS "period",
          "t2"."reporter" AS "reporter",
          "t2"."partner" AS "partner",
          "t2"."direction" AS "direction",
          "t2"."nomenclature" AS "nomenclature",
          "t2"."code" AS "code",
          "t2"."mass_kg" AS "mass_kg",
          "t2"."value_usd" AS "value_usd",
          "t2"."mass_basis" AS "mass_basis",
          "t2"."valuation" AS "valuation",
          "t2"."value_reported" AS "value_reported",
          "t2"."currency" AS "currency",
          "t2"."basis" AS "basis",
          "t2"."source" AS "source",
          "t2"."vintage" AS "vintage",
          "t2"."file" AS "file",
          "t2"."row" AS "row",
          "t2"."exporter" AS "exporter",
          "t2"."importer" AS "importer",
          "t2"."direction_re" AS "direction_re",
          "t2"."side" AS "side",
          "t2"."_has_year" AS "_has_year",
          CASE
            WHEN isNull("t2"."mass_kg")
            THEN CAST(NULL AS Nullable(Decimal(18, 6)))
            ELSE "t2"."value_usd"
          END AS "value_with_mass_usd"
        FROM (
          SELECT
            "t1"."load" AS "load",
            "t1"."year" AS "year",
            "t1"."frequency" AS "frequency",
            "t1"."period" AS "period",
            "t1"."reporter" AS "reporter",
            "t1"."partner" AS "partner",
            "t1"."direction" AS "direction",
            "t1"."nomenclature" AS "nomenclature",
            "t1"."code" AS "code",
            "t1"."mass_kg" AS "mass_kg",
            "t1"."value_usd" AS "value_usd",
            "t1"."mass_basis" AS "mass_basis",
            "t1"."valuation" AS "valuation",
            "t1"."value_reported" AS "value_reported",
            "t1"."currency" AS "currency",
            "t1"."basis" AS "basis",
            "t1"."source" AS "source",
            "t1"."vintage" AS "vintage",
            "t1"."file" AS "file",
            "t1"."row" AS "row",
            "t1"."exporter" AS "exporter",
            "t1"."importer" AS "importer",
            "t1"."direction_re" AS "direction_re",
            "t1"."side" AS "side",
            MAX(CAST("t1"."frequency" = 'A' AS Nullable(Int8))) OVER (
              PARTITION BY "t1"."source", "t1"."nomenclature", "t1"."side", "t1"."year", "t1"."direction_re", "t1"."reporter", "t1"."code"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "_has_year"
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
              END AS "side"
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
                ) IN ('260400')
              )
              AND "t0"."year" IN (2022)
          ) AS "t1"
        ) AS "t2"
        WHERE
          (
            "t2"."frequency" = 'A'
          ) OR (
            "t2"."_has_year" = 0
          )
      ) AS "t3"
      GROUP BY
        "t3"."source",
        "t3"."nomenclature",
        "t3"."side",
        "t3"."year",
        "t3"."exporter",
        "t3"."importer",
        "t3"."code",
        "t3"."direction_re",
        "t3"."frequency",
        "t3"."period"
    ) AS "t4"
    GROUP BY
      "t4"."source",
      "t4"."nomenclature",
      "t4"."side",
      "t4"."year",
      "t4"."exporter",
      "t4"."importer",
      "t4"."code",
      "t4"."direction_re"
  ) AS "t5"
  WHERE
    "t5"."side" IN ('exporter', 'importer') AND "t5"."exporter" <> "t5"."importer"
), "t13" AS (
  SELECT
    "t8"."source" AS "source",
    "t8"."nomenclature" AS "nomenclature",
    "t8"."side" AS "side",
    "t8"."year" AS "year",
    "t8"."exporter" AS "exporter",
    "t8"."importer" AS "importer",
    "t8"."code" AS "code",
    "t8"."direction_re" AS "direction_re",
    "t8"."mass_kg" AS "mass_kg",
    "t8"."value_usd" AS "value_usd",
    "t8"."value_with_mass_usd" AS "value_with_mass_usd",
    "t8"."months" AS "months",
    "t8"."reporter" AS "reporter",
    "t8"."partner" AS "partner",
    "t8"."edition" AS "edition"
  FROM "t6" AS "t8"
  INNER JOIN (
    SELECT
      "t10"."reporter" AS "reporter",
      "t10"."side" AS "side",
      "t10"."code" AS "code",
      "t10"."year" AS "year",
      "t10"."source" AS "source",
      "t10"."nomenclature" AS "nomenclature"
    FROM (
      SELECT
        "t9"."reporter" AS "reporter",
        "t9"."side" AS "side",
        "t9"."code" AS "code",
        "t9"."year" AS "year",
        "t9"."source" AS "source",
        "t9"."nomenclature" AS "nomenclature",
        "t9"."_months" AS "_months",
        ROW_NUMBER() OVER (
          PARTITION BY "t9"."reporter", "t9"."side", "t9"."code", "t9"."year"
          ORDER BY "t9"."_months" DESC, "t9"."source" ASC, CASE
            WHEN CASE
              WHEN startsWith("t9"."nomenclature", 'HS')
              THEN "t9"."nomenclature"
              ELSE CASE
                WHEN "t9"."year" >= 2022
                THEN 'HS22'
                WHEN "t9"."year" >= 2017
                THEN 'HS17'
                WHEN "t9"."year" >= 2012
                THEN 'HS12'
                WHEN "t9"."year" >= 2007
                THEN 'HS07'
                WHEN "t9"."year" >= 2002
                THEN 'HS02'
                WHEN "t9"."year" >= 1996
                THEN 'HS96'
                WHEN "t9"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS92'
            THEN 1988
            WHEN CASE
              WHEN startsWith("t9"."nomenclature", 'HS')
              THEN "t9"."nomenclature"
              ELSE CASE
                WHEN "t9"."year" >= 2022
                THEN 'HS22'
                WHEN "t9"."year" >= 2017
                THEN 'HS17'
                WHEN "t9"."year" >= 2012
                THEN 'HS12'
                WHEN "t9"."year" >= 2007
                THEN 'HS07'
                WHEN "t9"."year" >= 2002
                THEN 'HS02'
                WHEN "t9"."year" >= 1996
                THEN 'HS96'
                WHEN "t9"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS96'
            THEN 1996
            WHEN CASE
              WHEN startsWith("t9"."nomenclature", 'HS')
              THEN "t9"."nomenclature"
              ELSE CASE
                WHEN "t9"."year" >= 2022
                THEN 'HS22'
                WHEN "t9"."year" >= 2017
                THEN 'HS17'
                WHEN "t9"."year" >= 2012
                THEN 'HS12'
                WHEN "t9"."year" >= 2007
                THEN 'HS07'
                WHEN "t9"."year" >= 2002
                THEN 'HS02'
                WHEN "t9"."year" >= 1996
                THEN 'HS96'
                WHEN "t9"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS02'
            THEN 2002
            WHEN CASE
              WHEN startsWith("t9"."nomenclature", 'HS')
              THEN "t9"."nomenclature"
              ELSE CASE
                WHEN "t9"."year" >= 2022
                THEN 'HS22'
                WHEN "t9"."year" >= 2017
                THEN 'HS17'
                WHEN "t9"."year" >= 2012
                THEN 'HS12'
                WHEN "t9"."year" >= 2007
                THEN 'HS07'
                WHEN "t9"."year" >= 2002
                THEN 'HS02'
                WHEN "t9"."year" >= 1996
                THEN 'HS96'
                WHEN "t9"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS07'
            THEN 2007
            WHEN CASE
              WHEN startsWith("t9"."nomenclature", 'HS')
              THEN "t9"."nomenclature"
              ELSE CASE
                WHEN "t9"."year" >= 2022
                THEN 'HS22'
                WHEN "t9"."year" >= 2017
                THEN 'HS17'
                WHEN "t9"."year" >= 2012
                THEN 'HS12'
                WHEN "t9"."year" >= 2007
                THEN 'HS07'
                WHEN "t9"."year" >= 2002
                THEN 'HS02'
                WHEN "t9"."year" >= 1996
                THEN 'HS96'
                WHEN "t9"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS12'
            THEN 2012
            WHEN CASE
              WHEN startsWith("t9"."nomenclature", 'HS')
              THEN "t9"."nomenclature"
              ELSE CASE
                WHEN "t9"."year" >= 2022
                THEN 'HS22'
                WHEN "t9"."year" >= 2017
                THEN 'HS17'
                WHEN "t9"."year" >= 2012
                THEN 'HS12'
                WHEN "t9"."year" >= 2007
                THEN 'HS07'
                WHEN "t9"."year" >= 2002
                THEN 'HS02'
                WHEN "t9"."year" >= 1996
                THEN 'HS96'
                WHEN "t9"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS17'
            THEN 2017
            WHEN CASE
              WHEN startsWith("t9"."nomenclature", 'HS')
              THEN "t9"."nomenclature"
              ELSE CASE
                WHEN "t9"."year" >= 2022
                THEN 'HS22'
                WHEN "t9"."year" >= 2017
                THEN 'HS17'
                WHEN "t9"."year" >= 2012
                THEN 'HS12'
                WHEN "t9"."year" >= 2007
                THEN 'HS07'
                WHEN "t9"."year" >= 2002
                THEN 'HS02'
                WHEN "t9"."year" >= 1996
                THEN 'HS96'
                WHEN "t9"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS22'
            THEN 2022
            ELSE 0
          END DESC, "t9"."nomenclature" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "_rank"
      FROM (
        SELECT
          "t7"."reporter" AS "reporter",
          "t7"."side" AS "side",
          "t7"."code" AS "code",
          "t7"."year" AS "year",
          "t7"."source" AS "source",
          "t7"."nomenclature" AS "nomenclature",
          MAX("t7"."months") AS "_months"
        FROM "t6" AS "t7"
        GROUP BY
          "t7"."reporter",
          "t7"."side",
          "t7"."code",
          "t7"."year",
          "t7"."source",
          "t7"."nomenclature"
      ) AS "t9"
    ) AS "t10"
    WHERE
      "t10"."_rank" = 0
  ) AS "t12"
    ON "t8"."reporter" = "t12"."reporter"
    AND "t8"."side" = "t12"."side"
    AND "t8"."code" = "t12"."code"
    AND "t8"."year" = "t12"."year"
    AND "t8"."source" = "t12"."source"
    AND "t8"."nomenclature" = "t12"."nomenclature"
)
SELECT
  "t33"."exporter" AS "exporter",
  "t33"."importer" AS "importer",
  "t33"."year" AS "year",
  "t33"."code" AS "code",
  "t33"."mass_exporter_kg" AS "mass_exporter_kg",
  "t33"."mass_importer_kg" AS "mass_importer_kg",
  "t33"."value_exporter_usd" AS "value_exporter_usd",
  "t33"."value_importer_usd" AS "value_importer_usd",
  "t33"."mass_re_export_kg" AS "mass_re_export_kg",
  "t33"."gap_kg" AS "gap_kg",
  "t33"."kind" AS "kind",
  "t33"."silent_side" AS "silent_side",
  "t33"."compared_on" AS "compared_on",
  "t33"."source_exporter" AS "source_exporter",
  "t33"."source_importer" AS "source_importer",
  CASE
    WHEN "t33"."_codes" = ''
    THEN ''
    ELSE SUBSTRING(
      "t33"."_codes",
      CASE WHEN (
        0 + 1
      ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t33"."_codes") END,
      LENGTH("t33"."_codes") - 1
    )
  END AS "caveats"
FROM (
  SELECT
    "t32"."year" AS "year",
    "t32"."exporter" AS "exporter",
    "t32"."importer" AS "importer",
    "t32"."code" AS "code",
    "t32"."mass_exporter_kg" AS "mass_exporter_kg",
    "t32"."value_exporter_usd" AS "value_exporter_usd",
    "t32"."source_exporter" AS "source_exporter",
    "t32"."says_exporter" AS "says_exporter",
    "t32"."months_exporter" AS "months_exporter",
    "t32"."mass_importer_kg" AS "mass_importer_kg",
    "t32"."value_importer_usd" AS "value_importer_usd",
    "t32"."source_importer" AS "source_importer",
    "t32"."says_importer" AS "says_importer",
    "t32"."months_importer" AS "months_importer",
    "t32"."mass_re_export_kg" AS "mass_re_export_kg",
    "t32"."value_re_export_usd" AS "value_re_export_usd",
    "t32"."re_exports" AS "re_exports",
    "t32"."reports_exporter" AS "reports_exporter",
    "t32"."mentions_exporter" AS "mentions_exporter",
    "t32"."unspecified_exporter" AS "unspecified_exporter",
    "t32"."edition_exporter" AS "edition_exporter",
    "t32"."covered_exporter" AS "covered_exporter",
    "t32"."reports_importer" AS "reports_importer",
    "t32"."mentions_importer" AS "mentions_importer",
    "t32"."unspecified_importer" AS "unspecified_importer",
    "t32"."edition_importer" AS "edition_importer",
    "t32"."covered_importer" AS "covered_importer",
    "t32"."covers_exporter" AS "covers_exporter",
    "t32"."covers_importer" AS "covers_importer",
    "t32"."compared_on" AS "compared_on",
    "t32"."exported" AS "exported",
    "t32"."imported" AS "imported",
    "t32"."low_value" AS "low_value",
    "t32"."gap_kg" AS "gap_kg",
    "t32"."kind" AS "kind",
    "t32"."silent_side" AS "silent_side",
    "t32"."_time" AS "_time",
    "t32"."_surplus" AS "_surplus",
    "t32"."_before" AS "_before",
    "t32"."_after" AS "_after",
    CONCAT(
      CASE
        WHEN COALESCE(
          (
            (
              "t32"."silent_side" = 'exporter'
            ) AND NOT (
              "t32"."reports_exporter"
            )
          )
          OR (
            (
              "t32"."silent_side" = 'importer'
            ) AND NOT (
              "t32"."reports_importer"
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
                "t32"."silent_side" = 'exporter'
              ) AND NOT (
                "t32"."reports_exporter"
              )
            )
            OR (
              (
                "t32"."silent_side" = 'importer'
              ) AND NOT (
                "t32"."reports_importer"
              )
            )
          )
          AND (
            (
              (
                "t32"."silent_side" = 'exporter'
              ) AND "t32"."mentions_exporter"
            )
            OR (
              (
                "t32"."silent_side" = 'importer'
              ) AND "t32"."mentions_importer"
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
              "t32"."silent_side" = 'exporter'
            )
            AND "t32"."reports_exporter"
            AND NOT (
              "t32"."covers_exporter"
            )
          )
          OR (
            (
              "t32"."silent_side" = 'importer'
            )
            AND "t32"."reports_importer"
            AND NOT (
              "t32"."covers_importer"
            )
          )
          OR COALESCE("t32"."covered_exporter" <> "t32"."covered_importer", FALSE),
          FALSE
        )
        THEN 'time_not_covered|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(
          "t32"."says_exporter"
          AND isNull("t32"."mass_exporter_kg")
          AND isNull("t32"."mass_re_export_kg"),
          FALSE
        )
        THEN 'mass_unknown_exporter|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE("t32"."says_importer" AND isNull("t32"."mass_importer_kg"), FALSE)
        THEN 'mass_unknown_importer|'
        ELSE ''
      END,
      CASE WHEN COALESCE("t32"."re_exports", FALSE) THEN 're_exports|' ELSE '' END,
      CASE
        WHEN COALESCE(
          "t32"."code" IN (
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
          "t32"."exporter" IN (
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
          OR "t32"."importer" IN (
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
            ABS("t32"."_surplus") >= (
              GREATEST("t32"."exported", "t32"."imported") * 0.1
            )
          )
          AND COALESCE(
            (
              (
                "t32"."_surplus" > 0
              )
              AND (
                "t32"."_before" <= (
                  "t32"."_surplus" * -0.5
                )
              )
            )
            OR (
              (
                "t32"."_surplus" < 0
              )
              AND (
                "t32"."_after" >= (
                  "t32"."_surplus" * -0.5
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
          isNotNull("t32"."value_exporter_usd") AND isNotNull("t32"."value_importer_usd"),
          FALSE
        )
        THEN 'cif_fob|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(startsWith("t32"."code", '26') OR startsWith("t32"."code", '2530'), FALSE)
        THEN 'wet_dry_tonnes|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE(
          CASE
            WHEN "t32"."exported" < "t32"."imported"
            THEN "t32"."unspecified_exporter"
            WHEN "t32"."imported" < "t32"."exported"
            THEN "t32"."unspecified_importer"
            ELSE FALSE
          END,
          FALSE
        )
        THEN 'confidentiality|'
        ELSE ''
      END,
      CASE
        WHEN COALESCE("t32"."edition_exporter" <> "t32"."edition_importer", FALSE)
        THEN 'hs_vintage_differs|'
        ELSE ''
      END,
      CASE WHEN COALESCE("t32"."low_value", FALSE) THEN 'low_value_threshold|' ELSE '' END
    ) AS "_codes"
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
      "t31"."reports_exporter" AS "reports_exporter",
      "t31"."mentions_exporter" AS "mentions_exporter",
      "t31"."unspecified_exporter" AS "unspecified_exporter",
      "t31"."edition_exporter" AS "edition_exporter",
      "t31"."covered_exporter" AS "covered_exporter",
      "t31"."reports_importer" AS "reports_importer",
      "t31"."mentions_importer" AS "mentions_importer",
      "t31"."unspecified_importer" AS "unspecified_importer",
      "t31"."edition_importer" AS "edition_importer",
      "t31"."covered_importer" AS "covered_importer",
      "t31"."covers_exporter" AS "covers_exporter",
      "t31"."covers_importer" AS "covers_importer",
      "t31"."compared_on" AS "compared_on",
      "t31"."exported" AS "exported",
      "t31"."imported" AS "imported",
      "t31"."low_value" AS "low_value",
      "t31"."gap_kg" AS "gap_kg",
      "t31"."kind" AS "kind",
      "t31"."silent_side" AS "silent_side",
      "t31"."_time" AS "_time",
      "t31"."_surplus" AS "_surplus",
      CASE
        WHEN (
          "t31"."_time" - lagInFrame("t31"."_time") OVER (
            PARTITION BY "t31"."exporter", "t31"."importer", "t31"."code"
            ORDER BY "t31"."_time" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          )
        ) = 1
        THEN lagInFrame("t31"."_surplus") OVER (
          PARTITION BY "t31"."exporter", "t31"."importer", "t31"."code"
          ORDER BY "t31"."_time" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
        ELSE NULL
      END AS "_before",
      CASE
        WHEN (
          leadInFrame("t31"."_time") OVER (
            PARTITION BY "t31"."exporter", "t31"."importer", "t31"."code"
            ORDER BY "t31"."_time" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - "t31"."_time"
        ) = 1
        THEN leadInFrame("t31"."_surplus") OVER (
          PARTITION BY "t31"."exporter", "t31"."importer", "t31"."code"
          ORDER BY "t31"."_time" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
        ELSE NULL
      END AS "_after"
    FROM (
      SELECT
        "t30"."year" AS "year",
        "t30"."exporter" AS "exporter",
        "t30"."importer" AS "importer",
        "t30"."code" AS "code",
        "t30"."mass_exporter_kg" AS "mass_exporter_kg",
        "t30"."value_exporter_usd" AS "value_exporter_usd",
        "t30"."source_exporter" AS "source_exporter",
        "t30"."says_exporter" AS "says_exporter",
        "t30"."months_exporter" AS "months_exporter",
        "t30"."mass_importer_kg" AS "mass_importer_kg",
        "t30"."value_importer_usd" AS "value_importer_usd",
        "t30"."source_importer" AS "source_importer",
        "t30"."says_importer" AS "says_importer",
        "t30"."months_importer" AS "months_importer",
        "t30"."mass_re_export_kg" AS "mass_re_export_kg",
        "t30"."value_re_export_usd" AS "value_re_export_usd",
        "t30"."re_exports" AS "re_exports",
        "t30"."reports_exporter" AS "reports_exporter",
        "t30"."mentions_exporter" AS "mentions_exporter",
        "t30"."unspecified_exporter" AS "unspecified_exporter",
        "t30"."edition_exporter" AS "edition_exporter",
        "t30"."covered_exporter" AS "covered_exporter",
        "t30"."reports_importer" AS "reports_importer",
        "t30"."mentions_importer" AS "mentions_importer",
        "t30"."unspecified_importer" AS "unspecified_importer",
        "t30"."edition_importer" AS "edition_importer",
        "t30"."covered_importer" AS "covered_importer",
        "t30"."covers_exporter" AS "covers_exporter",
        "t30"."covers_importer" AS "covers_importer",
        "t30"."compared_on" AS "compared_on",
        "t30"."exported" AS "exported",
        "t30"."imported" AS "imported",
        "t30"."low_value" AS "low_value",
        "t30"."gap_kg" AS "gap_kg",
        "t30"."kind" AS "kind",
        CASE
          WHEN NOT (
            "t30"."says_exporter"
          )
          THEN 'exporter'
          WHEN NOT (
            "t30"."says_importer"
          )
          THEN 'importer'
          WHEN "t30"."kind" = 'orphan'
          THEN 'exporter'
          WHEN "t30"."kind" = 'ghost'
          THEN 'importer'
          ELSE NULL
        END AS "silent_side",
        "t30"."year" AS "_time",
        CASE
          WHEN "t30"."kind" <> 'not_reported'
          THEN "t30"."imported" - "t30"."exported"
          ELSE NULL
        END AS "_surplus"
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
          "t29"."reports_exporter" AS "reports_exporter",
          "t29"."mentions_exporter" AS "mentions_exporter",
          "t29"."unspecified_exporter" AS "unspecified_exporter",
          "t29"."edition_exporter" AS "edition_exporter",
          "t29"."covered_exporter" AS "covered_exporter",
          "t29"."reports_importer" AS "reports_importer",
          "t29"."mentions_importer" AS "mentions_importer",
          "t29"."unspecified_importer" AS "unspecified_importer",
          "t29"."edition_importer" AS "edition_importer",
          "t29"."covered_importer" AS "covered_importer",
          "t29"."covers_exporter" AS "covers_exporter",
          "t29"."covers_importer" AS "covers_importer",
          "t29"."compared_on" AS "compared_on",
          "t29"."exported" AS "exported",
          "t29"."imported" AS "imported",
          "t29"."low_value" AS "low_value",
          "t29"."mass_importer_kg" - "t29"."mass_exporter_kg" AS "gap_kg",
          CASE
            WHEN COALESCE(
              (
                "t29"."exported" <= (
                  "t29"."imported" * 0.01
                )
              )
              AND (
                "t29"."reports_exporter" AND "t29"."covers_exporter"
              ),
              FALSE
            )
            THEN 'orphan'
            WHEN COALESCE(
              (
                "t29"."imported" <= (
                  "t29"."exported" * 0.01
                )
              )
              AND (
                "t29"."reports_importer" AND "t29"."covers_importer"
              ),
              FALSE
            )
            THEN 'ghost'
            WHEN "t29"."says_exporter" AND "t29"."says_importer"
            THEN 'matched'
            ELSE 'not_reported'
          END AS "kind"
        FROM (
          SELECT
            "t28"."year" AS "year",
            "t28"."exporter" AS "exporter",
            "t28"."importer" AS "importer",
            "t28"."code" AS "code",
            "t28"."mass_exporter_kg" AS "mass_exporter_kg",
            "t28"."value_exporter_usd" AS "value_exporter_usd",
            "t28"."source_exporter" AS "source_exporter",
            "t28"."says_exporter" AS "says_exporter",
            "t28"."months_exporter" AS "months_exporter",
            "t28"."mass_importer_kg" AS "mass_importer_kg",
            "t28"."value_importer_usd" AS "value_importer_usd",
            "t28"."source_importer" AS "source_importer",
            "t28"."says_importer" AS "says_importer",
            "t28"."months_importer" AS "months_importer",
            "t28"."mass_re_export_kg" AS "mass_re_export_kg",
            "t28"."value_re_export_usd" AS "value_re_export_usd",
            "t28"."re_exports" AS "re_exports",
            "t28"."reports_exporter" AS "reports_exporter",
            "t28"."mentions_exporter" AS "mentions_exporter",
            "t28"."unspecified_exporter" AS "unspecified_exporter",
            "t28"."edition_exporter" AS "edition_exporter",
            "t28"."covered_exporter" AS "covered_exporter",
            COALESCE("t28"."reports_importer", FALSE) AS "reports_importer",
            COALESCE("t28"."mentions_importer", FALSE) AS "mentions_importer",
            COALESCE("t28"."unspecified_importer", FALSE) AS "unspecified_importer",
            "t28"."edition_importer" AS "edition_importer",
            "t28"."covered_importer" AS "covered_importer",
            COALESCE("t28"."covered_exporter" >= "t28"."months_importer", FALSE) AS "covers_exporter",
            COALESCE("t28"."covered_importer" >= "t28"."months_exporter", FALSE) AS "covers_importer",
            CASE
              WHEN (
                COALESCE(COALESCE("t28"."mass_exporter_kg", "t28"."mass_re_export_kg") > 0, FALSE)
                OR COALESCE("t28"."mass_importer_kg" > 0, FALSE)
              )
              AND NOT (
                (
                  "t28"."says_exporter"
                  AND isNull(COALESCE("t28"."mass_exporter_kg", "t28"."mass_re_export_kg"))
                )
                OR (
                  "t28"."says_importer" AND isNull("t28"."mass_importer_kg")
                )
              )
              THEN 'mass'
              WHEN (
                COALESCE(COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd") > 0, FALSE)
                OR COALESCE("t28"."value_importer_usd" > 0, FALSE)
              )
              AND NOT (
                (
                  "t28"."says_exporter"
                  AND isNull(COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd"))
                )
                OR (
                  "t28"."says_importer" AND isNull("t28"."value_importer_usd")
                )
              )
              THEN 'value'
              ELSE NULL
            END AS "compared_on",
            CASE
              WHEN (
                COALESCE(COALESCE("t28"."mass_exporter_kg", "t28"."mass_re_export_kg") > 0, FALSE)
                OR COALESCE("t28"."mass_importer_kg" > 0, FALSE)
              )
              AND NOT (
                (
                  "t28"."says_exporter"
                  AND isNull(COALESCE("t28"."mass_exporter_kg", "t28"."mass_re_export_kg"))
                )
                OR (
                  "t28"."says_importer" AND isNull("t28"."mass_importer_kg")
                )
              )
              THEN CASE
                WHEN "t28"."says_exporter"
                THEN CAST(COALESCE("t28"."mass_exporter_kg", "t28"."mass_re_export_kg") AS Nullable(Float64))
                ELSE 0.0
              END
              WHEN (
                COALESCE(COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd") > 0, FALSE)
                OR COALESCE("t28"."value_importer_usd" > 0, FALSE)
              )
              AND NOT (
                (
                  "t28"."says_exporter"
                  AND isNull(COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd"))
                )
                OR (
                  "t28"."says_importer" AND isNull("t28"."value_importer_usd")
                )
              )
              THEN CASE
                WHEN "t28"."says_exporter"
                THEN CAST(COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd") AS Nullable(Float64))
                ELSE 0.0
              END
              ELSE NULL
            END AS "exported",
            CASE
              WHEN (
                COALESCE(COALESCE("t28"."mass_exporter_kg", "t28"."mass_re_export_kg") > 0, FALSE)
                OR COALESCE("t28"."mass_importer_kg" > 0, FALSE)
              )
              AND NOT (
                (
                  "t28"."says_exporter"
                  AND isNull(COALESCE("t28"."mass_exporter_kg", "t28"."mass_re_export_kg"))
                )
                OR (
                  "t28"."says_importer" AND isNull("t28"."mass_importer_kg")
                )
              )
              THEN CASE
                WHEN "t28"."says_importer"
                THEN CAST("t28"."mass_importer_kg" AS Nullable(Float64))
                ELSE 0.0
              END
              WHEN (
                COALESCE(COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd") > 0, FALSE)
                OR COALESCE("t28"."value_importer_usd" > 0, FALSE)
              )
              AND NOT (
                (
                  "t28"."says_exporter"
                  AND isNull(COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd"))
                )
                OR (
                  "t28"."says_importer" AND isNull("t28"."value_importer_usd")
                )
              )
              THEN CASE
                WHEN "t28"."says_importer"
                THEN CAST("t28"."value_importer_usd" AS Nullable(Float64))
                ELSE 0.0
              END
              ELSE NULL
            END AS "imported",
            (
              isNotNull(COALESCE("t28"."mass_exporter_kg", "t28"."mass_re_export_kg"))
              OR isNotNull("t28"."mass_importer_kg")
              OR isNotNull(COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd"))
              OR isNotNull("t28"."value_importer_usd")
            )
            AND NOT (
              COALESCE(
                CAST(COALESCE("t28"."mass_exporter_kg", "t28"."mass_re_export_kg") AS Nullable(Float64)) >= 1000.0,
                FALSE
              )
              OR COALESCE(CAST("t28"."mass_importer_kg" AS Nullable(Float64)) >= 1000.0, FALSE)
              OR COALESCE(
                CAST(COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd") AS Nullable(Float64)) >= 10000.0,
                FALSE
              )
              OR COALESCE(CAST("t28"."value_importer_usd" AS Nullable(Float64)) >= 10000.0, FALSE)
            ) AS "low_value"
          FROM (
            SELECT
              "t27".*
              EXCEPT ("code_of_facts", "importer_of_facts", "year_of_facts")
            FROM (
              SELECT
                "t26"."year" AS "year",
                "t26"."exporter" AS "exporter",
                "t26"."importer" AS "importer",
                "t26"."code" AS "code",
                "t26"."mass_exporter_kg" AS "mass_exporter_kg",
                "t26"."value_exporter_usd" AS "value_exporter_usd",
                "t26"."source_exporter" AS "source_exporter",
                "t26"."says_exporter" AS "says_exporter",
                "t26"."months_exporter" AS "months_exporter",
                "t26"."mass_importer_kg" AS "mass_importer_kg",
                "t26"."value_importer_usd" AS "value_importer_usd",
                "t26"."source_importer" AS "source_importer",
                "t26"."says_importer" AS "says_importer",
                "t26"."months_importer" AS "months_importer",
                "t26"."mass_re_export_kg" AS "mass_re_export_kg",
                "t26"."value_re_export_usd" AS "value_re_export_usd",
                "t26"."re_exports" AS "re_exports",
                "t26"."reports_exporter" AS "reports_exporter",
                "t26"."mentions_exporter" AS "mentions_exporter",
                "t26"."unspecified_exporter" AS "unspecified_exporter",
                "t26"."edition_exporter" AS "edition_exporter",
                "t26"."covered_exporter" AS "covered_exporter",
                "t21"."importer" AS "importer_of_facts",
                "t21"."code" AS "code_of_facts",
                "t21"."year" AS "year_of_facts",
                "t21"."reports_importer" AS "reports_importer",
                "t21"."mentions_importer" AS "mentions_importer",
                "t21"."unspecified_importer" AS "unspecified_importer",
                "t21"."edition_importer" AS "edition_importer",
                "t21"."covered_importer" AS "covered_importer"
              FROM (
                SELECT
                  "t24"."year" AS "year",
                  "t24"."exporter" AS "exporter",
                  "t24"."importer" AS "importer",
                  "t24"."code" AS "code",
                  "t24"."mass_exporter_kg" AS "mass_exporter_kg",
                  "t24"."value_exporter_usd" AS "value_exporter_usd",
                  "t24"."source_exporter" AS "source_exporter",
                  "t24"."says_exporter" AS "says_exporter",
                  "t24"."months_exporter" AS "months_exporter",
                  "t24"."mass_importer_kg" AS "mass_importer_kg",
                  "t24"."value_importer_usd" AS "value_importer_usd",
                  "t24"."source_importer" AS "source_importer",
                  "t24"."says_importer" AS "says_importer",
                  "t24"."months_importer" AS "months_importer",
                  "t24"."mass_re_export_kg" AS "mass_re_export_kg",
                  "t24"."value_re_export_usd" AS "value_re_export_usd",
                  "t24"."re_exports" AS "re_exports",
                  COALESCE("t24"."reports_exporter", FALSE) AS "reports_exporter",
                  COALESCE("t24"."mentions_exporter", FALSE) AS "mentions_exporter",
                  COALESCE("t24"."unspecified_exporter", FALSE) AS "unspecified_exporter",
                  "t24"."edition_exporter" AS "edition_exporter",
                  "t24"."covered_exporter" AS "covered_exporter"
                FROM (
                  SELECT
                    "t23".*
                    EXCEPT ("code_of_facts", "exporter_of_facts", "year_of_facts")
                  FROM (
                    SELECT
                      "t16"."year" AS "year",
                      "t16"."exporter" AS "exporter",
                      "t16"."importer" AS "importer",
                      "t16"."code" AS "code",
                      "t16"."mass_exporter_kg" AS "mass_exporter_kg",
                      "t16"."value_exporter_usd" AS "value_exporter_usd",
                      "t16"."source_exporter" AS "source_exporter",
                      "t16"."says_exporter" AS "says_exporter",
                      "t16"."months_exporter" AS "months_exporter",
                      "t16"."mass_importer_kg" AS "mass_importer_kg",
                      "t16"."value_importer_usd" AS "value_importer_usd",
                      "t16"."source_importer" AS "source_importer",
                      "t16"."says_importer" AS "says_importer",
                      "t16"."months_importer" AS "months_importer",
                      "t16"."mass_re_export_kg" AS "mass_re_export_kg",
                      "t16"."value_re_export_usd" AS "value_re_export_usd",
                      "t16"."re_exports" AS "re_exports",
                      "t22"."exporter" AS "exporter_of_facts",
                      "t22"."code" AS "code_of_facts",
                      "t22"."year" AS "year_of_facts",
                      "t22"."reports_exporter" AS "reports_exporter",
                      "t22"."mentions_exporter" AS "mentions_exporter",
                      "t22"."unspecified_exporter" AS "unspecified_exporter",
                      "t22"."edition_exporter" AS "edition_exporter",
                      "t22"."covered_exporter" AS "covered_exporter"
                    FROM (
                      SELECT
                        "t14"."year" AS "year",
                        "t14"."exporter" AS "exporter",
                        "t14"."importer" AS "importer",
                        "t14"."code" AS "code",
                        MAX(
                          CASE
                            WHEN (
                              "t14"."side" = 'exporter'
                            ) AND NOT (
                              "t14"."direction_re"
                            )
                            THEN "t14"."mass_kg"
                            ELSE CAST(NULL AS Nullable(Decimal(38, 6)))
                          END
                        ) AS "mass_exporter_kg",
                        MAX(
                          CASE
                            WHEN (
                              "t14"."side" = 'exporter'
                            ) AND NOT (
                              "t14"."direction_re"
                            )
                            THEN "t14"."value_usd"
                            ELSE CAST(NULL AS Nullable(Decimal(38, 6)))
                          END
                        ) AS "value_exporter_usd",
                        MAX(
                          CASE
                            WHEN "t14"."side" = 'exporter'
                            THEN "t14"."source"
                            ELSE CAST(NULL AS Nullable(String))
                          END
                        ) AS "source_exporter",
                        MAX(CAST("t14"."side" = 'exporter' AS Nullable(Int8))) = 1 AS "says_exporter",
                        MAX(
                          CASE
                            WHEN "t14"."side" = 'exporter'
                            THEN "t14"."months"
                            ELSE CAST(NULL AS Nullable(Int64))
                          END
                        ) AS "months_exporter",
                        MAX(
                          CASE
                            WHEN (
                              "t14"."side" = 'importer'
                            ) AND NOT (
                              "t14"."direction_re"
                            )
                            THEN "t14"."mass_kg"
                            ELSE CAST(NULL AS Nullable(Decimal(38, 6)))
                          END
                        ) AS "mass_importer_kg",
                        MAX(
                          CASE
                            WHEN (
                              "t14"."side" = 'importer'
                            ) AND NOT (
                              "t14"."direction_re"
                            )
                            THEN "t14"."value_usd"
                            ELSE CAST(NULL AS Nullable(Decimal(38, 6)))
                          END
                        ) AS "value_importer_usd",
                        MAX(
                          CASE
                            WHEN "t14"."side" = 'importer'
                            THEN "t14"."source"
                            ELSE CAST(NULL AS Nullable(String))
                          END
                        ) AS "source_importer",
                        MAX(CAST("t14"."side" = 'importer' AS Nullable(Int8))) = 1 AS "says_importer",
                        MAX(
                          CASE
                            WHEN "t14"."side" = 'importer'
                            THEN "t14"."months"
                            ELSE CAST(NULL AS Nullable(Int64))
                          END
                        ) AS "months_importer",
                        MAX(
                          CASE
                            WHEN (
                              "t14"."side" = 'exporter'
                            ) AND "t14"."direction_re"
                            THEN "t14"."mass_kg"
                            ELSE CAST(NULL AS Nullable(Decimal(38, 6)))
                          END
                        ) AS "mass_re_export_kg",
                        MAX(
                          CASE
                            WHEN (
                              "t14"."side" = 'exporter'
                            ) AND "t14"."direction_re"
                            THEN "t14"."value_usd"
                            ELSE CAST(NULL AS Nullable(Decimal(38, 6)))
                          END
                        ) AS "value_re_export_usd",
                        MAX(CAST("t14"."direction_re" AS Nullable(Int8))) = 1 AS "re_exports"
                      FROM "t13" AS "t14"
                      GROUP BY
                        "t14"."year",
                        "t14"."exporter",
                        "t14"."importer",
                        "t14"."code"
                    ) AS "t16"
                    LEFT OUTER JOIN (
                      SELECT
                        "t18"."reporter" AS "exporter",
                        "t18"."code" AS "code",
                        "t18"."year" AS "year",
                        "t18"."reports_exporter" AS "reports_exporter",
                        "t18"."mentions_exporter" AS "mentions_exporter",
                        "t18"."unspecified_exporter" AS "unspecified_exporter",
                        "t18"."edition_exporter" AS "edition_exporter",
                        "t18"."covered_exporter" AS "covered_exporter"
                      FROM (
                        SELECT
                          "t14"."reporter" AS "reporter",
                          "t14"."code" AS "code",
                          "t14"."year" AS "year",
                          MAX(CAST("t14"."side" = 'exporter' AS Nullable(Int8))) = 1 AS "reports_exporter",
                          MAX(CAST(NOT (
                            "t14"."side" = 'exporter'
                          ) AS Nullable(Int8))) = 1 AS "mentions_exporter",
                          MAX(
                            CAST((
                              "t14"."side" = 'exporter'
                            )
                            AND "t14"."partner" IN (
                              'A49',
                              'A59',
                              'A79',
                              'E19',
                              'E29',
                              'F19',
                              'F49',
                              'F97',
                              'O19',
                              'R20',
                              'R91',
                              'XAC',
                              'XBU',
                              'XEU',
                              'XFZ',
                              'XLA',
                              'XNS',
                              'XSC'
                            ) AS Nullable(Int8))
                          ) = 1 AS "unspecified_exporter",
                          MAX(
                            CASE
                              WHEN "t14"."side" = 'exporter'
                              THEN "t14"."edition"
                              ELSE CAST(NULL AS Nullable(String))
                            END
                          ) AS "edition_exporter",
                          MAX(
                            CASE
                              WHEN "t14"."side" = 'exporter'
                              THEN "t14"."months"
                              ELSE CAST(NULL AS Nullable(Int64))
                            END
                          ) AS "covered_exporter"
                        FROM "t13" AS "t14"
                        GROUP BY
                          "t14"."reporter",
                          "t14"."code",
                          "t14"."year"
                      ) AS "t18"
                    ) AS "t22"
                      ON "t16"."exporter" = "t22"."exporter"
                      AND "t16"."code" = "t22"."code"
                      AND "t16"."year" = "t22"."year"
                  ) AS "t23"
                ) AS "t24"
              ) AS "t26"
              LEFT OUTER JOIN (
                SELECT
                  "t17"."reporter" AS "importer",
                  "t17"."code" AS "code",
                  "t17"."year" AS "year",
                  "t17"."reports_importer" AS "reports_importer",
                  "t17"."mentions_importer" AS "mentions_importer",
                  "t17"."unspecified_importer" AS "unspecified_importer",
                  "t17"."edition_importer" AS "edition_importer",
                  "t17"."covered_importer" AS "covered_importer"
                FROM (
                  SELECT
                    "t14"."reporter" AS "reporter",
                    "t14"."code" AS "code",
                    "t14"."year" AS "year",
                    MAX(CAST("t14"."side" = 'importer' AS Nullable(Int8))) = 1 AS "reports_importer",
                    MAX(CAST(NOT (
                      "t14"."side" = 'importer'
                    ) AS Nullable(Int8))) = 1 AS "mentions_importer",
                    MAX(
                      CAST((
                        "t14"."side" = 'importer'
                      )
                      AND "t14"."partner" IN (
                        'A49',
                        'A59',
                        'A79',
                        'E19',
                        'E29',
                        'F19',
                        'F49',
                        'F97',
                        'O19',
                        'R20',
                        'R91',
                        'XAC',
                        'XBU',
                        'XEU',
                        'XFZ',
                        'XLA',
                        'XNS',
                        'XSC'
                      ) AS Nullable(Int8))
                    ) = 1 AS "unspecified_importer",
                    MAX(
                      CASE
                        WHEN "t14"."side" = 'importer'
                        THEN "t14"."edition"
                        ELSE CAST(NULL AS Nullable(String))
                      END
                    ) AS "edition_importer",
                    MAX(
                      CASE
                        WHEN "t14"."side" = 'importer'
                        THEN "t14"."months"
                        ELSE CAST(NULL AS Nullable(Int64))
                      END
                    ) AS "covered_importer"
                  FROM "t13" AS "t14"
                  GROUP BY
                    "t14"."reporter",
                    "t14"."code",
                    "t14"."year"
                ) AS "t17"
              ) AS "t21"
                ON "t26"."importer" = "t21"."importer"
                AND "t26"."code" = "t21"."code"
                AND "t26"."year" = "t21"."year"
            ) AS "t27"
          ) AS "t28"
        ) AS "t29"
      ) AS "t30"
    ) AS "t31"
  ) AS "t32"
) AS "t33"
ORDER BY
  "t33"."year" ASC,
  "t33"."code" ASC,
  "t33"."exporter" ASC,
  "t33"."importer" ASC
