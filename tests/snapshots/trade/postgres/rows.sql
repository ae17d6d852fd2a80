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
  END AS "side"
FROM "flows" AS "t0"
WHERE
  (
    FALSE OR STARTS_WITH("t0"."code", '284690')
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
