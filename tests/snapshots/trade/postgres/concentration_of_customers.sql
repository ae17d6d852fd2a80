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
    12 AS "months"
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
    NOT (
      "t2"."direction_re"
    )
), "t6" AS (
  SELECT
    "t4"."source",
    "t4"."nomenclature",
    "t4"."side",
    "t4"."year",
    "t4"."exporter" AS "country",
    "t4"."code",
    SUM("t4"."mass_kg") AS "mass_kg",
    SUM("t4"."value_usd") AS "value_usd",
    SUM("t4"."value_with_mass_usd") AS "value_with_mass_usd",
    COUNT(*) FILTER(WHERE
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
      )) AS "partners",
    MAX("t4"."mass_kg") FILTER(WHERE
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
      )) AS "mass_max_kg",
    MAX("t4"."value_usd") FILTER(WHERE
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
      )) AS "value_max_usd",
    SUM(
      CAST("t4"."mass_kg" AS DOUBLE PRECISION) * CAST("t4"."mass_kg" AS DOUBLE PRECISION)
    ) FILTER(WHERE
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
      )) AS "mass_squares",
    SUM(
      CAST("t4"."value_usd" AS DOUBLE PRECISION) * CAST("t4"."value_usd" AS DOUBLE PRECISION)
    ) FILTER(WHERE
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
      )) AS "value_squares",
    SUM("t4"."mass_kg") FILTER(WHERE
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
      )) AS "mass_unspecified_kg",
    SUM("t4"."value_usd") FILTER(WHERE
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
      )) AS "value_unspecified_usd",
    MAX("t4"."months") AS "months"
  FROM "t3" AS "t4"
  GROUP BY
    1,
    2,
    3,
    4,
    5,
    6
)
SELECT
  *
FROM (
  SELECT
    "t25"."source",
    "t25"."nomenclature",
    "t25"."side",
    "t25"."year",
    "t25"."country",
    "t25"."code",
    "t25"."mass_kg",
    "t25"."value_usd",
    "t25"."months",
    "t25"."partners",
    "t25"."mass_coverage",
    "t25"."hhi_mass",
    "t25"."hhi_high_mass",
    "t25"."top_share_mass",
    "t25"."reason_mass",
    "t25"."hhi_value",
    "t25"."hhi_high_value",
    "t25"."top_share_value",
    "t25"."reason_value",
    "t25"."top_mass",
    "t25"."top_value"
  FROM (
    SELECT
      "t24"."source",
      "t24"."nomenclature",
      "t24"."side",
      "t24"."year",
      "t24"."country",
      "t24"."code",
      "t24"."mass_kg",
      "t24"."value_usd",
      "t24"."months",
      "t24"."partners",
      "t24"."mass_coverage",
      "t24"."hhi_mass",
      "t24"."hhi_high_mass",
      "t24"."top_share_mass",
      "t24"."reason_mass",
      "t24"."hhi_value",
      "t24"."hhi_high_value",
      "t24"."top_share_value",
      "t24"."reason_value",
      "t24"."top_mass",
      "t21"."_source",
      "t21"."_nomenclature",
      "t21"."_side",
      "t21"."_year",
      "t21"."_country",
      "t21"."_code",
      "t21"."top_value"
    FROM (
      SELECT
        "t22"."source",
        "t22"."nomenclature",
        "t22"."side",
        "t22"."year",
        "t22"."country",
        "t22"."code",
        "t22"."mass_kg",
        "t22"."value_usd",
        "t22"."months",
        "t22"."partners",
        "t22"."mass_coverage",
        "t22"."hhi_mass",
        "t22"."hhi_high_mass",
        "t22"."top_share_mass",
        "t22"."reason_mass",
        "t22"."hhi_value",
        "t22"."hhi_high_value",
        "t22"."top_share_value",
        "t22"."reason_value",
        "t22"."top_mass"
      FROM (
        SELECT
          "t15"."source",
          "t15"."nomenclature",
          "t15"."side",
          "t15"."year",
          "t15"."country",
          "t15"."code",
          "t15"."mass_kg",
          "t15"."value_usd",
          "t15"."months",
          "t15"."partners",
          "t15"."mass_coverage",
          "t15"."hhi_mass",
          "t15"."hhi_high_mass",
          "t15"."top_share_mass",
          "t15"."reason_mass",
          "t15"."hhi_value",
          "t15"."hhi_high_value",
          "t15"."top_share_value",
          "t15"."reason_value",
          "t20"."_source",
          "t20"."_nomenclature",
          "t20"."_side",
          "t20"."_year",
          "t20"."_country",
          "t20"."_code",
          "t20"."top_mass"
        FROM (
          SELECT
            "t7"."source",
            "t7"."nomenclature",
            "t7"."side",
            "t7"."year",
            "t7"."country",
            "t7"."code",
            "t7"."mass_kg",
            "t7"."value_usd",
            "t7"."months",
            "t7"."partners",
            CAST(COALESCE("t7"."value_with_mass_usd", 0) AS DOUBLE PRECISION) / NULLIF(CAST("t7"."value_usd" AS DOUBLE PRECISION), 0.0) AS "mass_coverage",
            CAST(COALESCE("t7"."mass_squares", 0.0) AS DOUBLE PRECISION) / (
              NULLIF(CAST("t7"."mass_kg" AS DOUBLE PRECISION), 0.0) * NULLIF(CAST("t7"."mass_kg" AS DOUBLE PRECISION), 0.0)
            ) AS "hhi_mass",
            CAST((
              COALESCE("t7"."mass_squares", 0.0) + (
                COALESCE(CAST("t7"."mass_max_kg" AS DOUBLE PRECISION), 0.0) * 2 * COALESCE(CAST("t7"."mass_unspecified_kg" AS DOUBLE PRECISION), 0.0)
              ) + (
                COALESCE(CAST("t7"."mass_unspecified_kg" AS DOUBLE PRECISION), 0.0) * COALESCE(CAST("t7"."mass_unspecified_kg" AS DOUBLE PRECISION), 0.0)
              )
            ) AS DOUBLE PRECISION) / (
              NULLIF(CAST("t7"."mass_kg" AS DOUBLE PRECISION), 0.0) * NULLIF(CAST("t7"."mass_kg" AS DOUBLE PRECISION), 0.0)
            ) AS "hhi_high_mass",
            CAST("t7"."mass_max_kg" AS DOUBLE PRECISION) / NULLIF(CAST("t7"."mass_kg" AS DOUBLE PRECISION), 0.0) AS "top_share_mass",
            CASE
              WHEN "t7"."mass_kg" IS NULL
              THEN 'mass_unknown'
              WHEN "t7"."mass_kg" = 0
              THEN 'nothing_to_share'
              WHEN COALESCE(CAST("t7"."mass_unspecified_kg" AS DOUBLE PRECISION), 0.0) > 0
              THEN 'lower_bound'
              ELSE CAST(NULL AS VARCHAR)
            END AS "reason_mass",
            CAST(COALESCE("t7"."value_squares", 0.0) AS DOUBLE PRECISION) / (
              NULLIF(CAST("t7"."value_usd" AS DOUBLE PRECISION), 0.0) * NULLIF(CAST("t7"."value_usd" AS DOUBLE PRECISION), 0.0)
            ) AS "hhi_value",
            CAST((
              COALESCE("t7"."value_squares", 0.0) + (
                COALESCE(CAST("t7"."value_max_usd" AS DOUBLE PRECISION), 0.0) * 2 * COALESCE(CAST("t7"."value_unspecified_usd" AS DOUBLE PRECISION), 0.0)
              ) + (
                COALESCE(CAST("t7"."value_unspecified_usd" AS DOUBLE PRECISION), 0.0) * COALESCE(CAST("t7"."value_unspecified_usd" AS DOUBLE PRECISION), 0.0)
              )
            ) AS DOUBLE PRECISION) / (
              NULLIF(CAST("t7"."value_usd" AS DOUBLE PRECISION), 0.0) * NULLIF(CAST("t7"."value_usd" AS DOUBLE PRECISION), 0.0)
            ) AS "hhi_high_value",
            CAST("t7"."value_max_usd" AS DOUBLE PRECISION) / NULLIF(CAST("t7"."value_usd" AS DOUBLE PRECISION), 0.0) AS "top_share_value",
            CASE
              WHEN "t7"."value_usd" IS NULL
              THEN 'value_unknown'
              WHEN "t7"."value_usd" = 0
              THEN 'nothing_to_share'
              WHEN COALESCE(CAST("t7"."value_unspecified_usd" AS DOUBLE PRECISION), 0.0) > 0
              THEN 'lower_bound'
              ELSE CAST(NULL AS VARCHAR)
            END AS "reason_value"
          FROM "t6" AS "t7"
        ) AS "t15"
        LEFT OUTER JOIN (
          SELECT
            "t16"."_source",
            "t16"."_nomenclature",
            "t16"."_side",
            "t16"."_year",
            "t16"."_country",
            "t16"."_code",
            MIN("t16"."importer") AS "top_mass"
          FROM (
            SELECT
              *
            FROM (
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
                "t10"."_source",
                "t10"."_nomenclature",
                "t10"."_side",
                "t10"."_year",
                "t10"."_country",
                "t10"."_code",
                "t10"."_top"
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
            1,
            2,
            3,
            4,
            5,
            6
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
        "t17"."_source",
        "t17"."_nomenclature",
        "t17"."_side",
        "t17"."_year",
        "t17"."_country",
        "t17"."_code",
        MIN("t17"."importer") AS "top_value"
      FROM (
        SELECT
          *
        FROM (
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
            "t11"."_source",
            "t11"."_nomenclature",
            "t11"."_side",
            "t11"."_year",
            "t11"."_country",
            "t11"."_code",
            "t11"."_top"
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
        1,
        2,
        3,
        4,
        5,
        6
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
  "t26"."year" DESC NULLS LAST,
  "t26"."country" ASC
