WITH "t3" AS (
  SELECT
    "t2"."source",
    "t2"."nomenclature",
    "t2"."side",
    "t2"."year",
    "t2"."exporter",
    "t2"."importer",
    "t2"."code",
    "t2"."direction_re",
    "t2"."mass_kg",
    "t2"."value_usd",
    "t2"."value_with_mass_usd",
    12 AS "months",
    CASE WHEN "t2"."side" = 'exporter' THEN "t2"."exporter" ELSE "t2"."importer" END AS "reporter",
    CASE WHEN "t2"."side" = 'exporter' THEN "t2"."importer" ELSE "t2"."exporter" END AS "partner",
    CASE
      WHEN STARTS_WITH("t2"."nomenclature", 'HS')
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
      "t1"."source",
      "t1"."nomenclature",
      "t1"."side",
      "t1"."year",
      "t1"."exporter",
      "t1"."importer",
      "t1"."code",
      "t1"."direction_re",
      SUM("t1"."mass_kg") AS "mass_kg",
      SUM("t1"."value_usd") AS "value_usd",
      SUM("t1"."value_with_mass_usd") AS "value_with_mass_usd"
    FROM (
      SELECT
        "t0"."load",
        "t0"."year",
        "t0"."frequency",
        "t0"."period",
        "t0"."reporter",
        "t0"."partner",
        "t0"."direction",
        "t0"."nomenclature",
        SUBSTRING("t0"."code" FROM CASE WHEN (
          0 + 1
        ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t0"."code") END FOR 6) AS "code",
        "t0"."mass_kg",
        "t0"."value_usd",
        "t0"."mass_basis",
        "t0"."valuation",
        "t0"."value_reported",
        "t0"."currency",
        "t0"."basis",
        "t0"."source",
        "t0"."vintage",
        "t0"."file",
        "t0"."row",
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
          WHEN "t0"."mass_kg" IS NULL
          THEN CAST(NULL AS DECIMAL(18, 6))
          ELSE "t0"."value_usd"
        END AS "value_with_mass_usd"
      FROM "flows" AS "t0"
      WHERE
        (
          FALSE
          OR SUBSTRING("t0"."code" FROM CASE WHEN (
            0 + 1
          ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t0"."code") END FOR 6) IN ('284690')
        )
        AND "t0"."year" IN (2022)
    ) AS "t1"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8
  ) AS "t2"
  WHERE
    "t2"."side" IN ('exporter', 'importer') AND "t2"."exporter" <> "t2"."importer"
), "t10" AS (
  SELECT
    "t5"."source",
    "t5"."nomenclature",
    "t5"."side",
    "t5"."year",
    "t5"."exporter",
    "t5"."importer",
    "t5"."code",
    "t5"."direction_re",
    "t5"."mass_kg",
    "t5"."value_usd",
    "t5"."value_with_mass_usd",
    "t5"."months",
    "t5"."reporter",
    "t5"."partner",
    "t5"."edition"
  FROM "t3" AS "t5"
  INNER JOIN (
    SELECT
      "t7"."reporter",
      "t7"."side",
      "t7"."code",
      "t7"."year",
      "t7"."source",
      "t7"."nomenclature"
    FROM (
      SELECT
        "t6"."reporter",
        "t6"."side",
        "t6"."code",
        "t6"."year",
        "t6"."source",
        "t6"."nomenclature",
        "t6"."_months",
        ROW_NUMBER() OVER (
          PARTITION BY "t6"."reporter", "t6"."side", "t6"."code", "t6"."year"
          ORDER BY "t6"."_months" DESC NULLS LAST, "t6"."source" ASC, "t6"."nomenclature" DESC NULLS LAST
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "_rank"
      FROM (
        SELECT
          "t4"."reporter",
          "t4"."side",
          "t4"."code",
          "t4"."year",
          "t4"."source",
          "t4"."nomenclature",
          MAX("t4"."months") AS "_months"
        FROM "t3" AS "t4"
        GROUP BY
          1,
          2,
          3,
          4,
          5,
          6
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
  "t46"."exporter",
  "t46"."importer",
  "t46"."year",
  "t46"."code",
  "t46"."mass_exporter_kg",
  "t46"."mass_importer_kg",
  "t46"."value_exporter_usd",
  "t46"."value_importer_usd",
  "t46"."mass_re_export_kg",
  "t46"."gap_kg",
  "t46"."kind",
  "t46"."silent_side",
  "t46"."compared_on",
  "t46"."source_exporter",
  "t46"."source_importer",
  CASE
    WHEN "t46"."_codes" = ''
    THEN ''
    ELSE SUBSTRING("t46"."_codes" FROM CASE WHEN (
      0 + 1
    ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t46"."_codes") END FOR LENGTH("t46"."_codes") - 1)
  END AS "caveats"
FROM (
  SELECT
    "t45"."year",
    "t45"."exporter",
    "t45"."importer",
    "t45"."code",
    "t45"."mass_exporter_kg",
    "t45"."value_exporter_usd",
    "t45"."source_exporter",
    "t45"."says_exporter",
    "t45"."months_exporter",
    "t45"."mass_importer_kg",
    "t45"."value_importer_usd",
    "t45"."source_importer",
    "t45"."says_importer",
    "t45"."months_importer",
    "t45"."mass_re_export_kg",
    "t45"."value_re_export_usd",
    "t45"."re_exports",
    "t45"."unspecified_exporter",
    "t45"."edition_exporter",
    "t45"."covered_exporter",
    "t45"."reports_exporter",
    "t45"."mentions_exporter",
    "t45"."unspecified_importer",
    "t45"."edition_importer",
    "t45"."covered_importer",
    "t45"."reports_importer",
    "t45"."mentions_importer",
    "t45"."covers_exporter",
    "t45"."covers_importer",
    "t45"."compared_on",
    "t45"."exported",
    "t45"."imported",
    "t45"."threshold",
    "t45"."gap_kg",
    "t45"."kind",
    "t45"."silent_side",
    "t45"."_time",
    "t45"."_surplus",
    "t45"."_before",
    "t45"."_after",
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
    END || CASE
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
    END || CASE
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
    END || CASE
      WHEN COALESCE(
        "t45"."says_exporter"
        AND (
          "t45"."mass_exporter_kg" IS NULL
        )
        AND (
          "t45"."mass_re_export_kg" IS NULL
        ),
        FALSE
      )
      THEN 'mass_unknown_exporter|'
      ELSE ''
    END || CASE
      WHEN COALESCE("t45"."says_importer" AND (
        "t45"."mass_importer_kg" IS NULL
      ), FALSE)
      THEN 'mass_unknown_importer|'
      ELSE ''
    END || CASE WHEN COALESCE("t45"."re_exports", FALSE) THEN 're_exports|' ELSE '' END || CASE
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
    END || CASE
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
    END || CASE
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
    END || CASE
      WHEN COALESCE(
        (
          "t45"."value_exporter_usd" IS NOT NULL
        )
        AND (
          "t45"."value_importer_usd" IS NOT NULL
        ),
        FALSE
      )
      THEN 'cif_fob|'
      ELSE ''
    END || CASE
      WHEN COALESCE(STARTS_WITH("t45"."code", '26') OR STARTS_WITH("t45"."code", '2530'), FALSE)
      THEN 'wet_dry_tonnes|'
      ELSE ''
    END || CASE
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
    END || CASE
      WHEN COALESCE("t45"."edition_exporter" <> "t45"."edition_importer", FALSE)
      THEN 'hs_vintage_differs|'
      ELSE ''
    END || CASE
      WHEN COALESCE(GREATEST("t45"."exported", "t45"."imported") < "t45"."threshold", FALSE)
      THEN 'low_value_threshold|'
      ELSE ''
    END AS "_codes"
  FROM (
    SELECT
      "t44"."year",
      "t44"."exporter",
      "t44"."importer",
      "t44"."code",
      "t44"."mass_exporter_kg",
      "t44"."value_exporter_usd",
      "t44"."source_exporter",
      "t44"."says_exporter",
      "t44"."months_exporter",
      "t44"."mass_importer_kg",
      "t44"."value_importer_usd",
      "t44"."source_importer",
      "t44"."says_importer",
      "t44"."months_importer",
      "t44"."mass_re_export_kg",
      "t44"."value_re_export_usd",
      "t44"."re_exports",
      "t44"."unspecified_exporter",
      "t44"."edition_exporter",
      "t44"."covered_exporter",
      "t44"."reports_exporter",
      "t44"."mentions_exporter",
      "t44"."unspecified_importer",
      "t44"."edition_importer",
      "t44"."covered_importer",
      "t44"."reports_importer",
      "t44"."mentions_importer",
      "t44"."covers_exporter",
      "t44"."covers_importer",
      "t44"."compared_on",
      "t44"."exported",
      "t44"."imported",
      "t44"."threshold",
      "t44"."gap_kg",
      "t44"."kind",
      "t44"."silent_side",
      "t44"."_time",
      "t44"."_surplus",
      CASE
        WHEN (
          "t44"."_time" - LAG("t44"."_time") OVER (
            PARTITION BY "t44"."exporter", "t44"."importer", "t44"."code"
            ORDER BY "t44"."_time" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          )
        ) = 1
        THEN LAG("t44"."_surplus") OVER (
          PARTITION BY "t44"."exporter", "t44"."importer", "t44"."code"
          ORDER BY "t44"."_time" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
        ELSE NULL
      END AS "_before",
      CASE
        WHEN (
          LEAD("t44"."_time") OVER (
            PARTITION BY "t44"."exporter", "t44"."importer", "t44"."code"
            ORDER BY "t44"."_time" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - "t44"."_time"
        ) = 1
        THEN LEAD("t44"."_surplus") OVER (
          PARTITION BY "t44"."exporter", "t44"."importer", "t44"."code"
          ORDER BY "t44"."_time" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
        ELSE NULL
      END AS "_after"
    FROM (
      SELECT
        "t43"."year",
        "t43"."exporter",
        "t43"."importer",
        "t43"."code",
        "t43"."mass_exporter_kg",
        "t43"."value_exporter_usd",
        "t43"."source_exporter",
        "t43"."says_exporter",
        "t43"."months_exporter",
        "t43"."mass_importer_kg",
        "t43"."value_importer_usd",
        "t43"."source_importer",
        "t43"."says_importer",
        "t43"."months_importer",
        "t43"."mass_re_export_kg",
        "t43"."value_re_export_usd",
        "t43"."re_exports",
        "t43"."unspecified_exporter",
        "t43"."edition_exporter",
        "t43"."covered_exporter",
        "t43"."reports_exporter",
        "t43"."mentions_exporter",
        "t43"."unspecified_importer",
        "t43"."edition_importer",
        "t43"."covered_importer",
        "t43"."reports_importer",
        "t43"."mentions_importer",
        "t43"."covers_exporter",
        "t43"."covers_importer",
        "t43"."compared_on",
        "t43"."exported",
        "t43"."imported",
        "t43"."threshold",
        "t43"."gap_kg",
        "t43"."kind",
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
          "t42"."year",
          "t42"."exporter",
          "t42"."importer",
          "t42"."code",
          "t42"."mass_exporter_kg",
          "t42"."value_exporter_usd",
          "t42"."source_exporter",
          "t42"."says_exporter",
          "t42"."months_exporter",
          "t42"."mass_importer_kg",
          "t42"."value_importer_usd",
          "t42"."source_importer",
          "t42"."says_importer",
          "t42"."months_importer",
          "t42"."mass_re_export_kg",
          "t42"."value_re_export_usd",
          "t42"."re_exports",
          "t42"."unspecified_exporter",
          "t42"."edition_exporter",
          "t42"."covered_exporter",
          "t42"."reports_exporter",
          "t42"."mentions_exporter",
          "t42"."unspecified_importer",
          "t42"."edition_importer",
          "t42"."covered_importer",
          "t42"."reports_importer",
          "t42"."mentions_importer",
          "t42"."covers_exporter",
          "t42"."covers_importer",
          "t42"."compared_on",
          "t42"."exported",
          "t42"."imported",
          "t42"."threshold",
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
            "t41"."year",
            "t41"."exporter",
            "t41"."importer",
            "t41"."code",
            "t41"."mass_exporter_kg",
            "t41"."value_exporter_usd",
            "t41"."source_exporter",
            "t41"."says_exporter",
            "t41"."months_exporter",
            "t41"."mass_importer_kg",
            "t41"."value_importer_usd",
            "t41"."source_importer",
            "t41"."says_importer",
            "t41"."months_importer",
            "t41"."mass_re_export_kg",
            "t41"."value_re_export_usd",
            "t41"."re_exports",
            "t41"."unspecified_exporter",
            "t41"."edition_exporter",
            "t41"."covered_exporter",
            "t41"."reports_exporter",
            "t41"."mentions_exporter",
            "t41"."unspecified_importer",
            "t41"."edition_importer",
            "t41"."covered_importer",
            "t41"."reports_importer",
            COALESCE("t41"."mentions_importer", FALSE) AS "mentions_importer",
            COALESCE("t41"."covered_exporter" >= "t41"."months_importer", FALSE) AS "covers_exporter",
            COALESCE("t41"."covered_importer" >= "t41"."months_exporter", FALSE) AS "covers_importer",
            CASE
              WHEN NOT (
                (
                  "t41"."says_exporter"
                  AND (
                    COALESCE("t41"."mass_exporter_kg", "t41"."mass_re_export_kg") IS NULL
                  )
                )
                OR (
                  "t41"."says_importer" AND (
                    "t41"."mass_importer_kg" IS NULL
                  )
                )
              )
              THEN 'mass'
              WHEN NOT (
                (
                  "t41"."says_exporter"
                  AND (
                    COALESCE("t41"."value_exporter_usd", "t41"."value_re_export_usd") IS NULL
                  )
                )
                OR (
                  "t41"."says_importer" AND (
                    "t41"."value_importer_usd" IS NULL
                  )
                )
              )
              THEN 'value'
              ELSE NULL
            END AS "compared_on",
            CASE
              WHEN NOT (
                (
                  "t41"."says_exporter"
                  AND (
                    COALESCE("t41"."mass_exporter_kg", "t41"."mass_re_export_kg") IS NULL
                  )
                )
                OR (
                  "t41"."says_importer" AND (
                    "t41"."mass_importer_kg" IS NULL
                  )
                )
              )
              THEN CASE
                WHEN "t41"."says_exporter"
                THEN CAST(COALESCE("t41"."mass_exporter_kg", "t41"."mass_re_export_kg") AS DOUBLE PRECISION)
                ELSE 0.0
              END
              WHEN NOT (
                (
                  "t41"."says_exporter"
                  AND (
                    COALESCE("t41"."value_exporter_usd", "t41"."value_re_export_usd") IS NULL
                  )
                )
                OR (
                  "t41"."says_importer" AND (
                    "t41"."value_importer_usd" IS NULL
                  )
                )
              )
              THEN CASE
                WHEN "t41"."says_exporter"
                THEN CAST(COALESCE("t41"."value_exporter_usd", "t41"."value_re_export_usd") AS DOUBLE PRECISION)
                ELSE 0.0
              END
              ELSE NULL
            END AS "exported",
            CASE
              WHEN NOT (
                (
                  "t41"."says_exporter"
                  AND (
                    COALESCE("t41"."mass_exporter_kg", "t41"."mass_re_export_kg") IS NULL
                  )
                )
                OR (
                  "t41"."says_importer" AND (
                    "t41"."mass_importer_kg" IS NULL
                  )
                )
              )
              THEN CASE
                WHEN "t41"."says_importer"
                THEN CAST("t41"."mass_importer_kg" AS DOUBLE PRECISION)
                ELSE 0.0
              END
              WHEN NOT (
                (
                  "t41"."says_exporter"
                  AND (
                    COALESCE("t41"."value_exporter_usd", "t41"."value_re_export_usd") IS NULL
                  )
                )
                OR (
                  "t41"."says_importer" AND (
                    "t41"."value_importer_usd" IS NULL
                  )
                )
              )
              THEN CASE
                WHEN "t41"."says_importer"
                THEN CAST("t41"."value_importer_usd" AS DOUBLE PRECISION)
                ELSE 0.0
              END
              ELSE NULL
            END AS "imported",
            CASE
              WHEN CASE
                WHEN NOT (
                  (
                    "t41"."says_exporter"
                    AND (
                      COALESCE("t41"."mass_exporter_kg", "t41"."mass_re_export_kg") IS NULL
                    )
                  )
                  OR (
                    "t41"."says_importer" AND (
                      "t41"."mass_importer_kg" IS NULL
                    )
                  )
                )
                THEN 'mass'
                WHEN NOT (
                  (
                    "t41"."says_exporter"
                    AND (
                      COALESCE("t41"."value_exporter_usd", "t41"."value_re_export_usd") IS NULL
                    )
                  )
                  OR (
                    "t41"."says_importer" AND (
                      "t41"."value_importer_usd" IS NULL
                    )
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
              "t40"."year",
              "t40"."exporter",
              "t40"."importer",
              "t40"."code",
              "t40"."mass_exporter_kg",
              "t40"."value_exporter_usd",
              "t40"."source_exporter",
              "t40"."says_exporter",
              "t40"."months_exporter",
              "t40"."mass_importer_kg",
              "t40"."value_importer_usd",
              "t40"."source_importer",
              "t40"."says_importer",
              "t40"."months_importer",
              "t40"."mass_re_export_kg",
              "t40"."value_re_export_usd",
              "t40"."re_exports",
              "t40"."unspecified_exporter",
              "t40"."edition_exporter",
              "t40"."covered_exporter",
              "t40"."reports_exporter",
              "t40"."mentions_exporter",
              "t40"."unspecified_importer",
              "t40"."edition_importer",
              "t40"."covered_importer",
              "t40"."reports_importer",
              "t40"."mentions_importer"
            FROM (
              SELECT
                "t39"."year",
                "t39"."exporter",
                "t39"."importer",
                "t39"."code",
                "t39"."mass_exporter_kg",
                "t39"."value_exporter_usd",
                "t39"."source_exporter",
                "t39"."says_exporter",
                "t39"."months_exporter",
                "t39"."mass_importer_kg",
                "t39"."value_importer_usd",
                "t39"."source_importer",
                "t39"."says_importer",
                "t39"."months_importer",
                "t39"."mass_re_export_kg",
                "t39"."value_re_export_usd",
                "t39"."re_exports",
                "t39"."unspecified_exporter",
                "t39"."edition_exporter",
                "t39"."covered_exporter",
                "t39"."reports_exporter",
                "t39"."mentions_exporter",
                "t39"."unspecified_importer",
                "t39"."edition_importer",
                "t39"."covered_importer",
                "t39"."reports_importer",
                "t19"."importer" AS "importer_of_facts",
                "t19"."code" AS "code_of_facts",
                "t19"."year" AS "year_of_facts",
                "t19"."mentions_importer"
              FROM (
                SELECT
                  "t37"."year",
                  "t37"."exporter",
                  "t37"."importer",
                  "t37"."code",
                  "t37"."mass_exporter_kg",
                  "t37"."value_exporter_usd",
                  "t37"."source_exporter",
                  "t37"."says_exporter",
                  "t37"."months_exporter",
                  "t37"."mass_importer_kg",
                  "t37"."value_importer_usd",
                  "t37"."source_importer",
                  "t37"."says_importer",
                  "t37"."months_importer",
                  "t37"."mass_re_export_kg",
                  "t37"."value_re_export_usd",
                  "t37"."re_exports",
                  "t37"."unspecified_exporter",
                  "t37"."edition_exporter",
                  "t37"."covered_exporter",
                  "t37"."reports_exporter",
                  "t37"."mentions_exporter",
                  COALESCE("t37"."unspecified_importer", FALSE) AS "unspecified_importer",
                  "t37"."edition_importer",
                  "t37"."covered_importer",
                  COALESCE("t37"."reports_importer", FALSE) AS "reports_importer"
                FROM (
                  SELECT
                    "t36"."year",
                    "t36"."exporter",
                    "t36"."importer",
                    "t36"."code",
                    "t36"."mass_exporter_kg",
                    "t36"."value_exporter_usd",
                    "t36"."source_exporter",
                    "t36"."says_exporter",
                    "t36"."months_exporter",
                    "t36"."mass_importer_kg",
                    "t36"."value_importer_usd",
                    "t36"."source_importer",
                    "t36"."says_importer",
                    "t36"."months_importer",
                    "t36"."mass_re_export_kg",
                    "t36"."value_re_export_usd",
                    "t36"."re_exports",
                    "t36"."unspecified_exporter",
                    "t36"."edition_exporter",
                    "t36"."covered_exporter",
                    "t36"."reports_exporter",
                    "t36"."mentions_exporter",
                    "t36"."unspecified_importer",
                    "t36"."edition_importer",
                    "t36"."covered_importer",
                    "t36"."reports_importer"
                  FROM (
                    SELECT
                      "t35"."year",
                      "t35"."exporter",
                      "t35"."importer",
                      "t35"."code",
                      "t35"."mass_exporter_kg",
                      "t35"."value_exporter_usd",
                      "t35"."source_exporter",
                      "t35"."says_exporter",
                      "t35"."months_exporter",
                      "t35"."mass_importer_kg",
                      "t35"."value_importer_usd",
                      "t35"."source_importer",
                      "t35"."says_importer",
                      "t35"."months_importer",
                      "t35"."mass_re_export_kg",
                      "t35"."value_re_export_usd",
                      "t35"."re_exports",
                      "t35"."unspecified_exporter",
                      "t35"."edition_exporter",
                      "t35"."covered_exporter",
                      "t35"."reports_exporter",
                      "t35"."mentions_exporter",
                      "t26"."importer" AS "importer_of_facts",
                      "t26"."code" AS "code_of_facts",
                      "t26"."year" AS "year_of_facts",
                      "t26"."unspecified_importer",
                      "t26"."edition_importer",
                      "t26"."covered_importer",
                      "t26"."reports_importer"
                    FROM (
                      SELECT
                        "t33"."year",
                        "t33"."exporter",
                        "t33"."importer",
                        "t33"."code",
                        "t33"."mass_exporter_kg",
                        "t33"."value_exporter_usd",
                        "t33"."source_exporter",
                        "t33"."says_exporter",
                        "t33"."months_exporter",
                        "t33"."mass_importer_kg",
                        "t33"."value_importer_usd",
                        "t33"."source_importer",
                        "t33"."says_importer",
                        "t33"."months_importer",
                        "t33"."mass_re_export_kg",
                        "t33"."value_re_export_usd",
                        "t33"."re_exports",
                        "t33"."unspecified_exporter",
                        "t33"."edition_exporter",
                        "t33"."covered_exporter",
                        "t33"."reports_exporter",
                        COALESCE("t33"."mentions_exporter", FALSE) AS "mentions_exporter"
                      FROM (
                        SELECT
                          "t32"."year",
                          "t32"."exporter",
                          "t32"."importer",
                          "t32"."code",
                          "t32"."mass_exporter_kg",
                          "t32"."value_exporter_usd",
                          "t32"."source_exporter",
                          "t32"."says_exporter",
                          "t32"."months_exporter",
                          "t32"."mass_importer_kg",
                          "t32"."value_importer_usd",
                          "t32"."source_importer",
                          "t32"."says_importer",
                          "t32"."months_importer",
                          "t32"."mass_re_export_kg",
                          "t32"."value_re_export_usd",
                          "t32"."re_exports",
                          "t32"."unspecified_exporter",
                          "t32"."edition_exporter",
                          "t32"."covered_exporter",
                          "t32"."reports_exporter",
                          "t32"."mentions_exporter"
                        FROM (
                          SELECT
                            "t31"."year",
                            "t31"."exporter",
                            "t31"."importer",
                            "t31"."code",
                            "t31"."mass_exporter_kg",
                            "t31"."value_exporter_usd",
                            "t31"."source_exporter",
                            "t31"."says_exporter",
                            "t31"."months_exporter",
                            "t31"."mass_importer_kg",
                            "t31"."value_importer_usd",
                            "t31"."source_importer",
                            "t31"."says_importer",
                            "t31"."months_importer",
                            "t31"."mass_re_export_kg",
                            "t31"."value_re_export_usd",
                            "t31"."re_exports",
                            "t31"."unspecified_exporter",
                            "t31"."edition_exporter",
                            "t31"."covered_exporter",
                            "t31"."reports_exporter",
                            "t20"."exporter" AS "exporter_of_facts",
                            "t20"."code" AS "code_of_facts",
                            "t20"."year" AS "year_of_facts",
                            "t20"."mentions_exporter"
                          FROM (
                            SELECT
                              "t29"."year",
                              "t29"."exporter",
                              "t29"."importer",
                              "t29"."code",
                              "t29"."mass_exporter_kg",
                              "t29"."value_exporter_usd",
                              "t29"."source_exporter",
                              "t29"."says_exporter",
                              "t29"."months_exporter",
                              "t29"."mass_importer_kg",
                              "t29"."value_importer_usd",
                              "t29"."source_importer",
                              "t29"."says_importer",
                              "t29"."months_importer",
                              "t29"."mass_re_export_kg",
                              "t29"."value_re_export_usd",
                              "t29"."re_exports",
                              COALESCE("t29"."unspecified_exporter", FALSE) AS "unspecified_exporter",
                              "t29"."edition_exporter",
                              "t29"."covered_exporter",
                              COALESCE("t29"."reports_exporter", FALSE) AS "reports_exporter"
                            FROM (
                              SELECT
                                "t28"."year",
                                "t28"."exporter",
                                "t28"."importer",
                                "t28"."code",
                                "t28"."mass_exporter_kg",
                                "t28"."value_exporter_usd",
                                "t28"."source_exporter",
                                "t28"."says_exporter",
                                "t28"."months_exporter",
                                "t28"."mass_importer_kg",
                                "t28"."value_importer_usd",
                                "t28"."source_importer",
                                "t28"."says_importer",
                                "t28"."months_importer",
                                "t28"."mass_re_export_kg",
                                "t28"."value_re_export_usd",
                                "t28"."re_exports",
                                "t28"."unspecified_exporter",
                                "t28"."edition_exporter",
                                "t28"."covered_exporter",
                                "t28"."reports_exporter"
                              FROM (
                                SELECT
                                  "t21"."year",
                                  "t21"."exporter",
                                  "t21"."importer",
                                  "t21"."code",
                                  "t21"."mass_exporter_kg",
                                  "t21"."value_exporter_usd",
                                  "t21"."source_exporter",
                                  "t21"."says_exporter",
                                  "t21"."months_exporter",
                                  "t21"."mass_importer_kg",
                                  "t21"."value_importer_usd",
                                  "t21"."source_importer",
                                  "t21"."says_importer",
                                  "t21"."months_importer",
                                  "t21"."mass_re_export_kg",
                                  "t21"."value_re_export_usd",
                                  "t21"."re_exports",
                                  "t27"."exporter" AS "exporter_of_facts",
                                  "t27"."code" AS "code_of_facts",
                                  "t27"."year" AS "year_of_facts",
                                  "t27"."unspecified_exporter",
                                  "t27"."edition_exporter",
                                  "t27"."covered_exporter",
                                  "t27"."reports_exporter"
                                FROM (
                                  SELECT
                                    "t11"."year",
                                    "t11"."exporter",
                                    "t11"."importer",
                                    "t11"."code",
                                    MAX("t11"."mass_kg") FILTER(WHERE
                                      (
                                        "t11"."side" = 'exporter'
                                      ) AND NOT (
                                        "t11"."direction_re"
                                      )) AS "mass_exporter_kg",
                                    MAX("t11"."value_usd") FILTER(WHERE
                                      (
                                        "t11"."side" = 'exporter'
                                      ) AND NOT (
                                        "t11"."direction_re"
                                      )) AS "value_exporter_usd",
                                    MAX("t11"."source") FILTER(WHERE
                                      "t11"."side" = 'exporter') AS "source_exporter",
                                    MAX("t11"."side") FILTER(WHERE
                                      "t11"."side" = 'exporter') IS NOT NULL AS "says_exporter",
                                    MAX("t11"."months") FILTER(WHERE
                                      "t11"."side" = 'exporter') AS "months_exporter",
                                    MAX("t11"."mass_kg") FILTER(WHERE
                                      (
                                        "t11"."side" = 'importer'
                                      ) AND NOT (
                                        "t11"."direction_re"
                                      )) AS "mass_importer_kg",
                                    MAX("t11"."value_usd") FILTER(WHERE
                                      (
                                        "t11"."side" = 'importer'
                                      ) AND NOT (
                                        "t11"."direction_re"
                                      )) AS "value_importer_usd",
                                    MAX("t11"."source") FILTER(WHERE
                                      "t11"."side" = 'importer') AS "source_importer",
                                    MAX("t11"."side") FILTER(WHERE
                                      "t11"."side" = 'importer') IS NOT NULL AS "says_importer",
                                    MAX("t11"."months") FILTER(WHERE
                                      "t11"."side" = 'importer') AS "months_importer",
                                    MAX("t11"."mass_kg") FILTER(WHERE
                                      (
                                        "t11"."side" = 'exporter'
                                      ) AND "t11"."direction_re") AS "mass_re_export_kg",
                                    MAX("t11"."value_usd") FILTER(WHERE
                                      (
                                        "t11"."side" = 'exporter'
                                      ) AND "t11"."direction_re") AS "value_re_export_usd",
                                    MAX("t11"."side") FILTER(WHERE
                                      "t11"."direction_re") IS NOT NULL AS "re_exports"
                                  FROM "t10" AS "t11"
                                  GROUP BY
                                    1,
                                    2,
                                    3,
                                    4
                                ) AS "t21"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t23"."reporter" AS "exporter",
                                    "t23"."code",
                                    "t23"."year",
                                    "t23"."unspecified_exporter",
                                    "t23"."edition_exporter",
                                    "t23"."covered_exporter",
                                    TRUE AS "reports_exporter"
                                  FROM (
                                    SELECT
                                      "t15"."reporter",
                                      "t15"."code",
                                      "t15"."year",
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
                                        ) AS SMALLINT)
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
                                      1,
                                      2,
                                      3
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
                              "t14"."code",
                              "t14"."year",
                              TRUE AS "mentions_exporter"
                            FROM (
                              SELECT DISTINCT
                                "t11"."reporter",
                                "t11"."code",
                                "t11"."year"
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
                        "t22"."code",
                        "t22"."year",
                        "t22"."unspecified_importer",
                        "t22"."edition_importer",
                        "t22"."covered_importer",
                        TRUE AS "reports_importer"
                      FROM (
                        SELECT
                          "t13"."reporter",
                          "t13"."code",
                          "t13"."year",
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
                            ) AS SMALLINT)
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
                          1,
                          2,
                          3
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
                  "t12"."code",
                  "t12"."year",
                  TRUE AS "mentions_importer"
                FROM (
                  SELECT DISTINCT
                    "t11"."reporter",
                    "t11"."code",
                    "t11"."year"
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
