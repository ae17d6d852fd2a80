WITH "t4" AS (
  SELECT
    "t0"."iso3",
    "t0"."year",
    MIN("t0"."estimate") AS "low",
    MAX("t0"."estimate") AS "high"
  FROM "political_stability" AS "t0"
  GROUP BY
    1,
    2
), "t10" AS (
  SELECT
    "t6"."iso3" AS "_iso3",
    "t6"."year" AS "_year",
    (
      2.5 - CAST(NULL AS DOUBLE PRECISION)
    ) * 2 AS "own_wgi"
  FROM "t4" AS "t6"
), "t19" AS (
  SELECT
    "t15"."code",
    "t15"."iso3",
    "t15"."year",
    SUM("t15"."mass_kg") AS "mass_kg"
  FROM (
    SELECT
      "t8"."code",
      "t8"."iso3",
      "t8"."year",
      SUM("t8"."mass_kg") AS "mass_kg"
    FROM (
      SELECT
        "t1"."iso3",
        "t1"."year",
        "t1"."commodity" AS "code",
        "t1"."quantity" * CASE WHEN "t1"."unit" = 't' THEN 1000.0 WHEN "t1"."unit" = 'kg' THEN 1.0 ELSE NULL END AS "mass_kg"
      FROM "production" AS "t1"
      WHERE
        "t1"."unit" IN ('t', 'kg')
    ) AS "t8"
    GROUP BY
      1,
      2,
      3
  ) AS "t15"
  GROUP BY
    1,
    2,
    3
), "t32" AS (
  SELECT
    "t29"."source",
    "t29"."nomenclature",
    "t29"."side",
    "t29"."year",
    "t29"."exporter",
    "t29"."importer",
    "t29"."direction_re",
    "t29"."commodity" AS "code",
    "t29"."mass_kg",
    "t29"."value_usd",
    "t29"."value_with_mass_usd",
    "t29"."months"
  FROM (
    SELECT
      "t27"."source",
      "t27"."nomenclature",
      "t27"."side",
      "t27"."year",
      "t27"."exporter",
      "t27"."importer",
      "t27"."direction_re",
      "t27"."commodity",
      SUM("t27"."mass_kg") AS "mass_kg",
      SUM("t27"."value_usd") AS "value_usd",
      SUM("t27"."value_with_mass_usd") AS "value_with_mass_usd",
      MAX("t27"."months") AS "months"
    FROM (
      SELECT
        "t25"."source",
        "t25"."nomenclature",
        "t25"."side",
        "t25"."year",
        "t25"."exporter",
        "t25"."importer",
        "t25"."direction_re",
        "t25"."mass_kg",
        "t25"."value_usd",
        "t25"."value_with_mass_usd",
        "t25"."months",
        "t25"."commodity"
      FROM (
        SELECT
          "t20"."source",
          "t20"."nomenclature",
          "t20"."side",
          "t20"."year",
          "t20"."exporter",
          "t20"."importer",
          "t20"."code",
          "t20"."direction_re",
          "t20"."mass_kg",
          "t20"."value_usd",
          "t20"."value_with_mass_usd",
          "t20"."months",
          "t7"."commodity",
          "t7"."_code"
        FROM (
          SELECT
            "t16"."source",
            "t16"."nomenclature",
            "t16"."side",
            "t16"."year",
            "t16"."exporter",
            "t16"."importer",
            "t16"."code",
            "t16"."direction_re",
            "t16"."mass_kg",
            "t16"."value_usd",
            "t16"."value_with_mass_usd",
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
                "t3"."load",
                "t3"."year",
                "t3"."frequency",
                "t3"."period",
                "t3"."reporter",
                "t3"."partner",
                "t3"."direction",
                "t3"."nomenclature",
                SUBSTRING("t3"."code" FROM CASE WHEN (
                  0 + 1
                ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t3"."code") END FOR 6) AS "code",
                "t3"."mass_kg",
                "t3"."value_usd",
                "t3"."mass_basis",
                "t3"."valuation",
                "t3"."value_reported",
                "t3"."currency",
                "t3"."basis",
                "t3"."source",
                "t3"."vintage",
                "t3"."file",
                "t3"."row",
                CASE
                  WHEN "t3"."direction" IN ('export', 're-export')
                  THEN "t3"."reporter"
                  ELSE "t3"."partner"
                END AS "exporter",
                CASE
                  WHEN "t3"."direction" IN ('export', 're-export')
                  THEN "t3"."partner"
                  ELSE "t3"."reporter"
                END AS "importer",
                "t3"."direction" IN ('re-export', 're-import') AS "direction_re",
                CASE
                  WHEN "t3"."basis" = 'reconciled'
                  THEN 'reconciled'
                  WHEN "t3"."direction" IN ('export', 're-export')
                  THEN 'exporter'
                  ELSE 'importer'
                END AS "side",
                CASE
                  WHEN "t3"."mass_kg" IS NULL
                  THEN CAST(NULL AS DECIMAL(18, 6))
                  ELSE "t3"."value_usd"
                END AS "value_with_mass_usd"
              FROM "flows" AS "t3"
              WHERE
                (
                  FALSE
                  OR SUBSTRING("t3"."code" FROM CASE WHEN (
                    0 + 1
                  ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t3"."code") END FOR 6) IN ('261100', '810110')
                )
                AND "t3"."year" IN (2022)
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
          ) AS "t16"
        ) AS "t20"
        INNER JOIN (
          SELECT DISTINCT
            "t2"."commodity",
            "t2"."code" AS "_code"
          FROM "materials" AS "t2"
          WHERE
            "t2"."commodity" = 'Tungsten (W)'
        ) AS "t7"
          ON "t20"."code" = "t7"."_code"
      ) AS "t25"
    ) AS "t27"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8
  ) AS "t29"
  WHERE
    NOT (
      "t29"."direction_re"
    )
), "t39" AS (
  SELECT
    "t33"."source" AS "out_source",
    "t33"."nomenclature" AS "out_nomenclature",
    "t33"."side" AS "out_side",
    "t33"."year" AS "out_year",
    "t33"."exporter" AS "out_country",
    "t33"."code" AS "out_code",
    SUM("t33"."mass_kg") AS "out_mass_kg",
    SUM("t33"."value_usd") AS "out_value_usd",
    SUM("t33"."value_with_mass_usd") AS "out_value_with_mass_usd",
    COUNT(*) FILTER(WHERE
      NOT (
        "t33"."importer" IN (
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
    MAX("t33"."mass_kg") FILTER(WHERE
      NOT (
        "t33"."importer" IN (
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
    MAX("t33"."value_usd") FILTER(WHERE
      NOT (
        "t33"."importer" IN (
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
    SUM(
      CAST("t33"."mass_kg" AS DOUBLE PRECISION) * CAST("t33"."mass_kg" AS DOUBLE PRECISION)
    ) FILTER(WHERE
      NOT (
        "t33"."importer" IN (
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
    SUM(
      CAST("t33"."value_usd" AS DOUBLE PRECISION) * CAST("t33"."value_usd" AS DOUBLE PRECISION)
    ) FILTER(WHERE
      NOT (
        "t33"."importer" IN (
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
    SUM("t33"."mass_kg") FILTER(WHERE
      NOT (
        NOT (
          "t33"."importer" IN (
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
    SUM("t33"."value_usd") FILTER(WHERE
      NOT (
        NOT (
          "t33"."importer" IN (
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
    MAX("t33"."months") AS "out_months"
  FROM "t32" AS "t33"
  GROUP BY
    1,
    2,
    3,
    4,
    5,
    6
), "t45" AS (
  SELECT
    "t38"."source" AS "in_source",
    "t38"."nomenclature" AS "in_nomenclature",
    "t38"."side" AS "in_side",
    "t38"."year" AS "in_year",
    "t38"."importer" AS "in_country",
    "t38"."code" AS "in_code",
    SUM("t38"."mass_kg") AS "in_mass_kg",
    SUM("t38"."value_usd") AS "in_value_usd",
    SUM("t38"."value_with_mass_usd") AS "in_value_with_mass_usd",
    COUNT(*) FILTER(WHERE
      NOT (
        "t38"."exporter" IN (
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
    MAX("t38"."mass_kg") FILTER(WHERE
      NOT (
        "t38"."exporter" IN (
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
    MAX("t38"."value_usd") FILTER(WHERE
      NOT (
        "t38"."exporter" IN (
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
    SUM(
      CAST("t38"."mass_kg" AS DOUBLE PRECISION) * CAST("t38"."mass_kg" AS DOUBLE PRECISION)
    ) FILTER(WHERE
      NOT (
        "t38"."exporter" IN (
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
    SUM(
      CAST("t38"."value_usd" AS DOUBLE PRECISION) * CAST("t38"."value_usd" AS DOUBLE PRECISION)
    ) FILTER(WHERE
      NOT (
        "t38"."exporter" IN (
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
    SUM("t38"."mass_kg") FILTER(WHERE
      NOT (
        NOT (
          "t38"."exporter" IN (
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
    SUM("t38"."value_usd") FILTER(WHERE
      NOT (
        NOT (
          "t38"."exporter" IN (
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
    MAX("t38"."months") AS "in_months",
    SUM(
      CAST("t38"."mass_kg" AS DOUBLE PRECISION) * COALESCE(CAST((
        2.5 - "t38"."pv"
      ) AS DOUBLE PRECISION) / 5, 0.5)
    ) AS "in_risk_kg",
    SUM(CAST("t38"."mass_kg" AS DOUBLE PRECISION)) FILTER(WHERE
      "t38"."pv" IS NULL) AS "in_risk_assumed_kg",
    SUM(
      CAST("t38"."mass_kg" AS DOUBLE PRECISION) * CAST("t38"."mass_kg" AS DOUBLE PRECISION) * (
        (
          2.5 - "t38"."wgi"
        ) * 2
      )
    ) AS "in_wgi_squares",
    SUM(
      CAST("t38"."mass_kg" AS DOUBLE PRECISION) * CAST("t38"."mass_kg" AS DOUBLE PRECISION)
    ) FILTER(WHERE
      "t38"."wgi" IS NULL) AS "in_wgi_unknown_squares"
  FROM (
    SELECT
      "t34"."source",
      "t34"."nomenclature",
      "t34"."side",
      "t34"."year",
      "t34"."exporter",
      "t34"."importer",
      "t34"."direction_re",
      "t34"."code",
      "t34"."mass_kg",
      "t34"."value_usd",
      "t34"."value_with_mass_usd",
      "t34"."months",
      "t17"."_iso3",
      "t17"."_year",
      "t17"."pv",
      "t17"."wgi"
    FROM "t32" AS "t34"
    LEFT OUTER JOIN (
      SELECT
        "t6"."iso3" AS "_iso3",
        "t6"."year" AS "_year",
        CASE
          WHEN "t6"."low" = "t6"."high"
          THEN "t6"."low"
          ELSE CAST(NULL AS DOUBLE PRECISION)
        END AS "pv",
        CAST(NULL AS DOUBLE PRECISION) AS "wgi"
      FROM "t4" AS "t6"
    ) AS "t17"
      ON "t34"."exporter" = "t17"."_iso3" AND "t34"."year" = "t17"."_year"
  ) AS "t38"
  GROUP BY
    1,
    2,
    3,
    4,
    5,
    6
)
SELECT
  "t56"."source",
  "t56"."nomenclature",
  "t56"."side",
  "t56"."year",
  "t56"."country",
  "t56"."code",
  COALESCE("t56"."in_months", "t56"."out_months") AS "months",
  "t56"."imports_kg",
  "t56"."in_value_usd" AS "imports_usd",
  COALESCE("t56"."in_partners", 0) AS "suppliers",
  CAST("t56"."in_value_with_mass_usd" AS DOUBLE PRECISION) / NULLIF(CAST("t56"."in_mass_kg" AS DOUBLE PRECISION), 0.0) AS "import_price_usd_kg",
  CAST(COALESCE("t56"."in_value_with_mass_usd", 0) AS DOUBLE PRECISION) / NULLIF(CAST("t56"."in_value_usd" AS DOUBLE PRECISION), 0.0) AS "import_mass_coverage",
  CAST(COALESCE("t56"."in_mass_squares", 0.0) AS DOUBLE PRECISION) / (
    NULLIF(CAST("t56"."in_mass_kg" AS DOUBLE PRECISION), 0.0) * NULLIF(CAST("t56"."in_mass_kg" AS DOUBLE PRECISION), 0.0)
  ) AS "import_hhi_mass",
  CAST((
    COALESCE("t56"."in_mass_squares", 0.0) + (
      COALESCE(CAST("t56"."in_mass_max_kg" AS DOUBLE PRECISION), 0.0) * 2 * COALESCE(CAST("t56"."in_mass_unspecified_kg" AS DOUBLE PRECISION), 0.0)
    ) + (
      COALESCE(CAST("t56"."in_mass_unspecified_kg" AS DOUBLE PRECISION), 0.0) * COALESCE(CAST("t56"."in_mass_unspecified_kg" AS DOUBLE PRECISION), 0.0)
    )
  ) AS DOUBLE PRECISION) / (
    NULLIF(CAST("t56"."in_mass_kg" AS DOUBLE PRECISION), 0.0) * NULLIF(CAST("t56"."in_mass_kg" AS DOUBLE PRECISION), 0.0)
  ) AS "import_hhi_high_mass",
  CAST("t56"."in_mass_max_kg" AS DOUBLE PRECISION) / NULLIF(CAST("t56"."in_mass_kg" AS DOUBLE PRECISION), 0.0) AS "import_top_share_mass",
  CASE
    WHEN "t56"."in_months" IS NULL
    THEN 'no_imports_recorded'
    ELSE CASE
      WHEN "t56"."in_mass_kg" IS NULL
      THEN 'mass_unknown'
      WHEN "t56"."in_mass_kg" = 0
      THEN 'nothing_to_share'
      WHEN COALESCE(CAST("t56"."in_mass_unspecified_kg" AS DOUBLE PRECISION), 0.0) > 0
      THEN 'lower_bound'
      ELSE CAST(NULL AS VARCHAR)
    END
  END AS "import_reason_mass",
  CAST(COALESCE("t56"."in_value_squares", 0.0) AS DOUBLE PRECISION) / (
    NULLIF(CAST("t56"."in_value_usd" AS DOUBLE PRECISION), 0.0) * NULLIF(CAST("t56"."in_value_usd" AS DOUBLE PRECISION), 0.0)
  ) AS "import_hhi_value",
  CAST((
    COALESCE("t56"."in_value_squares", 0.0) + (
      COALESCE(CAST("t56"."in_value_max_usd" AS DOUBLE PRECISION), 0.0) * 2 * COALESCE(CAST("t56"."in_value_unspecified_usd" AS DOUBLE PRECISION), 0.0)
    ) + (
      COALESCE(CAST("t56"."in_value_unspecified_usd" AS DOUBLE PRECISION), 0.0) * COALESCE(CAST("t56"."in_value_unspecified_usd" AS DOUBLE PRECISION), 0.0)
    )
  ) AS DOUBLE PRECISION) / (
    NULLIF(CAST("t56"."in_value_usd" AS DOUBLE PRECISION), 0.0) * NULLIF(CAST("t56"."in_value_usd" AS DOUBLE PRECISION), 0.0)
  ) AS "import_hhi_high_value",
  CAST("t56"."in_value_max_usd" AS DOUBLE PRECISION) / NULLIF(CAST("t56"."in_value_usd" AS DOUBLE PRECISION), 0.0) AS "import_top_share_value",
  CASE
    WHEN "t56"."in_months" IS NULL
    THEN 'no_imports_recorded'
    ELSE CASE
      WHEN "t56"."in_value_usd" IS NULL
      THEN 'value_unknown'
      WHEN "t56"."in_value_usd" = 0
      THEN 'nothing_to_share'
      WHEN COALESCE(CAST("t56"."in_value_unspecified_usd" AS DOUBLE PRECISION), 0.0) > 0
      THEN 'lower_bound'
      ELSE CAST(NULL AS VARCHAR)
    END
  END AS "import_reason_value",
  "t56"."exports_kg",
  "t56"."out_value_usd" AS "exports_usd",
  COALESCE("t56"."out_partners", 0) AS "customers",
  CAST("t56"."out_value_with_mass_usd" AS DOUBLE PRECISION) / NULLIF(CAST("t56"."out_mass_kg" AS DOUBLE PRECISION), 0.0) AS "export_price_usd_kg",
  CAST(COALESCE("t56"."out_value_with_mass_usd", 0) AS DOUBLE PRECISION) / NULLIF(CAST("t56"."out_value_usd" AS DOUBLE PRECISION), 0.0) AS "export_mass_coverage",
  CAST(COALESCE("t56"."out_mass_squares", 0.0) AS DOUBLE PRECISION) / (
    NULLIF(CAST("t56"."out_mass_kg" AS DOUBLE PRECISION), 0.0) * NULLIF(CAST("t56"."out_mass_kg" AS DOUBLE PRECISION), 0.0)
  ) AS "export_hhi_mass",
  CAST((
    COALESCE("t56"."out_mass_squares", 0.0) + (
      COALESCE(CAST("t56"."out_mass_max_kg" AS DOUBLE PRECISION), 0.0) * 2 * COALESCE(CAST("t56"."out_mass_unspecified_kg" AS DOUBLE PRECISION), 0.0)
    ) + (
      COALESCE(CAST("t56"."out_mass_unspecified_kg" AS DOUBLE PRECISION), 0.0) * COALESCE(CAST("t56"."out_mass_unspecified_kg" AS DOUBLE PRECISION), 0.0)
    )
  ) AS DOUBLE PRECISION) / (
    NULLIF(CAST("t56"."out_mass_kg" AS DOUBLE PRECISION), 0.0) * NULLIF(CAST("t56"."out_mass_kg" AS DOUBLE PRECISION), 0.0)
  ) AS "export_hhi_high_mass",
  CAST("t56"."out_mass_max_kg" AS DOUBLE PRECISION) / NULLIF(CAST("t56"."out_mass_kg" AS DOUBLE PRECISION), 0.0) AS "export_top_share_mass",
  CASE
    WHEN "t56"."out_months" IS NULL
    THEN 'no_exports_recorded'
    ELSE CASE
      WHEN "t56"."out_mass_kg" IS NULL
      THEN 'mass_unknown'
      WHEN "t56"."out_mass_kg" = 0
      THEN 'nothing_to_share'
      WHEN COALESCE(CAST("t56"."out_mass_unspecified_kg" AS DOUBLE PRECISION), 0.0) > 0
      THEN 'lower_bound'
      ELSE CAST(NULL AS VARCHAR)
    END
  END AS "export_reason_mass",
  CAST(COALESCE("t56"."out_value_squares", 0.0) AS DOUBLE PRECISION) / (
    NULLIF(CAST("t56"."out_value_usd" AS DOUBLE PRECISION), 0.0) * NULLIF(CAST("t56"."out_value_usd" AS DOUBLE PRECISION), 0.0)
  ) AS "export_hhi_value",
  CAST((
    COALESCE("t56"."out_value_squares", 0.0) + (
      COALESCE(CAST("t56"."out_value_max_usd" AS DOUBLE PRECISION), 0.0) * 2 * COALESCE(CAST("t56"."out_value_unspecified_usd" AS DOUBLE PRECISION), 0.0)
    ) + (
      COALESCE(CAST("t56"."out_value_unspecified_usd" AS DOUBLE PRECISION), 0.0) * COALESCE(CAST("t56"."out_value_unspecified_usd" AS DOUBLE PRECISION), 0.0)
    )
  ) AS DOUBLE PRECISION) / (
    NULLIF(CAST("t56"."out_value_usd" AS DOUBLE PRECISION), 0.0) * NULLIF(CAST("t56"."out_value_usd" AS DOUBLE PRECISION), 0.0)
  ) AS "export_hhi_high_value",
  CAST("t56"."out_value_max_usd" AS DOUBLE PRECISION) / NULLIF(CAST("t56"."out_value_usd" AS DOUBLE PRECISION), 0.0) AS "export_top_share_value",
  CASE
    WHEN "t56"."out_months" IS NULL
    THEN 'no_exports_recorded'
    ELSE CASE
      WHEN "t56"."out_value_usd" IS NULL
      THEN 'value_unknown'
      WHEN "t56"."out_value_usd" = 0
      THEN 'nothing_to_share'
      WHEN COALESCE(CAST("t56"."out_value_unspecified_usd" AS DOUBLE PRECISION), 0.0) > 0
      THEN 'lower_bound'
      ELSE CAST(NULL AS VARCHAR)
    END
  END AS "export_reason_value",
  "t56"."domestic_kg",
  "t56"."domestic_reason",
  "t56"."production_hhi",
  "t56"."production_top_share",
  "t56"."production_coverage",
  "t56"."net_reliance",
  "t56"."eu_reliance",
  "t56"."gross_reliance",
  "t56"."reliance_reason",
  1 - "t56"."production_top_share" AS "production_share_left",
  CASE
    WHEN "t56"."reliance_reason" = 'net_exporter'
    THEN 0.0
    ELSE "t56"."eu_reliance"
  END AS "trade_exposure",
  CAST("t56"."in_risk_kg" AS DOUBLE PRECISION) / NULLIF(
    CASE
      WHEN COALESCE("t56"."in_months" < 12, FALSE)
      THEN CAST(NULL AS DOUBLE PRECISION)
      ELSE "t56"."domestic_kg" + CAST("t56"."in_mass_kg" AS DOUBLE PRECISION)
    END,
    0.0
  ) AS "import_risk",
  "t56"."production_hhi" * (
    CAST("t56"."in_risk_kg" AS DOUBLE PRECISION) / NULLIF(
      CASE
        WHEN COALESCE("t56"."in_months" < 12, FALSE)
        THEN CAST(NULL AS DOUBLE PRECISION)
        ELSE "t56"."domestic_kg" + CAST("t56"."in_mass_kg" AS DOUBLE PRECISION)
      END,
      0.0
    )
  ) AS "score",
  "t56"."production_hhi" * (
    CAST("t56"."in_risk_kg" AS DOUBLE PRECISION) / NULLIF(
      CASE
        WHEN COALESCE("t56"."in_months" < 12, FALSE)
        THEN CAST(NULL AS DOUBLE PRECISION)
        ELSE "t56"."domestic_kg" + CAST("t56"."in_mass_kg" AS DOUBLE PRECISION)
      END,
      0.0
    )
  ) * (
    CAST("t56"."in_value_with_mass_usd" AS DOUBLE PRECISION) / NULLIF(CAST("t56"."in_mass_kg" AS DOUBLE PRECISION), 0.0)
  ) AS "midpoint",
  CAST((
    "t56"."production_hhi" * (
      CAST("t56"."in_risk_kg" AS DOUBLE PRECISION) / NULLIF(
        CASE
          WHEN COALESCE("t56"."in_months" < 12, FALSE)
          THEN CAST(NULL AS DOUBLE PRECISION)
          ELSE "t56"."domestic_kg" + CAST("t56"."in_mass_kg" AS DOUBLE PRECISION)
        END,
        0.0
      )
    ) * (
      CAST("t56"."in_value_with_mass_usd" AS DOUBLE PRECISION) / NULLIF(CAST("t56"."in_mass_kg" AS DOUBLE PRECISION), 0.0)
    )
  ) AS DOUBLE PRECISION) / 0.409412948 AS "gsp",
  CAST(COALESCE("t56"."in_risk_assumed_kg", 0.0) AS DOUBLE PRECISION) / NULLIF(CAST("t56"."in_mass_kg" AS DOUBLE PRECISION), 0.0) AS "assumed_share",
  CASE
    WHEN "t56"."production_reason" IN ('no_production_data', 'not_a_country_among_rows', 'nothing_to_share')
    THEN "t56"."production_reason"
    WHEN "t56"."in_months" IS NULL
    THEN 'no_imports_recorded'
    WHEN "t56"."in_mass_kg" IS NULL
    THEN 'mass_unknown'
    WHEN COALESCE("t56"."in_months" < 12, FALSE)
    THEN 'part_of_year'
    WHEN (
      "t56"."production_hhi" * (
        CAST("t56"."in_risk_kg" AS DOUBLE PRECISION) / NULLIF(
          CASE
            WHEN COALESCE("t56"."in_months" < 12, FALSE)
            THEN CAST(NULL AS DOUBLE PRECISION)
            ELSE "t56"."domestic_kg" + CAST("t56"."in_mass_kg" AS DOUBLE PRECISION)
          END,
          0.0
        )
      )
    ) IS NULL
    THEN 'no_apparent_consumption'
    WHEN "t56"."production_reason" IS NOT NULL
    THEN "t56"."production_reason"
    WHEN (
      CAST(COALESCE("t56"."in_risk_assumed_kg", 0.0) AS DOUBLE PRECISION) / NULLIF(CAST("t56"."in_mass_kg" AS DOUBLE PRECISION), 0.0)
    ) > 0
    THEN 'governance_assumed'
    ELSE CAST(NULL AS VARCHAR)
  END AS "geopolrisk_reason",
  CASE
    WHEN (
      "t56"."in_wgi_squares" IS NULL
    ) AND (
      "t56"."own_wgi" IS NULL
    )
    THEN NULL
    ELSE (
      "t56"."h_world_low" * (
        CAST("t56"."eu_reliance" AS DOUBLE PRECISION) / 2
      )
    ) + (
      (
        CAST((
          COALESCE("t56"."in_wgi_squares", 0.0) + (
            "t56"."domestic_kg" * "t56"."domestic_kg" * COALESCE("t56"."own_wgi", 0.0)
          )
        ) AS DOUBLE PRECISION) / NULLIF(
          (
            "t56"."domestic_kg" + CAST("t56"."in_mass_kg" AS DOUBLE PRECISION)
          ) * (
            "t56"."domestic_kg" + CAST("t56"."in_mass_kg" AS DOUBLE PRECISION)
          ),
          0.0
        )
      ) * (
        1 - (
          CAST("t56"."eu_reliance" AS DOUBLE PRECISION) / 2
        )
      )
    )
  END AS "supply_risk_low",
  CASE
    WHEN (
      "t56"."in_wgi_squares" IS NULL
    ) AND (
      "t56"."own_wgi" IS NULL
    )
    THEN NULL
    ELSE (
      "t56"."h_world_high" * (
        CAST("t56"."eu_reliance" AS DOUBLE PRECISION) / 2
      )
    ) + (
      (
        CAST((
          COALESCE("t56"."in_wgi_squares", 0.0) + (
            COALESCE("t56"."in_wgi_unknown_squares", 0.0) * 10.0
          ) + (
            "t56"."domestic_kg" * "t56"."domestic_kg" * COALESCE("t56"."own_wgi", 10.0)
          )
        ) AS DOUBLE PRECISION) / NULLIF(
          (
            "t56"."domestic_kg" + CAST("t56"."in_mass_kg" AS DOUBLE PRECISION)
          ) * (
            "t56"."domestic_kg" + CAST("t56"."in_mass_kg" AS DOUBLE PRECISION)
          ),
          0.0
        )
      ) * (
        1 - (
          CAST("t56"."eu_reliance" AS DOUBLE PRECISION) / 2
        )
      )
    )
  END AS "supply_risk_high",
  CASE
    WHEN "t56"."in_months" IS NULL
    THEN 'no_imports_recorded'
    WHEN (
      (
        "t56"."h_world_low" * (
          CAST("t56"."eu_reliance" AS DOUBLE PRECISION) / 2
        )
      ) + (
        (
          CAST((
            COALESCE("t56"."in_wgi_squares", 0.0) + (
              "t56"."domestic_kg" * "t56"."domestic_kg" * COALESCE("t56"."own_wgi", 0.0)
            )
          ) AS DOUBLE PRECISION) / NULLIF(
            (
              "t56"."domestic_kg" + CAST("t56"."in_mass_kg" AS DOUBLE PRECISION)
            ) * (
              "t56"."domestic_kg" + CAST("t56"."in_mass_kg" AS DOUBLE PRECISION)
            ),
            0.0
          )
        ) * (
          1 - (
            CAST("t56"."eu_reliance" AS DOUBLE PRECISION) / 2
          )
        )
      )
    ) IS NULL
    THEN COALESCE("t56"."reliance_reason", 'part_unknown')
    WHEN (
      "t56"."in_wgi_squares" IS NULL
    ) AND (
      "t56"."own_wgi" IS NULL
    )
    THEN 'no_governance_data'
    ELSE CAST(NULL AS VARCHAR)
  END AS "supply_risk_reason",
  CAST((
    (
      CAST("t56"."in_mass_kg" AS DOUBLE PRECISION) + CASE
        WHEN COALESCE("t56"."in_months" < 12, FALSE)
        THEN CAST(NULL AS DOUBLE PRECISION)
        ELSE "t56"."domestic_kg"
      END
    ) - CAST("t56"."in_mass_max_kg" AS DOUBLE PRECISION)
  ) AS DOUBLE PRECISION) / NULLIF(
    CAST("t56"."in_mass_kg" AS DOUBLE PRECISION) + CASE
      WHEN COALESCE("t56"."in_months" < 12, FALSE)
      THEN CAST(NULL AS DOUBLE PRECISION)
      ELSE "t56"."domestic_kg"
    END,
    0.0
  ) AS "share_left",
  CASE
    WHEN "t56"."in_months" IS NULL
    THEN 'no_imports_recorded'
    WHEN "t56"."in_mass_kg" IS NULL
    THEN 'mass_unknown'
    WHEN COALESCE("t56"."in_months" < 12, FALSE)
    THEN 'part_of_year'
    WHEN "t56"."domestic_kg" IS NULL
    THEN 'no_production_data'
    WHEN (
      CAST("t56"."in_mass_kg" AS DOUBLE PRECISION) + CASE
        WHEN COALESCE("t56"."in_months" < 12, FALSE)
        THEN CAST(NULL AS DOUBLE PRECISION)
        ELSE "t56"."domestic_kg"
      END
    ) = 0
    THEN 'no_apparent_consumption'
    ELSE CAST(NULL AS VARCHAR)
  END AS "share_left_reason"
FROM (
  SELECT
    "t55"."in_source",
    "t55"."in_nomenclature",
    "t55"."in_side",
    "t55"."in_year",
    "t55"."in_country",
    "t55"."in_code",
    "t55"."in_mass_kg",
    "t55"."in_value_usd",
    "t55"."in_value_with_mass_usd",
    "t55"."in_partners",
    "t55"."in_mass_max_kg",
    "t55"."in_value_max_usd",
    "t55"."in_mass_squares",
    "t55"."in_value_squares",
    "t55"."in_mass_unspecified_kg",
    "t55"."in_value_unspecified_usd",
    "t55"."in_months",
    "t55"."in_risk_kg",
    "t55"."in_risk_assumed_kg",
    "t55"."in_wgi_squares",
    "t55"."in_wgi_unknown_squares",
    "t55"."out_source",
    "t55"."out_nomenclature",
    "t55"."out_side",
    "t55"."out_year",
    "t55"."out_country",
    "t55"."out_code",
    "t55"."out_mass_kg",
    "t55"."out_value_usd",
    "t55"."out_value_with_mass_usd",
    "t55"."out_partners",
    "t55"."out_mass_max_kg",
    "t55"."out_value_max_usd",
    "t55"."out_mass_squares",
    "t55"."out_value_squares",
    "t55"."out_mass_unspecified_kg",
    "t55"."out_value_unspecified_usd",
    "t55"."out_months",
    "t55"."source",
    "t55"."nomenclature",
    "t55"."side",
    "t55"."year",
    "t55"."country",
    "t55"."code",
    "t55"."in_source_",
    "t55"."in_nomenclature_",
    "t55"."in_side_",
    "t55"."in_year_",
    "t55"."in_reports",
    "t55"."out_source_",
    "t55"."out_nomenclature_",
    "t55"."out_side_",
    "t55"."out_year_",
    "t55"."out_reports",
    "t55"."_world_code",
    "t55"."_world_year",
    "t55"."production_hhi",
    "t55"."production_top_share",
    "t55"."production_coverage",
    "t55"."_world_reason",
    "t55"."_own_code",
    "t55"."_own_iso3",
    "t55"."_own_year",
    "t55"."_own_kg",
    "t55"."_h_code",
    "t55"."_h_year",
    "t55"."h_world_low",
    "t55"."h_world_high",
    "t55"."_iso3",
    "t55"."_year",
    "t55"."own_wgi",
    "t55"."in_silent",
    "t55"."imports_kg",
    "t55"."out_silent",
    "t55"."exports_kg",
    "t55"."domestic_kg",
    "t55"."domestic_reason",
    "t55"."production_reason",
    CAST((
      CAST("t55"."imports_kg" AS DOUBLE PRECISION) - CAST("t55"."exports_kg" AS DOUBLE PRECISION)
    ) AS DOUBLE PRECISION) / CASE
      WHEN (
        CASE
          WHEN COALESCE("t55"."in_months" < 12, FALSE)
          OR COALESCE("t55"."out_months" < 12, FALSE)
          THEN CAST(NULL AS DOUBLE PRECISION)
          ELSE "t55"."domestic_kg"
        END + (
          CAST("t55"."imports_kg" AS DOUBLE PRECISION) - CAST("t55"."exports_kg" AS DOUBLE PRECISION)
        )
      ) > 0
      THEN CASE
        WHEN COALESCE("t55"."in_months" < 12, FALSE)
        OR COALESCE("t55"."out_months" < 12, FALSE)
        THEN CAST(NULL AS DOUBLE PRECISION)
        ELSE "t55"."domestic_kg"
      END + (
        CAST("t55"."imports_kg" AS DOUBLE PRECISION) - CAST("t55"."exports_kg" AS DOUBLE PRECISION)
      )
      ELSE CAST(NULL AS DOUBLE PRECISION)
    END AS "net_reliance",
    CASE
      WHEN CASE
        WHEN COALESCE("t55"."in_months" < 12, FALSE)
        OR COALESCE("t55"."out_months" < 12, FALSE)
        THEN CAST(NULL AS DOUBLE PRECISION)
        ELSE "t55"."domestic_kg"
      END IS NULL
      THEN CAST(NULL AS DOUBLE PRECISION)
      WHEN (
        CAST("t55"."imports_kg" AS DOUBLE PRECISION) - CAST("t55"."exports_kg" AS DOUBLE PRECISION)
      ) < 0
      THEN 0.0
      WHEN (
        CAST((
          CAST("t55"."imports_kg" AS DOUBLE PRECISION) - CAST("t55"."exports_kg" AS DOUBLE PRECISION)
        ) AS DOUBLE PRECISION) / CASE
          WHEN (
            CASE
              WHEN COALESCE("t55"."in_months" < 12, FALSE)
              OR COALESCE("t55"."out_months" < 12, FALSE)
              THEN CAST(NULL AS DOUBLE PRECISION)
              ELSE "t55"."domestic_kg"
            END + (
              CAST("t55"."imports_kg" AS DOUBLE PRECISION) - CAST("t55"."exports_kg" AS DOUBLE PRECISION)
            )
          ) > 0
          THEN CASE
            WHEN COALESCE("t55"."in_months" < 12, FALSE)
            OR COALESCE("t55"."out_months" < 12, FALSE)
            THEN CAST(NULL AS DOUBLE PRECISION)
            ELSE "t55"."domestic_kg"
          END + (
            CAST("t55"."imports_kg" AS DOUBLE PRECISION) - CAST("t55"."exports_kg" AS DOUBLE PRECISION)
          )
          ELSE CAST(NULL AS DOUBLE PRECISION)
        END
      ) > 1
      THEN 1.0
      ELSE CAST((
        CAST("t55"."imports_kg" AS DOUBLE PRECISION) - CAST("t55"."exports_kg" AS DOUBLE PRECISION)
      ) AS DOUBLE PRECISION) / CASE
        WHEN (
          CASE
            WHEN COALESCE("t55"."in_months" < 12, FALSE)
            OR COALESCE("t55"."out_months" < 12, FALSE)
            THEN CAST(NULL AS DOUBLE PRECISION)
            ELSE "t55"."domestic_kg"
          END + (
            CAST("t55"."imports_kg" AS DOUBLE PRECISION) - CAST("t55"."exports_kg" AS DOUBLE PRECISION)
          )
        ) > 0
        THEN CASE
          WHEN COALESCE("t55"."in_months" < 12, FALSE)
          OR COALESCE("t55"."out_months" < 12, FALSE)
          THEN CAST(NULL AS DOUBLE PRECISION)
          ELSE "t55"."domestic_kg"
        END + (
          CAST("t55"."imports_kg" AS DOUBLE PRECISION) - CAST("t55"."exports_kg" AS DOUBLE PRECISION)
        )
        ELSE CAST(NULL AS DOUBLE PRECISION)
      END
    END AS "eu_reliance",
    CAST("t55"."imports_kg" AS DOUBLE PRECISION) / NULLIF(
      CAST("t55"."imports_kg" AS DOUBLE PRECISION) + CASE
        WHEN COALESCE("t55"."in_months" < 12, FALSE)
        OR COALESCE("t55"."out_months" < 12, FALSE)
        THEN CAST(NULL AS DOUBLE PRECISION)
        ELSE "t55"."domestic_kg"
      END,
      0.0
    ) AS "gross_reliance",
    CASE
      WHEN "t55"."in_silent" OR "t55"."out_silent"
      THEN 'country_does_not_report'
      WHEN (
        CAST("t55"."imports_kg" AS DOUBLE PRECISION) IS NULL
      )
      OR (
        CAST("t55"."exports_kg" AS DOUBLE PRECISION) IS NULL
      )
      THEN 'mass_unknown'
      WHEN COALESCE("t55"."in_months" < 12, FALSE)
      OR COALESCE("t55"."out_months" < 12, FALSE)
      THEN 'part_of_year'
      WHEN CASE
        WHEN COALESCE("t55"."in_months" < 12, FALSE)
        OR COALESCE("t55"."out_months" < 12, FALSE)
        THEN CAST(NULL AS DOUBLE PRECISION)
        ELSE "t55"."domestic_kg"
      END IS NULL
      THEN 'no_production_data'
      WHEN (
        CAST("t55"."imports_kg" AS DOUBLE PRECISION) - CAST("t55"."exports_kg" AS DOUBLE PRECISION)
      ) < 0
      THEN 'net_exporter'
      WHEN (
        CASE
          WHEN COALESCE("t55"."in_months" < 12, FALSE)
          OR COALESCE("t55"."out_months" < 12, FALSE)
          THEN CAST(NULL AS DOUBLE PRECISION)
          ELSE "t55"."domestic_kg"
        END + (
          CAST("t55"."imports_kg" AS DOUBLE PRECISION) - CAST("t55"."exports_kg" AS DOUBLE PRECISION)
        )
      ) <= 0
      THEN 'no_apparent_consumption'
      ELSE CAST(NULL AS VARCHAR)
    END AS "reliance_reason"
  FROM (
    SELECT
      "t54"."in_source",
      "t54"."in_nomenclature",
      "t54"."in_side",
      "t54"."in_year",
      "t54"."in_country",
      "t54"."in_code",
      "t54"."in_mass_kg",
      "t54"."in_value_usd",
      "t54"."in_value_with_mass_usd",
      "t54"."in_partners",
      "t54"."in_mass_max_kg",
      "t54"."in_value_max_usd",
      "t54"."in_mass_squares",
      "t54"."in_value_squares",
      "t54"."in_mass_unspecified_kg",
      "t54"."in_value_unspecified_usd",
      "t54"."in_months",
      "t54"."in_risk_kg",
      "t54"."in_risk_assumed_kg",
      "t54"."in_wgi_squares",
      "t54"."in_wgi_unknown_squares",
      "t54"."out_source",
      "t54"."out_nomenclature",
      "t54"."out_side",
      "t54"."out_year",
      "t54"."out_country",
      "t54"."out_code",
      "t54"."out_mass_kg",
      "t54"."out_value_usd",
      "t54"."out_value_with_mass_usd",
      "t54"."out_partners",
      "t54"."out_mass_max_kg",
      "t54"."out_value_max_usd",
      "t54"."out_mass_squares",
      "t54"."out_value_squares",
      "t54"."out_mass_unspecified_kg",
      "t54"."out_value_unspecified_usd",
      "t54"."out_months",
      "t54"."source",
      "t54"."nomenclature",
      "t54"."side",
      "t54"."year",
      "t54"."country",
      "t54"."code",
      "t54"."in_source_",
      "t54"."in_nomenclature_",
      "t54"."in_side_",
      "t54"."in_year_",
      "t54"."in_reports",
      "t54"."out_source_",
      "t54"."out_nomenclature_",
      "t54"."out_side_",
      "t54"."out_year_",
      "t54"."out_reports",
      "t54"."_world_code",
      "t54"."_world_year",
      "t54"."production_hhi",
      "t54"."production_top_share",
      "t54"."production_coverage",
      "t54"."_world_reason",
      "t54"."_own_code",
      "t54"."_own_iso3",
      "t54"."_own_year",
      "t54"."_own_kg",
      "t54"."_h_code",
      "t54"."_h_year",
      "t54"."h_world_low",
      "t54"."h_world_high",
      "t54"."_iso3",
      "t54"."_year",
      "t54"."own_wgi",
      (
        (
          "t54"."side" = 'importer'
        ) AND (
          "t54"."in_reports" IS NULL
        )
      )
      OR (
        (
          "t54"."side" = 'exporter'
        ) AND (
          "t54"."in_months" IS NULL
        )
      ) AS "in_silent",
      CASE
        WHEN (
          "t54"."in_months" IS NULL
        )
        AND NOT (
          (
            (
              "t54"."side" = 'importer'
            ) AND (
              "t54"."in_reports" IS NULL
            )
          )
          OR (
            (
              "t54"."side" = 'exporter'
            ) AND (
              "t54"."in_months" IS NULL
            )
          )
        )
        THEN CAST(0 AS DECIMAL(38, 6))
        ELSE "t54"."in_mass_kg"
      END AS "imports_kg",
      (
        (
          "t54"."side" = 'exporter'
        ) AND (
          "t54"."out_reports" IS NULL
        )
      )
      OR (
        (
          "t54"."side" = 'importer'
        ) AND (
          "t54"."out_months" IS NULL
        )
      ) AS "out_silent",
      CASE
        WHEN (
          "t54"."out_months" IS NULL
        )
        AND NOT (
          (
            (
              "t54"."side" = 'exporter'
            ) AND (
              "t54"."out_reports" IS NULL
            )
          )
          OR (
            (
              "t54"."side" = 'importer'
            ) AND (
              "t54"."out_months" IS NULL
            )
          )
        )
        THEN CAST(0 AS DECIMAL(38, 6))
        ELSE "t54"."out_mass_kg"
      END AS "exports_kg",
      CASE
        WHEN "t54"."production_hhi" IS NOT NULL
        THEN COALESCE("t54"."_own_kg", 0.0)
        ELSE CAST(NULL AS DOUBLE PRECISION)
      END AS "domestic_kg",
      CASE
        WHEN NOT (
          "t54"."production_hhi" IS NOT NULL
        )
        THEN 'no_production_data'
        WHEN "t54"."_own_kg" IS NULL
        THEN 'not_listed_as_producer'
        ELSE CAST(NULL AS VARCHAR)
      END AS "domestic_reason",
      CASE
        WHEN "t54"."_world_reason" IS NOT NULL
        THEN "t54"."_world_reason"
        WHEN NOT (
          "t54"."production_hhi" IS NOT NULL
        )
        THEN 'no_production_data'
        ELSE CAST(NULL AS VARCHAR)
      END AS "production_reason"
    FROM (
      SELECT
        "t53"."in_source",
        "t53"."in_nomenclature",
        "t53"."in_side",
        "t53"."in_year",
        "t53"."in_country",
        "t53"."in_code",
        "t53"."in_mass_kg",
        "t53"."in_value_usd",
        "t53"."in_value_with_mass_usd",
        "t53"."in_partners",
        "t53"."in_mass_max_kg",
        "t53"."in_value_max_usd",
        "t53"."in_mass_squares",
        "t53"."in_value_squares",
        "t53"."in_mass_unspecified_kg",
        "t53"."in_value_unspecified_usd",
        "t53"."in_months",
        "t53"."in_risk_kg",
        "t53"."in_risk_assumed_kg",
        "t53"."in_wgi_squares",
        "t53"."in_wgi_unknown_squares",
        "t53"."out_source",
        "t53"."out_nomenclature",
        "t53"."out_side",
        "t53"."out_year",
        "t53"."out_country",
        "t53"."out_code",
        "t53"."out_mass_kg",
        "t53"."out_value_usd",
        "t53"."out_value_with_mass_usd",
        "t53"."out_partners",
        "t53"."out_mass_max_kg",
        "t53"."out_value_max_usd",
        "t53"."out_mass_squares",
        "t53"."out_value_squares",
        "t53"."out_mass_unspecified_kg",
        "t53"."out_value_unspecified_usd",
        "t53"."out_months",
        "t53"."source",
        "t53"."nomenclature",
        "t53"."side",
        "t53"."year",
        "t53"."country",
        "t53"."code",
        "t50"."in_source_",
        "t50"."in_nomenclature_",
        "t50"."in_side_",
        "t50"."in_year_",
        "t50"."in_reports",
        "t43"."out_source_",
        "t43"."out_nomenclature_",
        "t43"."out_side_",
        "t43"."out_year_",
        "t43"."out_reports",
        "t46"."_world_code",
        "t46"."_world_year",
        "t46"."production_hhi",
        "t46"."production_top_share",
        "t46"."production_coverage",
        "t46"."_world_reason",
        "t24"."_own_code",
        "t24"."_own_iso3",
        "t24"."_own_year",
        "t24"."_own_kg",
        "t37"."_h_code",
        "t37"."_h_year",
        "t37"."h_world_low",
        "t37"."h_world_high",
        "t12"."_iso3",
        "t12"."_year",
        "t12"."own_wgi"
      FROM (
        SELECT
          "t51"."in_source",
          "t51"."in_nomenclature",
          "t51"."in_side",
          "t51"."in_year",
          "t51"."in_country",
          "t51"."in_code",
          "t51"."in_mass_kg",
          "t51"."in_value_usd",
          "t51"."in_value_with_mass_usd",
          "t51"."in_partners",
          "t51"."in_mass_max_kg",
          "t51"."in_value_max_usd",
          "t51"."in_mass_squares",
          "t51"."in_value_squares",
          "t51"."in_mass_unspecified_kg",
          "t51"."in_value_unspecified_usd",
          "t51"."in_months",
          "t51"."in_risk_kg",
          "t51"."in_risk_assumed_kg",
          "t51"."in_wgi_squares",
          "t51"."in_wgi_unknown_squares",
          "t51"."out_source",
          "t51"."out_nomenclature",
          "t51"."out_side",
          "t51"."out_year",
          "t51"."out_country",
          "t51"."out_code",
          "t51"."out_mass_kg",
          "t51"."out_value_usd",
          "t51"."out_value_with_mass_usd",
          "t51"."out_partners",
          "t51"."out_mass_max_kg",
          "t51"."out_value_max_usd",
          "t51"."out_mass_squares",
          "t51"."out_value_squares",
          "t51"."out_mass_unspecified_kg",
          "t51"."out_value_unspecified_usd",
          "t51"."out_months",
          COALESCE("t51"."in_source", "t51"."out_source") AS "source",
          COALESCE("t51"."in_nomenclature", "t51"."out_nomenclature") AS "nomenclature",
          COALESCE("t51"."in_side", "t51"."out_side") AS "side",
          COALESCE("t51"."in_year", "t51"."out_year") AS "year",
          COALESCE("t51"."in_country", "t51"."out_country") AS "country",
          COALESCE("t51"."in_code", "t51"."out_code") AS "code"
        FROM (
          SELECT
            "t48"."in_source",
            "t48"."in_nomenclature",
            "t48"."in_side",
            "t48"."in_year",
            "t48"."in_country",
            "t48"."in_code",
            "t48"."in_mass_kg",
            "t48"."in_value_usd",
            "t48"."in_value_with_mass_usd",
            "t48"."in_partners",
            "t48"."in_mass_max_kg",
            "t48"."in_value_max_usd",
            "t48"."in_mass_squares",
            "t48"."in_value_squares",
            "t48"."in_mass_unspecified_kg",
            "t48"."in_value_unspecified_usd",
            "t48"."in_months",
            "t48"."in_risk_kg",
            "t48"."in_risk_assumed_kg",
            "t48"."in_wgi_squares",
            "t48"."in_wgi_unknown_squares",
            "t41"."out_source",
            "t41"."out_nomenclature",
            "t41"."out_side",
            "t41"."out_year",
            "t41"."out_country",
            "t41"."out_code",
            "t41"."out_mass_kg",
            "t41"."out_value_usd",
            "t41"."out_value_with_mass_usd",
            "t41"."out_partners",
            "t41"."out_mass_max_kg",
            "t41"."out_value_max_usd",
            "t41"."out_mass_squares",
            "t41"."out_value_squares",
            "t41"."out_mass_unspecified_kg",
            "t41"."out_value_unspecified_usd",
            "t41"."out_months"
          FROM "t45" AS "t48"
          FULL OUTER JOIN "t39" AS "t41"
            ON "t48"."in_source" = "t41"."out_source"
            AND "t48"."in_nomenclature" = "t41"."out_nomenclature"
            AND "t48"."in_side" = "t41"."out_side"
            AND "t48"."in_year" = "t41"."out_year"
            AND "t48"."in_country" = "t41"."out_country"
            AND "t48"."in_code" = "t41"."out_code"
        ) AS "t51"
      ) AS "t53"
      LEFT OUTER JOIN (
        SELECT DISTINCT
          "t47"."in_source" AS "in_source_",
          "t47"."in_nomenclature" AS "in_nomenclature_",
          "t47"."in_side" AS "in_side_",
          "t47"."in_year" AS "in_year_",
          "t47"."in_country" AS "in_reports"
        FROM "t45" AS "t47"
        WHERE
          "t47"."in_side" = 'importer'
      ) AS "t50"
        ON "t53"."source" = "t50"."in_source_"
        AND "t53"."nomenclature" = "t50"."in_nomenclature_"
        AND "t53"."side" = "t50"."in_side_"
        AND "t53"."year" = "t50"."in_year_"
        AND "t53"."country" = "t50"."in_reports"
      LEFT OUTER JOIN (
        SELECT DISTINCT
          "t40"."out_source" AS "out_source_",
          "t40"."out_nomenclature" AS "out_nomenclature_",
          "t40"."out_side" AS "out_side_",
          "t40"."out_year" AS "out_year_",
          "t40"."out_country" AS "out_reports"
        FROM "t39" AS "t40"
        WHERE
          "t40"."out_side" = 'exporter'
      ) AS "t43"
        ON "t53"."source" = "t43"."out_source_"
        AND "t53"."nomenclature" = "t43"."out_nomenclature_"
        AND "t53"."side" = "t43"."out_side_"
        AND "t53"."year" = "t43"."out_year_"
        AND "t53"."country" = "t43"."out_reports"
      LEFT OUTER JOIN (
        SELECT
          "t35"."code" AS "_world_code",
          "t35"."year" AS "_world_year",
          CAST("t35"."squares" AS DOUBLE PRECISION) / (
            NULLIF(
              CASE
                WHEN "t35"."odd" = 0
                THEN "t35"."mass_kg"
                ELSE CAST(NULL AS DOUBLE PRECISION)
              END,
              0.0
            ) * NULLIF(
              CASE
                WHEN "t35"."odd" = 0
                THEN "t35"."mass_kg"
                ELSE CAST(NULL AS DOUBLE PRECISION)
              END,
              0.0
            )
          ) AS "production_hhi",
          CAST("t35"."largest" AS DOUBLE PRECISION) / NULLIF(
            CASE
              WHEN "t35"."odd" = 0
              THEN "t35"."mass_kg"
              ELSE CAST(NULL AS DOUBLE PRECISION)
            END,
            0.0
          ) AS "production_top_share",
          1 - (
            CAST(COALESCE("t35"."rest", 0.0) AS DOUBLE PRECISION) / NULLIF(
              NULLIF(
                CASE
                  WHEN "t35"."odd" = 0
                  THEN "t35"."mass_kg"
                  ELSE CAST(NULL AS DOUBLE PRECISION)
                END,
                0.0
              ),
              0.0
            )
          ) AS "production_coverage",
          CASE
            WHEN NOT (
              "t35"."odd" = 0
            )
            THEN 'not_a_country_among_rows'
            WHEN (
              "t35"."mass_kg" IS NULL
            ) OR (
              "t35"."mass_kg" = 0
            )
            THEN 'nothing_to_share'
            WHEN COALESCE("t35"."rest", 0.0) > 0
            THEN 'lower_bound'
            ELSE CAST(NULL AS VARCHAR)
          END AS "_world_reason"
        FROM (
          SELECT
            "t30"."code",
            "t30"."year",
            SUM("t30"."mass_kg") AS "mass_kg",
            SUM(CAST("t30"."_named" AND (
              "t30"."mass_kg" > 0
            ) AS BIGINT)) AS "producers",
            SUM("t30"."mass_kg" * "t30"."mass_kg") FILTER(WHERE
              "t30"."_named") AS "squares",
            MAX("t30"."mass_kg") FILTER(WHERE
              "t30"."_named") AS "largest",
            MAX("t30"."iso3") FILTER(WHERE
              "t30"."_named" AND (
                "t30"."_rank" = 0
              )) AS "top",
            SUM("t30"."mass_kg") FILTER(WHERE
              NOT (
                "t30"."_named"
              )) AS "rest",
            SUM(CAST("t30"."_odd" AS BIGINT)) AS "odd"
          FROM (
            SELECT
              "t26"."code",
              "t26"."iso3",
              "t26"."year",
              "t26"."mass_kg",
              "t26"."_named",
              "t26"."_odd",
              ROW_NUMBER() OVER (
                PARTITION BY "t26"."code", "t26"."year", "t26"."_named"
                ORDER BY "t26"."mass_kg" DESC NULLS LAST, "t26"."iso3" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) - 1 AS "_rank"
            FROM (
              SELECT
                "t21"."code",
                "t21"."iso3",
                "t21"."year",
                "t21"."mass_kg",
                "t21"."iso3" <> 'ROW' AS "_named",
                NOT (
                  "t21"."iso3" IN (
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
              FROM "t19" AS "t21"
            ) AS "t26"
          ) AS "t30"
          GROUP BY
            1,
            2
        ) AS "t35"
      ) AS "t46"
        ON "t53"."code" = "t46"."_world_code" AND "t53"."year" = "t46"."_world_year"
      LEFT OUTER JOIN (
        SELECT
          "t21"."code" AS "_own_code",
          "t21"."iso3" AS "_own_iso3",
          "t21"."year" AS "_own_year",
          "t21"."mass_kg" AS "_own_kg"
        FROM "t19" AS "t21"
      ) AS "t24"
        ON "t53"."code" = "t24"."_own_code"
        AND "t53"."country" = "t24"."_own_iso3"
        AND "t53"."year" = "t24"."_own_year"
      LEFT OUTER JOIN (
        SELECT
          "t31"."code" AS "_h_code",
          "t31"."year" AS "_h_year",
          CAST("t31"."low" AS DOUBLE PRECISION) / NULLIF("t31"."total" * "t31"."total", 0.0) AS "h_world_low",
          CAST("t31"."high" AS DOUBLE PRECISION) / NULLIF("t31"."total" * "t31"."total", 0.0) AS "h_world_high"
        FROM (
          SELECT
            "t28"."code",
            "t28"."year",
            SUM("t28"."mass_kg") AS "total",
            SUM("t28"."mass_kg" * "t28"."mass_kg" * COALESCE("t28"."own_wgi", 0.0)) AS "low",
            SUM("t28"."mass_kg" * "t28"."mass_kg" * COALESCE("t28"."own_wgi", 10.0)) AS "high"
          FROM (
            SELECT
              "t22"."code",
              "t22"."iso3",
              "t22"."year",
              "t22"."mass_kg",
              "t13"."_iso3",
              "t13"."_year",
              "t13"."own_wgi"
            FROM "t19" AS "t22"
            LEFT OUTER JOIN "t10" AS "t13"
              ON "t22"."iso3" = "t13"."_iso3" AND "t22"."year" = "t13"."_year"
          ) AS "t28"
          GROUP BY
            1,
            2
        ) AS "t31"
      ) AS "t37"
        ON "t53"."code" = "t37"."_h_code" AND "t53"."year" = "t37"."_h_year"
      LEFT OUTER JOIN "t10" AS "t12"
        ON "t53"."country" = "t12"."_iso3" AND "t53"."year" = "t12"."_year"
    ) AS "t54"
  ) AS "t55"
) AS "t56"
ORDER BY
  "t56"."source" ASC,
  "t56"."nomenclature" ASC,
  "t56"."side" ASC,
  "t56"."code" ASC,
  "t56"."year" DESC NULLS LAST,
  "t56"."country" ASC
