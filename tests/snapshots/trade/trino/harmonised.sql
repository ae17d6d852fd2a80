SELECT
  *
FROM (
  SELECT
    "t9"."source",
    "t9"."nomenclature",
    "t9"."side",
    "t9"."year",
    "t9"."exporter",
    "t9"."importer",
    "t9"."code",
    "t9"."direction_re",
    "t9"."from_nomenclature",
    "t9"."relation",
    SUM("t9"."mass_kg") AS "mass_kg",
    SUM("t9"."value_usd") AS "value_usd",
    SUM("t9"."value_with_mass_usd") AS "value_with_mass_usd",
    MAX("t9"."months") AS "months"
  FROM (
    SELECT
      "t8"."source",
      "t8"."from_nomenclature",
      "t8"."side",
      "t8"."year",
      "t8"."exporter",
      "t8"."importer",
      "t8"."old_code",
      "t8"."direction_re",
      "t8"."mass_kg",
      "t8"."value_usd",
      "t8"."value_with_mass_usd",
      "t8"."months",
      "t8"."from_nomenclature_right",
      "t8"."old_code_right",
      "t8"."to",
      "t8"."to_code",
      COALESCE("t8"."relation", 'not_covered') AS "relation",
      COALESCE("t8"."to_code", "t8"."old_code") AS "code",
      IF("t8"."to_code" IS NULL, "t8"."from_nomenclature", "t8"."to") AS "nomenclature"
    FROM (
      SELECT
        "t7"."source",
        "t7"."from_nomenclature",
        "t7"."side",
        "t7"."year",
        "t7"."exporter",
        "t7"."importer",
        "t7"."old_code",
        "t7"."direction_re",
        "t7"."mass_kg",
        "t7"."value_usd",
        "t7"."value_with_mass_usd",
        "t7"."months",
        "t3"."from_nomenclature" AS "from_nomenclature_right",
        "t3"."old_code" AS "old_code_right",
        "t3"."to",
        "t3"."to_code",
        "t3"."relation"
      FROM (
        SELECT
          "t5"."source",
          "t5"."nomenclature" AS "from_nomenclature",
          "t5"."side",
          "t5"."year",
          "t5"."exporter",
          "t5"."importer",
          "t5"."code" AS "old_code",
          "t5"."direction_re",
          "t5"."mass_kg",
          "t5"."value_usd",
          "t5"."value_with_mass_usd",
          12 AS "months"
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
            SUM("t4"."value_with_mass_usd") AS "value_with_mass_usd"
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
              SUBSTR("t1"."code", IF((
                0 + 1
              ) >= 1, 0 + 1, 0 + 1 + LENGTH("t1"."code")), 6) AS "code",
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
              IF("t1"."direction" IN ('export', 're-export'), "t1"."reporter", "t1"."partner") AS "exporter",
              IF("t1"."direction" IN ('export', 're-export'), "t1"."partner", "t1"."reporter") AS "importer",
              "t1"."direction" IN ('re-export', 're-import') AS "direction_re",
              CASE
                WHEN "t1"."basis" = 'reconciled'
                THEN 'reconciled'
                WHEN "t1"."direction" IN ('export', 're-export')
                THEN 'exporter'
                ELSE 'importer'
              END AS "side",
              IF("t1"."mass_kg" IS NULL, CAST(NULL AS DECIMAL(18, 6)), "t1"."value_usd") AS "value_with_mass_usd"
            FROM "flows" AS "t1"
            WHERE
              (
                FALSE
                OR SUBSTR("t1"."code", IF((
                  0 + 1
                ) >= 1, 0 + 1, 0 + 1 + LENGTH("t1"."code")), 6) IN ('284690')
              )
              AND "t1"."year" IN (2022)
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
      ) AS "t7"
      LEFT OUTER JOIN (
        SELECT
          "t0"."nomenclature" AS "from_nomenclature",
          "t0"."code" AS "old_code",
          "t0"."to",
          "t0"."to_code",
          "t0"."relation"
        FROM "conversion_HS22" AS "t0"
      ) AS "t3"
        ON "t7"."from_nomenclature" = "t3"."from_nomenclature"
        AND "t7"."old_code" = "t3"."old_code"
    ) AS "t8"
  ) AS "t9"
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
) AS "t10"
ORDER BY
  "t10"."source" ASC,
  "t10"."nomenclature" ASC,
  "t10"."side" ASC,
  "t10"."year" ASC,
  "t10"."code" ASC,
  "t10"."exporter" ASC,
  "t10"."importer" ASC
