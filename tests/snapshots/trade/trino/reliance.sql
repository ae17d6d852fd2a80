WITH "t4" AS (
  SELECT DISTINCT
    "t3"."commodity",
    "t3"."code" AS "_code"
  FROM "materials" AS "t3"
), "t5" AS (
  SELECT
    "t0"."iso3",
    "t0"."year",
    MIN("t0"."estimate") AS "low",
    MAX("t0"."estimate") AS "high"
  FROM "political_stability" AS "t0"
  GROUP BY
    1,
    2
), "t11" AS (
  SELECT
    "t7"."iso3" AS "_iso3",
    "t7"."year" AS "_year",
    (
      CAST(2.5 AS DOUBLE) - CAST(NULL AS DOUBLE)
    ) * 2 AS "own_wgi"
  FROM "t5" AS "t7"
), "t23" AS (
  SELECT
    "t17"."source",
    "t17"."nomenclature",
    "t17"."side",
    "t17"."year",
    "t17"."exporter",
    "t17"."importer",
    "t17"."code",
    "t17"."direction_re",
    "t17"."mass_kg",
    "t17"."value_usd",
    "t17"."value_with_mass_usd",
    12 AS "months"
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
      SUM("t9"."mass_kg") AS "mass_kg",
      SUM("t9"."value_usd") AS "value_usd",
      SUM("t9"."value_with_mass_usd") AS "value_with_mass_usd"
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
          ) >= 1, 0 + 1, 0 + 1 + LENGTH("t1"."code")), 6) IN ('261100')
        )
        AND "t1"."year" IN (2022)
    ) AS "t9"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8
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
    COUNT(*) FILTER(WHERE
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
      )) AS "out_partners",
    MAX("t24"."mass_kg") FILTER(WHERE
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
      )) AS "out_mass_max_kg",
    MAX("t24"."value_usd") FILTER(WHERE
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
      )) AS "out_value_max_usd",
    SUM(CAST("t24"."mass_kg" AS DOUBLE) * CAST("t24"."mass_kg" AS DOUBLE)) FILTER(WHERE
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
      )) AS "out_mass_squares",
    SUM(CAST("t24"."value_usd" AS DOUBLE) * CAST("t24"."value_usd" AS DOUBLE)) FILTER(WHERE
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
      )) AS "out_value_squares",
    SUM("t24"."mass_kg") FILTER(WHERE
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
      )) AS "out_mass_unspecified_kg",
    SUM("t24"."value_usd") FILTER(WHERE
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
      )) AS "out_value_unspecified_usd",
    MAX("t24"."months") AS "out_months"
  FROM "t23" AS "t24"
  GROUP BY
    1,
    2,
    3,
    4,
    5,
    6
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
    COUNT(*) FILTER(WHERE
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
      )) AS "in_partners",
    MAX("t28"."mass_kg") FILTER(WHERE
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
      )) AS "in_mass_max_kg",
    MAX("t28"."value_usd") FILTER(WHERE
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
      )) AS "in_value_max_usd",
    SUM(CAST("t28"."mass_kg" AS DOUBLE) * CAST("t28"."mass_kg" AS DOUBLE)) FILTER(WHERE
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
      )) AS "in_mass_squares",
    SUM(CAST("t28"."value_usd" AS DOUBLE) * CAST("t28"."value_usd" AS DOUBLE)) FILTER(WHERE
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
      )) AS "in_value_squares",
    SUM("t28"."mass_kg") FILTER(WHERE
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
      )) AS "in_mass_unspecified_kg",
    SUM("t28"."value_usd") FILTER(WHERE
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
      )) AS "in_value_unspecified_usd",
    MAX("t28"."months") AS "in_months",
    SUM(
      CAST("t28"."mass_kg" AS DOUBLE) * COALESCE(CAST((
        CAST(2.5 AS DOUBLE) - "t28"."pv"
      ) AS DOUBLE) / 5, CAST(0.5 AS DOUBLE))
    ) AS "in_risk_kg",
    SUM(CAST("t28"."mass_kg" AS DOUBLE)) FILTER(WHERE
      "t28"."pv" IS NULL) AS "in_risk_assumed_kg",
    SUM(
      CAST("t28"."mass_kg" AS DOUBLE) * CAST("t28"."mass_kg" AS DOUBLE) * (
        (
          CAST(2.5 AS DOUBLE) - "t28"."wgi"
        ) * 2
      )
    ) AS "in_wgi_squares",
    SUM(CAST("t28"."mass_kg" AS DOUBLE) * CAST("t28"."mass_kg" AS DOUBLE)) FILTER(WHERE
      "t28"."wgi" IS NULL) AS "in_wgi_unknown_squares"
  FROM (
    SELECT
      "t25"."source",
      "t25"."nomenclature",
      "t25"."side",
      "t25"."year",
      "t25"."exporter",
      "t25"."importer",
      "t25"."code",
      "t25"."direction_re",
      "t25"."mass_kg",
      "t25"."value_usd",
      "t25"."value_with_mass_usd",
      "t25"."months",
      "t19"."_iso3",
      "t19"."_year",
      "t19"."pv",
      "t19"."wgi"
    FROM "t23" AS "t25"
    LEFT OUTER JOIN (
      SELECT
        "t7"."iso3" AS "_iso3",
        "t7"."year" AS "_year",
        IF("t7"."low" = "t7"."high", "t7"."low", CAST(NULL AS DOUBLE)) AS "pv",
        CAST(NULL AS DOUBLE) AS "wgi"
      FROM "t5" AS "t7"
    ) AS "t19"
      ON "t25"."exporter" = "t19"."_iso3" AND "t25"."year" = "t19"."_year"
  ) AS "t28"
  GROUP BY
    1,
    2,
    3,
    4,
    5,
    6
), "t37" AS (
  SELECT
    "t33"."code",
    "t33"."iso3",
    "t33"."year",
    SUM("t33"."mass_kg") AS "mass_kg"
  FROM (
    SELECT
      "t20"."iso3",
      "t20"."year",
      "t20"."mass_kg",
      "t29"."_code" AS "code"
    FROM (
      SELECT
        "t10"."code",
        "t10"."iso3",
        "t10"."year",
        SUM("t10"."mass_kg") AS "mass_kg"
      FROM (
        SELECT
          "t2"."iso3",
          "t2"."year",
          "t2"."commodity" AS "code",
          "t2"."quantity" * CASE
            WHEN "t2"."unit" = 't'
            THEN CAST(1000.0 AS DOUBLE)
            WHEN "t2"."unit" = 'kg'
            THEN CAST(1.0 AS DOUBLE)
            ELSE NULL
          END AS "mass_kg"
        FROM "production" AS "t2"
        WHERE
          "t2"."unit" IN ('t', 'kg')
      ) AS "t10"
      GROUP BY
        1,
        2,
        3
    ) AS "t20"
    INNER JOIN (
      SELECT
        "t26"."commodity",
        "t26"."_code"
      FROM (
        SELECT
          "t8"."commodity",
          "t8"."_code",
          "t22"."_alone"
        FROM "t4" AS "t8"
        INNER JOIN (
          SELECT
            "t12"."_code" AS "_alone"
          FROM (
            SELECT
              "t6"."_code",
              COUNT(DISTINCT "t6"."commodity") AS "n"
            FROM "t4" AS "t6"
            GROUP BY
              1
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
    1,
    2,
    3
)
SELECT
  "t60"."source",
  "t60"."nomenclature",
  "t60"."side",
  "t60"."year",
  "t60"."country",
  "t60"."code",
  COALESCE("t60"."in_months", "t60"."out_months") AS "months",
  "t60"."imports_kg",
  "t60"."exports_kg",
  "t60"."domestic_kg",
  "t60"."net_reliance",
  "t60"."eu_reliance",
  "t60"."gross_reliance",
  "t60"."reliance_reason",
  "t60"."domestic_reason"
FROM (
  SELECT
    "t59"."in_source",
    "t59"."in_nomenclature",
    "t59"."in_side",
    "t59"."in_year",
    "t59"."in_country",
    "t59"."in_code",
    "t59"."in_mass_kg",
    "t59"."in_value_usd",
    "t59"."in_value_with_mass_usd",
    "t59"."in_partners",
    "t59"."in_mass_max_kg",
    "t59"."in_value_max_usd",
    "t59"."in_mass_squares",
    "t59"."in_value_squares",
    "t59"."in_mass_unspecified_kg",
    "t59"."in_value_unspecified_usd",
    "t59"."in_months",
    "t59"."in_risk_kg",
    "t59"."in_risk_assumed_kg",
    "t59"."in_wgi_squares",
    "t59"."in_wgi_unknown_squares",
    "t59"."out_source",
    "t59"."out_nomenclature",
    "t59"."out_side",
    "t59"."out_year",
    "t59"."out_country",
    "t59"."out_code",
    "t59"."out_mass_kg",
    "t59"."out_value_usd",
    "t59"."out_value_with_mass_usd",
    "t59"."out_partners",
    "t59"."out_mass_max_kg",
    "t59"."out_value_max_usd",
    "t59"."out_mass_squares",
    "t59"."out_value_squares",
    "t59"."out_mass_unspecified_kg",
    "t59"."out_value_unspecified_usd",
    "t59"."out_months",
    "t59"."source",
    "t59"."nomenclature",
    "t59"."side",
    "t59"."year",
    "t59"."country",
    "t59"."code",
    "t59"."in_source_",
    "t59"."in_nomenclature_",
    "t59"."in_side_",
    "t59"."in_year_",
    "t59"."in_reports",
    "t59"."out_source_",
    "t59"."out_nomenclature_",
    "t59"."out_side_",
    "t59"."out_year_",
    "t59"."out_reports",
    "t59"."_world_code",
    "t59"."_world_year",
    "t59"."production_hhi",
    "t59"."production_top_share",
    "t59"."production_coverage",
    "t59"."_world_reason",
    "t59"."_own_code",
    "t59"."_own_iso3",
    "t59"."_own_year",
    "t59"."_own_kg",
    "t59"."_h_code",
    "t59"."_h_year",
    "t59"."h_world_low",
    "t59"."h_world_high",
    "t59"."_iso3",
    "t59"."_year",
    "t59"."own_wgi",
    "t59"."in_silent",
    "t59"."imports_kg",
    "t59"."out_silent",
    "t59"."exports_kg",
    "t59"."domestic_kg",
    "t59"."domestic_reason",
    "t59"."production_reason",
    CAST((
      CAST("t59"."imports_kg" AS DOUBLE) - CAST("t59"."exports_kg" AS DOUBLE)
    ) AS DOUBLE) / IF(
      (
        IF(
          COALESCE("t59"."in_months" < 12, FALSE)
          OR COALESCE("t59"."out_months" < 12, FALSE),
          CAST(NULL AS DOUBLE),
          "t59"."domestic_kg"
        ) + (
          CAST("t59"."imports_kg" AS DOUBLE) - CAST("t59"."exports_kg" AS DOUBLE)
        )
      ) > 0,
      IF(
        COALESCE("t59"."in_months" < 12, FALSE)
        OR COALESCE("t59"."out_months" < 12, FALSE),
        CAST(NULL AS DOUBLE),
        "t59"."domestic_kg"
      ) + (
        CAST("t59"."imports_kg" AS DOUBLE) - CAST("t59"."exports_kg" AS DOUBLE)
      ),
      CAST(NULL AS DOUBLE)
    ) AS "net_reliance",
    CASE
      WHEN IF(
        COALESCE("t59"."in_months" < 12, FALSE)
        OR COALESCE("t59"."out_months" < 12, FALSE),
        CAST(NULL AS DOUBLE),
        "t59"."domestic_kg"
      ) IS NULL
      THEN CAST(NULL AS DOUBLE)
      WHEN (
        CAST("t59"."imports_kg" AS DOUBLE) - CAST("t59"."exports_kg" AS DOUBLE)
      ) < 0
      THEN CAST(0.0 AS DOUBLE)
      WHEN (
        CAST((
          CAST("t59"."imports_kg" AS DOUBLE) - CAST("t59"."exports_kg" AS DOUBLE)
        ) AS DOUBLE) / IF(
          (
            IF(
              COALESCE("t59"."in_months" < 12, FALSE)
              OR COALESCE("t59"."out_months" < 12, FALSE),
              CAST(NULL AS DOUBLE),
              "t59"."domestic_kg"
            ) + (
              CAST("t59"."imports_kg" AS DOUBLE) - CAST("t59"."exports_kg" AS DOUBLE)
            )
          ) > 0,
          IF(
            COALESCE("t59"."in_months" < 12, FALSE)
            OR COALESCE("t59"."out_months" < 12, FALSE),
            CAST(NULL AS DOUBLE),
            "t59"."domestic_kg"
          ) + (
            CAST("t59"."imports_kg" AS DOUBLE) - CAST("t59"."exports_kg" AS DOUBLE)
          ),
          CAST(NULL AS DOUBLE)
        )
      ) > 1
      THEN CAST(1.0 AS DOUBLE)
      ELSE CAST((
        CAST("t59"."imports_kg" AS DOUBLE) - CAST("t59"."exports_kg" AS DOUBLE)
      ) AS DOUBLE) / IF(
        (
          IF(
            COALESCE("t59"."in_months" < 12, FALSE)
            OR COALESCE("t59"."out_months" < 12, FALSE),
            CAST(NULL AS DOUBLE),
            "t59"."domestic_kg"
          ) + (
            CAST("t59"."imports_kg" AS DOUBLE) - CAST("t59"."exports_kg" AS DOUBLE)
          )
        ) > 0,
        IF(
          COALESCE("t59"."in_months" < 12, FALSE)
          OR COALESCE("t59"."out_months" < 12, FALSE),
          CAST(NULL AS DOUBLE),
          "t59"."domestic_kg"
        ) + (
          CAST("t59"."imports_kg" AS DOUBLE) - CAST("t59"."exports_kg" AS DOUBLE)
        ),
        CAST(NULL AS DOUBLE)
      )
    END AS "eu_reliance",
    CAST("t59"."imports_kg" AS DOUBLE) / NULLIF(
      CAST("t59"."imports_kg" AS DOUBLE) + IF(
        COALESCE("t59"."in_months" < 12, FALSE)
        OR COALESCE("t59"."out_months" < 12, FALSE),
        CAST(NULL AS DOUBLE),
        "t59"."domestic_kg"
      ),
      CAST(0.0 AS DOUBLE)
    ) AS "gross_reliance",
    CASE
      WHEN "t59"."in_silent" OR "t59"."out_silent"
      THEN 'country_does_not_report'
      WHEN (
        CAST("t59"."imports_kg" AS DOUBLE) IS NULL
      )
      OR (
        CAST("t59"."exports_kg" AS DOUBLE) IS NULL
      )
      THEN 'mass_unknown'
      WHEN COALESCE("t59"."in_months" < 12, FALSE)
      OR COALESCE("t59"."out_months" < 12, FALSE)
      THEN 'part_of_year'
      WHEN IF(
        COALESCE("t59"."in_months" < 12, FALSE)
        OR COALESCE("t59"."out_months" < 12, FALSE),
        CAST(NULL AS DOUBLE),
        "t59"."domestic_kg"
      ) IS NULL
      THEN 'no_production_data'
      WHEN (
        CAST("t59"."imports_kg" AS DOUBLE) - CAST("t59"."exports_kg" AS DOUBLE)
      ) < 0
      THEN 'net_exporter'
      WHEN (
        IF(
          COALESCE("t59"."in_months" < 12, FALSE)
          OR COALESCE("t59"."out_months" < 12, FALSE),
          CAST(NULL AS DOUBLE),
          "t59"."domestic_kg"
        ) + (
          CAST("t59"."imports_kg" AS DOUBLE) - CAST("t59"."exports_kg" AS DOUBLE)
        )
      ) <= 0
      THEN 'no_apparent_consumption'
      ELSE CAST(NULL AS VARCHAR)
    END AS "reliance_reason"
  FROM (
    SELECT
      "t58"."in_source",
      "t58"."in_nomenclature",
      "t58"."in_side",
      "t58"."in_year",
      "t58"."in_country",
      "t58"."in_code",
      "t58"."in_mass_kg",
      "t58"."in_value_usd",
      "t58"."in_value_with_mass_usd",
      "t58"."in_partners",
      "t58"."in_mass_max_kg",
      "t58"."in_value_max_usd",
      "t58"."in_mass_squares",
      "t58"."in_value_squares",
      "t58"."in_mass_unspecified_kg",
      "t58"."in_value_unspecified_usd",
      "t58"."in_months",
      "t58"."in_risk_kg",
      "t58"."in_risk_assumed_kg",
      "t58"."in_wgi_squares",
      "t58"."in_wgi_unknown_squares",
      "t58"."out_source",
      "t58"."out_nomenclature",
      "t58"."out_side",
      "t58"."out_year",
      "t58"."out_country",
      "t58"."out_code",
      "t58"."out_mass_kg",
      "t58"."out_value_usd",
      "t58"."out_value_with_mass_usd",
      "t58"."out_partners",
      "t58"."out_mass_max_kg",
      "t58"."out_value_max_usd",
      "t58"."out_mass_squares",
      "t58"."out_value_squares",
      "t58"."out_mass_unspecified_kg",
      "t58"."out_value_unspecified_usd",
      "t58"."out_months",
      "t58"."source",
      "t58"."nomenclature",
      "t58"."side",
      "t58"."year",
      "t58"."country",
      "t58"."code",
      "t58"."in_source_",
      "t58"."in_nomenclature_",
      "t58"."in_side_",
      "t58"."in_year_",
      "t58"."in_reports",
      "t58"."out_source_",
      "t58"."out_nomenclature_",
      "t58"."out_side_",
      "t58"."out_year_",
      "t58"."out_reports",
      "t58"."_world_code",
      "t58"."_world_year",
      "t58"."production_hhi",
      "t58"."production_top_share",
      "t58"."production_coverage",
      "t58"."_world_reason",
      "t58"."_own_code",
      "t58"."_own_iso3",
      "t58"."_own_year",
      "t58"."_own_kg",
      "t58"."_h_code",
      "t58"."_h_year",
      "t58"."h_world_low",
      "t58"."h_world_high",
      "t58"."_iso3",
      "t58"."_year",
      "t58"."own_wgi",
      (
        (
          "t58"."side" = 'importer'
        ) AND (
          "t58"."in_reports" IS NULL
        )
      )
      OR (
        (
          "t58"."side" = 'exporter'
        ) AND (
          "t58"."in_months" IS NULL
        )
      ) AS "in_silent",
      IF(
        (
          "t58"."in_months" IS NULL
        )
        AND NOT (
          (
            (
              "t58"."side" = 'importer'
            ) AND (
              "t58"."in_reports" IS NULL
            )
          )
          OR (
            (
              "t58"."side" = 'exporter'
            ) AND (
              "t58"."in_months" IS NULL
            )
          )
        ),
        CAST(0 AS DECIMAL(38, 6)),
        "t58"."in_mass_kg"
      ) AS "imports_kg",
      (
        (
          "t58"."side" = 'exporter'
        ) AND (
          "t58"."out_reports" IS NULL
        )
      )
      OR (
        (
          "t58"."side" = 'importer'
        ) AND (
          "t58"."out_months" IS NULL
        )
      ) AS "out_silent",
      IF(
        (
          "t58"."out_months" IS NULL
        )
        AND NOT (
          (
            (
              "t58"."side" = 'exporter'
            ) AND (
              "t58"."out_reports" IS NULL
            )
          )
          OR (
            (
              "t58"."side" = 'importer'
            ) AND (
              "t58"."out_months" IS NULL
            )
          )
        ),
        CAST(0 AS DECIMAL(38, 6)),
        "t58"."out_mass_kg"
      ) AS "exports_kg",
      IF(
        "t58"."production_hhi" IS NOT NULL,
        COALESCE("t58"."_own_kg", CAST(0.0 AS DOUBLE)),
        CAST(NULL AS DOUBLE)
      ) AS "domestic_kg",
      CASE
        WHEN NOT (
          "t58"."production_hhi" IS NOT NULL
        )
        THEN 'no_production_data'
        WHEN "t58"."_own_kg" IS NULL
        THEN 'not_listed_as_producer'
        ELSE CAST(NULL AS VARCHAR)
      END AS "domestic_reason",
      CASE
        WHEN "t58"."_world_reason" IS NOT NULL
        THEN "t58"."_world_reason"
        WHEN NOT (
          "t58"."production_hhi" IS NOT NULL
        )
        THEN 'no_production_data'
        ELSE CAST(NULL AS VARCHAR)
      END AS "production_reason"
    FROM (
      SELECT
        "t50"."in_source",
        "t50"."in_nomenclature",
        "t50"."in_side",
        "t50"."in_year",
        "t50"."in_country",
        "t50"."in_code",
        "t50"."in_mass_kg",
        "t50"."in_value_usd",
        "t50"."in_value_with_mass_usd",
        "t50"."in_partners",
        "t50"."in_mass_max_kg",
        "t50"."in_value_max_usd",
        "t50"."in_mass_squares",
        "t50"."in_value_squares",
        "t50"."in_mass_unspecified_kg",
        "t50"."in_value_unspecified_usd",
        "t50"."in_months",
        "t50"."in_risk_kg",
        "t50"."in_risk_assumed_kg",
        "t50"."in_wgi_squares",
        "t50"."in_wgi_unknown_squares",
        "t50"."out_source",
        "t50"."out_nomenclature",
        "t50"."out_side",
        "t50"."out_year",
        "t50"."out_country",
        "t50"."out_code",
        "t50"."out_mass_kg",
        "t50"."out_value_usd",
        "t50"."out_value_with_mass_usd",
        "t50"."out_partners",
        "t50"."out_mass_max_kg",
        "t50"."out_value_max_usd",
        "t50"."out_mass_squares",
        "t50"."out_value_squares",
        "t50"."out_mass_unspecified_kg",
        "t50"."out_value_unspecified_usd",
        "t50"."out_months",
        "t50"."source",
        "t50"."nomenclature",
        "t50"."side",
        "t50"."year",
        "t50"."country",
        "t50"."code",
        "t45"."in_source_",
        "t45"."in_nomenclature_",
        "t45"."in_side_",
        "t45"."in_year_",
        "t45"."in_reports",
        "t35"."out_source_",
        "t35"."out_nomenclature_",
        "t35"."out_side_",
        "t35"."out_year_",
        "t35"."out_reports",
        "t57"."_world_code",
        "t57"."_world_year",
        "t57"."production_hhi",
        "t57"."production_top_share",
        "t57"."production_coverage",
        "t57"."_world_reason",
        "t44"."_own_code",
        "t44"."_own_iso3",
        "t44"."_own_year",
        "t44"."_own_kg",
        "t55"."_h_code",
        "t55"."_h_year",
        "t55"."h_world_low",
        "t55"."h_world_high",
        "t14"."_iso3",
        "t14"."_year",
        "t14"."own_wgi"
      FROM (
        SELECT
          "t47"."in_source",
          "t47"."in_nomenclature",
          "t47"."in_side",
          "t47"."in_year",
          "t47"."in_country",
          "t47"."in_code",
          "t47"."in_mass_kg",
          "t47"."in_value_usd",
          "t47"."in_value_with_mass_usd",
          "t47"."in_partners",
          "t47"."in_mass_max_kg",
          "t47"."in_value_max_usd",
          "t47"."in_mass_squares",
          "t47"."in_value_squares",
          "t47"."in_mass_unspecified_kg",
          "t47"."in_value_unspecified_usd",
          "t47"."in_months",
          "t47"."in_risk_kg",
          "t47"."in_risk_assumed_kg",
          "t47"."in_wgi_squares",
          "t47"."in_wgi_unknown_squares",
          "t47"."out_source",
          "t47"."out_nomenclature",
          "t47"."out_side",
          "t47"."out_year",
          "t47"."out_country",
          "t47"."out_code",
          "t47"."out_mass_kg",
          "t47"."out_value_usd",
          "t47"."out_value_with_mass_usd",
          "t47"."out_partners",
          "t47"."out_mass_max_kg",
          "t47"."out_value_max_usd",
          "t47"."out_mass_squares",
          "t47"."out_value_squares",
          "t47"."out_mass_unspecified_kg",
          "t47"."out_value_unspecified_usd",
          "t47"."out_months",
          COALESCE("t47"."in_source", "t47"."out_source") AS "source",
          COALESCE("t47"."in_nomenclature", "t47"."out_nomenclature") AS "nomenclature",
          COALESCE("t47"."in_side", "t47"."out_side") AS "side",
          COALESCE("t47"."in_year", "t47"."out_year") AS "year",
          COALESCE("t47"."in_country", "t47"."out_country") AS "country",
          COALESCE("t47"."in_code", "t47"."out_code") AS "code"
        FROM (
          SELECT
            "t40"."in_source",
            "t40"."in_nomenclature",
            "t40"."in_side",
            "t40"."in_year",
            "t40"."in_country",
            "t40"."in_code",
            "t40"."in_mass_kg",
            "t40"."in_value_usd",
            "t40"."in_value_with_mass_usd",
            "t40"."in_partners",
            "t40"."in_mass_max_kg",
            "t40"."in_value_max_usd",
            "t40"."in_mass_squares",
            "t40"."in_value_squares",
            "t40"."in_mass_unspecified_kg",
            "t40"."in_value_unspecified_usd",
            "t40"."in_months",
            "t40"."in_risk_kg",
            "t40"."in_risk_assumed_kg",
            "t40"."in_wgi_squares",
            "t40"."in_wgi_unknown_squares",
            "t32"."out_source",
            "t32"."out_nomenclature",
            "t32"."out_side",
            "t32"."out_year",
            "t32"."out_country",
            "t32"."out_code",
            "t32"."out_mass_kg",
            "t32"."out_value_usd",
            "t32"."out_value_with_mass_usd",
            "t32"."out_partners",
            "t32"."out_mass_max_kg",
            "t32"."out_value_max_usd",
            "t32"."out_mass_squares",
            "t32"."out_value_squares",
            "t32"."out_mass_unspecified_kg",
            "t32"."out_value_unspecified_usd",
            "t32"."out_months"
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
          CAST("t53"."squares" AS DOUBLE) / (
            NULLIF(IF("t53"."odd" = 0, "t53"."mass_kg", CAST(NULL AS DOUBLE)), CAST(0.0 AS DOUBLE)) * NULLIF(IF("t53"."odd" = 0, "t53"."mass_kg", CAST(NULL AS DOUBLE)), CAST(0.0 AS DOUBLE))
          ) AS "production_hhi",
          CAST("t53"."largest" AS DOUBLE) / NULLIF(IF("t53"."odd" = 0, "t53"."mass_kg", CAST(NULL AS DOUBLE)), CAST(0.0 AS DOUBLE)) AS "production_top_share",
          1 - (
            CAST(COALESCE("t53"."rest", CAST(0.0 AS DOUBLE)) AS DOUBLE) / NULLIF(
              NULLIF(IF("t53"."odd" = 0, "t53"."mass_kg", CAST(NULL AS DOUBLE)), CAST(0.0 AS DOUBLE)),
              CAST(0.0 AS DOUBLE)
            )
          ) AS "production_coverage",
          CASE
            WHEN NOT (
              "t53"."odd" = 0
            )
            THEN 'not_a_country_among_rows'
            WHEN (
              "t53"."mass_kg" IS NULL
            ) OR (
              "t53"."mass_kg" = 0
            )
            THEN 'nothing_to_share'
            WHEN COALESCE("t53"."rest", CAST(0.0 AS DOUBLE)) > 0
            THEN 'lower_bound'
            ELSE CAST(NULL AS VARCHAR)
          END AS "_world_reason"
        FROM (
          SELECT
            "t51"."code",
            "t51"."year",
            SUM("t51"."mass_kg") AS "mass_kg",
            SUM(CAST("t51"."_named" AND (
              "t51"."mass_kg" > 0
            ) AS BIGINT)) AS "producers",
            SUM("t51"."mass_kg" * "t51"."mass_kg") FILTER(WHERE
              "t51"."_named") AS "squares",
            MAX("t51"."mass_kg") FILTER(WHERE
              "t51"."_named") AS "largest",
            MAX("t51"."iso3") FILTER(WHERE
              "t51"."_named" AND (
                "t51"."_rank" = 0
              )) AS "top",
            SUM("t51"."mass_kg") FILTER(WHERE
              NOT (
                "t51"."_named"
              )) AS "rest",
            SUM(CAST("t51"."_odd" AS BIGINT)) AS "odd"
          FROM (
            SELECT
              "t46"."code",
              "t46"."iso3",
              "t46"."year",
              "t46"."mass_kg",
              "t46"."_named",
              "t46"."_odd",
              ROW_NUMBER() OVER (
                PARTITION BY "t46"."code", "t46"."year", "t46"."_named"
                ORDER BY "t46"."mass_kg" DESC, "t46"."iso3" ASC
              ) - 1 AS "_rank"
            FROM (
              SELECT
                "t39"."code",
                "t39"."iso3",
                "t39"."year",
                "t39"."mass_kg",
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
            1,
            2
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
          CAST("t52"."low" AS DOUBLE) / NULLIF("t52"."total" * "t52"."total", CAST(0.0 AS DOUBLE)) AS "h_world_low",
          CAST("t52"."high" AS DOUBLE) / NULLIF("t52"."total" * "t52"."total", CAST(0.0 AS DOUBLE)) AS "h_world_high"
        FROM (
          SELECT
            "t48"."code",
            "t48"."year",
            SUM("t48"."mass_kg") AS "total",
            SUM(
              "t48"."mass_kg" * "t48"."mass_kg" * COALESCE("t48"."own_wgi", CAST(0.0 AS DOUBLE))
            ) AS "low",
            SUM(
              "t48"."mass_kg" * "t48"."mass_kg" * COALESCE("t48"."own_wgi", CAST(10.0 AS DOUBLE))
            ) AS "high"
          FROM (
            SELECT
              "t41"."code",
              "t41"."iso3",
              "t41"."year",
              "t41"."mass_kg",
              "t15"."_iso3",
              "t15"."_year",
              "t15"."own_wgi"
            FROM "t37" AS "t41"
            LEFT OUTER JOIN "t11" AS "t15"
              ON "t41"."iso3" = "t15"."_iso3" AND "t41"."year" = "t15"."_year"
          ) AS "t48"
          GROUP BY
            1,
            2
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
