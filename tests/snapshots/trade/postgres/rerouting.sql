WITH "t6" AS (
  SELECT
    "t5"."source",
    "t5"."nomenclature",
    "t5"."side",
    "t5"."year",
    "t5"."exporter",
    "t5"."importer",
    "t5"."code",
    "t5"."direction_re",
    "t5"."mass_kg",
    "t5"."value_usd",
    "t5"."value_with_mass_usd",
    "t5"."months",
    CASE WHEN "t5"."side" = 'exporter' THEN "t5"."exporter" ELSE "t5"."importer" END AS "reporter",
    CASE WHEN "t5"."side" = 'exporter' THEN "t5"."importer" ELSE "t5"."exporter" END AS "partner",
    CASE
      WHEN STARTS_WITH("t5"."nomenclature", 'HS')
      THEN "t5"."nomenclature"
      ELSE CASE
        WHEN "t5"."year" >= 2022
        THEN 'HS22'
        WHEN "t5"."year" >= 2017
        THEN 'HS17'
        WHEN "t5"."year" >= 2012
        THEN 'HS12'
        WHEN "t5"."year" >= 2007
        THEN 'HS07'
        WHEN "t5"."year" >= 2002
        THEN 'HS02'
        WHEN "t5"."year" >= 1996
        THEN 'HS96'
        WHEN "t5"."year" >= 1988
        THEN 'HS92'
        ELSE 'HS92'
      END
    END AS "edition"
  FROM (
    SELECT
      "t4"."source",
      "t4"."nomenclature",
      "t4"."side",
      "t4"."year",
      "t4"."exporter",
      "t4"."importer",
      "t4"."code",
      "t4"."direction_re",
      SUM("t4"."mass_kg") AS "mass_kg",
      SUM("t4"."value_usd") AS "value_usd",
      SUM("t4"."value_with_mass_usd") AS "value_with_mass_usd",
      SUM(
        CASE
          WHEN POSITION('/' IN "t4"."period") > 0
          THEN 2
          ELSE CASE
            WHEN "t4"."frequency" = 'A'
            THEN 12
            WHEN "t4"."frequency" = 'Q'
            THEN 3
            WHEN "t4"."frequency" = 'M'
            THEN 1
            ELSE 0
          END
        END
      ) AS "months"
    FROM (
      SELECT
        "t3"."source",
        "t3"."nomenclature",
        "t3"."side",
        "t3"."year",
        "t3"."exporter",
        "t3"."importer",
        "t3"."code",
        "t3"."direction_re",
        "t3"."frequency",
        "t3"."period",
        SUM("t3"."mass_kg") AS "mass_kg",
        SUM("t3"."value_usd") AS "value_usd",
        SUM("t3"."value_with_mass_usd") AS "value_with_mass_usd"
      FROM (
        SELECT
          "t2"."load",
          "t2"."year",
          "t2"."frequency",
          "t2"."period",
          "t2"."reporter",
          "t2"."partner",
          "t2"."direction",
          "t2"."nomenclature",
          "t2"."code",
          "t2"."mass_kg",
          "t2"."value_usd",
          "t2"."mass_basis",
          "t2"."valuation",
          "t2"."value_reported",
          "t2"."currency",
          "t2"."basis",
          "t2"."source",
          "t2"."vintage",
          "t2"."file",
          "t2"."row",
          "t2"."exporter",
          "t2"."importer",
          "t2"."direction_re",
          "t2"."side",
          "t2"."_has_year",
          CASE
            WHEN "t2"."mass_kg" IS NULL
            THEN CAST(NULL AS DECIMAL(18, 6))
            ELSE "t2"."value_usd"
          END AS "value_with_mass_usd"
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
            "t1"."code",
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
            "t1"."exporter",
            "t1"."importer",
            "t1"."direction_re",
            "t1"."side",
            MAX(CAST("t1"."frequency" = 'A' AS SMALLINT)) OVER (
              PARTITION BY "t1"."source", "t1"."nomenclature", "t1"."side", "t1"."year", "t1"."direction_re", "t1"."reporter", "t1"."code"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "_has_year"
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
              END AS "side"
            FROM "flows" AS "t0"
            WHERE
              (
                FALSE
                OR SUBSTRING("t0"."code" FROM CASE WHEN (
                  0 + 1
                ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t0"."code") END FOR 6) IN ('260400')
              )
              AND "t0"."year" IN (2022)
          ) AS "t1"
        ) AS "t2"
        WHERE
          (
            "t2"."frequency" = 'A'
          ) OR (
            "t2"."_has_year" = 0
          )
      ) AS "t3"
      GROUP BY
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10
    ) AS "t4"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8
  ) AS "t5"
  WHERE
    "t5"."side" IN ('exporter', 'importer') AND "t5"."exporter" <> "t5"."importer"
), "t13" AS (
  SELECT
    "t8"."source",
    "t8"."nomenclature",
    "t8"."side",
    "t8"."year",
    "t8"."exporter",
    "t8"."importer",
    "t8"."code",
    "t8"."direction_re",
    "t8"."mass_kg",
    "t8"."value_usd",
    "t8"."value_with_mass_usd",
    "t8"."months",
    "t8"."reporter",
    "t8"."partner",
    "t8"."edition"
  FROM "t6" AS "t8"
  INNER JOIN (
    SELECT
      "t10"."reporter",
      "t10"."side",
      "t10"."code",
      "t10"."year",
      "t10"."source",
      "t10"."nomenclature"
    FROM (
      SELECT
        "t9"."reporter",
        "t9"."side",
        "t9"."code",
        "t9"."year",
        "t9"."source",
        "t9"."nomenclature",
        "t9"."_months",
        ROW_NUMBER() OVER (
          PARTITION BY "t9"."reporter", "t9"."side", "t9"."code", "t9"."year"
          ORDER BY "t9"."_months" DESC NULLS LAST, "t9"."source" ASC, CASE
            WHEN CASE
              WHEN STARTS_WITH("t9"."nomenclature", 'HS')
              THEN "t9"."nomenclature"
              ELSE CASE
                WHEN "t9"."year" >= 2022
                THEN 'HS22'
                WHEN "t9"."year" >= 2017
                THEN 'HS17'
                WHEN "t9"."year" >= 2012
                THEN 'HS12'
                WHEN "t9"."year" >= 2007
                THEN 'HS07'
                WHEN "t9"."year" >= 2002
                THEN 'HS02'
                WHEN "t9"."year" >= 1996
                THEN 'HS96'
                WHEN "t9"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS92'
            THEN 1988
            WHEN CASE
              WHEN STARTS_WITH("t9"."nomenclature", 'HS')
              THEN "t9"."nomenclature"
              ELSE CASE
                WHEN "t9"."year" >= 2022
                THEN 'HS22'
                WHEN "t9"."year" >= 2017
                THEN 'HS17'
                WHEN "t9"."year" >= 2012
                THEN 'HS12'
                WHEN "t9"."year" >= 2007
                THEN 'HS07'
                WHEN "t9"."year" >= 2002
                THEN 'HS02'
                WHEN "t9"."year" >= 1996
                THEN 'HS96'
                WHEN "t9"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS96'
            THEN 1996
            WHEN CASE
              WHEN STARTS_WITH("t9"."nomenclature", 'HS')
              THEN "t9"."nomenclature"
              ELSE CASE
                WHEN "t9"."year" >= 2022
                THEN 'HS22'
                WHEN "t9"."year" >= 2017
                THEN 'HS17'
                WHEN "t9"."year" >= 2012
                THEN 'HS12'
                WHEN "t9"."year" >= 2007
                THEN 'HS07'
                WHEN "t9"."year" >= 2002
                THEN 'HS02'
                WHEN "t9"."year" >= 1996
                THEN 'HS96'
                WHEN "t9"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS02'
            THEN 2002
            WHEN CASE
              WHEN STARTS_WITH("t9"."nomenclature", 'HS')
              THEN "t9"."nomenclature"
              ELSE CASE
                WHEN "t9"."year" >= 2022
                THEN 'HS22'
                WHEN "t9"."year" >= 2017
                THEN 'HS17'
                WHEN "t9"."year" >= 2012
                THEN 'HS12'
                WHEN "t9"."year" >= 2007
                THEN 'HS07'
                WHEN "t9"."year" >= 2002
                THEN 'HS02'
                WHEN "t9"."year" >= 1996
                THEN 'HS96'
                WHEN "t9"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS07'
            THEN 2007
            WHEN CASE
              WHEN STARTS_WITH("t9"."nomenclature", 'HS')
              THEN "t9"."nomenclature"
              ELSE CASE
                WHEN "t9"."year" >= 2022
                THEN 'HS22'
                WHEN "t9"."year" >= 2017
                THEN 'HS17'
                WHEN "t9"."year" >= 2012
                THEN 'HS12'
                WHEN "t9"."year" >= 2007
                THEN 'HS07'
                WHEN "t9"."year" >= 2002
                THEN 'HS02'
                WHEN "t9"."year" >= 1996
                THEN 'HS96'
                WHEN "t9"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS12'
            THEN 2012
            WHEN CASE
              WHEN STARTS_WITH("t9"."nomenclature", 'HS')
              THEN "t9"."nomenclature"
              ELSE CASE
                WHEN "t9"."year" >= 2022
                THEN 'HS22'
                WHEN "t9"."year" >= 2017
                THEN 'HS17'
                WHEN "t9"."year" >= 2012
                THEN 'HS12'
                WHEN "t9"."year" >= 2007
                THEN 'HS07'
                WHEN "t9"."year" >= 2002
                THEN 'HS02'
                WHEN "t9"."year" >= 1996
                THEN 'HS96'
                WHEN "t9"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS17'
            THEN 2017
            WHEN CASE
              WHEN STARTS_WITH("t9"."nomenclature", 'HS')
              THEN "t9"."nomenclature"
              ELSE CASE
                WHEN "t9"."year" >= 2022
                THEN 'HS22'
                WHEN "t9"."year" >= 2017
                THEN 'HS17'
                WHEN "t9"."year" >= 2012
                THEN 'HS12'
                WHEN "t9"."year" >= 2007
                THEN 'HS07'
                WHEN "t9"."year" >= 2002
                THEN 'HS02'
                WHEN "t9"."year" >= 1996
                THEN 'HS96'
                WHEN "t9"."year" >= 1988
                THEN 'HS92'
                ELSE 'HS92'
              END
            END = 'HS22'
            THEN 2022
            ELSE 0
          END DESC NULLS LAST, "t9"."nomenclature" DESC NULLS LAST
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "_rank"
      FROM (
        SELECT
          "t7"."reporter",
          "t7"."side",
          "t7"."code",
          "t7"."year",
          "t7"."source",
          "t7"."nomenclature",
          MAX("t7"."months") AS "_months"
        FROM "t6" AS "t7"
        GROUP BY
          1,
          2,
          3,
          4,
          5,
          6
      ) AS "t9"
    ) AS "t10"
    WHERE
      "t10"."_rank" = 0
  ) AS "t12"
    ON "t8"."reporter" = "t12"."reporter"
    AND "t8"."side" = "t12"."side"
    AND "t8"."code" = "t12"."code"
    AND "t8"."year" = "t12"."year"
    AND "t8"."source" = "t12"."source"
    AND "t8"."nomenclature" = "t12"."nomenclature"
)
SELECT
  "t21"."third",
  "t21"."code",
  "t21"."year",
  "t21"."mass_in_kg",
  "t21"."value_in_usd",
  "t21"."mass_out_kg",
  "t21"."value_out_usd",
  CASE
    WHEN "t21"."mass_in_kg" <= "t21"."mass_out_kg"
    THEN "t21"."mass_in_kg"
    WHEN "t21"."mass_out_kg" < "t21"."mass_in_kg"
    THEN "t21"."mass_out_kg"
    ELSE NULL
  END AS "rerouted_kg",
  CASE
    WHEN "t21"."value_in_usd" <= "t21"."value_out_usd"
    THEN "t21"."value_in_usd"
    WHEN "t21"."value_out_usd" < "t21"."value_in_usd"
    THEN "t21"."value_out_usd"
    ELSE NULL
  END AS "rerouted_usd",
  'ends' AS "reports",
  'country_code_year' AS "level",
  CAST(CASE
    WHEN "t21"."mass_in_kg" <= "t21"."mass_out_kg"
    THEN "t21"."mass_in_kg"
    WHEN "t21"."mass_out_kg" < "t21"."mass_in_kg"
    THEN "t21"."mass_out_kg"
    ELSE NULL
  END AS DOUBLE PRECISION) / NULLIF(CAST("t21"."mass_out_kg" AS DOUBLE PRECISION), 0.0) AS "share_of_mass_out"
FROM (
  SELECT
    "t19"."third",
    "t19"."code",
    "t19"."year",
    "t19"."mass_in_kg",
    "t19"."value_in_usd",
    "t20"."mass_out_kg",
    "t20"."value_out_usd"
  FROM (
    SELECT
      "t15"."third",
      "t15"."code",
      "t15"."year",
      CASE
        WHEN MAX(CAST("t15"."mass_kg" IS NULL AS SMALLINT)) = 1
        THEN CAST(NULL AS DECIMAL(38, 6))
        ELSE SUM("t15"."mass_kg")
      END AS "mass_in_kg",
      CASE
        WHEN MAX(CAST("t15"."value_usd" IS NULL AS SMALLINT)) = 1
        THEN CAST(NULL AS DECIMAL(38, 6))
        ELSE SUM("t15"."value_usd")
      END AS "value_in_usd"
    FROM (
      SELECT
        "t14"."source",
        "t14"."nomenclature",
        "t14"."side",
        "t14"."year",
        "t14"."exporter",
        "t14"."importer",
        "t14"."code",
        "t14"."direction_re",
        "t14"."mass_kg",
        "t14"."value_usd",
        "t14"."value_with_mass_usd",
        "t14"."months",
        "t14"."reporter",
        "t14"."partner",
        "t14"."edition",
        "t14"."importer" AS "third"
      FROM "t13" AS "t14"
      WHERE
        NOT (
          "t14"."direction_re"
        )
        AND "t14"."side" = 'exporter'
        AND "t14"."exporter" = 'PHL'
        AND "t14"."importer" <> 'JPN'
    ) AS "t15"
    GROUP BY
      1,
      2,
      3
  ) AS "t19"
  INNER JOIN (
    SELECT
      "t16"."third",
      "t16"."code",
      "t16"."year",
      CASE
        WHEN MAX(CAST("t16"."mass_kg" IS NULL AS SMALLINT)) = 1
        THEN CAST(NULL AS DECIMAL(38, 6))
        ELSE SUM("t16"."mass_kg")
      END AS "mass_out_kg",
      CASE
        WHEN MAX(CAST("t16"."value_usd" IS NULL AS SMALLINT)) = 1
        THEN CAST(NULL AS DECIMAL(38, 6))
        ELSE SUM("t16"."value_usd")
      END AS "value_out_usd"
    FROM (
      SELECT
        "t14"."source",
        "t14"."nomenclature",
        "t14"."side",
        "t14"."year",
        "t14"."exporter",
        "t14"."importer",
        "t14"."code",
        "t14"."direction_re",
        "t14"."mass_kg",
        "t14"."value_usd",
        "t14"."value_with_mass_usd",
        "t14"."months",
        "t14"."reporter",
        "t14"."partner",
        "t14"."edition",
        "t14"."exporter" AS "third"
      FROM "t13" AS "t14"
      WHERE
        NOT (
          "t14"."direction_re"
        )
        AND "t14"."side" = 'importer'
        AND "t14"."importer" = 'JPN'
        AND "t14"."exporter" <> 'PHL'
    ) AS "t16"
    GROUP BY
      1,
      2,
      3
  ) AS "t20"
    ON "t19"."third" = "t20"."third"
    AND "t19"."code" = "t20"."code"
    AND "t19"."year" = "t20"."year"
) AS "t21"
ORDER BY
  "t21"."third" ASC,
  "t21"."code" ASC,
  "t21"."year" ASC
