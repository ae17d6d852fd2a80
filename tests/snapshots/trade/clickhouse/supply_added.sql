SELECT
  "t7"."source" AS "source",
  "t7"."nomenclature" AS "nomenclature",
  "t7"."side" AS "side",
  "t7"."year" AS "year",
  "t7"."code" AS "code",
  "t7"."exporter" AS "exporter",
  "t7"."importer" AS "importer",
  "t7"."mass_kg" AS "mass_kg",
  "t7"."value_usd" AS "value_usd",
  "t7"."share_of_mass" AS "share_of_mass",
  "t7"."share_of_value" AS "share_of_value",
  "t7"."mass_coverage" AS "mass_coverage",
  "t7"."unit_value_usd_kg" AS "unit_value_usd_kg",
  "t7"."months" AS "months",
  "t7"."rank" AS "rank"
FROM (
  SELECT
    "t6"."source" AS "source",
    "t6"."nomenclature" AS "nomenclature",
    "t6"."side" AS "side",
    "t6"."year" AS "year",
    "t6"."exporter" AS "exporter",
    "t6"."importer" AS "importer",
    "t6"."mass_kg" AS "mass_kg",
    "t6"."value_usd" AS "value_usd",
    "t6"."value_with_mass_usd" AS "value_with_mass_usd",
    "t6"."months" AS "months",
    "t6"."code" AS "code",
    CAST("t6"."mass_kg" AS Nullable(Float64)) / nullIf(
      CAST(SUM("t6"."mass_kg") OVER (
        PARTITION BY "t6"."source", "t6"."nomenclature", "t6"."side", "t6"."year", "t6"."code", "t6"."importer"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS Nullable(Float64)),
      0.0
    ) AS "share_of_mass",
    CAST("t6"."value_usd" AS Nullable(Float64)) / nullIf(
      CAST(SUM("t6"."value_usd") OVER (
        PARTITION BY "t6"."source", "t6"."nomenclature", "t6"."side", "t6"."year", "t6"."code", "t6"."importer"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS Nullable(Float64)),
      0.0
    ) AS "share_of_value",
    CAST("t6"."value_with_mass_usd" AS Nullable(Float64)) / nullIf(CAST("t6"."value_usd" AS Nullable(Float64)), 0.0) AS "mass_coverage",
    CAST("t6"."value_with_mass_usd" AS Nullable(Float64)) / nullIf(CAST("t6"."mass_kg" AS Nullable(Float64)), 0.0) AS "unit_value_usd_kg",
    (
      ROW_NUMBER() OVER (
        PARTITION BY "t6"."source", "t6"."nomenclature", "t6"."side", "t6"."year", "t6"."code", "t6"."importer"
        ORDER BY "t6"."mass_kg" DESC, "t6"."value_usd" DESC, "t6"."exporter" ASC, "t6"."importer" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1
    ) + 1 AS "rank"
  FROM (
    SELECT
      "t5".*
      EXCEPT ("direction_re")
    FROM (
      SELECT
        "t4"."source" AS "source",
        "t4"."nomenclature" AS "nomenclature",
        "t4"."side" AS "side",
        "t4"."year" AS "year",
        "t4"."exporter" AS "exporter",
        "t4"."importer" AS "importer",
        "t4"."direction_re" AS "direction_re",
        "t4"."mass_kg" AS "mass_kg",
        "t4"."value_usd" AS "value_usd",
        "t4"."value_with_mass_usd" AS "value_with_mass_usd",
        "t4"."months" AS "months",
        '284610+284690' AS "code"
      FROM (
        SELECT
          "t3"."source" AS "source",
          "t3"."nomenclature" AS "nomenclature",
          "t3"."side" AS "side",
          "t3"."year" AS "year",
          "t3"."exporter" AS "exporter",
          "t3"."importer" AS "importer",
          "t3"."direction_re" AS "direction_re",
          SUM("t3"."mass_kg") AS "mass_kg",
          SUM("t3"."value_usd") AS "value_usd",
          SUM("t3"."value_with_mass_usd") AS "value_with_mass_usd",
          MAX("t3"."months") AS "months"
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
                  ) IN ('284610', '284690')
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
            "t2"."importer" IN ('JPN')
        ) AS "t3"
        GROUP BY
          "t3"."source",
          "t3"."nomenclature",
          "t3"."side",
          "t3"."year",
          "t3"."exporter",
          "t3"."importer",
          "t3"."direction_re"
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
