SELECT
  *
FROM (
  SELECT
    "t1"."source",
    "t1"."nomenclature",
    "t1"."code",
    MIN("t1"."year") AS "first_year",
    MAX("t1"."year") AS "last_year",
    COUNT(*) AS "rows",
    SUM("t1"."value_usd") AS "value_usd",
    SUM(CAST("t1"."mass_kg" IS NULL AS BIGINT)) AS "rows_without_mass"
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
      "t0"."code",
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
      "t0"."row"
    FROM "flows" AS "t0"
    WHERE
      FALSE OR STARTS_WITH("t0"."code", '2846')
  ) AS "t1"
  GROUP BY
    1,
    2,
    3
) AS "t2"
ORDER BY
  "t2"."source" ASC,
  "t2"."nomenclature" ASC,
  "t2"."code" ASC
