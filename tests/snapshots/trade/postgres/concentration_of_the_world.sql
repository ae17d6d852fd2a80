SELECT
  "t5"."source",
  "t5"."nomenclature",
  "t5"."side",
  "t5"."year",
  "t5"."code",
  "t5"."mass_kg",
  "t5"."value_usd",
  "t5"."partners",
  "t5"."months",
  'WLD' AS "country",
  CAST(COALESCE("t5"."value_with_mass_usd", 0) AS DOUBLE PRECISION) / NULLIF(CAST("t5"."value_usd" AS DOUBLE PRECISION), 0.0) AS "mass_coverage",
  CAST(COALESCE("t5"."mass_squares", 0.0) AS DOUBLE PRECISION) / (
    NULLIF(CAST("t5"."mass_kg" AS DOUBLE PRECISION), 0.0) * NULLIF(CAST("t5"."mass_kg" AS DOUBLE PRECISION), 0.0)
  ) AS "hhi_mass",
  CAST((
    COALESCE("t5"."mass_squares", 0.0) + (
      COALESCE(CAST("t5"."mass_max_kg" AS DOUBLE PRECISION), 0.0) * 2 * COALESCE(CAST("t5"."mass_unspecified_kg" AS DOUBLE PRECISION), 0.0)
    ) + (
      COALESCE(CAST("t5"."mass_unspecified_kg" AS DOUBLE PRECISION), 0.0) * COALESCE(CAST("t5"."mass_unspecified_kg" AS DOUBLE PRECISION), 0.0)
    )
  ) AS DOUBLE PRECISION) / (
    NULLIF(CAST("t5"."mass_kg" AS DOUBLE PRECISION), 0.0) * NULLIF(CAST("t5"."mass_kg" AS DOUBLE PRECISION), 0.0)
  ) AS "hhi_high_mass",
  CAST("t5"."mass_max_kg" AS DOUBLE PRECISION) / NULLIF(CAST("t5"."mass_kg" AS DOUBLE PRECISION), 0.0) AS "top_share_mass",
  CASE
    WHEN "t5"."mass_kg" IS NULL
    THEN 'mass_unknown'
    WHEN "t5"."mass_kg" = 0
    THEN 'nothing_to_share'
    WHEN COALESCE(CAST("t5"."mass_unspecified_kg" AS DOUBLE PRECISION), 0.0) > 0
    THEN 'lower_bound'
    ELSE CAST(NULL AS VARCHAR)
  END AS "reason_mass",
  CAST(COALESCE("t5"."value_squares", 0.0) AS DOUBLE PRECISION) / (
    NULLIF(CAST("t5"."value_usd" AS DOUBLE PRECISION), 0.0) * NULLIF(CAST("t5"."value_usd" AS DOUBLE PRECISION), 0.0)
  ) AS "hhi_value",
  CAST((
    COALESCE("t5"."value_squares", 0.0) + (
      COALESCE(CAST("t5"."value_max_usd" AS DOUBLE PRECISION), 0.0) * 2 * COALESCE(CAST("t5"."value_unspecified_usd" AS DOUBLE PRECISION), 0.0)
    ) + (
      COALESCE(CAST("t5"."value_unspecified_usd" AS DOUBLE PRECISION), 0.0) * COALESCE(CAST("t5"."value_unspecified_usd" AS DOUBLE PRECISION), 0.0)
    )
  ) AS DOUBLE PRECISION) / (
    NULLIF(CAST("t5"."value_usd" AS DOUBLE PRECISION), 0.0) * NULLIF(CAST("t5"."value_usd" AS DOUBLE PRECISION), 0.0)
  ) AS "hhi_high_value",
  CAST("t5"."value_max_usd" AS DOUBLE PRECISION) / NULLIF(CAST("t5"."value_usd" AS DOUBLE PRECISION), 0.0) AS "top_share_value",
  CASE
    WHEN "t5"."value_usd" IS NULL
    THEN 'value_unknown'
    WHEN "t5"."value_usd" = 0
    THEN 'nothing_to_share'
    WHEN COALESCE(CAST("t5"."value_unspecified_usd" AS DOUBLE PRECISION), 0.0) > 0
    THEN 'lower_bound'
    ELSE CAST(NULL AS VARCHAR)
  END AS "reason_value"
FROM (
  SELECT
    "t4"."source",
    "t4"."nomenclature",
    "t4"."side",
    "t4"."year",
    "t4"."code",
    SUM("t4"."mass_kg") AS "mass_kg",
    SUM("t4"."value_usd") AS "value_usd",
    SUM("t4"."value_with_mass_usd") AS "value_with_mass_usd",
    COUNT(*) FILTER(WHERE
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
      )) AS "partners",
    MAX("t4"."mass_kg") FILTER(WHERE
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
      )) AS "mass_max_kg",
    MAX("t4"."value_usd") FILTER(WHERE
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
      )) AS "value_max_usd",
    SUM(
      CAST("t4"."mass_kg" AS DOUBLE PRECISION) * CAST("t4"."mass_kg" AS DOUBLE PRECISION)
    ) FILTER(WHERE
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
      )) AS "mass_squares",
    SUM(
      CAST("t4"."value_usd" AS DOUBLE PRECISION) * CAST("t4"."value_usd" AS DOUBLE PRECISION)
    ) FILTER(WHERE
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
      )) AS "value_squares",
    SUM("t4"."mass_kg") FILTER(WHERE
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
      )) AS "mass_unspecified_kg",
    SUM("t4"."value_usd") FILTER(WHERE
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
      )) AS "value_unspecified_usd",
    MAX("t4"."months") AS "months"
  FROM (
    SELECT
      "t3"."source",
      "t3"."nomenclature",
      "t3"."side",
      "t3"."year",
      "t3"."exporter" AS "country",
      "t3"."code",
      SUM("t3"."mass_kg") AS "mass_kg",
      SUM("t3"."value_usd") AS "value_usd",
      SUM("t3"."value_with_mass_usd") AS "value_with_mass_usd",
      COUNT(*) FILTER(WHERE
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
        )) AS "partners",
      MAX("t3"."mass_kg") FILTER(WHERE
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
        )) AS "mass_max_kg",
      MAX("t3"."value_usd") FILTER(WHERE
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
        )) AS "value_max_usd",
      SUM(
        CAST("t3"."mass_kg" AS DOUBLE PRECISION) * CAST("t3"."mass_kg" AS DOUBLE PRECISION)
      ) FILTER(WHERE
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
        )) AS "mass_squares",
      SUM(
        CAST("t3"."value_usd" AS DOUBLE PRECISION) * CAST("t3"."value_usd" AS DOUBLE PRECISION)
      ) FILTER(WHERE
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
        )) AS "value_squares",
      SUM("t3"."mass_kg") FILTER(WHERE
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
        )) AS "mass_unspecified_kg",
      SUM("t3"."value_usd") FILTER(WHERE
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
        )) AS "value_unspecified_usd",
      MAX("t3"."months") AS "months"
    FROM (
      SELECT
        "t2"."source",
        "t2"."nomenclature",
        "t2"."side",
        "t2"."year",
        "t2"."exporter",
        "t2"."importer",
        "t2"."code",
        "t2"."direction_re",
        "t2"."mass_kg",
        "t2"."value_usd",
        "t2"."value_with_mass_usd",
        12 AS "months"
      FROM (
        SELECT
          "t1"."source",
          "t1"."nomenclature",
          "t1"."side",
          "t1"."year",
          "t1"."exporter",
          "t1"."importer",
          "t1"."code",
          "t1"."direction_re",
          SUM("t1"."mass_kg") AS "mass_kg",
          SUM("t1"."value_usd") AS "value_usd",
          SUM("t1"."value_with_mass_usd") AS "value_with_mass_usd"
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
            SUBSTRING("t0"."code" FROM CASE WHEN (
              0 + 1
            ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t0"."code") END FOR 6) AS "code",
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
            END AS "side",
            CASE
              WHEN "t0"."mass_kg" IS NULL
              THEN CAST(NULL AS DECIMAL(18, 6))
              ELSE "t0"."value_usd"
            END AS "value_with_mass_usd"
          FROM "flows" AS "t0"
          WHERE
            FALSE
            OR SUBSTRING("t0"."code" FROM CASE WHEN (
              0 + 1
            ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t0"."code") END FOR 6) IN ('284690')
        ) AS "t1"
        GROUP BY
          1,
          2,
          3,
          4,
          5,
          6,
          7,
          8
      ) AS "t2"
      WHERE
        NOT (
          "t2"."direction_re"
        )
    ) AS "t3"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6
  ) AS "t4"
  GROUP BY
    1,
    2,
    3,
    4,
    5
) AS "t5"
ORDER BY
  "t5"."source" ASC,
  "t5"."nomenclature" ASC,
  "t5"."side" ASC,
  "t5"."code" ASC,
  "t5"."year" DESC NULLS LAST
