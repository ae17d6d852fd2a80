SELECT
  "t5"."source" AS "source",
  "t5"."nomenclature" AS "nomenclature",
  "t5"."side" AS "side",
  "t5"."year" AS "year",
  "t5"."code" AS "code",
  "t5"."mass_kg" AS "mass_kg",
  "t5"."value_usd" AS "value_usd",
  "t5"."partners" AS "partners",
  "t5"."months" AS "months",
  'WLD' AS "country",
  CAST(COALESCE("t5"."value_with_mass_usd", 0) AS Nullable(Float64)) / nullIf(CAST("t5"."value_usd" AS Nullable(Float64)), 0.0) AS "mass_coverage",
  COALESCE("t5"."mass_squares", 0.0) / (
    nullIf(CAST("t5"."mass_kg" AS Nullable(Float64)), 0.0) * nullIf(CAST("t5"."mass_kg" AS Nullable(Float64)), 0.0)
  ) AS "hhi_mass",
  (
    COALESCE("t5"."mass_squares", 0.0) + (
      COALESCE(CAST("t5"."mass_max_kg" AS Nullable(Float64)), 0.0) * 2 * COALESCE(CAST("t5"."mass_unspecified_kg" AS Nullable(Float64)), 0.0)
    ) + (
      COALESCE(CAST("t5"."mass_unspecified_kg" AS Nullable(Float64)), 0.0) * COALESCE(CAST("t5"."mass_unspecified_kg" AS Nullable(Float64)), 0.0)
    )
  ) / (
    nullIf(CAST("t5"."mass_kg" AS Nullable(Float64)), 0.0) * nullIf(CAST("t5"."mass_kg" AS Nullable(Float64)), 0.0)
  ) AS "hhi_high_mass",
  CAST("t5"."mass_max_kg" AS Nullable(Float64)) / nullIf(CAST("t5"."mass_kg" AS Nullable(Float64)), 0.0) AS "top_share_mass",
  CASE
    WHEN isNull("t5"."mass_kg")
    THEN 'mass_unknown'
    WHEN "t5"."mass_kg" = 0
    THEN 'nothing_to_share'
    WHEN COALESCE(CAST("t5"."mass_unspecified_kg" AS Nullable(Float64)), 0.0) > 0
    THEN 'lower_bound'
    ELSE CAST(NULL AS Nullable(String))
  END AS "reason_mass",
  COALESCE("t5"."value_squares", 0.0) / (
    nullIf(CAST("t5"."value_usd" AS Nullable(Float64)), 0.0) * nullIf(CAST("t5"."value_usd" AS Nullable(Float64)), 0.0)
  ) AS "hhi_value",
  (
    COALESCE("t5"."value_squares", 0.0) + (
      COALESCE(CAST("t5"."value_max_usd" AS Nullable(Float64)), 0.0) * 2 * COALESCE(CAST("t5"."value_unspecified_usd" AS Nullable(Float64)), 0.0)
    ) + (
      COALESCE(CAST("t5"."value_unspecified_usd" AS Nullable(Float64)), 0.0) * COALESCE(CAST("t5"."value_unspecified_usd" AS Nullable(Float64)), 0.0)
    )
  ) / (
    nullIf(CAST("t5"."value_usd" AS Nullable(Float64)), 0.0) * nullIf(CAST("t5"."value_usd" AS Nullable(Float64)), 0.0)
  ) AS "hhi_high_value",
  CAST("t5"."value_max_usd" AS Nullable(Float64)) / nullIf(CAST("t5"."value_usd" AS Nullable(Float64)), 0.0) AS "top_share_value",
  CASE
    WHEN isNull("t5"."value_usd")
    THEN 'value_unknown'
    WHEN "t5"."value_usd" = 0
    THEN 'nothing_to_share'
    WHEN COALESCE(CAST("t5"."value_unspecified_usd" AS Nullable(Float64)), 0.0) > 0
    THEN 'lower_bound'
    ELSE CAST(NULL AS Nullable(String))
  END AS "reason_value"
FROM (
  SELECT
    "t4"."source" AS "source",
    "t4"."nomenclature" AS "nomenclature",
    "t4"."side" AS "side",
    "t4"."year" AS "year",
    "t4"."code" AS "code",
    SUM("t4"."mass_kg") AS "mass_kg",
    SUM("t4"."value_usd") AS "value_usd",
    SUM("t4"."value_with_mass_usd") AS "value_with_mass_usd",
    countIf(
      NOT (
        "t4"."country" IN (
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
    ) AS "partners",
    maxIf(
      "t4"."mass_kg",
      NOT (
        "t4"."country" IN (
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
    ) AS "mass_max_kg",
    maxIf(
      "t4"."value_usd",
      NOT (
        "t4"."country" IN (
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
    ) AS "value_max_usd",
    sumIf(
      CAST("t4"."mass_kg" AS Nullable(Float64)) * CAST("t4"."mass_kg" AS Nullable(Float64)),
      NOT (
        "t4"."country" IN (
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
    ) AS "mass_squares",
    sumIf(
      CAST("t4"."value_usd" AS Nullable(Float64)) * CAST("t4"."value_usd" AS Nullable(Float64)),
      NOT (
        "t4"."country" IN (
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
    ) AS "value_squares",
    sumIf(
      "t4"."mass_kg",
      NOT (
        NOT (
          "t4"."country" IN (
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
    ) AS "mass_unspecified_kg",
    sumIf(
      "t4"."value_usd",
      NOT (
        NOT (
          "t4"."country" IN (
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
    ) AS "value_unspecified_usd",
    MAX("t4"."months") AS "months"
  FROM (
    SELECT
      "t3"."source" AS "source",
      "t3"."nomenclature" AS "nomenclature",
      "t3"."side" AS "side",
      "t3"."year" AS "year",
      "t3"."exporter" AS "country",
      "t3"."code" AS "code",
      SUM("t3"."mass_kg") AS "mass_kg",
      SUM("t3"."value_usd") AS "value_usd",
      SUM("t3"."value_with_mass_usd") AS "value_with_mass_usd",
      countIf(
        NOT (
          "t3"."importer" IN (
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
      ) AS "partners",
      maxIf(
        "t3"."mass_kg",
        NOT (
          "t3"."importer" IN (
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
      ) AS "mass_max_kg",
      maxIf(
        "t3"."value_usd",
        NOT (
          "t3"."importer" IN (
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
      ) AS "value_max_usd",
      sumIf(
        CAST("t3"."mass_kg" AS Nullable(Float64)) * CAST("t3"."mass_kg" AS Nullable(Float64)),
        NOT (
          "t3"."importer" IN (
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
      ) AS "mass_squares",
      sumIf(
        CAST("t3"."value_usd" AS Nullable(Float64)) * CAST("t3"."value_usd" AS Nullable(Float64)),
        NOT (
          "t3"."importer" IN (
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
      ) AS "value_squares",
      sumIf(
        "t3"."mass_kg",
        NOT (
          NOT (
            "t3"."importer" IN (
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
      ) AS "mass_unspecified_kg",
      sumIf(
        "t3"."value_usd",
        NOT (
          NOT (
            "t3"."importer" IN (
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
      ) AS "value_unspecified_usd",
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
            FALSE
            OR SUBSTRING(
              "t0"."code",
              CASE WHEN (
                0 + 1
              ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t0"."code") END,
              6
            ) IN ('284690')
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
        NOT (
          "t2"."direction_re"
        )
    ) AS "t3"
    GROUP BY
      "t3"."source",
      "t3"."nomenclature",
      "t3"."side",
      "t3"."year",
      "t3"."exporter",
      "t3"."code"
  ) AS "t4"
  GROUP BY
    "t4"."source",
    "t4"."nomenclature",
    "t4"."side",
    "t4"."year",
    "t4"."code"
) AS "t5"
ORDER BY
  "t5"."source" ASC,
  "t5"."nomenclature" ASC,
  "t5"."side" ASC,
  "t5"."code" ASC,
  "t5"."year" DESC
