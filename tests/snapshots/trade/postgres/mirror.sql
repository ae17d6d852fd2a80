WITH "t6" AS (
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
    CASE WHEN "t5"."side" = 'exporter' THEN "t5"."exporter" ELSE "t5"."importer" END AS "reporter",
    CASE WHEN "t5"."side" = 'exporter' THEN "t5"."importer" ELSE "t5"."exporter" END AS "partner",
    CASE
      WHEN STARTS_WITH("t5"."nomenclature", 'HS')
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
      "t4"."source",
      "t4"."nomenclature",
      "t4"."side",
      "t4"."year",
      "t4"."exporter",
      "t4"."importer",
      "t4"."code",
      "t4"."direction_re",
      SUM("t4"."mass_kg") AS "mass_kg",
      SUM("t4"."value_usd") AS "value_usd",
      SUM("t4"."value_with_mass_usd") AS "value_with_mass_usd",
      SUM(
        CASE
          WHEN POSITION('/' IN "t4"."period") > 0
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
        "t3"."source",
        "t3"."nomenclature",
        "t3"."side",
        "t3"."year",
        "t3"."exporter",
        "t3"."importer",
        "t3"."code",
        "t3"."direction_re",
        "t3"."frequency",
        "t3"."period",
        SUM("t3"."mass_kg") AS "mass_kg",
        SUM("t3"."value_usd") AS "value_usd",
        SUM("t3"."value_with_mass_usd") AS "value_with_mass_usd"
      FROM (
        SELECT
          "t2"."load",
          "t2"."year",
          "t2"."frequency",
          "t2"."period",
          "t2"."reporter",
          "t2"."partner",
          "t2"."direction",
          "t2"."nomenclature",
          "t2"."code",
          "t2"."mass_kg",
          "t2"."value_usd",
          "t2"."mass_basis",
          "t2"."valuation",
          "t2"."value_reported",
          "t2"."currency",
          "t2"."basis",
          "t2"."source",
          "t2"."vintage",
          "t2"."file",
          "t2"."row",
          "t2"."exporter",
          "t2"."importer",
          "t2"."direction_re",
          "t2"."side",
          "t2"."_has_year",
          CASE
            WHEN "t2"."mass_kg" IS NULL
            THEN CAST(NULL AS DECIMAL(18, 6))
            ELSE "t2"."value_usd"
          END AS "value_with_mass_usd"
        FROM (
          SELECT
            "t1"."load",
            "t1"."year",
            "t1"."frequency",
            "t1"."period",
            "t1"."reporter",
            "t1"."partner",
            "t1"."direction",
            "t1"."nomenclature",
            "t1"."code",
            "t1"."mass_kg",
            "t1"."value_usd",
            "t1"."mass_basis",
            "t1"."valuation",
            "t1"."value_reported",
            "t1"."currency",
            "t1"."basis",
            "t1"."source",
            "t1"."vintage",
            "t1"."file",
            "t1"."row",
            "t1"."exporter",
            "t1"."importer",
            "t1"."direction_re",
            "t1"."side",
            MAX(CAST("t1"."frequency" = 'A' AS SMALLINT)) OVER (
              PARTITION BY "t1"."source", "t1"."nomenclature", "t1"."side", "t1"."year", "t1"."direction_re", "t1"."reporter", "t1"."code"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "_has_year"
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
              END AS "side"
            FROM "flows" AS "t0"
            WHERE
              (
                FALSE
                OR SUBSTRING("t0"."code" FROM CASE WHEN (
                  0 + 1
                ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t0"."code") END FOR 6) IN ('260400')
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
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10
    ) AS "t4"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8
  ) AS "t5"
  WHERE
    "t5"."side" IN ('exporter', 'importer') AND "t5"."exporter" <> "t5"."importer"
), "t13" AS (
  SELECT
    "t8"."source",
    "t8"."nomenclature",
    "t8"."side",
    "t8"."year",
    "t8"."exporter",
    "t8"."importer",
    "t8"."code",
    "t8"."direction_re",
    "t8"."mass_kg",
    "t8"."value_usd",
    "t8"."value_with_mass_usd",
    "t8"."months",
    "t8"."reporter",
    "t8"."partner",
    "t8"."edition"
  FROM "t6" AS "t8"
  INNER JOIN (
    SELECT
      "t10"."reporter",
      "t10"."side",
      "t10"."code",
      "t10"."year",
      "t10"."source",
      "t10"."nomenclature"
    FROM (
      SELECT
        "t9"."reporter",
        "t9"."side",
        "t9"."code",
        "t9"."year",
        "t9"."source",
        "t9"."nomenclature",
        "t9"."_months",
        ROW_NUMBER() OVER (
          PARTITION BY "t9"."reporter", "t9"."side", "t9"."code", "t9"."year"
          ORDER BY "t9"."_months" DESC NULLS LAST, "t9"."source" ASC, CASE
            WHEN CASE
              WHEN STARTS_WITH("t9"."nomenclature", 'HS')
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
              WHEN STARTS_WITH("t9"."nomenclature", 'HS')
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
              WHEN STARTS_WITH("t9"."nomenclature", 'HS')
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
              WHEN STARTS_WITH("t9"."nomenclature", 'HS')
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
              WHEN STARTS_WITH("t9"."nomenclature", 'HS')
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
              WHEN STARTS_WITH("t9"."nomenclature", 'HS')
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
              WHEN STARTS_WITH("t9"."nomenclature", 'HS')
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
          END DESC NULLS LAST, "t9"."nomenclature" DESC NULLS LAST
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "_rank"
      FROM (
        SELECT
          "t7"."reporter",
          "t7"."side",
          "t7"."code",
          "t7"."year",
          "t7"."source",
          "t7"."nomenclature",
          MAX("t7"."months") AS "_months"
        FROM "t6" AS "t7"
        GROUP BY
          1,
          2,
          3,
          4,
          5,
          6
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
  "t33"."exporter",
  "t33"."importer",
  "t33"."year",
  "t33"."code",
  "t33"."mass_exporter_kg",
  "t33"."mass_importer_kg",
  "t33"."value_exporter_usd",
  "t33"."value_importer_usd",
  "t33"."mass_re_export_kg",
  "t33"."gap_kg",
  "t33"."kind",
  "t33"."silent_side",
  "t33"."compared_on",
  "t33"."source_exporter",
  "t33"."source_importer",
  CASE
    WHEN "t33"."_codes" = ''
    THEN ''
    ELSE SUBSTRING("t33"."_codes" FROM CASE WHEN (
      0 + 1
    ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t33"."_codes") END FOR LENGTH("t33"."_codes") - 1)
  END AS "caveats"
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
    "t32"."reports_exporter",
    "t32"."mentions_exporter",
    "t32"."unspecified_exporter",
    "t32"."edition_exporter",
    "t32"."covered_exporter",
    "t32"."reports_importer",
    "t32"."mentions_importer",
    "t32"."unspecified_importer",
    "t32"."edition_importer",
    "t32"."covered_importer",
    "t32"."covers_exporter",
    "t32"."covers_importer",
    "t32"."compared_on",
    "t32"."exported",
    "t32"."imported",
    "t32"."low_value",
    "t32"."gap_kg",
    "t32"."kind",
    "t32"."silent_side",
    "t32"."_time",
    "t32"."_surplus",
    "t32"."_before",
    "t32"."_after",
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
    END || CASE
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
    END || CASE
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
    END || CASE
      WHEN COALESCE(
        "t32"."says_exporter"
        AND (
          "t32"."mass_exporter_kg" IS NULL
        )
        AND (
          "t32"."mass_re_export_kg" IS NULL
        ),
        FALSE
      )
      THEN 'mass_unknown_exporter|'
      ELSE ''
    END || CASE
      WHEN COALESCE("t32"."says_importer" AND (
        "t32"."mass_importer_kg" IS NULL
      ), FALSE)
      THEN 'mass_unknown_importer|'
      ELSE ''
    END || CASE WHEN COALESCE("t32"."re_exports", FALSE) THEN 're_exports|' ELSE '' END || CASE
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
    END || CASE
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
    END || CASE
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
    END || CASE
      WHEN COALESCE(
        (
          "t32"."value_exporter_usd" IS NOT NULL
        )
        AND (
          "t32"."value_importer_usd" IS NOT NULL
        ),
        FALSE
      )
      THEN 'cif_fob|'
      ELSE ''
    END || CASE
      WHEN COALESCE(STARTS_WITH("t32"."code", '26') OR STARTS_WITH("t32"."code", '2530'), FALSE)
      THEN 'wet_dry_tonnes|'
      ELSE ''
    END || CASE
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
    END || CASE
      WHEN COALESCE("t32"."edition_exporter" <> "t32"."edition_importer", FALSE)
      THEN 'hs_vintage_differs|'
      ELSE ''
    END || CASE WHEN COALESCE("t32"."low_value", FALSE) THEN 'low_value_threshold|' ELSE '' END AS "_codes"
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
      "t31"."reports_exporter",
      "t31"."mentions_exporter",
      "t31"."unspecified_exporter",
      "t31"."edition_exporter",
      "t31"."covered_exporter",
      "t31"."reports_importer",
      "t31"."mentions_importer",
      "t31"."unspecified_importer",
      "t31"."edition_importer",
      "t31"."covered_importer",
      "t31"."covers_exporter",
      "t31"."covers_importer",
      "t31"."compared_on",
      "t31"."exported",
      "t31"."imported",
      "t31"."low_value",
      "t31"."gap_kg",
      "t31"."kind",
      "t31"."silent_side",
      "t31"."_time",
      "t31"."_surplus",
      CASE
        WHEN (
          "t31"."_time" - LAG("t31"."_time") OVER (
            PARTITION BY "t31"."exporter", "t31"."importer", "t31"."code"
            ORDER BY "t31"."_time" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          )
        ) = 1
        THEN LAG("t31"."_surplus") OVER (
          PARTITION BY "t31"."exporter", "t31"."importer", "t31"."code"
          ORDER BY "t31"."_time" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
        ELSE NULL
      END AS "_before",
      CASE
        WHEN (
          LEAD("t31"."_time") OVER (
            PARTITION BY "t31"."exporter", "t31"."importer", "t31"."code"
            ORDER BY "t31"."_time" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - "t31"."_time"
        ) = 1
        THEN LEAD("t31"."_surplus") OVER (
          PARTITION BY "t31"."exporter", "t31"."importer", "t31"."code"
          ORDER BY "t31"."_time" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
        ELSE NULL
      END AS "_after"
    FROM (
      SELECT
        "t30"."year",
        "t30"."exporter",
        "t30"."importer",
        "t30"."code",
        "t30"."mass_exporter_kg",
        "t30"."value_exporter_usd",
        "t30"."source_exporter",
        "t30"."says_exporter",
        "t30"."months_exporter",
        "t30"."mass_importer_kg",
        "t30"."value_importer_usd",
        "t30"."source_importer",
        "t30"."says_importer",
        "t30"."months_importer",
        "t30"."mass_re_export_kg",
        "t30"."value_re_export_usd",
        "t30"."re_exports",
        "t30"."reports_exporter",
        "t30"."mentions_exporter",
        "t30"."unspecified_exporter",
        "t30"."edition_exporter",
        "t30"."covered_exporter",
        "t30"."reports_importer",
        "t30"."mentions_importer",
        "t30"."unspecified_importer",
        "t30"."edition_importer",
        "t30"."covered_importer",
        "t30"."covers_exporter",
        "t30"."covers_importer",
        "t30"."compared_on",
        "t30"."exported",
        "t30"."imported",
        "t30"."low_value",
        "t30"."gap_kg",
        "t30"."kind",
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
          "t29"."reports_exporter",
          "t29"."mentions_exporter",
          "t29"."unspecified_exporter",
          "t29"."edition_exporter",
          "t29"."covered_exporter",
          "t29"."reports_importer",
          "t29"."mentions_importer",
          "t29"."unspecified_importer",
          "t29"."edition_importer",
          "t29"."covered_importer",
          "t29"."covers_exporter",
          "t29"."covers_importer",
          "t29"."compared_on",
          "t29"."exported",
          "t29"."imported",
          "t29"."low_value",
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
            "t28"."reports_exporter",
            "t28"."mentions_exporter",
            "t28"."unspecified_exporter",
            "t28"."edition_exporter",
            "t28"."covered_exporter",
            COALESCE("t28"."reports_importer", FALSE) AS "reports_importer",
            COALESCE("t28"."mentions_importer", FALSE) AS "mentions_importer",
            COALESCE("t28"."unspecified_importer", FALSE) AS "unspecified_importer",
            "t28"."edition_importer",
            "t28"."covered_importer",
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
                  AND (
                    COALESCE("t28"."mass_exporter_kg", "t28"."mass_re_export_kg") IS NULL
                  )
                )
                OR (
                  "t28"."says_importer" AND (
                    "t28"."mass_importer_kg" IS NULL
                  )
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
                  AND (
                    COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd") IS NULL
                  )
                )
                OR (
                  "t28"."says_importer" AND (
                    "t28"."value_importer_usd" IS NULL
                  )
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
                  AND (
                    COALESCE("t28"."mass_exporter_kg", "t28"."mass_re_export_kg") IS NULL
                  )
                )
                OR (
                  "t28"."says_importer" AND (
                    "t28"."mass_importer_kg" IS NULL
                  )
                )
              )
              THEN CASE
                WHEN "t28"."says_exporter"
                THEN CAST(COALESCE("t28"."mass_exporter_kg", "t28"."mass_re_export_kg") AS DOUBLE PRECISION)
                ELSE 0.0
              END
              WHEN (
                COALESCE(COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd") > 0, FALSE)
                OR COALESCE("t28"."value_importer_usd" > 0, FALSE)
              )
              AND NOT (
                (
                  "t28"."says_exporter"
                  AND (
                    COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd") IS NULL
                  )
                )
                OR (
                  "t28"."says_importer" AND (
                    "t28"."value_importer_usd" IS NULL
                  )
                )
              )
              THEN CASE
                WHEN "t28"."says_exporter"
                THEN CAST(COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd") AS DOUBLE PRECISION)
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
                  AND (
                    COALESCE("t28"."mass_exporter_kg", "t28"."mass_re_export_kg") IS NULL
                  )
                )
                OR (
                  "t28"."says_importer" AND (
                    "t28"."mass_importer_kg" IS NULL
                  )
                )
              )
              THEN CASE
                WHEN "t28"."says_importer"
                THEN CAST("t28"."mass_importer_kg" AS DOUBLE PRECISION)
                ELSE 0.0
              END
              WHEN (
                COALESCE(COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd") > 0, FALSE)
                OR COALESCE("t28"."value_importer_usd" > 0, FALSE)
              )
              AND NOT (
                (
                  "t28"."says_exporter"
                  AND (
                    COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd") IS NULL
                  )
                )
                OR (
                  "t28"."says_importer" AND (
                    "t28"."value_importer_usd" IS NULL
                  )
                )
              )
              THEN CASE
                WHEN "t28"."says_importer"
                THEN CAST("t28"."value_importer_usd" AS DOUBLE PRECISION)
                ELSE 0.0
              END
              ELSE NULL
            END AS "imported",
            (
              (
                COALESCE("t28"."mass_exporter_kg", "t28"."mass_re_export_kg") IS NOT NULL
              )
              OR (
                "t28"."mass_importer_kg" IS NOT NULL
              )
              OR (
                COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd") IS NOT NULL
              )
              OR (
                "t28"."value_importer_usd" IS NOT NULL
              )
            )
            AND NOT (
              COALESCE(
                CAST(COALESCE("t28"."mass_exporter_kg", "t28"."mass_re_export_kg") AS DOUBLE PRECISION) >= 1000.0,
                FALSE
              )
              OR COALESCE(CAST("t28"."mass_importer_kg" AS DOUBLE PRECISION) >= 1000.0, FALSE)
              OR COALESCE(
                CAST(COALESCE("t28"."value_exporter_usd", "t28"."value_re_export_usd") AS DOUBLE PRECISION) >= 10000.0,
                FALSE
              )
              OR COALESCE(CAST("t28"."value_importer_usd" AS DOUBLE PRECISION) >= 10000.0, FALSE)
            ) AS "low_value"
          FROM (
            SELECT
              "t27"."year",
              "t27"."exporter",
              "t27"."importer",
              "t27"."code",
              "t27"."mass_exporter_kg",
              "t27"."value_exporter_usd",
              "t27"."source_exporter",
              "t27"."says_exporter",
              "t27"."months_exporter",
              "t27"."mass_importer_kg",
              "t27"."value_importer_usd",
              "t27"."source_importer",
              "t27"."says_importer",
              "t27"."months_importer",
              "t27"."mass_re_export_kg",
              "t27"."value_re_export_usd",
              "t27"."re_exports",
              "t27"."reports_exporter",
              "t27"."mentions_exporter",
              "t27"."unspecified_exporter",
              "t27"."edition_exporter",
              "t27"."covered_exporter",
              "t27"."reports_importer",
              "t27"."mentions_importer",
              "t27"."unspecified_importer",
              "t27"."edition_importer",
              "t27"."covered_importer"
            FROM (
              SELECT
                "t26"."year",
                "t26"."exporter",
                "t26"."importer",
                "t26"."code",
                "t26"."mass_exporter_kg",
                "t26"."value_exporter_usd",
                "t26"."source_exporter",
                "t26"."says_exporter",
                "t26"."months_exporter",
                "t26"."mass_importer_kg",
                "t26"."value_importer_usd",
                "t26"."source_importer",
                "t26"."says_importer",
                "t26"."months_importer",
                "t26"."mass_re_export_kg",
                "t26"."value_re_export_usd",
                "t26"."re_exports",
                "t26"."reports_exporter",
                "t26"."mentions_exporter",
                "t26"."unspecified_exporter",
                "t26"."edition_exporter",
                "t26"."covered_exporter",
                "t21"."importer" AS "importer_of_facts",
                "t21"."code" AS "code_of_facts",
                "t21"."year" AS "year_of_facts",
                "t21"."reports_importer",
                "t21"."mentions_importer",
                "t21"."unspecified_importer",
                "t21"."edition_importer",
                "t21"."covered_importer"
              FROM (
                SELECT
                  "t24"."year",
                  "t24"."exporter",
                  "t24"."importer",
                  "t24"."code",
                  "t24"."mass_exporter_kg",
                  "t24"."value_exporter_usd",
                  "t24"."source_exporter",
                  "t24"."says_exporter",
                  "t24"."months_exporter",
                  "t24"."mass_importer_kg",
                  "t24"."value_importer_usd",
                  "t24"."source_importer",
                  "t24"."says_importer",
                  "t24"."months_importer",
                  "t24"."mass_re_export_kg",
                  "t24"."value_re_export_usd",
                  "t24"."re_exports",
                  COALESCE("t24"."reports_exporter", FALSE) AS "reports_exporter",
                  COALESCE("t24"."mentions_exporter", FALSE) AS "mentions_exporter",
                  COALESCE("t24"."unspecified_exporter", FALSE) AS "unspecified_exporter",
                  "t24"."edition_exporter",
                  "t24"."covered_exporter"
                FROM (
                  SELECT
                    "t23"."year",
                    "t23"."exporter",
                    "t23"."importer",
                    "t23"."code",
                    "t23"."mass_exporter_kg",
                    "t23"."value_exporter_usd",
                    "t23"."source_exporter",
                    "t23"."says_exporter",
                    "t23"."months_exporter",
                    "t23"."mass_importer_kg",
                    "t23"."value_importer_usd",
                    "t23"."source_importer",
                    "t23"."says_importer",
                    "t23"."months_importer",
                    "t23"."mass_re_export_kg",
                    "t23"."value_re_export_usd",
                    "t23"."re_exports",
                    "t23"."reports_exporter",
                    "t23"."mentions_exporter",
                    "t23"."unspecified_exporter",
                    "t23"."edition_exporter",
                    "t23"."covered_exporter"
                  FROM (
                    SELECT
                      "t16"."year",
                      "t16"."exporter",
                      "t16"."importer",
                      "t16"."code",
                      "t16"."mass_exporter_kg",
                      "t16"."value_exporter_usd",
                      "t16"."source_exporter",
                      "t16"."says_exporter",
                      "t16"."months_exporter",
                      "t16"."mass_importer_kg",
                      "t16"."value_importer_usd",
                      "t16"."source_importer",
                      "t16"."says_importer",
                      "t16"."months_importer",
                      "t16"."mass_re_export_kg",
                      "t16"."value_re_export_usd",
                      "t16"."re_exports",
                      "t22"."exporter" AS "exporter_of_facts",
                      "t22"."code" AS "code_of_facts",
                      "t22"."year" AS "year_of_facts",
                      "t22"."reports_exporter",
                      "t22"."mentions_exporter",
                      "t22"."unspecified_exporter",
                      "t22"."edition_exporter",
                      "t22"."covered_exporter"
                    FROM (
                      SELECT
                        "t14"."year",
                        "t14"."exporter",
                        "t14"."importer",
                        "t14"."code",
                        MAX(
                          CASE
                            WHEN (
                              "t14"."side" = 'exporter'
                            ) AND NOT (
                              "t14"."direction_re"
                            )
                            THEN "t14"."mass_kg"
                            ELSE CAST(NULL AS DECIMAL(38, 6))
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
                            ELSE CAST(NULL AS DECIMAL(38, 6))
                          END
                        ) AS "value_exporter_usd",
                        MAX(
                          CASE
                            WHEN "t14"."side" = 'exporter'
                            THEN "t14"."source"
                            ELSE CAST(NULL AS VARCHAR)
                          END
                        ) AS "source_exporter",
                        MAX(CAST("t14"."side" = 'exporter' AS SMALLINT)) = 1 AS "says_exporter",
                        MAX(
                          CASE
                            WHEN "t14"."side" = 'exporter'
                            THEN "t14"."months"
                            ELSE CAST(NULL AS BIGINT)
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
                            ELSE CAST(NULL AS DECIMAL(38, 6))
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
                            ELSE CAST(NULL AS DECIMAL(38, 6))
                          END
                        ) AS "value_importer_usd",
                        MAX(
                          CASE
                            WHEN "t14"."side" = 'importer'
                            THEN "t14"."source"
                            ELSE CAST(NULL AS VARCHAR)
                          END
                        ) AS "source_importer",
                        MAX(CAST("t14"."side" = 'importer' AS SMALLINT)) = 1 AS "says_importer",
                        MAX(
                          CASE
                            WHEN "t14"."side" = 'importer'
                            THEN "t14"."months"
                            ELSE CAST(NULL AS BIGINT)
                          END
                        ) AS "months_importer",
                        MAX(
                          CASE
                            WHEN (
                              "t14"."side" = 'exporter'
                            ) AND "t14"."direction_re"
                            THEN "t14"."mass_kg"
                            ELSE CAST(NULL AS DECIMAL(38, 6))
                          END
                        ) AS "mass_re_export_kg",
                        MAX(
                          CASE
                            WHEN (
                              "t14"."side" = 'exporter'
                            ) AND "t14"."direction_re"
                            THEN "t14"."value_usd"
                            ELSE CAST(NULL AS DECIMAL(38, 6))
                          END
                        ) AS "value_re_export_usd",
                        MAX(CAST("t14"."direction_re" AS SMALLINT)) = 1 AS "re_exports"
                      FROM "t13" AS "t14"
                      GROUP BY
                        1,
                        2,
                        3,
                        4
                    ) AS "t16"
                    LEFT OUTER JOIN (
                      SELECT
                        "t18"."reporter" AS "exporter",
                        "t18"."code",
                        "t18"."year",
                        "t18"."reports_exporter",
                        "t18"."mentions_exporter",
                        "t18"."unspecified_exporter",
                        "t18"."edition_exporter",
                        "t18"."covered_exporter"
                      FROM (
                        SELECT
                          "t14"."reporter",
                          "t14"."code",
                          "t14"."year",
                          MAX(CAST("t14"."side" = 'exporter' AS SMALLINT)) = 1 AS "reports_exporter",
                          MAX(CAST(NOT (
                            "t14"."side" = 'exporter'
                          ) AS SMALLINT)) = 1 AS "mentions_exporter",
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
                            ) AS SMALLINT)
                          ) = 1 AS "unspecified_exporter",
                          MAX(
                            CASE
                              WHEN "t14"."side" = 'exporter'
                              THEN "t14"."edition"
                              ELSE CAST(NULL AS VARCHAR)
                            END
                          ) AS "edition_exporter",
                          MAX(
                            CASE
                              WHEN "t14"."side" = 'exporter'
                              THEN "t14"."months"
                              ELSE CAST(NULL AS BIGINT)
                            END
                          ) AS "covered_exporter"
                        FROM "t13" AS "t14"
                        GROUP BY
                          1,
                          2,
                          3
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
                  "t17"."code",
                  "t17"."year",
                  "t17"."reports_importer",
                  "t17"."mentions_importer",
                  "t17"."unspecified_importer",
                  "t17"."edition_importer",
                  "t17"."covered_importer"
                FROM (
                  SELECT
                    "t14"."reporter",
                    "t14"."code",
                    "t14"."year",
                    MAX(CAST("t14"."side" = 'importer' AS SMALLINT)) = 1 AS "reports_importer",
                    MAX(CAST(NOT (
                      "t14"."side" = 'importer'
                    ) AS SMALLINT)) = 1 AS "mentions_importer",
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
                      ) AS SMALLINT)
                    ) = 1 AS "unspecified_importer",
                    MAX(
                      CASE
                        WHEN "t14"."side" = 'importer'
                        THEN "t14"."edition"
                        ELSE CAST(NULL AS VARCHAR)
                      END
                    ) AS "edition_importer",
                    MAX(
                      CASE
                        WHEN "t14"."side" = 'importer'
                        THEN "t14"."months"
                        ELSE CAST(NULL AS BIGINT)
                      END
                    ) AS "covered_importer"
                  FROM "t13" AS "t14"
                  GROUP BY
                    1,
                    2,
                    3
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
