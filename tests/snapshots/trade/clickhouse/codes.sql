SELECT
  *
FROM (
  SELECT
    "t1"."source" AS "source",
    "t1"."nomenclature" AS "nomenclature",
    "t1"."code" AS "code",
    MIN("t1"."year") AS "first_year",
    MAX("t1"."year") AS "last_year",
    COUNT(*) AS "rows",
    SUM("t1"."value_usd") AS "value_usd",
    SUM(CAST(isNull("t1"."mass_kg") AS Nullable(Int64))) AS "rows_without_mass"
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
      "t0"."code" AS "code",
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
      "t0"."row" AS "row"
    FROM "flows" AS "t0"
    WHERE
      FALSE OR startsWith("t0"."code", '2846')
  ) AS "t1"
  GROUP BY
    "t1"."source",
    "t1"."nomenclature",
    "t1"."code"
) AS "t2"
ORDER BY
  "t2"."source" ASC,
  "t2"."nomenclature" ASC,
  "t2"."code" ASC
