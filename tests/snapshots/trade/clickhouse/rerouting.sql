WITH "t6" AS (
  SELECT
    "t5"."source" AS "source",
    "t5"."nomenclature" AS "nomenclature",
    "t5"."side" AS "side",
    "t5"."year" AS "year",
    "t5"."exporter" AS "exporter",
    "t5"."importer" AS "importer",
    "t5"."code" AS "code",
    "t5"."direction_re" AS "direction_re",
    "t5"."mass_kg" AS "mass_kg",
    "t5"."value_usd" AS "value_usd",
    "t5"."value_with_mass_usd" AS "value_with_mass_usd",
    "t5"."months" AS "months",
    CASE WHEN "t5"."side" = 'exporter' THEN "t5"."exporter" ELSE "t5"."importer" END AS "reporter",
    CASE WHEN "t5"."side" = 'exporter' THEN "t5"."importer" ELSE "t5"."exporter" END AS "partner",
    CASE
      WHEN startsWith("t5"."nomenclature", 'HS')
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
      "t4"."source" AS "source",
      "t4"."nomenclature" AS "nomenclature",
      "t4"."side" AS "side",
      "t4"."year" AS "year",
      "t4"."exporter" AS "exporter",
      "t4"."importer" AS "importer",
      "t4"."code" AS "code",
      "t4"."direction_re" AS "direction_re",
      SUM("t4"."mass_kg") AS "mass_kg",
      SUM("t4"."value_usd") AS "value_usd",
      SUM("t4"."value_with_mass_usd") AS "value_with_mass_usd",
      SUM(
        CASE
          WHEN position("t4"."period", '/') > 0
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
        "t3"."source" AS "source",
        "t3"."nomenclature" AS "nomenclature",
        "t3"."side" AS "side",
        "t3"."year" AS "year",
        "t3"."exporter" AS "exporter",
        "t3"."importer" AS "importer",
        "t3"."code" AS "code",
        "t3"."direction_re" AS "direction_re",
        "t3"."frequency" AS "frequency",
        "t3"."period" AS "period",
        SUM("t3"."mass_kg") AS "mass_kg",
        SUM("t3"."value_usd") AS "value_usd",
        SUM("t3"."value_with_mass_usd") AS "value_with_mass_usd"
      FROM (
        SELECT
          "t2"."load" AS "load",
          "t2"."year" AS "year",
          "t2"."frequency" AS "frequency",
          "t2"."period" AS "period",
          "t2"."reporter" AS "reporter",
          "t2"."partner" AS "partner",
          "t2"."direction" AS "direction",
          "t2"."nomenclature" AS "nomenclature",
          "t2"."code" AS "code",
          "t2"."mass_kg" AS "mass_kg",
          "t2"."value_usd" AS "value_usd",
          "t2"."mass_basis" AS "mass_basis",
          "t2"."valuation" AS "valuation",
          "t2"."value_reported" AS "value_reported",
          "t2"."currency" AS "currency",
          "t2"."basis" AS "basis",
          "t2"."source" AS "source",
          "t2"."vintage" AS "vintage",
          "t2"."file" AS "file",
          "t2"."row" AS "row",
          "t2"."exporter" AS "exporter",
          "t2"."importer" AS "importer",
          "t2"."direction_re" AS "direction_re",
          "t2"."side" AS "side",
          "t2"."_has_year" AS "_has_year",
          CASE
            WHEN isNull("t2"."mass_kg")
            THEN CAST(NULL AS Nullable(Decimal(18, 6)))
            ELSE "t2"."value_usd"
          END AS "value_with_mass_usd"
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
            "t1"."code" AS "code",
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
            "t1"."exporter" AS "exporter",
            "t1"."importer" AS "importer",
            "t1"."direction_re" AS "direction_re",
            "t1"."side" AS "side",
            MAX(CAST("t1"."frequency" = 'A' AS Nullable(Int8))) OVER (
              PARTITION BY "t1"."source", "t1"."nomenclature", "t1"."side", "t1"."year", "t1"."direction_re", "t1"."reporter", "t1"."code"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "_has_year"
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
              END AS "side"
            FROM "flows" AS "t0"
            WHERE
              (
                FALSE
                OR SUBSTRING(
                  "t0"."code",
                  CASE WHEN (
                    0 + 1
                  ) >= 1 THEN 0 + 1 ELSE 0 + 1 + LENGTH("t0"."code") END,
                  6
                ) IN ('260400')
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
        "t3"."source",
        "t3"."nomenclature",
        "t3"."side",
        "t3"."year",
        "t3"."exporter",
        "t3"."importer",
        "t3"."code",
        "t3"."direction_re",
        "t3"."frequency",
        "t3"."period"
    ) AS "t4"
    GROUP BY
      "t4"."source",
      "t4"."nomenclature",
      "t4"."side",
      "t4"."year",
      "t4"."exporter",
      "t4"."importer",
      "t4"."code",
      "t4"."direction_re"
  ) AS "t5"
  WHERE
    "t5"."side" IN ('exporter', 'importer') AND "t5"."exporter" <> "t5"."importer"
), "t13" AS (
  SELECT
    "t8"."source" AS "source",
    "t8"."nomenclature" AS "nomenclature",
    "t8"."side" AS "side",
    "t8"."year" AS "year",
    "t8"."exporter" AS "exporter",
    "t8"."importer" AS "importer",
    "t8"."code" AS "code",
    "t8"."direction_re" AS "direction_re",
    "t8"."mass_kg" AS "mass_kg",
    "t8"."value_usd" AS "value_usd",
    "t8"."value_with_mass_usd" AS "value_with_mass_usd",
    "t8"."months" AS "months",
    "t8"."reporter" AS "reporter",
    "t8"."partner" AS "partner",
    "t8"."edition" AS "edition"
  FROM "t6" AS "t8"
  INNER JOIN (
    SELECT
      "t10"."reporter" AS "reporter",
      "t10"."side" AS "side",
      "t10"."code" AS "code",
      "t10"."year" AS "year",
      "t10"."source" AS "source",
      "t10"."nomenclature" AS "nomenclature"
    FROM (
      SELECT
        "t9"."reporter" AS "reporter",
        "t9"."side" AS "side",
        "t9"."code" AS "code",
        "t9"."year" AS "year",
        "t9"."source" AS "source",
        "t9"."nomenclature" AS "nomenclature",
        "t9"."_months" AS "_months",
        ROW_NUMBER() OVER (
          PARTITION BY "t9"."reporter", "t9"."side", "t9"."code", "t9"."year"
          ORDER BY "t9"."_months" DESC, "t9"."source" ASC, CASE
            WHEN CASE
              WHEN startsWith("t9"."nomenclature", 'HS')
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
              WHEN startsWith("t9"."nomenclature", 'HS')
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
              WHEN startsWith("t9"."nomenclature", 'HS')
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
              WHEN startsWith("t9"."nomenclature", 'HS')
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
              WHEN startsWith("t9"."nomenclature", 'HS')
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
              WHEN startsWith("t9"."nomenclature", 'HS')
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
              WHEN startsWith("t9"."nomenclature", 'HS')
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
          END DESC, "t9"."nomenclature" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "_rank"
      FROM (
        SELECT
          "t7"."reporter" AS "reporter",
          "t7"."side" AS "side",
          "t7"."code" AS "code",
          "t7"."year" AS "year",
          "t7"."source" AS "source",
          "t7"."nomenclature" AS "nomenclature",
          MAX("t7"."months") AS "_months"
        FROM "t6" AS "t7"
        GROUP BY
          "t7"."reporter",
          "t7"."side",
          "t7"."code",
          "t7"."year",
          "t7"."source",
          "t7"."nomenclature"
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
  "t21"."third" AS "third",
  "t21"."code" AS "code",
  "t21"."year" AS "year",
  "t21"."mass_in_kg" AS "mass_in_kg",
  "t21"."value_in_usd" AS "value_in_usd",
  "t21"."mass_out_kg" AS "mass_out_kg",
  "t21"."value_out_usd" AS "value_out_usd",
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
  END AS Nullable(Float64)) / nullIf(CAST("t21"."mass_out_kg" AS Nullable(Float64)), 0.0) AS "share_of_mass_out"
FROM (
  SELECT
    "t19"."third" AS "third",
    "t19"."code" AS "code",
    "t19"."year" AS "year",
    "t19"."mass_in_kg" AS "mass_in_kg",
    "t19"."value_in_usd" AS "value_in_usd",
    "t20"."mass_out_kg" AS "mass_out_kg",
    "t20"."value_out_usd" AS "value_out_usd"
  FROM (
    SELECT
      "t15"."third" AS "third",
      "t15"."code" AS "code",
      "t15"."year" AS "year",
      CASE
        WHEN MAX(CAST(isNull("t15"."mass_kg") AS Nullable(Int8))) = 1
        THEN CAST(NULL AS Nullable(Decimal(38, 6)))
        ELSE SUM("t15"."mass_kg")
      END AS "mass_in_kg",
      CASE
        WHEN MAX(CAST(isNull("t15"."value_usd") AS Nullable(Int8))) = 1
        THEN CAST(NULL AS Nullable(Decimal(38, 6)))
        ELSE SUM("t15"."value_usd")
      END AS "value_in_usd"
    FROM (
      SELECT
        "t14"."source" AS "source",
        "t14"."nomenclature" AS "nomenclature",
        "t14"."side" AS "side",
        "t14"."year" AS "year",
        "t14"."exporter" AS "exporter",
        "t14"."importer" AS "importer",
        "t14"."code" AS "code",
        "t14"."direction_re" AS "direction_re",
        "t14"."mass_kg" AS "mass_kg",
        "t14"."value_usd" AS "value_usd",
        "t14"."value_with_mass_usd" AS "value_with_mass_usd",
        "t14"."months" AS "months",
        "t14"."reporter" AS "reporter",
        "t14"."partner" AS "partner",
        "t14"."edition" AS "edition",
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
      "t15"."third",
      "t15"."code",
      "t15"."year"
  ) AS "t19"
  INNER JOIN (
    SELECT
      "t16"."third" AS "third",
      "t16"."code" AS "code",
      "t16"."year" AS "year",
      CASE
        WHEN MAX(CAST(isNull("t16"."mass_kg") AS Nullable(Int8))) = 1
        THEN CAST(NULL AS Nullable(Decimal(38, 6)))
        ELSE SUM("t16"."mass_kg")
      END AS "mass_out_kg",
      CASE
        WHEN MAX(CAST(isNull("t16"."value_usd") AS Nullable(Int8))) = 1
        THEN CAST(NULL AS Nullable(Decimal(38, 6)))
        ELSE SUM("t16"."value_usd")
      END AS "value_out_usd"
    FROM (
      SELECT
        "t14"."source" AS "source",
        "t14"."nomenclature" AS "nomenclature",
        "t14"."side" AS "side",
        "t14"."year" AS "year",
        "t14"."exporter" AS "exporter",
        "t14"."importer" AS "importer",
        "t14"."code" AS "code",
        "t14"."direction_re" AS "direction_re",
        "t14"."mass_kg" AS "mass_kg",
        "t14"."value_usd" AS "value_usd",
        "t14"."value_with_mass_usd" AS "value_with_mass_usd",
        "t14"."months" AS "months",
        "t14"."reporter" AS "reporter",
        "t14"."partner" AS "partner",
        "t14"."edition" AS "edition",
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
      "t16"."third",
      "t16"."code",
      "t16"."year"
  ) AS "t20"
    ON "t19"."third" = "t20"."third"
    AND "t19"."code" = "t20"."code"
    AND "t19"."year" = "t20"."year"
) AS "t21"
ORDER BY
  "t21"."third" ASC,
  "t21"."code" ASC,
  "t21"."year" ASC
