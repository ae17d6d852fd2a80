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
    "t2"."period",
    "t2"."mass_kg",
    "t2"."value_usd",
    "t2"."value_with_mass_usd",
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
      "t1"."period",
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
          ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t0"."code") END FOR 6) IN ('260400')
        )
        AND "t0"."year" IN (2022)
        AND "t0"."frequency" = 'M'
    ) AS "t1"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8,
      9
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
    "t5"."period",
    "t5"."mass_kg",
    "t5"."value_usd",
    "t5"."value_with_mass_usd",
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
          ORDER BY "t6"."_months" DESC NULLS LAST, "t6"."source" ASC, CASE
            WHEN CASE
              WHEN STARTS_WITH("t6"."nomenclature", 'HS')
              THEN "t6"."nomenclature"
              ELSE CASE
                WHEN "t6"."year" >= 2022
                THEN 'HS22'
                WHEN "t6"."year" >= 2017
                THEN 'HS17'
                WHEN "t6"."year" >= 2012
                THEN 'HS12'
                WHEN "t6"."year" >= 2007
                THEN 'HS07'
                WHEN "t6"."year" >= 2002
                THEN 'HS02'
                WHEN "t6"."year" >= 1996
                THEN 'HS96'
                WHEN "t6"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS92'
            THEN 1988
            WHEN CASE
              WHEN STARTS_WITH("t6"."nomenclature", 'HS')
              THEN "t6"."nomenclature"
              ELSE CASE
                WHEN "t6"."year" >= 2022
                THEN 'HS22'
                WHEN "t6"."year" >= 2017
                THEN 'HS17'
                WHEN "t6"."year" >= 2012
                THEN 'HS12'
                WHEN "t6"."year" >= 2007
                THEN 'HS07'
                WHEN "t6"."year" >= 2002
                THEN 'HS02'
                WHEN "t6"."year" >= 1996
                THEN 'HS96'
                WHEN "t6"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS96'
            THEN 1996
            WHEN CASE
              WHEN STARTS_WITH("t6"."nomenclature", 'HS')
              THEN "t6"."nomenclature"
              ELSE CASE
                WHEN "t6"."year" >= 2022
                THEN 'HS22'
                WHEN "t6"."year" >= 2017
                THEN 'HS17'
                WHEN "t6"."year" >= 2012
                THEN 'HS12'
                WHEN "t6"."year" >= 2007
                THEN 'HS07'
                WHEN "t6"."year" >= 2002
                THEN 'HS02'
                WHEN "t6"."year" >= 1996
                THEN 'HS96'
                WHEN "t6"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS02'
            THEN 2002
            WHEN CASE
              WHEN STARTS_WITH("t6"."nomenclature", 'HS')
              THEN "t6"."nomenclature"
              ELSE CASE
                WHEN "t6"."year" >= 2022
                THEN 'HS22'
                WHEN "t6"."year" >= 2017
                THEN 'HS17'
                WHEN "t6"."year" >= 2012
                THEN 'HS12'
                WHEN "t6"."year" >= 2007
                THEN 'HS07'
                WHEN "t6"."year" >= 2002
                THEN 'HS02'
                WHEN "t6"."year" >= 1996
                THEN 'HS96'
                WHEN "t6"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS07'
            THEN 2007
            WHEN CASE
              WHEN STARTS_WITH("t6"."nomenclature", 'HS')
              THEN "t6"."nomenclature"
              ELSE CASE
                WHEN "t6"."year" >= 2022
                THEN 'HS22'
                WHEN "t6"."year" >= 2017
                THEN 'HS17'
                WHEN "t6"."year" >= 2012
                THEN 'HS12'
                WHEN "t6"."year" >= 2007
                THEN 'HS07'
                WHEN "t6"."year" >= 2002
                THEN 'HS02'
                WHEN "t6"."year" >= 1996
                THEN 'HS96'
                WHEN "t6"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS12'
            THEN 2012
            WHEN CASE
              WHEN STARTS_WITH("t6"."nomenclature", 'HS')
              THEN "t6"."nomenclature"
              ELSE CASE
                WHEN "t6"."year" >= 2022
                THEN 'HS22'
                WHEN "t6"."year" >= 2017
                THEN 'HS17'
                WHEN "t6"."year" >= 2012
                THEN 'HS12'
                WHEN "t6"."year" >= 2007
                THEN 'HS07'
                WHEN "t6"."year" >= 2002
                THEN 'HS02'
                WHEN "t6"."year" >= 1996
                THEN 'HS96'
                WHEN "t6"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS17'
            THEN 2017
            WHEN CASE
              WHEN STARTS_WITH("t6"."nomenclature", 'HS')
              THEN "t6"."nomenclature"
              ELSE CASE
                WHEN "t6"."year" >= 2022
                THEN 'HS22'
                WHEN "t6"."year" >= 2017
                THEN 'HS17'
                WHEN "t6"."year" >= 2012
                THEN 'HS12'
                WHEN "t6"."year" >= 2007
                THEN 'HS07'
                WHEN "t6"."year" >= 2002
                THEN 'HS02'
                WHEN "t6"."year" >= 1996
                THEN 'HS96'
                WHEN "t6"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS22'
            THEN 2022
            ELSE 0
          END DESC NULLS LAST, "t6"."nomenclature" DESC NULLS LAST
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
          COUNT(DISTINCT "t4"."period") AS "_months"
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
  "t50"."exporter",
  "t50"."importer",
  "t50"."year",
  "t50"."period",
  "t50"."code",
  "t50"."mass_exporter_kg",
  "t50"."mass_importer_kg",
  "t50"."value_exporter_usd",
  "t50"."value_importer_usd",
  "t50"."mass_re_export_kg",
  "t50"."gap_kg",
  "t50"."kind",
  "t50"."silent_side",
  "t50"."compared_on",
  "t50"."source_exporter",
  "t50"."source_importer",
  CASE
    WHEN "t50"."_codes" = ''
    THEN ''
    ELSE SUBSTRING("t50"."_codes" FROM CASE WHEN (
      0 + 1
    ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t50"."_codes") END FOR LENGTH("t50"."_codes") - 1)
  END AS "caveats"
FROM (
  SELECT
    "t49"."year",
    "t49"."period",
    "t49"."exporter",
    "t49"."importer",
    "t49"."code",
    "t49"."mass_exporter_kg",
    "t49"."value_exporter_usd",
    "t49"."source_exporter",
    "t49"."says_exporter",
    "t49"."mass_importer_kg",
    "t49"."value_importer_usd",
    "t49"."source_importer",
    "t49"."says_importer",
    "t49"."mass_re_export_kg",
    "t49"."value_re_export_usd",
    "t49"."re_exports",
    "t49"."reports_exporter",
    "t49"."mentions_exporter",
    "t49"."unspecified_exporter",
    "t49"."edition_exporter",
    "t49"."first_exporter",
    "t49"."last_exporter",
    "t49"."joined_exporter",
    "t49"."reports_importer",
    "t49"."mentions_importer",
    "t49"."unspecified_importer",
    "t49"."edition_importer",
    "t49"."first_importer",
    "t49"."last_importer",
    "t49"."joined_importer",
    "t49"."covers_exporter",
    "t49"."covers_importer",
    "t49"."compared_on",
    "t49"."exported",
    "t49"."imported",
    "t49"."low_value",
    "t49"."gap_kg",
    "t49"."kind",
    "t49"."silent_side",
    "t49"."_time",
    "t49"."_surplus",
    "t49"."_before",
    "t49"."_after",
    CASE
      WHEN COALESCE(
        (
          (
            "t49"."silent_side" = 'exporter'
          ) AND NOT (
            "t49"."reports_exporter"
          )
        )
        OR (
          (
            "t49"."silent_side" = 'importer'
          ) AND NOT (
            "t49"."reports_importer"
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
              "t49"."silent_side" = 'exporter'
            ) AND NOT (
              "t49"."reports_exporter"
            )
          )
          OR (
            (
              "t49"."silent_side" = 'importer'
            ) AND NOT (
              "t49"."reports_importer"
            )
          )
        )
        AND (
          (
            (
              "t49"."silent_side" = 'exporter'
            ) AND "t49"."mentions_exporter"
          )
          OR (
            (
              "t49"."silent_side" = 'importer'
            ) AND "t49"."mentions_importer"
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
            "t49"."silent_side" = 'exporter'
          )
          AND "t49"."reports_exporter"
          AND NOT (
            "t49"."covers_exporter"
          )
        )
        OR (
          (
            "t49"."silent_side" = 'importer'
          )
          AND "t49"."reports_importer"
          AND NOT (
            "t49"."covers_importer"
          )
        ),
        FALSE
      )
      THEN 'time_not_covered|'
      ELSE ''
    END || CASE
      WHEN COALESCE(
        "t49"."says_exporter"
        AND (
          "t49"."mass_exporter_kg" IS NULL
        )
        AND (
          "t49"."mass_re_export_kg" IS NULL
        ),
        FALSE
      )
      THEN 'mass_unknown_exporter|'
      ELSE ''
    END || CASE
      WHEN COALESCE("t49"."says_importer" AND (
        "t49"."mass_importer_kg" IS NULL
      ), FALSE)
      THEN 'mass_unknown_importer|'
      ELSE ''
    END || CASE WHEN COALESCE("t49"."re_exports", FALSE) THEN 're_exports|' ELSE '' END || CASE
      WHEN COALESCE(
        "t49"."code" IN (
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
        "t49"."exporter" IN (
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
        OR "t49"."importer" IN (
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
          ABS("t49"."_surplus") >= (
            GREATEST("t49"."exported", "t49"."imported") * 0.1
          )
        )
        AND COALESCE(
          (
            (
              "t49"."_surplus" > 0
            )
            AND (
              "t49"."_before" <= (
                "t49"."_surplus" * -0.5
              )
            )
          )
          OR (
            (
              "t49"."_surplus" < 0
            )
            AND (
              "t49"."_after" >= (
                "t49"."_surplus" * -0.5
              )
            )
          ),
          FALSE
        ),
        FALSE
      )
      THEN 'month_edge|'
      ELSE ''
    END || CASE
      WHEN COALESCE(
        (
          "t49"."value_exporter_usd" IS NOT NULL
        )
        AND (
          "t49"."value_importer_usd" IS NOT NULL
        ),
        FALSE
      )
      THEN 'cif_fob|'
      ELSE ''
    END || CASE
      WHEN COALESCE(STARTS_WITH("t49"."code", '26') OR STARTS_WITH("t49"."code", '2530'), FALSE)
      THEN 'wet_dry_tonnes|'
      ELSE ''
    END || CASE
      WHEN COALESCE(
        CASE
          WHEN "t49"."exported" < "t49"."imported"
          THEN "t49"."unspecified_exporter"
          WHEN "t49"."imported" < "t49"."exported"
          THEN "t49"."unspecified_importer"
          ELSE FALSE
        END,
        FALSE
      )
      THEN 'confidentiality|'
      ELSE ''
    END || CASE
      WHEN COALESCE("t49"."edition_exporter" <> "t49"."edition_importer", FALSE)
      THEN 'hs_vintage_differs|'
      ELSE ''
    END || CASE WHEN COALESCE("t49"."low_value", FALSE) THEN 'low_value_threshold|' ELSE '' END AS "_codes"
  FROM (
    SELECT
      "t48"."year",
      "t48"."period",
      "t48"."exporter",
      "t48"."importer",
      "t48"."code",
      "t48"."mass_exporter_kg",
      "t48"."value_exporter_usd",
      "t48"."source_exporter",
      "t48"."says_exporter",
      "t48"."mass_importer_kg",
      "t48"."value_importer_usd",
      "t48"."source_importer",
      "t48"."says_importer",
      "t48"."mass_re_export_kg",
      "t48"."value_re_export_usd",
      "t48"."re_exports",
      "t48"."reports_exporter",
      "t48"."mentions_exporter",
      "t48"."unspecified_exporter",
      "t48"."edition_exporter",
      "t48"."first_exporter",
      "t48"."last_exporter",
      "t48"."joined_exporter",
      "t48"."reports_importer",
      "t48"."mentions_importer",
      "t48"."unspecified_importer",
      "t48"."edition_importer",
      "t48"."first_importer",
      "t48"."last_importer",
      "t48"."joined_importer",
      "t48"."covers_exporter",
      "t48"."covers_importer",
      "t48"."compared_on",
      "t48"."exported",
      "t48"."imported",
      "t48"."low_value",
      "t48"."gap_kg",
      "t48"."kind",
      "t48"."silent_side",
      "t48"."_time",
      "t48"."_surplus",
      CASE
        WHEN (
          "t48"."_time" - LAG("t48"."_time") OVER (
            PARTITION BY "t48"."exporter", "t48"."importer", "t48"."code"
            ORDER BY "t48"."_time" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          )
        ) = 1
        THEN LAG("t48"."_surplus") OVER (
          PARTITION BY "t48"."exporter", "t48"."importer", "t48"."code"
          ORDER BY "t48"."_time" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
        ELSE NULL
      END AS "_before",
      CASE
        WHEN (
          LEAD("t48"."_time") OVER (
            PARTITION BY "t48"."exporter", "t48"."importer", "t48"."code"
            ORDER BY "t48"."_time" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - "t48"."_time"
        ) = 1
        THEN LEAD("t48"."_surplus") OVER (
          PARTITION BY "t48"."exporter", "t48"."importer", "t48"."code"
          ORDER BY "t48"."_time" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
        ELSE NULL
      END AS "_after"
    FROM (
      SELECT
        "t47"."year",
        "t47"."period",
        "t47"."exporter",
        "t47"."importer",
        "t47"."code",
        "t47"."mass_exporter_kg",
        "t47"."value_exporter_usd",
        "t47"."source_exporter",
        "t47"."says_exporter",
        "t47"."mass_importer_kg",
        "t47"."value_importer_usd",
        "t47"."source_importer",
        "t47"."says_importer",
        "t47"."mass_re_export_kg",
        "t47"."value_re_export_usd",
        "t47"."re_exports",
        "t47"."reports_exporter",
        "t47"."mentions_exporter",
        "t47"."unspecified_exporter",
        "t47"."edition_exporter",
        "t47"."first_exporter",
        "t47"."last_exporter",
        "t47"."joined_exporter",
        "t47"."reports_importer",
        "t47"."mentions_importer",
        "t47"."unspecified_importer",
        "t47"."edition_importer",
        "t47"."first_importer",
        "t47"."last_importer",
        "t47"."joined_importer",
        "t47"."covers_exporter",
        "t47"."covers_importer",
        "t47"."compared_on",
        "t47"."exported",
        "t47"."imported",
        "t47"."low_value",
        "t47"."gap_kg",
        "t47"."kind",
        CASE
          WHEN NOT (
            "t47"."says_exporter"
          )
          THEN 'exporter'
          WHEN NOT (
            "t47"."says_importer"
          )
          THEN 'importer'
          WHEN "t47"."kind" = 'orphan'
          THEN 'exporter'
          WHEN "t47"."kind" = 'ghost'
          THEN 'importer'
          ELSE NULL
        END AS "silent_side",
        CASE
          WHEN POSITION('/' IN "t47"."period") > 0
          THEN NULL
          ELSE (
            "t47"."year" * 12
          ) + CAST(SUBSTRING("t47"."period" FROM CASE WHEN (
            5 + 1
          ) >= 1 THEN 5 + 1 ELSE 5 + 1 + LENGTH("t47"."period") END FOR 2) AS INT)
        END AS "_time",
        CASE
          WHEN "t47"."kind" <> 'not_reported'
          THEN "t47"."imported" - "t47"."exported"
          ELSE NULL
        END AS "_surplus"
      FROM (
        SELECT
          "t46"."year",
          "t46"."period",
          "t46"."exporter",
          "t46"."importer",
          "t46"."code",
          "t46"."mass_exporter_kg",
          "t46"."value_exporter_usd",
          "t46"."source_exporter",
          "t46"."says_exporter",
          "t46"."mass_importer_kg",
          "t46"."value_importer_usd",
          "t46"."source_importer",
          "t46"."says_importer",
          "t46"."mass_re_export_kg",
          "t46"."value_re_export_usd",
          "t46"."re_exports",
          "t46"."reports_exporter",
          "t46"."mentions_exporter",
          "t46"."unspecified_exporter",
          "t46"."edition_exporter",
          "t46"."first_exporter",
          "t46"."last_exporter",
          "t46"."joined_exporter",
          "t46"."reports_importer",
          "t46"."mentions_importer",
          "t46"."unspecified_importer",
          "t46"."edition_importer",
          "t46"."first_importer",
          "t46"."last_importer",
          "t46"."joined_importer",
          "t46"."covers_exporter",
          "t46"."covers_importer",
          "t46"."compared_on",
          "t46"."exported",
          "t46"."imported",
          "t46"."low_value",
          "t46"."mass_importer_kg" - "t46"."mass_exporter_kg" AS "gap_kg",
          CASE
            WHEN COALESCE(
              (
                "t46"."exported" <= (
                  "t46"."imported" * 0.01
                )
              )
              AND (
                "t46"."reports_exporter" AND "t46"."covers_exporter"
              ),
              FALSE
            )
            THEN 'orphan'
            WHEN COALESCE(
              (
                "t46"."imported" <= (
                  "t46"."exported" * 0.01
                )
              )
              AND (
                "t46"."reports_importer" AND "t46"."covers_importer"
              ),
              FALSE
            )
            THEN 'ghost'
            WHEN "t46"."says_exporter" AND "t46"."says_importer"
            THEN 'matched'
            ELSE 'not_reported'
          END AS "kind"
        FROM (
          SELECT
            "t45"."year",
            "t45"."period",
            "t45"."exporter",
            "t45"."importer",
            "t45"."code",
            "t45"."mass_exporter_kg",
            "t45"."value_exporter_usd",
            "t45"."source_exporter",
            "t45"."says_exporter",
            "t45"."mass_importer_kg",
            "t45"."value_importer_usd",
            "t45"."source_importer",
            "t45"."says_importer",
            "t45"."mass_re_export_kg",
            "t45"."value_re_export_usd",
            "t45"."re_exports",
            "t45"."reports_exporter",
            "t45"."mentions_exporter",
            "t45"."unspecified_exporter",
            "t45"."edition_exporter",
            "t45"."first_exporter",
            "t45"."last_exporter",
            "t45"."joined_exporter",
            "t45"."reports_importer",
            "t45"."mentions_importer",
            "t45"."unspecified_importer",
            "t45"."edition_importer",
            "t45"."first_importer",
            "t45"."last_importer",
            COALESCE("t45"."joined_importer", FALSE) AS "joined_importer",
            COALESCE("t45"."period" BETWEEN "t45"."first_exporter" AND "t45"."last_exporter", FALSE)
            AND NOT (
              "t45"."joined_exporter"
            )
            AND NOT (
              POSITION('/' IN "t45"."period") > 0
            ) AS "covers_exporter",
            COALESCE("t45"."period" BETWEEN "t45"."first_importer" AND "t45"."last_importer", FALSE)
            AND NOT (
              COALESCE("t45"."joined_importer", FALSE)
            )
            AND NOT (
              POSITION('/' IN "t45"."period") > 0
            ) AS "covers_importer",
            CASE
              WHEN (
                COALESCE(COALESCE("t45"."mass_exporter_kg", "t45"."mass_re_export_kg") > 0, FALSE)
                OR COALESCE("t45"."mass_importer_kg" > 0, FALSE)
              )
              AND NOT (
                (
                  "t45"."says_exporter"
                  AND (
                    COALESCE("t45"."mass_exporter_kg", "t45"."mass_re_export_kg") IS NULL
                  )
                )
                OR (
                  "t45"."says_importer" AND (
                    "t45"."mass_importer_kg" IS NULL
                  )
                )
              )
              THEN 'mass'
              WHEN (
                COALESCE(COALESCE("t45"."value_exporter_usd", "t45"."value_re_export_usd") > 0, FALSE)
                OR COALESCE("t45"."value_importer_usd" > 0, FALSE)
              )
              AND NOT (
                (
                  "t45"."says_exporter"
                  AND (
                    COALESCE("t45"."value_exporter_usd", "t45"."value_re_export_usd") IS NULL
                  )
                )
                OR (
                  "t45"."says_importer" AND (
                    "t45"."value_importer_usd" IS NULL
                  )
                )
              )
              THEN 'value'
              ELSE NULL
            END AS "compared_on",
            CASE
              WHEN (
                COALESCE(COALESCE("t45"."mass_exporter_kg", "t45"."mass_re_export_kg") > 0, FALSE)
                OR COALESCE("t45"."mass_importer_kg" > 0, FALSE)
              )
              AND NOT (
                (
                  "t45"."says_exporter"
                  AND (
                    COALESCE("t45"."mass_exporter_kg", "t45"."mass_re_export_kg") IS NULL
                  )
                )
                OR (
                  "t45"."says_importer" AND (
                    "t45"."mass_importer_kg" IS NULL
                  )
                )
              )
              THEN CASE
                WHEN "t45"."says_exporter"
                THEN CAST(COALESCE("t45"."mass_exporter_kg", "t45"."mass_re_export_kg") AS DOUBLE PRECISION)
                ELSE 0.0
              END
              WHEN (
                COALESCE(COALESCE("t45"."value_exporter_usd", "t45"."value_re_export_usd") > 0, FALSE)
                OR COALESCE("t45"."value_importer_usd" > 0, FALSE)
              )
              AND NOT (
                (
                  "t45"."says_exporter"
                  AND (
                    COALESCE("t45"."value_exporter_usd", "t45"."value_re_export_usd") IS NULL
                  )
                )
                OR (
                  "t45"."says_importer" AND (
                    "t45"."value_importer_usd" IS NULL
                  )
                )
              )
              THEN CASE
                WHEN "t45"."says_exporter"
                THEN CAST(COALESCE("t45"."value_exporter_usd", "t45"."value_re_export_usd") AS DOUBLE PRECISION)
                ELSE 0.0
              END
              ELSE NULL
            END AS "exported",
            CASE
              WHEN (
                COALESCE(COALESCE("t45"."mass_exporter_kg", "t45"."mass_re_export_kg") > 0, FALSE)
                OR COALESCE("t45"."mass_importer_kg" > 0, FALSE)
              )
              AND NOT (
                (
                  "t45"."says_exporter"
                  AND (
                    COALESCE("t45"."mass_exporter_kg", "t45"."mass_re_export_kg") IS NULL
                  )
                )
                OR (
                  "t45"."says_importer" AND (
                    "t45"."mass_importer_kg" IS NULL
                  )
                )
              )
              THEN CASE
                WHEN "t45"."says_importer"
                THEN CAST("t45"."mass_importer_kg" AS DOUBLE PRECISION)
                ELSE 0.0
              END
              WHEN (
                COALESCE(COALESCE("t45"."value_exporter_usd", "t45"."value_re_export_usd") > 0, FALSE)
                OR COALESCE("t45"."value_importer_usd" > 0, FALSE)
              )
              AND NOT (
                (
                  "t45"."says_exporter"
                  AND (
                    COALESCE("t45"."value_exporter_usd", "t45"."value_re_export_usd") IS NULL
                  )
                )
                OR (
                  "t45"."says_importer" AND (
                    "t45"."value_importer_usd" IS NULL
                  )
                )
              )
              THEN CASE
                WHEN "t45"."says_importer"
                THEN CAST("t45"."value_importer_usd" AS DOUBLE PRECISION)
                ELSE 0.0
              END
              ELSE NULL
            END AS "imported",
            (
              (
                COALESCE("t45"."mass_exporter_kg", "t45"."mass_re_export_kg") IS NOT NULL
              )
              OR (
                "t45"."mass_importer_kg" IS NOT NULL
              )
              OR (
                COALESCE("t45"."value_exporter_usd", "t45"."value_re_export_usd") IS NOT NULL
              )
              OR (
                "t45"."value_importer_usd" IS NOT NULL
              )
            )
            AND NOT (
              COALESCE(
                CAST(COALESCE("t45"."mass_exporter_kg", "t45"."mass_re_export_kg") AS DOUBLE PRECISION) >= 1000.0,
                FALSE
              )
              OR COALESCE(CAST("t45"."mass_importer_kg" AS DOUBLE PRECISION) >= 1000.0, FALSE)
              OR COALESCE(
                CAST(COALESCE("t45"."value_exporter_usd", "t45"."value_re_export_usd") AS DOUBLE PRECISION) >= 10000.0,
                FALSE
              )
              OR COALESCE(CAST("t45"."value_importer_usd" AS DOUBLE PRECISION) >= 10000.0, FALSE)
            ) AS "low_value"
          FROM (
            SELECT
              "t44"."year",
              "t44"."period",
              "t44"."exporter",
              "t44"."importer",
              "t44"."code",
              "t44"."mass_exporter_kg",
              "t44"."value_exporter_usd",
              "t44"."source_exporter",
              "t44"."says_exporter",
              "t44"."mass_importer_kg",
              "t44"."value_importer_usd",
              "t44"."source_importer",
              "t44"."says_importer",
              "t44"."mass_re_export_kg",
              "t44"."value_re_export_usd",
              "t44"."re_exports",
              "t44"."reports_exporter",
              "t44"."mentions_exporter",
              "t44"."unspecified_exporter",
              "t44"."edition_exporter",
              "t44"."first_exporter",
              "t44"."last_exporter",
              "t44"."joined_exporter",
              "t44"."reports_importer",
              "t44"."mentions_importer",
              "t44"."unspecified_importer",
              "t44"."edition_importer",
              "t44"."first_importer",
              "t44"."last_importer",
              "t44"."joined_importer"
            FROM (
              SELECT
                "t43"."year",
                "t43"."period",
                "t43"."exporter",
                "t43"."importer",
                "t43"."code",
                "t43"."mass_exporter_kg",
                "t43"."value_exporter_usd",
                "t43"."source_exporter",
                "t43"."says_exporter",
                "t43"."mass_importer_kg",
                "t43"."value_importer_usd",
                "t43"."source_importer",
                "t43"."says_importer",
                "t43"."mass_re_export_kg",
                "t43"."value_re_export_usd",
                "t43"."re_exports",
                "t43"."reports_exporter",
                "t43"."mentions_exporter",
                "t43"."unspecified_exporter",
                "t43"."edition_exporter",
                "t43"."first_exporter",
                "t43"."last_exporter",
                "t43"."joined_exporter",
                "t43"."reports_importer",
                "t43"."mentions_importer",
                "t43"."unspecified_importer",
                "t43"."edition_importer",
                "t43"."first_importer",
                "t43"."last_importer",
                "t24"."importer" AS "importer_of_facts",
                "t24"."code" AS "code_of_facts",
                "t24"."year" AS "year_of_facts",
                "t24"."period" AS "period_of_facts",
                "t24"."joined_importer"
              FROM (
                SELECT
                  "t41"."year",
                  "t41"."period",
                  "t41"."exporter",
                  "t41"."importer",
                  "t41"."code",
                  "t41"."mass_exporter_kg",
                  "t41"."value_exporter_usd",
                  "t41"."source_exporter",
                  "t41"."says_exporter",
                  "t41"."mass_importer_kg",
                  "t41"."value_importer_usd",
                  "t41"."source_importer",
                  "t41"."says_importer",
                  "t41"."mass_re_export_kg",
                  "t41"."value_re_export_usd",
                  "t41"."re_exports",
                  "t41"."reports_exporter",
                  "t41"."mentions_exporter",
                  "t41"."unspecified_exporter",
                  "t41"."edition_exporter",
                  "t41"."first_exporter",
                  "t41"."last_exporter",
                  "t41"."joined_exporter",
                  COALESCE("t41"."reports_importer", FALSE) AS "reports_importer",
                  COALESCE("t41"."mentions_importer", FALSE) AS "mentions_importer",
                  COALESCE("t41"."unspecified_importer", FALSE) AS "unspecified_importer",
                  "t41"."edition_importer",
                  "t41"."first_importer",
                  "t41"."last_importer"
                FROM (
                  SELECT
                    "t40"."year",
                    "t40"."period",
                    "t40"."exporter",
                    "t40"."importer",
                    "t40"."code",
                    "t40"."mass_exporter_kg",
                    "t40"."value_exporter_usd",
                    "t40"."source_exporter",
                    "t40"."says_exporter",
                    "t40"."mass_importer_kg",
                    "t40"."value_importer_usd",
                    "t40"."source_importer",
                    "t40"."says_importer",
                    "t40"."mass_re_export_kg",
                    "t40"."value_re_export_usd",
                    "t40"."re_exports",
                    "t40"."reports_exporter",
                    "t40"."mentions_exporter",
                    "t40"."unspecified_exporter",
                    "t40"."edition_exporter",
                    "t40"."first_exporter",
                    "t40"."last_exporter",
                    "t40"."joined_exporter",
                    "t40"."reports_importer",
                    "t40"."mentions_importer",
                    "t40"."unspecified_importer",
                    "t40"."edition_importer",
                    "t40"."first_importer",
                    "t40"."last_importer"
                  FROM (
                    SELECT
                      "t39"."year",
                      "t39"."period",
                      "t39"."exporter",
                      "t39"."importer",
                      "t39"."code",
                      "t39"."mass_exporter_kg",
                      "t39"."value_exporter_usd",
                      "t39"."source_exporter",
                      "t39"."says_exporter",
                      "t39"."mass_importer_kg",
                      "t39"."value_importer_usd",
                      "t39"."source_importer",
                      "t39"."says_importer",
                      "t39"."mass_re_export_kg",
                      "t39"."value_re_export_usd",
                      "t39"."re_exports",
                      "t39"."reports_exporter",
                      "t39"."mentions_exporter",
                      "t39"."unspecified_exporter",
                      "t39"."edition_exporter",
                      "t39"."first_exporter",
                      "t39"."last_exporter",
                      "t39"."joined_exporter",
                      "t30"."importer" AS "importer_of_facts",
                      "t30"."code" AS "code_of_facts",
                      "t30"."year" AS "year_of_facts",
                      "t30"."reports_importer",
                      "t30"."mentions_importer",
                      "t30"."unspecified_importer",
                      "t30"."edition_importer",
                      "t30"."first_importer",
                      "t30"."last_importer"
                    FROM (
                      SELECT
                        "t37"."year",
                        "t37"."period",
                        "t37"."exporter",
                        "t37"."importer",
                        "t37"."code",
                        "t37"."mass_exporter_kg",
                        "t37"."value_exporter_usd",
                        "t37"."source_exporter",
                        "t37"."says_exporter",
                        "t37"."mass_importer_kg",
                        "t37"."value_importer_usd",
                        "t37"."source_importer",
                        "t37"."says_importer",
                        "t37"."mass_re_export_kg",
                        "t37"."value_re_export_usd",
                        "t37"."re_exports",
                        "t37"."reports_exporter",
                        "t37"."mentions_exporter",
                        "t37"."unspecified_exporter",
                        "t37"."edition_exporter",
                        "t37"."first_exporter",
                        "t37"."last_exporter",
                        COALESCE("t37"."joined_exporter", FALSE) AS "joined_exporter"
                      FROM (
                        SELECT
                          "t36"."year",
                          "t36"."period",
                          "t36"."exporter",
                          "t36"."importer",
                          "t36"."code",
                          "t36"."mass_exporter_kg",
                          "t36"."value_exporter_usd",
                          "t36"."source_exporter",
                          "t36"."says_exporter",
                          "t36"."mass_importer_kg",
                          "t36"."value_importer_usd",
                          "t36"."source_importer",
                          "t36"."says_importer",
                          "t36"."mass_re_export_kg",
                          "t36"."value_re_export_usd",
                          "t36"."re_exports",
                          "t36"."reports_exporter",
                          "t36"."mentions_exporter",
                          "t36"."unspecified_exporter",
                          "t36"."edition_exporter",
                          "t36"."first_exporter",
                          "t36"."last_exporter",
                          "t36"."joined_exporter"
                        FROM (
                          SELECT
                            "t35"."year",
                            "t35"."period",
                            "t35"."exporter",
                            "t35"."importer",
                            "t35"."code",
                            "t35"."mass_exporter_kg",
                            "t35"."value_exporter_usd",
                            "t35"."source_exporter",
                            "t35"."says_exporter",
                            "t35"."mass_importer_kg",
                            "t35"."value_importer_usd",
                            "t35"."source_importer",
                            "t35"."says_importer",
                            "t35"."mass_re_export_kg",
                            "t35"."value_re_export_usd",
                            "t35"."re_exports",
                            "t35"."reports_exporter",
                            "t35"."mentions_exporter",
                            "t35"."unspecified_exporter",
                            "t35"."edition_exporter",
                            "t35"."first_exporter",
                            "t35"."last_exporter",
                            "t25"."exporter" AS "exporter_of_facts",
                            "t25"."code" AS "code_of_facts",
                            "t25"."year" AS "year_of_facts",
                            "t25"."period" AS "period_of_facts",
                            "t25"."joined_exporter"
                          FROM (
                            SELECT
                              "t33"."year",
                              "t33"."period",
                              "t33"."exporter",
                              "t33"."importer",
                              "t33"."code",
                              "t33"."mass_exporter_kg",
                              "t33"."value_exporter_usd",
                              "t33"."source_exporter",
                              "t33"."says_exporter",
                              "t33"."mass_importer_kg",
                              "t33"."value_importer_usd",
                              "t33"."source_importer",
                              "t33"."says_importer",
                              "t33"."mass_re_export_kg",
                              "t33"."value_re_export_usd",
                              "t33"."re_exports",
                              COALESCE("t33"."reports_exporter", FALSE) AS "reports_exporter",
                              COALESCE("t33"."mentions_exporter", FALSE) AS "mentions_exporter",
                              COALESCE("t33"."unspecified_exporter", FALSE) AS "unspecified_exporter",
                              "t33"."edition_exporter",
                              "t33"."first_exporter",
                              "t33"."last_exporter"
                            FROM (
                              SELECT
                                "t32"."year",
                                "t32"."period",
                                "t32"."exporter",
                                "t32"."importer",
                                "t32"."code",
                                "t32"."mass_exporter_kg",
                                "t32"."value_exporter_usd",
                                "t32"."source_exporter",
                                "t32"."says_exporter",
                                "t32"."mass_importer_kg",
                                "t32"."value_importer_usd",
                                "t32"."source_importer",
                                "t32"."says_importer",
                                "t32"."mass_re_export_kg",
                                "t32"."value_re_export_usd",
                                "t32"."re_exports",
                                "t32"."reports_exporter",
                                "t32"."mentions_exporter",
                                "t32"."unspecified_exporter",
                                "t32"."edition_exporter",
                                "t32"."first_exporter",
                                "t32"."last_exporter"
                              FROM (
                                SELECT
                                  "t21"."year",
                                  "t21"."period",
                                  "t21"."exporter",
                                  "t21"."importer",
                                  "t21"."code",
                                  "t21"."mass_exporter_kg",
                                  "t21"."value_exporter_usd",
                                  "t21"."source_exporter",
                                  "t21"."says_exporter",
                                  "t21"."mass_importer_kg",
                                  "t21"."value_importer_usd",
                                  "t21"."source_importer",
                                  "t21"."says_importer",
                                  "t21"."mass_re_export_kg",
                                  "t21"."value_re_export_usd",
                                  "t21"."re_exports",
                                  "t31"."exporter" AS "exporter_of_facts",
                                  "t31"."code" AS "code_of_facts",
                                  "t31"."year" AS "year_of_facts",
                                  "t31"."reports_exporter",
                                  "t31"."mentions_exporter",
                                  "t31"."unspecified_exporter",
                                  "t31"."edition_exporter",
                                  "t31"."first_exporter",
                                  "t31"."last_exporter"
                                FROM (
                                  SELECT
                                    "t11"."year",
                                    "t11"."period",
                                    "t11"."exporter",
                                    "t11"."importer",
                                    "t11"."code",
                                    MAX(
                                      CASE
                                        WHEN (
                                          "t11"."side" = 'exporter'
                                        ) AND NOT (
                                          "t11"."direction_re"
                                        )
                                        THEN "t11"."mass_kg"
                                        ELSE CAST(NULL AS DECIMAL(38, 6))
                                      END
                                    ) AS "mass_exporter_kg",
                                    MAX(
                                      CASE
                                        WHEN (
                                          "t11"."side" = 'exporter'
                                        ) AND NOT (
                                          "t11"."direction_re"
                                        )
                                        THEN "t11"."value_usd"
                                        ELSE CAST(NULL AS DECIMAL(38, 6))
                                      END
                                    ) AS "value_exporter_usd",
                                    MAX(
                                      CASE
                                        WHEN "t11"."side" = 'exporter'
                                        THEN "t11"."source"
                                        ELSE CAST(NULL AS VARCHAR)
                                      END
                                    ) AS "source_exporter",
                                    MAX(CAST("t11"."side" = 'exporter' AS SMALLINT)) = 1 AS "says_exporter",
                                    MAX(
                                      CASE
                                        WHEN (
                                          "t11"."side" = 'importer'
                                        ) AND NOT (
                                          "t11"."direction_re"
                                        )
                                        THEN "t11"."mass_kg"
                                        ELSE CAST(NULL AS DECIMAL(38, 6))
                                      END
                                    ) AS "mass_importer_kg",
                                    MAX(
                                      CASE
                                        WHEN (
                                          "t11"."side" = 'importer'
                                        ) AND NOT (
                                          "t11"."direction_re"
                                        )
                                        THEN "t11"."value_usd"
                                        ELSE CAST(NULL AS DECIMAL(38, 6))
                                      END
                                    ) AS "value_importer_usd",
                                    MAX(
                                      CASE
                                        WHEN "t11"."side" = 'importer'
                                        THEN "t11"."source"
                                        ELSE CAST(NULL AS VARCHAR)
                                      END
                                    ) AS "source_importer",
                                    MAX(CAST("t11"."side" = 'importer' AS SMALLINT)) = 1 AS "says_importer",
                                    MAX(
                                      CASE
                                        WHEN (
                                          "t11"."side" = 'exporter'
                                        ) AND "t11"."direction_re"
                                        THEN "t11"."mass_kg"
                                        ELSE CAST(NULL AS DECIMAL(38, 6))
                                      END
                                    ) AS "mass_re_export_kg",
                                    MAX(
                                      CASE
                                        WHEN (
                                          "t11"."side" = 'exporter'
                                        ) AND "t11"."direction_re"
                                        THEN "t11"."value_usd"
                                        ELSE CAST(NULL AS DECIMAL(38, 6))
                                      END
                                    ) AS "value_re_export_usd",
                                    MAX(CAST("t11"."direction_re" AS SMALLINT)) = 1 AS "re_exports"
                                  FROM "t10" AS "t11"
                                  GROUP BY
                                    1,
                                    2,
                                    3,
                                    4,
                                    5
                                ) AS "t21"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t27"."reporter" AS "exporter",
                                    "t27"."code",
                                    "t27"."year",
                                    "t27"."reports_exporter",
                                    "t27"."mentions_exporter",
                                    "t27"."unspecified_exporter",
                                    "t27"."edition_exporter",
                                    "t27"."first_exporter",
                                    "t27"."last_exporter"
                                  FROM (
                                    SELECT
                                      "t20"."reporter",
                                      "t20"."code",
                                      "t20"."year",
                                      "t20"."reports_exporter",
                                      "t20"."mentions_exporter",
                                      "t20"."unspecified_exporter",
                                      "t20"."edition_exporter",
                                      MIN("t20"."first_exporter") OVER (
                                        PARTITION BY "t20"."reporter"
                                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                      ) AS "first_exporter",
                                      MAX("t20"."last_exporter") OVER (
                                        PARTITION BY "t20"."reporter"
                                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                      ) AS "last_exporter"
                                    FROM (
                                      SELECT
                                        "t11"."reporter",
                                        "t11"."code",
                                        "t11"."year",
                                        MAX(CAST("t11"."side" = 'exporter' AS SMALLINT)) = 1 AS "reports_exporter",
                                        MAX(CAST(NOT (
                                          "t11"."side" = 'exporter'
                                        ) AS SMALLINT)) = 1 AS "mentions_exporter",
                                        MAX(
                                          CAST((
                                            "t11"."side" = 'exporter'
                                          )
                                          AND "t11"."partner" IN (
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
                                          ) AS SMALLINT)
                                        ) = 1 AS "unspecified_exporter",
                                        MAX(
                                          CASE
                                            WHEN "t11"."side" = 'exporter'
                                            THEN "t11"."edition"
                                            ELSE CAST(NULL AS VARCHAR)
                                          END
                                        ) AS "edition_exporter",
                                        MIN(
                                          CASE
                                            WHEN "t11"."side" = 'exporter'
                                            THEN SUBSTRING("t11"."period" FROM CASE WHEN (
                                              0 + 1
                                            ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t11"."period") END FOR 7)
                                            ELSE CAST(NULL AS VARCHAR)
                                          END
                                        ) AS "first_exporter",
                                        MAX(
                                          CASE
                                            WHEN "t11"."side" = 'exporter'
                                            THEN CASE
                                              WHEN POSITION('/' IN "t11"."period") > 0
                                              THEN SUBSTRING("t11"."period" FROM CASE WHEN (
                                                0 + 1
                                              ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t11"."period") END FOR 5) || RIGHT("t11"."period", 2)
                                              ELSE "t11"."period"
                                            END
                                            ELSE CAST(NULL AS VARCHAR)
                                          END
                                        ) AS "last_exporter"
                                      FROM "t10" AS "t11"
                                      GROUP BY
                                        1,
                                        2,
                                        3
                                    ) AS "t20"
                                  ) AS "t27"
                                ) AS "t31"
                                  ON "t21"."exporter" = "t31"."exporter"
                                  AND "t21"."code" = "t31"."code"
                                  AND "t21"."year" = "t31"."year"
                              ) AS "t32"
                            ) AS "t33"
                          ) AS "t35"
                          LEFT OUTER JOIN (
                            SELECT
                              "t17"."reporter" AS "exporter",
                              "t17"."code",
                              "t17"."year",
                              "t17"."period",
                              TRUE AS "joined_exporter"
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t11"."reporter",
                                  "t11"."code",
                                  "t11"."year",
                                  SUBSTRING("t11"."period" FROM CASE WHEN (
                                    0 + 1
                                  ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t11"."period") END FOR 7) AS "period"
                                FROM "t10" AS "t11"
                                WHERE
                                  "t11"."side" = 'exporter' AND POSITION('/' IN "t11"."period") > 0
                              ) AS "t13"
                              UNION
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t11"."reporter",
                                  "t11"."code",
                                  "t11"."year",
                                  CASE
                                    WHEN POSITION('/' IN "t11"."period") > 0
                                    THEN SUBSTRING("t11"."period" FROM CASE WHEN (
                                      0 + 1
                                    ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t11"."period") END FOR 5) || RIGHT("t11"."period", 2)
                                    ELSE "t11"."period"
                                  END AS "period"
                                FROM "t10" AS "t11"
                                WHERE
                                  "t11"."side" = 'exporter' AND POSITION('/' IN "t11"."period") > 0
                              ) AS "t15"
                            ) AS "t17"
                          ) AS "t25"
                            ON "t35"."exporter" = "t25"."exporter"
                            AND "t35"."code" = "t25"."code"
                            AND "t35"."year" = "t25"."year"
                            AND "t35"."period" = "t25"."period"
                        ) AS "t36"
                      ) AS "t37"
                    ) AS "t39"
                    LEFT OUTER JOIN (
                      SELECT
                        "t26"."reporter" AS "importer",
                        "t26"."code",
                        "t26"."year",
                        "t26"."reports_importer",
                        "t26"."mentions_importer",
                        "t26"."unspecified_importer",
                        "t26"."edition_importer",
                        "t26"."first_importer",
                        "t26"."last_importer"
                      FROM (
                        SELECT
                          "t19"."reporter",
                          "t19"."code",
                          "t19"."year",
                          "t19"."reports_importer",
                          "t19"."mentions_importer",
                          "t19"."unspecified_importer",
                          "t19"."edition_importer",
                          MIN("t19"."first_importer") OVER (
                            PARTITION BY "t19"."reporter"
                            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                          ) AS "first_importer",
                          MAX("t19"."last_importer") OVER (
                            PARTITION BY "t19"."reporter"
                            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                          ) AS "last_importer"
                        FROM (
                          SELECT
                            "t11"."reporter",
                            "t11"."code",
                            "t11"."year",
                            MAX(CAST("t11"."side" = 'importer' AS SMALLINT)) = 1 AS "reports_importer",
                            MAX(CAST(NOT (
                              "t11"."side" = 'importer'
                            ) AS SMALLINT)) = 1 AS "mentions_importer",
                            MAX(
                              CAST((
                                "t11"."side" = 'importer'
                              )
                              AND "t11"."partner" IN (
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
                              ) AS SMALLINT)
                            ) = 1 AS "unspecified_importer",
                            MAX(
                              CASE
                                WHEN "t11"."side" = 'importer'
                                THEN "t11"."edition"
                                ELSE CAST(NULL AS VARCHAR)
                              END
                            ) AS "edition_importer",
                            MIN(
                              CASE
                                WHEN "t11"."side" = 'importer'
                                THEN SUBSTRING("t11"."period" FROM CASE WHEN (
                                  0 + 1
                                ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t11"."period") END FOR 7)
                                ELSE CAST(NULL AS VARCHAR)
                              END
                            ) AS "first_importer",
                            MAX(
                              CASE
                                WHEN "t11"."side" = 'importer'
                                THEN CASE
                                  WHEN POSITION('/' IN "t11"."period") > 0
                                  THEN SUBSTRING("t11"."period" FROM CASE WHEN (
                                    0 + 1
                                  ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t11"."period") END FOR 5) || RIGHT("t11"."period", 2)
                                  ELSE "t11"."period"
                                END
                                ELSE CAST(NULL AS VARCHAR)
                              END
                            ) AS "last_importer"
                          FROM "t10" AS "t11"
                          GROUP BY
                            1,
                            2,
                            3
                        ) AS "t19"
                      ) AS "t26"
                    ) AS "t30"
                      ON "t39"."importer" = "t30"."importer"
                      AND "t39"."code" = "t30"."code"
                      AND "t39"."year" = "t30"."year"
                  ) AS "t40"
                ) AS "t41"
              ) AS "t43"
              LEFT OUTER JOIN (
                SELECT
                  "t16"."reporter" AS "importer",
                  "t16"."code",
                  "t16"."year",
                  "t16"."period",
                  TRUE AS "joined_importer"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t11"."reporter",
                      "t11"."code",
                      "t11"."year",
                      SUBSTRING("t11"."period" FROM CASE WHEN (
                        0 + 1
                      ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t11"."period") END FOR 7) AS "period"
                    FROM "t10" AS "t11"
                    WHERE
                      "t11"."side" = 'importer' AND POSITION('/' IN "t11"."period") > 0
                  ) AS "t12"
                  UNION
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t11"."reporter",
                      "t11"."code",
                      "t11"."year",
                      CASE
                        WHEN POSITION('/' IN "t11"."period") > 0
                        THEN SUBSTRING("t11"."period" FROM CASE WHEN (
                          0 + 1
                        ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t11"."period") END FOR 5) || RIGHT("t11"."period", 2)
                        ELSE "t11"."period"
                      END AS "period"
                    FROM "t10" AS "t11"
                    WHERE
                      "t11"."side" = 'importer' AND POSITION('/' IN "t11"."period") > 0
                  ) AS "t14"
                ) AS "t16"
              ) AS "t24"
                ON "t43"."importer" = "t24"."importer"
                AND "t43"."code" = "t24"."code"
                AND "t43"."year" = "t24"."year"
                AND "t43"."period" = "t24"."period"
            ) AS "t44"
          ) AS "t45"
        ) AS "t46"
      ) AS "t47"
    ) AS "t48"
  ) AS "t49"
) AS "t50"
ORDER BY
  "t50"."year" ASC,
  "t50"."period" ASC,
  "t50"."code" ASC,
  "t50"."exporter" ASC,
  "t50"."importer" ASC
