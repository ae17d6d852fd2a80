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
  END AS "side"
FROM "flows" AS "t0"
WHERE
  (
    FALSE OR startsWith("t0"."code", '284690')
  )
  AND "t0"."year" IN (2022)
  AND CASE
    WHEN "t0"."direction" IN ('export', 're-export')
    THEN "t0"."partner"
    ELSE "t0"."reporter"
  END IN ('DEU')
ORDER BY
  "t0"."source" ASC,
  "t0"."nomenclature" ASC,
  "t0"."code" ASC,
  "t0"."period" ASC,
  CASE
    WHEN "t0"."direction" IN ('export', 're-export')
    THEN "t0"."reporter"
    ELSE "t0"."partner"
  END ASC,
  CASE
    WHEN "t0"."direction" IN ('export', 're-export')
    THEN "t0"."partner"
    ELSE "t0"."reporter"
  END ASC,
  "t0"."file" ASC,
  "t0"."row" ASC
