SELECT
  "t5"."source" AS "source",
  "t5"."nomenclature" AS "nomenclature",
  "t5"."side" AS "side",
  "t5"."year" AS "year",
  "t5"."code" AS "code",
  "t5"."exporter" AS "exporter",
  "t5"."importer" AS "importer",
  "t5"."mass_kg" AS "mass_kg",
  "t5"."value_usd" AS "value_usd",
  "t5"."share_of_mass" AS "share_of_mass",
  "t5"."share_of_value" AS "share_of_value",
  "t5"."mass_coverage" AS "mass_coverage",
  "t5"."unit_value_usd_kg" AS "unit_value_usd_kg",
  "t5"."months" AS "months",
  "t5"."rank" AS "rank"
FROM (
  SELECT
    "t4"."source" AS "source",
    "t4"."nomenclature" AS "nomenclature",
    "t4"."side" AS "side",
    "t4"."year" AS "year",
    "t4"."exporter" AS "exporter",
    "t4"."importer" AS "importer",
    "t4"."code" AS "code",
    "t4"."mass_kg" AS "mass_kg",
    "t4"."value_usd" AS "value_usd",
    "t4"."value_with_mass_usd" AS "value_with_mass_usd",
    "t4"."months" AS "months",
    CAST("t4"."mass_kg" AS Nullable(Float64)) / nullIf(
      CAST(SUM("t4"."mass_kg") OVER (
        PARTITION BY "t4"."source", "t4"."nomenclature", "t4"."side", "t4"."year", "t4"."code", "t4"."exporter"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS Nullable(Float64)),
      0.0
    ) AS "share_of_mass",
    CAST("t4"."value_usd" AS Nullable(Float64)) / nullIf(
      CAST(SUM("t4"."value_usd") OVER (
        PARTITION BY "t4"."source", "t4"."nomenclature", "t4"."side", "t4"."year", "t4"."code", "t4"."exporter"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS Nullable(Float64)),
      0.0
    ) AS "share_of_value",
    CAST("t4"."value_with_mass_usd" AS Nullable(Float64)) / nullIf(CAST("t4"."value_usd" AS Nullable(Float64)), 0.0) AS "mass_coverage",
    CAST("t4"."value_with_mass_usd" AS Nullable(Float64)) / nullIf(CAST("t4"."mass_kg" AS Nullable(Float64)), 0.0) AS "unit_value_usd_kg",
    (
      ROW_NUMBER() OVER (
        PARTITION BY "t4"."source", "t4"."nomenclature", "t4"."side", "t4"."year", "t4"."code", "t4"."exporter"
        ORDER BY "t4"."mass_kg" DESC, "t4"."value_usd" DESC, "t4"."exporter" ASC, "t4"."importer" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1
    ) + 1 AS "rank"
  FROM (
    SELECT
      "t3".*
      EXCEPT ("direction_re")
    FROM (
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
