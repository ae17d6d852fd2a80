WITH "t4" AS (
  SELECT DISTINCT
    "t3"."commodity" AS "commodity",
    "t3"."code" AS "_code"
  FROM "materials" AS "t3"
), "t5" AS (
  SELECT
    "t0"."iso3" AS "iso3",
    "t0"."year" AS "year",
    MIN("t0"."estimate") AS "low",
    MAX("t0"."estimate") AS "high"
  FROM "political_stability" AS "t0"
  GROUP BY
    "t0"."iso3",
    "t0"."year"
), "t11" AS (
  SELECT
    "t7"."iso3" AS "_iso3",
    "t7"."year" AS "_year",
    (
      2.5 - CAST(NULL AS Nullable(Float64))
    ) * 2 AS "own_wgi"
  FROM "t5" AS "t7"
), "t23" AS (
  SELECT
    "t17"."source" AS "source",
    "t17"."nomenclature" AS "nomenclature",
    "t17"."side" AS "side",
    "t17"."year" AS "year",
    "t17"."exporter" AS "exporter",
    "t17"."importer" AS "importer",
    "t17"."code" AS "code",
    "t17"."direction_re" AS "direction_re",
    "t17"."mass_kg" AS "mass_kg",
    "t17"."value_usd" AS "value_usd",
    "t17"."value_with_mass_usd" AS "value_with_mass_usd",
    12 AS "months"
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
      SUM("t9"."mass_kg") AS "mass_kg",
      SUM("t9"."value_usd") AS "value_usd",
      SUM("t9"."value_with_mass_usd") AS "value_with_mass_usd"
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
          ) IN ('261100')
        )
        AND "t1"."year" IN (2022)
    ) AS "t9"
    GROUP BY
      "t9"."source",
      "t9"."nomenclature",
      "t9"."side",
      "t9"."year",
      "t9"."exporter",
      "t9"."importer",
      "t9"."code",
      "t9"."direction_re"
  ) AS "t17"
  WHERE
    NOT (
      "t17"."direction_re"
    )
), "t30" AS (
  SELECT
    "t24"."source" AS "out_source",
    "t24"."nomenclature" AS "out_nomenclature",
    "t24"."side" AS "out_side",
    "t24"."year" AS "out_year",
    "t24"."exporter" AS "out_country",
    "t24"."code" AS "out_code",
    SUM("t24"."mass_kg") AS "out_mass_kg",
    SUM("t24"."value_usd") AS "out_value_usd",
    SUM("t24"."value_with_mass_usd") AS "out_value_with_mass_usd",
    countIf(
      NOT (
        "t24"."importer" IN (
          'A49',
          'A59',
          'A79',
          'E19',
          'E29',
          'F19',
          'F49',
          'F97',
          'O19',
          'R20',
          'R91',
          'XAC',
          'XBU',
          'XEU',
          'XFZ',
          'XLA',
          'XNS',
          'XSC'
        )
      )
    ) AS "out_partners",
    maxIf(
      "t24"."mass_kg",
      NOT (
        "t24"."importer" IN (
          'A49',
          'A59',
          'A79',
          'E19',
          'E29',
          'F19',
          'F49',
          'F97',
          'O19',
          'R20',
          'R91',
          'XAC',
          'XBU',
          'XEU',
          'XFZ',
          'XLA',
          'XNS',
          'XSC'
        )
      )
    ) AS "out_mass_max_kg",
    maxIf(
      "t24"."value_usd",
      NOT (
        "t24"."importer" IN (
          'A49',
          'A59',
          'A79',
          'E19',
          'E29',
          'F19',
          'F49',
          'F97',
          'O19',
          'R20',
          'R91',
          'XAC',
          'XBU',
          'XEU',
          'XFZ',
          'XLA',
          'XNS',
          'XSC'
        )
      )
    ) AS "out_value_max_usd",
    sumIf(
      CAST("t24"."mass_kg" AS Nullable(Float64)) * CAST("t24"."mass_kg" AS Nullable(Float64)),
      NOT (
        "t24"."importer" IN (
          'A49',
          'A59',
          'A79',
          'E19',
          'E29',
          'F19',
          'F49',
          'F97',
          'O19',
          'R20',
          'R91',
          'XAC',
          'XBU',
          'XEU',
          'XFZ',
          'XLA',
          'XNS',
          'XSC'
        )
      )
    ) AS "out_mass_squares",
    sumIf(
      CAST("t24"."value_usd" AS Nullable(Float64)) * CAST("t24"."value_usd" AS Nullable(Float64)),
      NOT (
        "t24"."importer" IN (
          'A49',
          'A59',
          'A79',
          'E19',
          'E29',
          'F19',
          'F49',
          'F97',
          'O19',
          'R20',
          'R91',
          'XAC',
          'XBU',
          'XEU',
          'XFZ',
          'XLA',
          'XNS',
          'XSC'
        )
      )
    ) AS "out_value_squares",
    sumIf(
      "t24"."mass_kg",
      NOT (
        NOT (
          "t24"."importer" IN (
            'A49',
            'A59',
            'A79',
            'E19',
            'E29',
            'F19',
            'F49',
            'F97',
            'O19',
            'R20',
            'R91',
            'XAC',
            'XBU',
            'XEU',
            'XFZ',
            'XLA',
            'XNS',
            'XSC'
          )
        )
      )
    ) AS "out_mass_unspecified_kg",
    sumIf(
      "t24"."value_usd",
      NOT (
        NOT (
          "t24"."importer" IN (
            'A49',
            'A59',
            'A79',
            'E19',
            'E29',
            'F19',
            'F49',
            'F97',
            'O19',
            'R20',
            'R91',
            'XAC',
            'XBU',
            'XEU',
            'XFZ',
            'XLA',
            'XNS',
            'XSC'
          )
        )
      )
    ) AS "out_value_unspecified_usd",
    MAX("t24"."months") AS "out_months"
  FROM "t23" AS "t24"
  GROUP BY
    "t24"."source",
    "t24"."nomenclature",
    "t24"."side",
    "t24"."year",
    "t24"."exporter",
    "t24"."code"
), "t36" AS (
  SELECT
    "t28"."source" AS "in_source",
    "t28"."nomenclature" AS "in_nomenclature",
    "t28"."side" AS "in_side",
    "t28"."year" AS "in_year",
    "t28"."importer" AS "in_country",
    "t28"."code" AS "in_code",
    SUM("t28"."mass_kg") AS "in_mass_kg",
    SUM("t28"."value_usd") AS "in_value_usd",
    SUM("t28"."value_with_mass_usd") AS "in_value_with_mass_usd",
    countIf(
      NOT (
        "t28"."exporter" IN (
          'A49',
          'A59',
          'A79',
          'E19',
          'E29',
          'F19',
          'F49',
          'F97',
          'O19',
          'R20',
          'R91',
          'XAC',
          'XBU',
          'XEU',
          'XFZ',
          'XLA',
          'XNS',
          'XSC'
        )
      )
    ) AS "in_partners",
    maxIf(
      "t28"."mass_kg",
      NOT (
        "t28"."exporter" IN (
          'A49',
          'A59',
          'A79',
          'E19',
          'E29',
          'F19',
          'F49',
          'F97',
          'O19',
          'R20',
          'R91',
          'XAC',
          'XBU',
          'XEU',
          'XFZ',
          'XLA',
          'XNS',
          'XSC'
        )
      )
    ) AS "in_mass_max_kg",
    maxIf(
      "t28"."value_usd",
      NOT (
        "t28"."exporter" IN (
          'A49',
          'A59',
          'A79',
          'E19',
          'E29',
          'F19',
          'F49',
          'F97',
          'O19',
          'R20',
          'R91',
          'XAC',
          'XBU',
          'XEU',
          'XFZ',
          'XLA',
          'XNS',
          'XSC'
        )
      )
    ) AS "in_value_max_usd",
    sumIf(
      CAST("t28"."mass_kg" AS Nullable(Float64)) * CAST("t28"."mass_kg" AS Nullable(Float64)),
      NOT (
        "t28"."exporter" IN (
          'A49',
          'A59',
          'A79',
          'E19',
          'E29',
          'F19',
          'F49',
          'F97',
          'O19',
          'R20',
          'R91',
          'XAC',
          'XBU',
          'XEU',
          'XFZ',
          'XLA',
          'XNS',
          'XSC'
        )
      )
    ) AS "in_mass_squares",
    sumIf(
      CAST("t28"."value_usd" AS Nullable(Float64)) * CAST("t28"."value_usd" AS Nullable(Float64)),
      NOT (
        "t28"."exporter" IN (
          'A49',
          'A59',
          'A79',
          'E19',
          'E29',
          'F19',
          'F49',
          'F97',
          'O19',
          'R20',
          'R91',
          'XAC',
          'XBU',
          'XEU',
          'XFZ',
          'XLA',
          'XNS',
          'XSC'
        )
      )
    ) AS "in_value_squares",
    sumIf(
      "t28"."mass_kg",
      NOT (
        NOT (
          "t28"."exporter" IN (
            'A49',
            'A59',
            'A79',
            'E19',
            'E29',
            'F19',
            'F49',
            'F97',
            'O19',
            'R20',
            'R91',
            'XAC',
            'XBU',
            'XEU',
            'XFZ',
            'XLA',
            'XNS',
            'XSC'
          )
        )
      )
    ) AS "in_mass_unspecified_kg",
    sumIf(
      "t28"."value_usd",
      NOT (
        NOT (
          "t28"."exporter" IN (
            'A49',
            'A59',
            'A79',
            'E19',
            'E29',
            'F19',
            'F49',
            'F97',
            'O19',
            'R20',
            'R91',
            'XAC',
            'XBU',
            'XEU',
            'XFZ',
            'XLA',
            'XNS',
            'XSC'
          )
        )
      )
    ) AS "in_value_unspecified_usd",
    MAX("t28"."months") AS "in_months",
    SUM(
      CAST("t28"."mass_kg" AS Nullable(Float64)) * COALESCE((
        2.5 - "t28"."pv"
      ) / 5, 0.5)
    ) AS "in_risk_kg",
    sumIf(CAST("t28"."mass_kg" AS Nullable(Float64)), isNull("t28"."pv")) AS "in_risk_assumed_kg",
    SUM(
      CAST("t28"."mass_kg" AS Nullable(Float64)) * CAST("t28"."mass_kg" AS Nullable(Float64)) * (
        (
          2.5 - "t28"."wgi"
        ) * 2
      )
    ) AS "in_wgi_squares",
    sumIf(
      CAST("t28"."mass_kg" AS Nullable(Float64)) * CAST("t28"."mass_kg" AS Nullable(Float64)),
      isNull("t28"."wgi")
    ) AS "in_wgi_unknown_squares"
  FROM (
    SELECT
      "t25"."source" AS "source",
      "t25"."nomenclature" AS "nomenclature",
      "t25"."side" AS "side",
      "t25"."year" AS "year",
      "t25"."exporter" AS "exporter",
      "t25"."importer" AS "importer",
      "t25"."code" AS "code",
      "t25"."direction_re" AS "direction_re",
      "t25"."mass_kg" AS "mass_kg",
      "t25"."value_usd" AS "value_usd",
      "t25"."value_with_mass_usd" AS "value_with_mass_usd",
      "t25"."months" AS "months",
      "t19"."_iso3" AS "_iso3",
      "t19"."_year" AS "_year",
      "t19"."pv" AS "pv",
      "t19"."wgi" AS "wgi"
    FROM "t23" AS "t25"
    LEFT OUTER JOIN (
      SELECT
        "t7"."iso3" AS "_iso3",
        "t7"."year" AS "_year",
        CASE
          WHEN "t7"."low" = "t7"."high"
          THEN "t7"."low"
          ELSE CAST(NULL AS Nullable(Float64))
        END AS "pv",
        CAST(NULL AS Nullable(Float64)) AS "wgi"
      FROM "t5" AS "t7"
    ) AS "t19"
      ON "t25"."exporter" = "t19"."_iso3" AND "t25"."year" = "t19"."_year"
  ) AS "t28"
  GROUP BY
    "t28"."source",
    "t28"."nomenclature",
    "t28"."side",
    "t28"."year",
    "t28"."importer",
    "t28"."code"
), "t37" AS (
  SELECT
    "t33"."code" AS "code",
    "t33"."iso3" AS "iso3",
    "t33"."year" AS "year",
    SUM("t33"."mass_kg") AS "mass_kg"
  FROM (
    SELECT
      "t20"."iso3" AS "iso3",
      "t20"."year" AS "year",
      "t20"."mass_kg" AS "mass_kg",
      "t29"."_code" AS "code"
    FROM (
      SELECT
        "t10"."code" AS "code",
        "t10"."iso3" AS "iso3",
        "t10"."year" AS "year",
        SUM("t10"."mass_kg") AS "mass_kg"
      FROM (
        SELECT
          "t2"."iso3" AS "iso3",
          "t2"."year" AS "year",
          "t2"."commodity" AS "code",
          "t2"."quantity" * CASE WHEN "t2"."unit" = 't' THEN 1000.0 WHEN "t2"."unit" = 'kg' THEN 1.0 ELSE NULL END AS "mass_kg"
        FROM "production" AS "t2"
        WHERE
          "t2"."unit" IN ('t', 'kg')
      ) AS "t10"
      GROUP BY
        "t10"."code",
        "t10"."iso3",
        "t10"."year"
    ) AS "t20"
    INNER JOIN (
      SELECT
        "t26"."commodity" AS "commodity",
        "t26"."_code" AS "_code"
      FROM (
        SELECT
          "t8"."commodity" AS "commodity",
          "t8"."_code" AS "_code",
          "t22"."_alone" AS "_alone"
        FROM "t4" AS "t8"
        INNER JOIN (
          SELECT
            "t12"."_code" AS "_alone"
          FROM (
            SELECT
              "t6"."_code" AS "_code",
              uniq("t6"."commodity") AS "n"
            FROM "t4" AS "t6"
            GROUP BY
              "t6"."_code"
          ) AS "t12"
          WHERE
            "t12"."n" = 1
        ) AS "t22"
          ON "t8"."_code" = "t22"."_alone"
      ) AS "t26"
    ) AS "t29"
      ON "t20"."code" = "t29"."commodity"
  ) AS "t33"
  GROUP BY
    "t33"."code",
    "t33"."iso3",
    "t33"."year"
)
SELECT
  "t60"."source" AS "source",
  "t60"."nomenclature" AS "nomenclature",
  "t60"."side" AS "side",
  "t60"."year" AS "year",
  "t60"."country" AS "country",
  "t60"."code" AS "code",
  COALESCE("t60"."in_months", "t60"."out_months") AS "months",
  "t60"."imports_kg" AS "imports_kg",
  "t60"."exports_kg" AS "exports_kg",
  "t60"."domestic_kg" AS "domestic_kg",
  "t60"."net_reliance" AS "net_reliance",
  "t60"."eu_reliance" AS "eu_reliance",
  "t60"."gross_reliance" AS "gross_reliance",
  "t60"."reliance_reason" AS "reliance_reason",
  "t60"."domestic_reason" AS "domestic_reason"
FROM (
  SELECT
    "t59"."in_source" AS "in_source",
    "t59"."in_nomenclature" AS "in_nomenclature",
    "t59"."in_side" AS "in_side",
    "t59"."in_year" AS "in_year",
    "t59"."in_country" AS "in_country",
    "t59"."in_code" AS "in_code",
    "t59"."in_mass_kg" AS "in_mass_kg",
    "t59"."in_value_usd" AS "in_value_usd",
    "t59"."in_value_with_mass_usd" AS "in_value_with_mass_usd",
    "t59"."in_partners" AS "in_partners",
    "t59"."in_mass_max_kg" AS "in_mass_max_kg",
    "t59"."in_value_max_usd" AS "in_value_max_usd",
    "t59"."in_mass_squares" AS "in_mass_squares",
    "t59"."in_value_squares" AS "in_value_squares",
    "t59"."in_mass_unspecified_kg" AS "in_mass_unspecified_kg",
    "t59"."in_value_unspecified_usd" AS "in_value_unspecified_usd",
    "t59"."in_months" AS "in_months",
    "t59"."in_risk_kg" AS "in_risk_kg",
    "t59"."in_risk_assumed_kg" AS "in_risk_assumed_kg",
    "t59"."in_wgi_squares" AS "in_wgi_squares",
    "t59"."in_wgi_unknown_squares" AS "in_wgi_unknown_squares",
    "t59"."out_source" AS "out_source",
    "t59"."out_nomenclature" AS "out_nomenclature",
    "t59"."out_side" AS "out_side",
    "t59"."out_year" AS "out_year",
    "t59"."out_country" AS "out_country",
    "t59"."out_code" AS "out_code",
    "t59"."out_mass_kg" AS "out_mass_kg",
    "t59"."out_value_usd" AS "out_value_usd",
    "t59"."out_value_with_mass_usd" AS "out_value_with_mass_usd",
    "t59"."out_partners" AS "out_partners",
    "t59"."out_mass_max_kg" AS "out_mass_max_kg",
    "t59"."out_value_max_usd" AS "out_value_max_usd",
    "t59"."out_mass_squares" AS "out_mass_squares",
    "t59"."out_value_squares" AS "out_value_squares",
    "t59"."out_mass_unspecified_kg" AS "out_mass_unspecified_kg",
    "t59"."out_value_unspecified_usd" AS "out_value_unspecified_usd",
    "t59"."out_months" AS "out_months",
    "t59"."source" AS "source",
    "t59"."nomenclature" AS "nomenclature",
    "t59"."side" AS "side",
    "t59"."year" AS "year",
    "t59"."country" AS "country",
    "t59"."code" AS "code",
    "t59"."in_source_" AS "in_source_",
    "t59"."in_nomenclature_" AS "in_nomenclature_",
    "t59"."in_side_" AS "in_side_",
    "t59"."in_year_" AS "in_year_",
    "t59"."in_reports" AS "in_reports",
    "t59"."out_source_" AS "out_source_",
    "t59"."out_nomenclature_" AS "out_nomenclature_",
    "t59"."out_side_" AS "out_side_",
    "t59"."out_year_" AS "out_year_",
    "t59"."out_reports" AS "out_reports",
    "t59"."_world_code" AS "_world_code",
    "t59"."_world_year" AS "_world_year",
    "t59"."production_hhi" AS "production_hhi",
    "t59"."production_top_share" AS "production_top_share",
    "t59"."production_coverage" AS "production_coverage",
    "t59"."_world_reason" AS "_world_reason",
    "t59"."_own_code" AS "_own_code",
    "t59"."_own_iso3" AS "_own_iso3",
    "t59"."_own_year" AS "_own_year",
    "t59"."_own_kg" AS "_own_kg",
    "t59"."_h_code" AS "_h_code",
    "t59"."_h_year" AS "_h_year",
    "t59"."h_world_low" AS "h_world_low",
    "t59"."h_world_high" AS "h_world_high",
    "t59"."_iso3" AS "_iso3",
    "t59"."_year" AS "_year",
    "t59"."own_wgi" AS "own_wgi",
    "t59"."in_silent" AS "in_silent",
    "t59"."imports_kg" AS "imports_kg",
    "t59"."out_silent" AS "out_silent",
    "t59"."exports_kg" AS "exports_kg",
    "t59"."domestic_kg" AS "domestic_kg",
    "t59"."domestic_reason" AS "domestic_reason",
    "t59"."production_reason" AS "production_reason",
    (
      CAST("t59"."imports_kg" AS Nullable(Float64)) - CAST("t59"."exports_kg" AS Nullable(Float64))
    ) / CASE
      WHEN (
        CASE
          WHEN COALESCE("t59"."in_months" < 12, FALSE)
          OR COALESCE("t59"."out_months" < 12, FALSE)
          THEN CAST(NULL AS Nullable(Float64))
          ELSE "t59"."domestic_kg"
        END + (
          CAST("t59"."imports_kg" AS Nullable(Float64)) - CAST("t59"."exports_kg" AS Nullable(Float64))
        )
      ) > 0
      THEN CASE
        WHEN COALESCE("t59"."in_months" < 12, FALSE)
        OR COALESCE("t59"."out_months" < 12, FALSE)
        THEN CAST(NULL AS Nullable(Float64))
        ELSE "t59"."domestic_kg"
      END + (
        CAST("t59"."imports_kg" AS Nullable(Float64)) - CAST("t59"."exports_kg" AS Nullable(Float64))
      )
      ELSE CAST(NULL AS Nullable(Float64))
    END AS "net_reliance",
    CASE
      WHEN isNull(
        CASE
          WHEN COALESCE("t59"."in_months" < 12, FALSE)
          OR COALESCE("t59"."out_months" < 12, FALSE)
          THEN CAST(NULL AS Nullable(Float64))
          ELSE "t59"."domestic_kg"
        END
      )
      THEN CAST(NULL AS Nullable(Float64))
      WHEN (
        CAST("t59"."imports_kg" AS Nullable(Float64)) - CAST("t59"."exports_kg" AS Nullable(Float64))
      ) < 0
      THEN 0.0
      WHEN (
        (
          CAST("t59"."imports_kg" AS Nullable(Float64)) - CAST("t59"."exports_kg" AS Nullable(Float64))
        ) / CASE
          WHEN (
            CASE
              WHEN COALESCE("t59"."in_months" < 12, FALSE)
              OR COALESCE("t59"."out_months" < 12, FALSE)
              THEN CAST(NULL AS Nullable(Float64))
              ELSE "t59"."domestic_kg"
            END + (
              CAST("t59"."imports_kg" AS Nullable(Float64)) - CAST("t59"."exports_kg" AS Nullable(Float64))
            )
          ) > 0
          THEN CASE
            WHEN COALESCE("t59"."in_months" < 12, FALSE)
            OR COALESCE("t59"."out_months" < 12, FALSE)
            THEN CAST(NULL AS Nullable(Float64))
            ELSE "t59"."domestic_kg"
          END + (
            CAST("t59"."imports_kg" AS Nullable(Float64)) - CAST("t59"."exports_kg" AS Nullable(Float64))
          )
          ELSE CAST(NULL AS Nullable(Float64))
        END
      ) > 1
      THEN 1.0
      ELSE (
        CAST("t59"."imports_kg" AS Nullable(Float64)) - CAST("t59"."exports_kg" AS Nullable(Float64))
      ) / CASE
        WHEN (
          CASE
            WHEN COALESCE("t59"."in_months" < 12, FALSE)
            OR COALESCE("t59"."out_months" < 12, FALSE)
            THEN CAST(NULL AS Nullable(Float64))
            ELSE "t59"."domestic_kg"
          END + (
            CAST("t59"."imports_kg" AS Nullable(Float64)) - CAST("t59"."exports_kg" AS Nullable(Float64))
          )
        ) > 0
        THEN CASE
          WHEN COALESCE("t59"."in_months" < 12, FALSE)
          OR COALESCE("t59"."out_months" < 12, FALSE)
          THEN CAST(NULL AS Nullable(Float64))
          ELSE "t59"."domestic_kg"
        END + (
          CAST("t59"."imports_kg" AS Nullable(Float64)) - CAST("t59"."exports_kg" AS Nullable(Float64))
        )
        ELSE CAST(NULL AS Nullable(Float64))
      END
    END AS "eu_reliance",
    CAST("t59"."imports_kg" AS Nullable(Float64)) / nullIf(
      CAST("t59"."imports_kg" AS Nullable(Float64)) + CASE
        WHEN COALESCE("t59"."in_months" < 12, FALSE)
        OR COALESCE("t59"."out_months" < 12, FALSE)
        THEN CAST(NULL AS Nullable(Float64))
        ELSE "t59"."domestic_kg"
      END,
      0.0
    ) AS "gross_reliance",
    CASE
      WHEN "t59"."in_silent" OR "t59"."out_silent"
      THEN 'country_does_not_report'
      WHEN isNull(CAST("t59"."imports_kg" AS Nullable(Float64)))
      OR isNull(CAST("t59"."exports_kg" AS Nullable(Float64)))
      THEN 'mass_unknown'
      WHEN COALESCE("t59"."in_months" < 12, FALSE)
      OR COALESCE("t59"."out_months" < 12, FALSE)
      THEN 'part_of_year'
      WHEN isNull(
        CASE
          WHEN COALESCE("t59"."in_months" < 12, FALSE)
          OR COALESCE("t59"."out_months" < 12, FALSE)
          THEN CAST(NULL AS Nullable(Float64))
          ELSE "t59"."domestic_kg"
        END
      )
      THEN 'no_production_data'
      WHEN (
        CAST("t59"."imports_kg" AS Nullable(Float64)) - CAST("t59"."exports_kg" AS Nullable(Float64))
      ) < 0
      THEN 'net_exporter'
      WHEN (
        CASE
          WHEN COALESCE("t59"."in_months" < 12, FALSE)
          OR COALESCE("t59"."out_months" < 12, FALSE)
          THEN CAST(NULL AS Nullable(Float64))
          ELSE "t59"."domestic_kg"
        END + (
          CAST("t59"."imports_kg" AS Nullable(Float64)) - CAST("t59"."exports_kg" AS Nullable(Float64))
        )
      ) <= 0
      THEN 'no_apparent_consumption'
      ELSE CAST(NULL AS Nullable(String))
    END AS "reliance_reason"
  FROM (
    SELECT
      "t58"."in_source" AS "in_source",
      "t58"."in_nomenclature" AS "in_nomenclature",
      "t58"."in_side" AS "in_side",
      "t58"."in_year" AS "in_year",
      "t58"."in_country" AS "in_country",
      "t58"."in_code" AS "in_code",
      "t58"."in_mass_kg" AS "in_mass_kg",
      "t58"."in_value_usd" AS "in_value_usd",
      "t58"."in_value_with_mass_usd" AS "in_value_with_mass_usd",
      "t58"."in_partners" AS "in_partners",
      "t58"."in_mass_max_kg" AS "in_mass_max_kg",
      "t58"."in_value_max_usd" AS "in_value_max_usd",
      "t58"."in_mass_squares" AS "in_mass_squares",
      "t58"."in_value_squares" AS "in_value_squares",
      "t58"."in_mass_unspecified_kg" AS "in_mass_unspecified_kg",
      "t58"."in_value_unspecified_usd" AS "in_value_unspecified_usd",
      "t58"."in_months" AS "in_months",
      "t58"."in_risk_kg" AS "in_risk_kg",
      "t58"."in_risk_assumed_kg" AS "in_risk_assumed_kg",
      "t58"."in_wgi_squares" AS "in_wgi_squares",
      "t58"."in_wgi_unknown_squares" AS "in_wgi_unknown_squares",
      "t58"."out_source" AS "out_source",
      "t58"."out_nomenclature" AS "out_nomenclature",
      "t58"."out_side" AS "out_side",
      "t58"."out_year" AS "out_year",
      "t58"."out_country" AS "out_country",
      "t58"."out_code" AS "out_code",
      "t58"."out_mass_kg" AS "out_mass_kg",
      "t58"."out_value_usd" AS "out_value_usd",
      "t58"."out_value_with_mass_usd" AS "out_value_with_mass_usd",
      "t58"."out_partners" AS "out_partners",
      "t58"."out_mass_max_kg" AS "out_mass_max_kg",
      "t58"."out_value_max_usd" AS "out_value_max_usd",
      "t58"."out_mass_squares" AS "out_mass_squares",
      "t58"."out_value_squares" AS "out_value_squares",
      "t58"."out_mass_unspecified_kg" AS "out_mass_unspecified_kg",
      "t58"."out_value_unspecified_usd" AS "out_value_unspecified_usd",
      "t58"."out_months" AS "out_months",
      "t58"."source" AS "source",
      "t58"."nomenclature" AS "nomenclature",
      "t58"."side" AS "side",
      "t58"."year" AS "year",
      "t58"."country" AS "country",
      "t58"."code" AS "code",
      "t58"."in_source_" AS "in_source_",
      "t58"."in_nomenclature_" AS "in_nomenclature_",
      "t58"."in_side_" AS "in_side_",
      "t58"."in_year_" AS "in_year_",
      "t58"."in_reports" AS "in_reports",
      "t58"."out_source_" AS "out_source_",
      "t58"."out_nomenclature_" AS "out_nomenclature_",
      "t58"."out_side_" AS "out_side_",
      "t58"."out_year_" AS "out_year_",
      "t58"."out_reports" AS "out_reports",
      "t58"."_world_code" AS "_world_code",
      "t58"."_world_year" AS "_world_year",
      "t58"."production_hhi" AS "production_hhi",
      "t58"."production_top_share" AS "production_top_share",
      "t58"."production_coverage" AS "production_coverage",
      "t58"."_world_reason" AS "_world_reason",
      "t58"."_own_code" AS "_own_code",
      "t58"."_own_iso3" AS "_own_iso3",
      "t58"."_own_year" AS "_own_year",
      "t58"."_own_kg" AS "_own_kg",
      "t58"."_h_code" AS "_h_code",
      "t58"."_h_year" AS "_h_year",
      "t58"."h_world_low" AS "h_world_low",
      "t58"."h_world_high" AS "h_world_high",
      "t58"."_iso3" AS "_iso3",
      "t58"."_year" AS "_year",
      "t58"."own_wgi" AS "own_wgi",
      (
        (
          "t58"."side" = 'importer'
        ) AND isNull("t58"."in_reports")
      )
      OR (
        (
          "t58"."side" = 'exporter'
        ) AND isNull("t58"."in_months")
      ) AS "in_silent",
      CASE
        WHEN isNull("t58"."in_months")
        AND NOT (
          (
            (
              "t58"."side" = 'importer'
            ) AND isNull("t58"."in_reports")
          )
          OR (
            (
              "t58"."side" = 'exporter'
            ) AND isNull("t58"."in_months")
          )
        )
        THEN CAST(0 AS Nullable(Decimal(38, 6)))
        ELSE "t58"."in_mass_kg"
      END AS "imports_kg",
      (
        (
          "t58"."side" = 'exporter'
        ) AND isNull("t58"."out_reports")
      )
      OR (
        (
          "t58"."side" = 'importer'
        ) AND isNull("t58"."out_months")
      ) AS "out_silent",
      CASE
        WHEN isNull("t58"."out_months")
        AND NOT (
          (
            (
              "t58"."side" = 'exporter'
            ) AND isNull("t58"."out_reports")
          )
          OR (
            (
              "t58"."side" = 'importer'
            ) AND isNull("t58"."out_months")
          )
        )
        THEN CAST(0 AS Nullable(Decimal(38, 6)))
        ELSE "t58"."out_mass_kg"
      END AS "exports_kg",
      CASE
        WHEN isNotNull("t58"."production_hhi")
        THEN COALESCE("t58"."_own_kg", 0.0)
        ELSE CAST(NULL AS Nullable(Float64))
      END AS "domestic_kg",
      CASE
        WHEN NOT (
          isNotNull("t58"."production_hhi")
        )
        THEN 'no_production_data'
        WHEN isNull("t58"."_own_kg")
        THEN 'not_listed_as_producer'
        ELSE CAST(NULL AS Nullable(String))
      END AS "domestic_reason",
      CASE
        WHEN isNotNull("t58"."_world_reason")
        THEN "t58"."_world_reason"
        WHEN NOT (
          isNotNull("t58"."production_hhi")
        )
        THEN 'no_production_data'
        ELSE CAST(NULL AS Nullable(String))
      END AS "production_reason"
    FROM (
      SELECT
        "t50"."in_source" AS "in_source",
        "t50"."in_nomenclature" AS "in_nomenclature",
        "t50"."in_side" AS "in_side",
        "t50"."in_year" AS "in_year",
        "t50"."in_country" AS "in_country",
        "t50"."in_code" AS "in_code",
        "t50"."in_mass_kg" AS "in_mass_kg",
        "t50"."in_value_usd" AS "in_value_usd",
        "t50"."in_value_with_mass_usd" AS "in_value_with_mass_usd",
        "t50"."in_partners" AS "in_partners",
        "t50"."in_mass_max_kg" AS "in_mass_max_kg",
        "t50"."in_value_max_usd" AS "in_value_max_usd",
        "t50"."in_mass_squares" AS "in_mass_squares",
        "t50"."in_value_squares" AS "in_value_squares",
        "t50"."in_mass_unspecified_kg" AS "in_mass_unspecified_kg",
        "t50"."in_value_unspecified_usd" AS "in_value_unspecified_usd",
        "t50"."in_months" AS "in_months",
        "t50"."in_risk_kg" AS "in_risk_kg",
        "t50"."in_risk_assumed_kg" AS "in_risk_assumed_kg",
        "t50"."in_wgi_squares" AS "in_wgi_squares",
        "t50"."in_wgi_unknown_squares" AS "in_wgi_unknown_squares",
        "t50"."out_source" AS "out_source",
        "t50"."out_nomenclature" AS "out_nomenclature",
        "t50"."out_side" AS "out_side",
        "t50"."out_year" AS "out_year",
        "t50"."out_country" AS "out_country",
        "t50"."out_code" AS "out_code",
        "t50"."out_mass_kg" AS "out_mass_kg",
        "t50"."out_value_usd" AS "out_value_usd",
        "t50"."out_value_with_mass_usd" AS "out_value_with_mass_usd",
        "t50"."out_partners" AS "out_partners",
        "t50"."out_mass_max_kg" AS "out_mass_max_kg",
        "t50"."out_value_max_usd" AS "out_value_max_usd",
        "t50"."out_mass_squares" AS "out_mass_squares",
        "t50"."out_value_squares" AS "out_value_squares",
        "t50"."out_mass_unspecified_kg" AS "out_mass_unspecified_kg",
        "t50"."out_value_unspecified_usd" AS "out_value_unspecified_usd",
        "t50"."out_months" AS "out_months",
        "t50"."source" AS "source",
        "t50"."nomenclature" AS "nomenclature",
        "t50"."side" AS "side",
        "t50"."year" AS "year",
        "t50"."country" AS "country",
        "t50"."code" AS "code",
        "t45"."in_source_" AS "in_source_",
        "t45"."in_nomenclature_" AS "in_nomenclature_",
        "t45"."in_side_" AS "in_side_",
        "t45"."in_year_" AS "in_year_",
        "t45"."in_reports" AS "in_reports",
        "t35"."out_source_" AS "out_source_",
        "t35"."out_nomenclature_" AS "out_nomenclature_",
        "t35"."out_side_" AS "out_side_",
        "t35"."out_year_" AS "out_year_",
        "t35"."out_reports" AS "out_reports",
        "t57"."_world_code" AS "_world_code",
        "t57"."_world_year" AS "_world_year",
        "t57"."production_hhi" AS "production_hhi",
        "t57"."production_top_share" AS "production_top_share",
        "t57"."production_coverage" AS "production_coverage",
        "t57"."_world_reason" AS "_world_reason",
        "t44"."_own_code" AS "_own_code",
        "t44"."_own_iso3" AS "_own_iso3",
        "t44"."_own_year" AS "_own_year",
        "t44"."_own_kg" AS "_own_kg",
        "t55"."_h_code" AS "_h_code",
        "t55"."_h_year" AS "_h_year",
        "t55"."h_world_low" AS "h_world_low",
        "t55"."h_world_high" AS "h_world_high",
        "t14"."_iso3" AS "_iso3",
        "t14"."_year" AS "_year",
        "t14"."own_wgi" AS "own_wgi"
      FROM (
        SELECT
          "t47"."in_source" AS "in_source",
          "t47"."in_nomenclature" AS "in_nomenclature",
          "t47"."in_side" AS "in_side",
          "t47"."in_year" AS "in_year",
          "t47"."in_country" AS "in_country",
          "t47"."in_code" AS "in_code",
          "t47"."in_mass_kg" AS "in_mass_kg",
          "t47"."in_value_usd" AS "in_value_usd",
          "t47"."in_value_with_mass_usd" AS "in_value_with_mass_usd",
          "t47"."in_partners" AS "in_partners",
          "t47"."in_mass_max_kg" AS "in_mass_max_kg",
          "t47"."in_value_max_usd" AS "in_value_max_usd",
          "t47"."in_mass_squares" AS "in_mass_squares",
          "t47"."in_value_squares" AS "in_value_squares",
          "t47"."in_mass_unspecified_kg" AS "in_mass_unspecified_kg",
          "t47"."in_value_unspecified_usd" AS "in_value_unspecified_usd",
          "t47"."in_months" AS "in_months",
          "t47"."in_risk_kg" AS "in_risk_kg",
          "t47"."in_risk_assumed_kg" AS "in_risk_assumed_kg",
          "t47"."in_wgi_squares" AS "in_wgi_squares",
          "t47"."in_wgi_unknown_squares" AS "in_wgi_unknown_squares",
          "t47"."out_source" AS "out_source",
          "t47"."out_nomenclature" AS "out_nomenclature",
          "t47"."out_side" AS "out_side",
          "t47"."out_year" AS "out_year",
          "t47"."out_country" AS "out_country",
          "t47"."out_code" AS "out_code",
          "t47"."out_mass_kg" AS "out_mass_kg",
          "t47"."out_value_usd" AS "out_value_usd",
          "t47"."out_value_with_mass_usd" AS "out_value_with_mass_usd",
          "t47"."out_partners" AS "out_partners",
          "t47"."out_mass_max_kg" AS "out_mass_max_kg",
          "t47"."out_value_max_usd" AS "out_value_max_usd",
          "t47"."out_mass_squares" AS "out_mass_squares",
          "t47"."out_value_squares" AS "out_value_squares",
          "t47"."out_mass_unspecified_kg" AS "out_mass_unspecified_kg",
          "t47"."out_value_unspecified_usd" AS "out_value_unspecified_usd",
          "t47"."out_months" AS "out_months",
          COALESCE("t47"."in_source", "t47"."out_source") AS "source",
          COALESCE("t47"."in_nomenclature", "t47"."out_nomenclature") AS "nomenclature",
          COALESCE("t47"."in_side", "t47"."out_side") AS "side",
          COALESCE("t47"."in_year", "t47"."out_year") AS "year",
          COALESCE("t47"."in_country", "t47"."out_country") AS "country",
          COALESCE("t47"."in_code", "t47"."out_code") AS "code"
        FROM (
          SELECT
            "t40"."in_source" AS "in_source",
            "t40"."in_nomenclature" AS "in_nomenclature",
            "t40"."in_side" AS "in_side",
            "t40"."in_year" AS "in_year",
            "t40"."in_country" AS "in_country",
            "t40"."in_code" AS "in_code",
            "t40"."in_mass_kg" AS "in_mass_kg",
            "t40"."in_value_usd" AS "in_value_usd",
            "t40"."in_value_with_mass_usd" AS "in_value_with_mass_usd",
            "t40"."in_partners" AS "in_partners",
            "t40"."in_mass_max_kg" AS "in_mass_max_kg",
            "t40"."in_value_max_usd" AS "in_value_max_usd",
            "t40"."in_mass_squares" AS "in_mass_squares",
            "t40"."in_value_squares" AS "in_value_squares",
            "t40"."in_mass_unspecified_kg" AS "in_mass_unspecified_kg",
            "t40"."in_value_unspecified_usd" AS "in_value_unspecified_usd",
            "t40"."in_months" AS "in_months",
            "t40"."in_risk_kg" AS "in_risk_kg",
            "t40"."in_risk_assumed_kg" AS "in_risk_assumed_kg",
            "t40"."in_wgi_squares" AS "in_wgi_squares",
            "t40"."in_wgi_unknown_squares" AS "in_wgi_unknown_squares",
            "t32"."out_source" AS "out_source",
            "t32"."out_nomenclature" AS "out_nomenclature",
            "t32"."out_side" AS "out_side",
            "t32"."out_year" AS "out_year",
            "t32"."out_country" AS "out_country",
            "t32"."out_code" AS "out_code",
            "t32"."out_mass_kg" AS "out_mass_kg",
            "t32"."out_value_usd" AS "out_value_usd",
            "t32"."out_value_with_mass_usd" AS "out_value_with_mass_usd",
            "t32"."out_partners" AS "out_partners",
            "t32"."out_mass_max_kg" AS "out_mass_max_kg",
            "t32"."out_value_max_usd" AS "out_value_max_usd",
            "t32"."out_mass_squares" AS "out_mass_squares",
            "t32"."out_value_squares" AS "out_value_squares",
            "t32"."out_mass_unspecified_kg" AS "out_mass_unspecified_kg",
            "t32"."out_value_unspecified_usd" AS "out_value_unspecified_usd",
            "t32"."out_months" AS "out_months"
          FROM "t36" AS "t40"
          FULL OUTER JOIN "t30" AS "t32"
            ON "t40"."in_source" = "t32"."out_source"
            AND "t40"."in_nomenclature" = "t32"."out_nomenclature"
            AND "t40"."in_side" = "t32"."out_side"
            AND "t40"."in_year" = "t32"."out_year"
            AND "t40"."in_country" = "t32"."out_country"
            AND "t40"."in_code" = "t32"."out_code"
        ) AS "t47"
      ) AS "t50"
      LEFT OUTER JOIN (
        SELECT DISTINCT
          "t38"."in_source" AS "in_source_",
          "t38"."in_nomenclature" AS "in_nomenclature_",
          "t38"."in_side" AS "in_side_",
          "t38"."in_year" AS "in_year_",
          "t38"."in_country" AS "in_reports"
        FROM "t36" AS "t38"
        WHERE
          "t38"."in_side" = 'importer'
      ) AS "t45"
        ON "t50"."source" = "t45"."in_source_"
        AND "t50"."nomenclature" = "t45"."in_nomenclature_"
        AND "t50"."side" = "t45"."in_side_"
        AND "t50"."year" = "t45"."in_year_"
        AND "t50"."country" = "t45"."in_reports"
      LEFT OUTER JOIN (
        SELECT DISTINCT
          "t31"."out_source" AS "out_source_",
          "t31"."out_nomenclature" AS "out_nomenclature_",
          "t31"."out_side" AS "out_side_",
          "t31"."out_year" AS "out_year_",
          "t31"."out_country" AS "out_reports"
        FROM "t30" AS "t31"
        WHERE
          "t31"."out_side" = 'exporter'
      ) AS "t35"
        ON "t50"."source" = "t35"."out_source_"
        AND "t50"."nomenclature" = "t35"."out_nomenclature_"
        AND "t50"."side" = "t35"."out_side_"
        AND "t50"."year" = "t35"."out_year_"
        AND "t50"."country" = "t35"."out_reports"
      LEFT OUTER JOIN (
        SELECT
          "t53"."code" AS "_world_code",
          "t53"."year" AS "_world_year",
          "t53"."squares" / (
            nullIf(
              CASE
                WHEN "t53"."odd" = 0
                THEN "t53"."mass_kg"
                ELSE CAST(NULL AS Nullable(Float64))
              END,
              0.0
            ) * nullIf(
              CASE
                WHEN "t53"."odd" = 0
                THEN "t53"."mass_kg"
                ELSE CAST(NULL AS Nullable(Float64))
              END,
              0.0
            )
          ) AS "production_hhi",
          "t53"."largest" / nullIf(
            CASE
              WHEN "t53"."odd" = 0
              THEN "t53"."mass_kg"
              ELSE CAST(NULL AS Nullable(Float64))
            END,
            0.0
          ) AS "production_top_share",
          1 - (
            COALESCE("t53"."rest", 0.0) / nullIf(
              nullIf(
                CASE
                  WHEN "t53"."odd" = 0
                  THEN "t53"."mass_kg"
                  ELSE CAST(NULL AS Nullable(Float64))
                END,
                0.0
              ),
              0.0
            )
          ) AS "production_coverage",
          CASE
            WHEN NOT (
              "t53"."odd" = 0
            )
            THEN 'not_a_country_among_rows'
            WHEN isNull("t53"."mass_kg") OR (
              "t53"."mass_kg" = 0
            )
            THEN 'nothing_to_share'
            WHEN COALESCE("t53"."rest", 0.0) > 0
            THEN 'lower_bound'
            ELSE CAST(NULL AS Nullable(String))
          END AS "_world_reason"
        FROM (
          SELECT
            "t51"."code" AS "code",
            "t51"."year" AS "year",
            SUM("t51"."mass_kg") AS "mass_kg",
            SUM(CAST("t51"."_named" AND (
              "t51"."mass_kg" > 0
            ) AS Nullable(Int64))) AS "producers",
            sumIf("t51"."mass_kg" * "t51"."mass_kg", "t51"."_named") AS "squares",
            maxIf("t51"."mass_kg", "t51"."_named") AS "largest",
            maxIf("t51"."iso3", "t51"."_named" AND (
              "t51"."_rank" = 0
            )) AS "top",
            sumIf("t51"."mass_kg", NOT (
              "t51"."_named"
            )) AS "rest",
            SUM(CAST("t51"."_odd" AS Nullable(Int64))) AS "odd"
          FROM (
            SELECT
              "t46"."code" AS "code",
              "t46"."iso3" AS "iso3",
              "t46"."year" AS "year",
              "t46"."mass_kg" AS "mass_kg",
              "t46"."_named" AS "_named",
              "t46"."_odd" AS "_odd",
              ROW_NUMBER() OVER (
                PARTITION BY "t46"."code", "t46"."year", "t46"."_named"
                ORDER BY "t46"."mass_kg" DESC, "t46"."iso3" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) - 1 AS "_rank"
            FROM (
              SELECT
                "t39"."code" AS "code",
                "t39"."iso3" AS "iso3",
                "t39"."year" AS "year",
                "t39"."mass_kg" AS "mass_kg",
                "t39"."iso3" <> 'ROW' AS "_named",
                NOT (
                  "t39"."iso3" IN (
                    'A49',
                    'A59',
                    'A79',
                    'ABW',
                    'AFG',
                    'AGO',
                    'AIA',
                    'ALA',
                    'ALB',
                    'AND',
                    'ANT',
                    'ARE',
                    'ARG',
                    'ARM',
                    'ASM',
                    'ATA',
                    'ATF',
                    'ATG',
                    'AUS',
                    'AUT',
                    'AZE',
                    'BDI',
                    'BEL',
                    'BEN',
                    'BES',
                    'BFA',
                    'BGD',
                    'BGR',
                    'BHR',
                    'BHS',
                    'BIH',
                    'BLM',
                    'BLR',
                    'BLX',
                    'BLZ',
                    'BMU',
                    'BOL',
                    'BRA',
                    'BRB',
                    'BRN',
                    'BTN',
                    'BVT',
                    'BWA',
                    'CAF',
                    'CAN',
                    'CCK',
                    'CHE',
                    'CHL',
                    'CHN',
                    'CIV',
                    'CMR',
                    'COD',
                    'COG',
                    'COK',
                    'COL',
                    'COM',
                    'CPV',
                    'CRI',
                    'CSK',
                    'CUB',
                    'CUW',
                    'CXR',
                    'CYM',
                    'CYP',
                    'CZE',
                    'DDR',
                    'DEU',
                    'DJI',
                    'DMA',
                    'DNK',
                    'DOM',
                    'DZA',
                    'E19',
                    'E29',
                    'ECU',
                    'EGY',
                    'ERI',
                    'ESH',
                    'ESP',
                    'EST',
                    'ETH',
                    'F19',
                    'F49',
                    'F97',
                    'FIN',
                    'FJI',
                    'FLK',
                    'FRA',
                    'FRO',
                    'FSM',
                    'GAB',
                    'GBR',
                    'GEO',
                    'GGY',
                    'GHA',
                    'GIB',
                    'GIN',
                    'GLP',
                    'GMB',
                    'GNB',
                    'GNQ',
                    'GRC',
                    'GRD',
                    'GRL',
                    'GTM',
                    'GUF',
                    'GUM',
                    'GUY',
                    'HKG',
                    'HMD',
                    'HND',
                    'HRV',
                    'HTI',
                    'HUN',
                    'IDN',
                    'IMN',
                    'IND',
                    'IOT',
                    'IRL',
                    'IRN',
                    'IRQ',
                    'ISL',
                    'ISR',
                    'ITA',
                    'JAM',
                    'JEY',
                    'JOR',
                    'JPN',
                    'KAZ',
                    'KEN',
                    'KGZ',
                    'KHM',
                    'KIR',
                    'KNA',
                    'KOR',
                    'KWT',
                    'LAO',
                    'LBN',
                    'LBR',
                    'LBY',
                    'LCA',
                    'LIE',
                    'LKA',
                    'LSO',
                    'LTU',
                    'LUX',
                    'LVA',
                    'MAC',
                    'MAF',
                    'MAR',
                    'MCO',
                    'MDA',
                    'MDG',
                    'MDV',
                    'MEX',
                    'MHL',
                    'MKD',
                    'MLI',
                    'MLT',
                    'MMR',
                    'MNE',
                    'MNG',
                    'MNP',
                    'MOZ',
                    'MRT',
                    'MSR',
                    'MTQ',
                    'MUS',
                    'MWI',
                    'MYS',
                    'MYT',
                    'NAM',
                    'NCL',
                    'NER',
                    'NFK',
                    'NGA',
                    'NIC',
                    'NIU',
                    'NLD',
                    'NOR',
                    'NPL',
                    'NRU',
                    'NTZ',
                    'NZL',
                    'O19',
                    'OMN',
                    'PAK',
                    'PAN',
                    'PCI',
                    'PCN',
                    'PER',
                    'PHL',
                    'PLW',
                    'PNG',
                    'POL',
                    'PRI',
                    'PRK',
                    'PRT',
                    'PRY',
                    'PSE',
                    'PUS',
                    'PYF',
                    'QAT',
                    'R20',
                    'R91',
                    'REU',
                    'ROU',
                    'ROW',
                    'RUS',
                    'RWA',
                    'S19',
                    'SAU',
                    'SCG',
                    'SDN',
                    'SEN',
                    'SGP',
                    'SGS',
                    'SHN',
                    'SJM',
                    'SLB',
                    'SLE',
                    'SLV',
                    'SMR',
                    'SOM',
                    'SPM',
                    'SRB',
                    'SSD',
                    'STP',
                    'SUN',
                    'SUR',
                    'SVK',
                    'SVN',
                    'SWE',
                    'SWZ',
                    'SXM',
                    'SYC',
                    'SYR',
                    'TCA',
                    'TCD',
                    'TGO',
                    'THA',
                    'TJK',
                    'TKL',
                    'TKM',
                    'TLS',
                    'TON',
                    'TTO',
                    'TUN',
                    'TUR',
                    'TUV',
                    'TWN',
                    'TZA',
                    'UGA',
                    'UKR',
                    'UMI',
                    'URY',
                    'USA',
                    'UZB',
                    'VAT',
                    'VCT',
                    'VEN',
                    'VGB',
                    'VIR',
                    'VNM',
                    'VUT',
                    'WLF',
                    'WSM',
                    'XAC',
                    'XBU',
                    'XCI',
                    'XEU',
                    'XFZ',
                    'XKX',
                    'XLA',
                    'XNS',
                    'XSC',
                    'YEM',
                    'YMD',
                    'YUG',
                    'ZA1',
                    'ZAF',
                    'ZMB',
                    'ZWE'
                  )
                ) AS "_odd"
              FROM "t37" AS "t39"
            ) AS "t46"
          ) AS "t51"
          GROUP BY
            "t51"."code",
            "t51"."year"
        ) AS "t53"
      ) AS "t57"
        ON "t50"."code" = "t57"."_world_code" AND "t50"."year" = "t57"."_world_year"
      LEFT OUTER JOIN (
        SELECT
          "t39"."code" AS "_own_code",
          "t39"."iso3" AS "_own_iso3",
          "t39"."year" AS "_own_year",
          "t39"."mass_kg" AS "_own_kg"
        FROM "t37" AS "t39"
      ) AS "t44"
        ON "t50"."code" = "t44"."_own_code"
        AND "t50"."country" = "t44"."_own_iso3"
        AND "t50"."year" = "t44"."_own_year"
      LEFT OUTER JOIN (
        SELECT
          "t52"."code" AS "_h_code",
          "t52"."year" AS "_h_year",
          "t52"."low" / nullIf("t52"."total" * "t52"."total", 0.0) AS "h_world_low",
          "t52"."high" / nullIf("t52"."total" * "t52"."total", 0.0) AS "h_world_high"
        FROM (
          SELECT
            "t48"."code" AS "code",
            "t48"."year" AS "year",
            SUM("t48"."mass_kg") AS "total",
            SUM("t48"."mass_kg" * "t48"."mass_kg" * COALESCE("t48"."own_wgi", 0.0)) AS "low",
            SUM("t48"."mass_kg" * "t48"."mass_kg" * COALESCE("t48"."own_wgi", 10.0)) AS "high"
          FROM (
            SELECT
              "t41"."code" AS "code",
              "t41"."iso3" AS "iso3",
              "t41"."year" AS "year",
              "t41"."mass_kg" AS "mass_kg",
              "t15"."_iso3" AS "_iso3",
              "t15"."_year" AS "_year",
              "t15"."own_wgi" AS "own_wgi"
            FROM "t37" AS "t41"
            LEFT OUTER JOIN "t11" AS "t15"
              ON "t41"."iso3" = "t15"."_iso3" AND "t41"."year" = "t15"."_year"
          ) AS "t48"
          GROUP BY
            "t48"."code",
            "t48"."year"
        ) AS "t52"
      ) AS "t55"
        ON "t50"."code" = "t55"."_h_code" AND "t50"."year" = "t55"."_h_year"
      LEFT OUTER JOIN "t11" AS "t14"
        ON "t50"."country" = "t14"."_iso3" AND "t50"."year" = "t14"."_year"
    ) AS "t58"
  ) AS "t59"
) AS "t60"
ORDER BY
  "t60"."source" ASC,
  "t60"."nomenclature" ASC,
  "t60"."side" ASC,
  "t60"."code" ASC,
  "t60"."year" DESC,
  "t60"."country" ASC
