SELECT
  "t7"."source",
  "t7"."nomenclature",
  "t7"."side",
  "t7"."year",
  "t7"."code",
  "t7"."exporter",
  "t7"."importer",
  "t7"."mass_kg",
  "t7"."value_usd",
  "t7"."share_of_mass",
  "t7"."share_of_value",
  "t7"."mass_coverage",
  "t7"."unit_value_usd_kg",
  "t7"."months",
  "t7"."rank"
FROM (
  SELECT
    "t6"."source",
    "t6"."nomenclature",
    "t6"."side",
    "t6"."year",
    "t6"."exporter",
    "t6"."importer",
    "t6"."mass_kg",
    "t6"."value_usd",
    "t6"."value_with_mass_usd",
    "t6"."months",
    "t6"."code",
    CAST("t6"."mass_kg" AS DOUBLE PRECISION) / NULLIF(
      CAST(SUM("t6"."mass_kg") OVER (
        PARTITION BY "t6"."source", "t6"."nomenclature", "t6"."side", "t6"."year", "t6"."code", "t6"."importer"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS DOUBLE PRECISION),
      0.0
    ) AS "share_of_mass",
    CAST("t6"."value_usd" AS DOUBLE PRECISION) / NULLIF(
      CAST(SUM("t6"."value_usd") OVER (
        PARTITION BY "t6"."source", "t6"."nomenclature", "t6"."side", "t6"."year", "t6"."code", "t6"."importer"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS DOUBLE PRECISION),
      0.0
    ) AS "share_of_value",
    CAST("t6"."value_with_mass_usd" AS DOUBLE PRECISION) / NULLIF(CAST("t6"."value_usd" AS DOUBLE PRECISION), 0.0) AS "mass_coverage",
    CAST("t6"."value_with_mass_usd" AS DOUBLE PRECISION) / NULLIF(CAST("t6"."mass_kg" AS DOUBLE PRECISION), 0.0) AS "unit_value_usd_kg",
    (
      ROW_NUMBER() OVER (
        PARTITION BY "t6"."source", "t6"."nomenclature", "t6"."side", "t6"."year", "t6"."code", "t6"."importer"
        ORDER BY "t6"."mass_kg" DESC NULLS LAST, "t6"."value_usd" DESC NULLS LAST, "t6"."exporter" ASC, "t6"."importer" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1
    ) + 1 AS "rank"
  FROM (
    SELECT
      "t5"."source",
      "t5"."nomenclature",
      "t5"."side",
      "t5"."year",
      "t5"."exporter",
      "t5"."importer",
      "t5"."mass_kg",
      "t5"."value_usd",
      "t5"."value_with_mass_usd",
      "t5"."months",
      "t5"."code"
    FROM (
      SELECT
        "t4"."source",
        "t4"."nomenclature",
        "t4"."side",
        "t4"."year",
        "t4"."exporter",
        "t4"."importer",
        "t4"."direction_re",
        "t4"."mass_kg",
        "t4"."value_usd",
        "t4"."value_with_mass_usd",
        "t4"."months",
        '284610+284690' AS "code"
      FROM (
        SELECT
          "t3"."source",
          "t3"."nomenclature",
          "t3"."side",
          "t3"."year",
          "t3"."exporter",
          "t3"."importer",
          "t3"."direction_re",
          SUM("t3"."mass_kg") AS "mass_kg",
          SUM("t3"."value_usd") AS "value_usd",
          SUM("t3"."value_with_mass_usd") AS "value_with_mass_usd",
          MAX("t3"."months") AS "months"
        FROM (
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
                  ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t0"."code") END FOR 6) IN ('284610', '284690')
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
            "t2"."importer" IN ('JPN')
        ) AS "t3"
        GROUP BY
          1,
          2,
          3,
          4,
          5,
          6,
          7
      ) AS "t4"
      WHERE
        NOT (
          "t4"."direction_re"
        )
    ) AS "t5"
  ) AS "t6"
) AS "t7"
ORDER BY
  "t7"."source" ASC,
  "t7"."nomenclature" ASC,
  "t7"."side" ASC,
  "t7"."year" ASC,
  "t7"."code" ASC,
  "t7"."importer" ASC,
  "t7"."rank" ASC
