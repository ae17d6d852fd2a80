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
  IF("t0"."direction" IN ('export', 're-export'), "t0"."reporter", "t0"."partner") AS "exporter",
  IF("t0"."direction" IN ('export', 're-export'), "t0"."partner", "t0"."reporter") AS "importer",
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
  AND IF("t0"."direction" IN ('export', 're-export'), "t0"."partner", "t0"."reporter") IN ('DEU')
ORDER BY
  "t0"."source" ASC,
  "t0"."nomenclature" ASC,
  "t0"."code" ASC,
  "t0"."period" ASC,
  IF("t0"."direction" IN ('export', 're-export'), "t0"."reporter", "t0"."partner") ASC,
  IF("t0"."direction" IN ('export', 're-export'), "t0"."partner", "t0"."reporter") ASC,
  "t0"."file" ASC,
  "t0"."row" ASC
