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
    12 AS "months"
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
    NOT (
      "t2"."direction_re"
    )
), "t6" AS (
  SELECT
    "t4"."source" AS "source",
    "t4"."nomenclature" AS "nomenclature",
    "t4"."side" AS "side",
    "t4"."year" AS "year",
    "t4"."exporter" AS "country",
    "t4"."code" AS "code",
    SUM("t4"."mass_kg") AS "mass_kg",
    SUM("t4"."value_usd") AS "value_usd",
    SUM("t4"."value_with_mass_usd") AS "value_with_mass_usd",
    countIf(
      NOT (
        "t4"."importer" IN (
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
        )
      )
    ) AS "partners",
    maxIf(
      "t4"."mass_kg",
      NOT (
        "t4"."importer" IN (
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
        )
      )
    ) AS "mass_max_kg",
    maxIf(
      "t4"."value_usd",
      NOT (
        "t4"."importer" IN (
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
        )
      )
    ) AS "value_max_usd",
    sumIf(
      CAST("t4"."mass_kg" AS Nullable(Float64)) * CAST("t4"."mass_kg" AS Nullable(Float64)),
      NOT (
        "t4"."importer" IN (
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
        )
      )
    ) AS "mass_squares",
    sumIf(
      CAST("t4"."value_usd" AS Nullable(Float64)) * CAST("t4"."value_usd" AS Nullable(Float64)),
      NOT (
        "t4"."importer" IN (
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
        )
      )
    ) AS "value_squares",
    sumIf(
      "t4"."mass_kg",
      NOT (
        NOT (
          "t4"."importer" IN (
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
          )
        )
      )
    ) AS "mass_unspecified_kg",
    sumIf(
      "t4"."value_usd",
      NOT (
        NOT (
          "t4"."importer" IN (
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
          )
        )
      )
    ) AS "value_unspecified_usd",
    MAX("t4"."months") AS "months"
  FROM "t3" AS "t4"
  GROUP BY
    "t4"."source",
    "t4"."nomenclature",
    "t4"."side",
    "t4"."year",
    "t4"."exporter",
    "t4"."code"
)
SELECT
  *
FROM (
  SELECT
    "t25".*
    EXCEPT ("_code", "_country", "_nomenclature", "_side", "_source", "_year")
  FROM (
    SELECT
      "t24"."source" AS "source",
      "t24"."nomenclature" AS "nomenclature",
      "t24"."side" AS "side",
      "t24"."year" AS "year",
      "t24"."country" AS "country",
      "t24"."code" AS "code",
      "t24"."mass_kg" AS "mass_kg",
      "t24"."value_usd" AS "value_usd",
      "t24"."months" AS "months",
      "t24"."partners" AS "partners",
      "t24"."mass_coverage" AS "mass_coverage",
      "t24"."hhi_mass" AS "hhi_mass",
      "t24"."hhi_high_mass" AS "hhi_high_mass",
      "t24"."top_share_mass" AS "top_share_mass",
      "t24"."reason_mass" AS "reason_mass",
      "t24"."hhi_value" AS "hhi_value",
      "t24"."hhi_high_value" AS "hhi_high_value",
      "t24"."top_share_value" AS "top_share_value",
      "t24"."reason_value" AS "reason_value",
      "t24"."top_mass" AS "top_mass",
      "t21"."_source" AS "_source",
      "t21"."_nomenclature" AS "_nomenclature",
      "t21"."_side" AS "_side",
      "t21"."_year" AS "_year",
      "t21"."_country" AS "_country",
      "t21"."_code" AS "_code",
      "t21"."top_value" AS "top_value"
    FROM (
      SELECT
        "t22".*
        EXCEPT ("_code", "_country", "_nomenclature", "_side", "_source", "_year")
      FROM (
        SELECT
          "t15"."source" AS "source",
          "t15"."nomenclature" AS "nomenclature",
          "t15"."side" AS "side",
          "t15"."year" AS "year",
          "t15"."country" AS "country",
          "t15"."code" AS "code",
          "t15"."mass_kg" AS "mass_kg",
          "t15"."value_usd" AS "value_usd",
          "t15"."months" AS "months",
          "t15"."partners" AS "partners",
          "t15"."mass_coverage" AS "mass_coverage",
          "t15"."hhi_mass" AS "hhi_mass",
          "t15"."hhi_high_mass" AS "hhi_high_mass",
          "t15"."top_share_mass" AS "top_share_mass",
          "t15"."reason_mass" AS "reason_mass",
          "t15"."hhi_value" AS "hhi_value",
          "t15"."hhi_high_value" AS "hhi_high_value",
          "t15"."top_share_value" AS "top_share_value",
          "t15"."reason_value" AS "reason_value",
          "t20"."_source" AS "_source",
          "t20"."_nomenclature" AS "_nomenclature",
          "t20"."_side" AS "_side",
          "t20"."_year" AS "_year",
          "t20"."_country" AS "_country",
          "t20"."_code" AS "_code",
          "t20"."top_mass" AS "top_mass"
        FROM (
          SELECT
            "t7"."source" AS "source",
            "t7"."nomenclature" AS "nomenclature",
            "t7"."side" AS "side",
            "t7"."year" AS "year",
            "t7"."country" AS "country",
            "t7"."code" AS "code",
            "t7"."mass_kg" AS "mass_kg",
            "t7"."value_usd" AS "value_usd",
            "t7"."months" AS "months",
            "t7"."partners" AS "partners",
            CAST(COALESCE("t7"."value_with_mass_usd", 0) AS Nullable(Float64)) / nullIf(CAST("t7"."value_usd" AS Nullable(Float64)), 0.0) AS "mass_coverage",
            COALESCE("t7"."mass_squares", 0.0) / (
              nullIf(CAST("t7"."mass_kg" AS Nullable(Float64)), 0.0) * nullIf(CAST("t7"."mass_kg" AS Nullable(Float64)), 0.0)
            ) AS "hhi_mass",
            (
              COALESCE("t7"."mass_squares", 0.0) + (
                COALESCE(CAST("t7"."mass_max_kg" AS Nullable(Float64)), 0.0) * 2 * COALESCE(CAST("t7"."mass_unspecified_kg" AS Nullable(Float64)), 0.0)
              ) + (
                COALESCE(CAST("t7"."mass_unspecified_kg" AS Nullable(Float64)), 0.0) * COALESCE(CAST("t7"."mass_unspecified_kg" AS Nullable(Float64)), 0.0)
              )
            ) / (
              nullIf(CAST("t7"."mass_kg" AS Nullable(Float64)), 0.0) * nullIf(CAST("t7"."mass_kg" AS Nullable(Float64)), 0.0)
            ) AS "hhi_high_mass",
            CAST("t7"."mass_max_kg" AS Nullable(Float64)) / nullIf(CAST("t7"."mass_kg" AS Nullable(Float64)), 0.0) AS "top_share_mass",
            CASE
              WHEN isNull("t7"."mass_kg")
              THEN 'mass_unknown'
              WHEN "t7"."mass_kg" = 0
              THEN 'nothing_to_share'
              WHEN COALESCE(CAST("t7"."mass_unspecified_kg" AS Nullable(Float64)), 0.0) > 0
              THEN 'lower_bound'
              ELSE CAST(NULL AS Nullable(String))
            END AS "reason_mass",
            COALESCE("t7"."value_squares", 0.0) / (
              nullIf(CAST("t7"."value_usd" AS Nullable(Float64)), 0.0) * nullIf(CAST("t7"."value_usd" AS Nullable(Float64)), 0.0)
            ) AS "hhi_value",
            (
              COALESCE("t7"."value_squares", 0.0) + (
                COALESCE(CAST("t7"."value_max_usd" AS Nullable(Float64)), 0.0) * 2 * COALESCE(CAST("t7"."value_unspecified_usd" AS Nullable(Float64)), 0.0)
              ) + (
                COALESCE(CAST("t7"."value_unspecified_usd" AS Nullable(Float64)), 0.0) * COALESCE(CAST("t7"."value_unspecified_usd" AS Nullable(Float64)), 0.0)
              )
            ) / (
              nullIf(CAST("t7"."value_usd" AS Nullable(Float64)), 0.0) * nullIf(CAST("t7"."value_usd" AS Nullable(Float64)), 0.0)
            ) AS "hhi_high_value",
            CAST("t7"."value_max_usd" AS Nullable(Float64)) / nullIf(CAST("t7"."value_usd" AS Nullable(Float64)), 0.0) AS "top_share_value",
            CASE
              WHEN isNull("t7"."value_usd")
              THEN 'value_unknown'
              WHEN "t7"."value_usd" = 0
              THEN 'nothing_to_share'
              WHEN COALESCE(CAST("t7"."value_unspecified_usd" AS Nullable(Float64)), 0.0) > 0
              THEN 'lower_bound'
              ELSE CAST(NULL AS Nullable(String))
            END AS "reason_value"
          FROM "t6" AS "t7"
        ) AS "t15"
        LEFT OUTER JOIN (
          SELECT
            "t16"."_source" AS "_source",
            "t16"."_nomenclature" AS "_nomenclature",
            "t16"."_side" AS "_side",
            "t16"."_year" AS "_year",
            "t16"."_country" AS "_country",
            "t16"."_code" AS "_code",
            MIN("t16"."importer") AS "top_mass"
          FROM (
            SELECT
              *
            FROM (
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
                "t10"."_source" AS "_source",
                "t10"."_nomenclature" AS "_nomenclature",
                "t10"."_side" AS "_side",
                "t10"."_year" AS "_year",
                "t10"."_country" AS "_country",
                "t10"."_code" AS "_code",
                "t10"."_top" AS "_top"
              FROM "t3" AS "t5"
              INNER JOIN (
                SELECT
                  "t7"."source" AS "_source",
                  "t7"."nomenclature" AS "_nomenclature",
                  "t7"."side" AS "_side",
                  "t7"."year" AS "_year",
                  "t7"."country" AS "_country",
                  "t7"."code" AS "_code",
                  "t7"."mass_max_kg" AS "_top"
                FROM "t6" AS "t7"
              ) AS "t10"
                ON "t5"."source" = "t10"."_source"
                AND "t5"."nomenclature" = "t10"."_nomenclature"
                AND "t5"."side" = "t10"."_side"
                AND "t5"."year" = "t10"."_year"
                AND "t5"."exporter" = "t10"."_country"
                AND "t5"."code" = "t10"."_code"
                AND "t5"."mass_kg" = "t10"."_top"
            ) AS "t12"
            WHERE
              NOT (
                "t12"."importer" IN (
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
                )
              )
          ) AS "t16"
          GROUP BY
            "t16"."_source",
            "t16"."_nomenclature",
            "t16"."_side",
            "t16"."_year",
            "t16"."_country",
            "t16"."_code"
        ) AS "t20"
          ON "t15"."source" = "t20"."_source"
          AND "t15"."nomenclature" = "t20"."_nomenclature"
          AND "t15"."side" = "t20"."_side"
          AND "t15"."year" = "t20"."_year"
          AND "t15"."country" = "t20"."_country"
          AND "t15"."code" = "t20"."_code"
      ) AS "t22"
    ) AS "t24"
    LEFT OUTER JOIN (
      SELECT
        "t17"."_source" AS "_source",
        "t17"."_nomenclature" AS "_nomenclature",
        "t17"."_side" AS "_side",
        "t17"."_year" AS "_year",
        "t17"."_country" AS "_country",
        "t17"."_code" AS "_code",
        MIN("t17"."importer") AS "top_value"
      FROM (
        SELECT
          *
        FROM (
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
            "t11"."_source" AS "_source",
            "t11"."_nomenclature" AS "_nomenclature",
            "t11"."_side" AS "_side",
            "t11"."_year" AS "_year",
            "t11"."_country" AS "_country",
            "t11"."_code" AS "_code",
            "t11"."_top" AS "_top"
          FROM "t3" AS "t5"
          INNER JOIN (
            SELECT
              "t7"."source" AS "_source",
              "t7"."nomenclature" AS "_nomenclature",
              "t7"."side" AS "_side",
              "t7"."year" AS "_year",
              "t7"."country" AS "_country",
              "t7"."code" AS "_code",
              "t7"."value_max_usd" AS "_top"
            FROM "t6" AS "t7"
          ) AS "t11"
            ON "t5"."source" = "t11"."_source"
            AND "t5"."nomenclature" = "t11"."_nomenclature"
            AND "t5"."side" = "t11"."_side"
            AND "t5"."year" = "t11"."_year"
            AND "t5"."exporter" = "t11"."_country"
            AND "t5"."code" = "t11"."_code"
            AND "t5"."value_usd" = "t11"."_top"
        ) AS "t13"
        WHERE
          NOT (
            "t13"."importer" IN (
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
            )
          )
      ) AS "t17"
      GROUP BY
        "t17"."_source",
        "t17"."_nomenclature",
        "t17"."_side",
        "t17"."_year",
        "t17"."_country",
        "t17"."_code"
    ) AS "t21"
      ON "t24"."source" = "t21"."_source"
      AND "t24"."nomenclature" = "t21"."_nomenclature"
      AND "t24"."side" = "t21"."_side"
      AND "t24"."year" = "t21"."_year"
      AND "t24"."country" = "t21"."_country"
      AND "t24"."code" = "t21"."_code"
  ) AS "t25"
) AS "t26"
ORDER BY
  "t26"."source" ASC,
  "t26"."nomenclature" ASC,
  "t26"."side" ASC,
  "t26"."code" ASC,
  "t26"."year" DESC,
  "t26"."country" ASC
