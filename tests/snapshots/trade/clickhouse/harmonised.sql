SELECT
  *
FROM (
  SELECT
    "t9"."source" AS "source",
    "t9"."nomenclature" AS "nomenclature",
    "t9"."side" AS "side",
    "t9"."year" AS "year",
    "t9"."exporter" AS "exporter",
    "t9"."importer" AS "importer",
    "t9"."code" AS "code",
    "t9"."direction_re" AS "direction_re",
    "t9"."from_nomenclature" AS "from_nomenclature",
    "t9"."relation" AS "relation",
    SUM("t9"."mass_kg") AS "mass_kg",
    SUM("t9"."value_usd") AS "value_usd",
    SUM("t9"."value_with_mass_usd") AS "value_with_mass_usd",
    MAX("t9"."months") AS "months"
  FROM (
    SELECT
      "t8"."source" AS "source",
      "t8"."from_nomenclature" AS "from_nomenclature",
      "t8"."side" AS "side",
      "t8"."year" AS "year",
      "t8"."exporter" AS "exporter",
      "t8"."importer" AS "importer",
      "t8"."old_code" AS "old_code",
      "t8"."direction_re" AS "direction_re",
      "t8"."mass_kg" AS "mass_kg",
      "t8"."value_usd" AS "value_usd",
      "t8"."value_with_mass_usd" AS "value_with_mass_usd",
      "t8"."months" AS "months",
      "t8"."from_nomenclature_right" AS "from_nomenclature_right",
      "t8"."old_code_right" AS "old_code_right",
      "t8"."to" AS "to",
      "t8"."to_code" AS "to_code",
      COALESCE("t8"."relation", 'not_covered') AS "relation",
      COALESCE("t8"."to_code", "t8"."old_code") AS "code",
      CASE WHEN isNull("t8"."to_code") THEN "t8"."from_nomenclature" ELSE "t8"."to" END AS "nomenclature"
    FROM (
      SELECT
        "t7"."source" AS "source",
        "t7"."from_nomenclature" AS "from_nomenclature",
        "t7"."side" AS "side",
        "t7"."year" AS "year",
        "t7"."exporter" AS "exporter",
        "t7"."importer" AS "importer",
        "t7"."old_code" AS "old_code",
        "t7"."direction_re" AS "direction_re",
        "t7"."mass_kg" AS "mass_kg",
        "t7"."value_usd" AS "value_usd",
        "t7"."value_with_mass_usd" AS "value_with_mass_usd",
        "t7"."months" AS "months",
        "t3"."from_nomenclature" AS "from_nomenclature_right",
        "t3"."old_code" AS "old_code_right",
        "t3"."to" AS "to",
        "t3"."to_code" AS "to_code",
        "t3"."relation" AS "relation"
      FROM (
        SELECT
          "t5"."source" AS "source",
          "t5"."nomenclature" AS "from_nomenclature",
          "t5"."side" AS "side",
          "t5"."year" AS "year",
          "t5"."exporter" AS "exporter",
          "t5"."importer" AS "importer",
          "t5"."code" AS "old_code",
          "t5"."direction_re" AS "direction_re",
          "t5"."mass_kg" AS "mass_kg",
          "t5"."value_usd" AS "value_usd",
          "t5"."value_with_mass_usd" AS "value_with_mass_usd",
          12 AS "months"
        FROM (
          SELECT
            "t4"."source" AS "source",
            "t4"."nomenclature" AS "nomenclature",
            "t4"."side" AS "side",
            "t4"."year" AS "year",
            "t4"."exporter" AS "exporter",
            "t4"."importer" AS "importer",
            "t4"."code" AS "code",
            "t4"."direction_re" AS "direction_re",
            SUM("t4"."mass_kg") AS "mass_kg",
            SUM("t4"."value_usd") AS "value_usd",
            SUM("t4"."value_with_mass_usd") AS "value_with_mass_usd"
          FROM (
            SELECT
              "t1"."load" AS "load",
              "t1"."year" AS "year",
              "t1"."frequency" AS "frequency",
              "t1"."period" AS "period",
              "t1"."reporter" AS "reporter",
              "t1"."partner" AS "partner",
              "t1"."direction" AS "direction",
              "t1"."nomenclature" AS "nomenclature",
              SUBSTRING(
                "t1"."code",
                CASE WHEN (
                  0 + 1
                ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t1"."code") END,
                6
              ) AS "code",
              "t1"."mass_kg" AS "mass_kg",
              "t1"."value_usd" AS "value_usd",
              "t1"."mass_basis" AS "mass_basis",
              "t1"."valuation" AS "valuation",
              "t1"."value_reported" AS "value_reported",
              "t1"."currency" AS "currency",
              "t1"."basis" AS "basis",
              "t1"."source" AS "source",
              "t1"."vintage" AS "vintage",
              "t1"."file" AS "file",
              "t1"."row" AS "row",
              CASE
                WHEN "t1"."direction" IN ('export', 're-export')
                THEN "t1"."reporter"
                ELSE "t1"."partner"
              END AS "exporter",
              CASE
                WHEN "t1"."direction" IN ('export', 're-export')
                THEN "t1"."partner"
                ELSE "t1"."reporter"
              END AS "importer",
              "t1"."direction" IN ('re-export', 're-import') AS "direction_re",
              CASE
                WHEN "t1"."basis" = 'reconciled'
                THEN 'reconciled'
                WHEN "t1"."direction" IN ('export', 're-export')
                THEN 'exporter'
                ELSE 'importer'
              END AS "side",
              CASE
                WHEN isNull("t1"."mass_kg")
                THEN CAST(NULL AS Nullable(Decimal(18, 6)))
                ELSE "t1"."value_usd"
              END AS "value_with_mass_usd"
            FROM "flows" AS "t1"
            WHERE
              (
                FALSE
                OR SUBSTRING(
                  "t1"."code",
                  CASE WHEN (
                    0 + 1
                  ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t1"."code") END,
                  6
                ) IN ('284690')
              )
              AND "t1"."year" IN (2022)
          ) AS "t4"
          GROUP BY
            "t4"."source",
            "t4"."nomenclature",
            "t4"."side",
            "t4"."year",
            "t4"."exporter",
            "t4"."importer",
            "t4"."code",
            "t4"."direction_re"
        ) AS "t5"
      ) AS "t7"
      LEFT OUTER JOIN (
        SELECT
          "t0"."nomenclature" AS "from_nomenclature",
          "t0"."code" AS "old_code",
          "t0"."to" AS "to",
          "t0"."to_code" AS "to_code",
          "t0"."relation" AS "relation"
        FROM "conversion_HS22" AS "t0"
      ) AS "t3"
        ON "t7"."from_nomenclature" = "t3"."from_nomenclature"
        AND "t7"."old_code" = "t3"."old_code"
    ) AS "t8"
  ) AS "t9"
  GROUP BY
    "t9"."source",
    "t9"."nomenclature",
    "t9"."side",
    "t9"."year",
    "t9"."exporter",
    "t9"."importer",
    "t9"."code",
    "t9"."direction_re",
    "t9"."from_nomenclature",
    "t9"."relation"
) AS "t10"
ORDER BY
  "t10"."source" ASC,
  "t10"."nomenclature" ASC,
  "t10"."side" ASC,
  "t10"."year" ASC,
  "t10"."code" ASC,
  "t10"."exporter" ASC,
  "t10"."importer" ASC
