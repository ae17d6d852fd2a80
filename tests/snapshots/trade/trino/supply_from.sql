SELECT
  "t5"."source",
  "t5"."nomenclature",
  "t5"."side",
  "t5"."year",
  "t5"."code",
  "t5"."exporter",
  "t5"."importer",
  "t5"."mass_kg",
  "t5"."value_usd",
  "t5"."share_of_mass",
  "t5"."share_of_value",
  "t5"."mass_coverage",
  "t5"."unit_value_usd_kg",
  "t5"."months",
  "t5"."rank"
FROM (
  SELECT
    "t4"."source",
    "t4"."nomenclature",
    "t4"."side",
    "t4"."year",
    "t4"."exporter",
    "t4"."importer",
    "t4"."code",
    "t4"."mass_kg",
    "t4"."value_usd",
    "t4"."value_with_mass_usd",
    "t4"."months",
    CAST("t4"."mass_kg" AS DOUBLE) / NULLIF(
      CAST(SUM("t4"."mass_kg") OVER (
        PARTITION BY "t4"."source", "t4"."nomenclature", "t4"."side", "t4"."year", "t4"."code", "t4"."exporter"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS DOUBLE),
      CAST(0.0 AS DOUBLE)
    ) AS "share_of_mass",
    CAST("t4"."value_usd" AS DOUBLE) / NULLIF(
      CAST(SUM("t4"."value_usd") OVER (
        PARTITION BY "t4"."source", "t4"."nomenclature", "t4"."side", "t4"."year", "t4"."code", "t4"."exporter"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS DOUBLE),
      CAST(0.0 AS DOUBLE)
    ) AS "share_of_value",
    CAST("t4"."value_with_mass_usd" AS DOUBLE) / NULLIF(CAST("t4"."value_usd" AS DOUBLE), CAST(0.0 AS DOUBLE)) AS "mass_coverage",
    CAST("t4"."value_with_mass_usd" AS DOUBLE) / NULLIF(CAST("t4"."mass_kg" AS DOUBLE), CAST(0.0 AS DOUBLE)) AS "unit_value_usd_kg",
    (
      ROW_NUMBER() OVER (
        PARTITION BY "t4"."source", "t4"."nomenclature", "t4"."side", "t4"."year", "t4"."code", "t4"."exporter"
        ORDER BY "t4"."mass_kg" DESC, "t4"."value_usd" DESC, "t4"."exporter" ASC, "t4"."importer" ASC
      ) - 1
    ) + 1 AS "rank"
  FROM (
    SELECT
      "t3"."source",
      "t3"."nomenclature",
      "t3"."side",
      "t3"."year",
      "t3"."exporter",
      "t3"."importer",
      "t3"."code",
      "t3"."mass_kg",
      "t3"."value_usd",
      "t3"."value_with_mass_usd",
      "t3"."months"
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
            SUBSTR("t0"."code", IF((
              0 + 1
            ) >= 1, 0 + 1, 0 + 1 + LENGTH("t0"."code")), 6) AS "code",
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
            IF("t0"."direction" IN ('export', 're-export'), "t0"."reporter", "t0"."partner") AS "exporter",
            IF("t0"."direction" IN ('export', 're-export'), "t0"."partner", "t0"."reporter") AS "importer",
            "t0"."direction" IN ('re-export', 're-import') AS "direction_re",
            CASE
              WHEN "t0"."basis" = 'reconciled'
              THEN 'reconciled'
              WHEN "t0"."direction" IN ('export', 're-export')
              THEN 'exporter'
              ELSE 'importer'
            END AS "side",
            IF("t0"."mass_kg" IS NULL, CAST(NULL AS DECIMAL(18, 6)), "t0"."value_usd") AS "value_with_mass_usd"
          FROM "flows" AS "t0"
          WHERE
            (
              FALSE
              OR SUBSTR("t0"."code", IF((
                0 + 1
              ) >= 1, 0 + 1, 0 + 1 + LENGTH("t0"."code")), 6) IN ('284690')
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
        "t2"."exporter" IN ('CHN') AND NOT (
          "t2"."direction_re"
        )
    ) AS "t3"
  ) AS "t4"
) AS "t5"
ORDER BY
  "t5"."source" ASC,
  "t5"."nomenclature" ASC,
  "t5"."side" ASC,
  "t5"."year" ASC,
  "t5"."code" ASC,
  "t5"."exporter" ASC,
  "t5"."rank" ASC
