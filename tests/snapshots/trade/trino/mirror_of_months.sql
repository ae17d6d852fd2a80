WITH "t3" AS (
  SELECT
    "t2"."source",
    "t2"."nomenclature",
    "t2"."side",
    "t2"."year",
    "t2"."exporter",
    "t2"."importer",
    "t2"."code",
    "t2"."direction_re",
    "t2"."period",
    "t2"."mass_kg",
    "t2"."value_usd",
    "t2"."value_with_mass_usd",
    IF("t2"."side" = 'exporter', "t2"."exporter", "t2"."importer") AS "reporter",
    IF("t2"."side" = 'exporter', "t2"."importer", "t2"."exporter") AS "partner",
    IF(
      STARTS_WITH("t2"."nomenclature", 'HS'),
      "t2"."nomenclature",
      CASE
        WHEN "t2"."year" >= 2022
        THEN 'HS22'
        WHEN "t2"."year" >= 2017
        THEN 'HS17'
        WHEN "t2"."year" >= 2012
        THEN 'HS12'
        WHEN "t2"."year" >= 2007
        THEN 'HS07'
        WHEN "t2"."year" >= 2002
        THEN 'HS02'
        WHEN "t2"."year" >= 1996
        THEN 'HS96'
        WHEN "t2"."year" >= 1988
        THEN 'HS92'
        ELSE 'HS92'
      END
    ) AS "edition"
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
      "t1"."period",
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
        SUBSTR("t0"."code", IF((
          0 + 1
        ) >= 1, 0 + 1, 0 + 1 + LENGTH("t0"."code")), 6) AS "code",
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
        END AS "side",
        IF("t0"."mass_kg" IS NULL, CAST(NULL AS DECIMAL(18, 6)), "t0"."value_usd") AS "value_with_mass_usd"
      FROM "flows" AS "t0"
      WHERE
        (
          FALSE
          OR SUBSTR("t0"."code", IF((
            0 + 1
          ) >= 1, 0 + 1, 0 + 1 + LENGTH("t0"."code")), 6) IN ('284690')
        )
        AND "t0"."year" IN (2022)
        AND "t0"."frequency" = 'M'
    ) AS "t1"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8,
      9
  ) AS "t2"
  WHERE
    "t2"."side" IN ('exporter', 'importer') AND "t2"."exporter" <> "t2"."importer"
), "t10" AS (
  SELECT
    "t5"."source",
    "t5"."nomenclature",
    "t5"."side",
    "t5"."year",
    "t5"."exporter",
    "t5"."importer",
    "t5"."code",
    "t5"."direction_re",
    "t5"."period",
    "t5"."mass_kg",
    "t5"."value_usd",
    "t5"."value_with_mass_usd",
    "t5"."reporter",
    "t5"."partner",
    "t5"."edition"
  FROM "t3" AS "t5"
  INNER JOIN (
    SELECT
      "t7"."reporter",
      "t7"."side",
      "t7"."code",
      "t7"."year",
      "t7"."source",
      "t7"."nomenclature"
    FROM (
      SELECT
        "t6"."reporter",
        "t6"."side",
        "t6"."code",
        "t6"."year",
        "t6"."source",
        "t6"."nomenclature",
        "t6"."_months",
        ROW_NUMBER() OVER (
          PARTITION BY "t6"."reporter", "t6"."side", "t6"."code", "t6"."year"
          ORDER BY "t6"."_months" DESC, "t6"."source" ASC, "t6"."nomenclature" DESC
        ) - 1 AS "_rank"
      FROM (
        SELECT
          "t4"."reporter",
          "t4"."side",
          "t4"."code",
          "t4"."year",
          "t4"."source",
          "t4"."nomenclature",
          COUNT(DISTINCT "t4"."period") AS "_months"
        FROM "t3" AS "t4"
        GROUP BY
          1,
          2,
          3,
          4,
          5,
          6
      ) AS "t6"
    ) AS "t7"
    WHERE
      "t7"."_rank" = 0
  ) AS "t9"
    ON "t5"."reporter" = "t9"."reporter"
    AND "t5"."side" = "t9"."side"
    AND "t5"."code" = "t9"."code"
    AND "t5"."year" = "t9"."year"
    AND "t5"."source" = "t9"."source"
    AND "t5"."nomenclature" = "t9"."nomenclature"
), "t13" AS (
  SELECT
    *
  FROM "t10" AS "t11"
  WHERE
    "t11"."side" = 'importer'
), "t16" AS (
  SELECT
    *
  FROM "t10" AS "t11"
  WHERE
    "t11"."side" = 'exporter'
)
SELECT
  "t80"."exporter",
  "t80"."importer",
  "t80"."year",
  "t80"."period",
  "t80"."code",
  "t80"."mass_exporter_kg",
  "t80"."mass_importer_kg",
  "t80"."value_exporter_usd",
  "t80"."value_importer_usd",
  "t80"."mass_re_export_kg",
  "t80"."gap_kg",
  "t80"."kind",
  "t80"."silent_side",
  "t80"."compared_on",
  "t80"."source_exporter",
  "t80"."source_importer",
  IF(
    "t80"."_codes" = '',
    '',
    SUBSTR(
      "t80"."_codes",
      IF((
        0 + 1
      ) >= 1, 0 + 1, 0 + 1 + LENGTH("t80"."_codes")),
      LENGTH("t80"."_codes") - 1
    )
  ) AS "caveats"
FROM (
  SELECT
    "t79"."year",
    "t79"."period",
    "t79"."exporter",
    "t79"."importer",
    "t79"."code",
    "t79"."mass_exporter_kg",
    "t79"."value_exporter_usd",
    "t79"."source_exporter",
    "t79"."says_exporter",
    "t79"."mass_importer_kg",
    "t79"."value_importer_usd",
    "t79"."source_importer",
    "t79"."says_importer",
    "t79"."mass_re_export_kg",
    "t79"."value_re_export_usd",
    "t79"."re_exports",
    "t79"."unspecified_exporter",
    "t79"."edition_exporter",
    "t79"."reports_exporter",
    "t79"."mentions_exporter",
    "t79"."first_exporter",
    "t79"."last_exporter",
    "t79"."joined_exporter",
    "t79"."unspecified_importer",
    "t79"."edition_importer",
    "t79"."reports_importer",
    "t79"."mentions_importer",
    "t79"."first_importer",
    "t79"."last_importer",
    "t79"."joined_importer",
    "t79"."covers_exporter",
    "t79"."covers_importer",
    "t79"."compared_on",
    "t79"."exported",
    "t79"."imported",
    "t79"."threshold",
    "t79"."gap_kg",
    "t79"."kind",
    "t79"."silent_side",
    "t79"."_time",
    "t79"."_surplus",
    "t79"."_before",
    "t79"."_after",
    CONCAT(
      IF(
        COALESCE(
          (
            (
              "t79"."silent_side" = 'exporter'
            ) AND NOT (
              "t79"."reports_exporter"
            )
          )
          OR (
            (
              "t79"."silent_side" = 'importer'
            ) AND NOT (
              "t79"."reports_importer"
            )
          ),
          FALSE
        ),
        'silent_side_does_not_report|',
        ''
      ),
      IF(
        COALESCE(
          (
            (
              (
                "t79"."silent_side" = 'exporter'
              ) AND NOT (
                "t79"."reports_exporter"
              )
            )
            OR (
              (
                "t79"."silent_side" = 'importer'
              ) AND NOT (
                "t79"."reports_importer"
              )
            )
          )
          AND (
            (
              (
                "t79"."silent_side" = 'exporter'
              ) AND "t79"."mentions_exporter"
            )
            OR (
              (
                "t79"."silent_side" = 'importer'
              ) AND "t79"."mentions_importer"
            )
          ),
          FALSE
        ),
        'other_direction_only|',
        ''
      ),
      IF(
        COALESCE(
          (
            (
              "t79"."silent_side" = 'exporter'
            )
            AND "t79"."reports_exporter"
            AND NOT (
              "t79"."covers_exporter"
            )
          )
          OR (
            (
              "t79"."silent_side" = 'importer'
            )
            AND "t79"."reports_importer"
            AND NOT (
              "t79"."covers_importer"
            )
          ),
          FALSE
        ),
        'time_not_covered|',
        ''
      ),
      IF(
        COALESCE(
          "t79"."says_exporter"
          AND (
            "t79"."mass_exporter_kg" IS NULL
          )
          AND (
            "t79"."mass_re_export_kg" IS NULL
          ),
          FALSE
        ),
        'mass_unknown_exporter|',
        ''
      ),
      IF(
        COALESCE("t79"."says_importer" AND (
          "t79"."mass_importer_kg" IS NULL
        ), FALSE),
        'mass_unknown_importer|',
        ''
      ),
      IF(COALESCE("t79"."re_exports", FALSE), 're_exports|', ''),
      IF(
        COALESCE(
          "t79"."code" IN (
            '253090',
            '261590',
            '261790',
            '280450',
            '280530',
            '284390',
            '284430',
            '284690',
            '285390',
            '382499',
            '720299',
            '811291',
            '811292',
            '811299',
            '811300',
            '850511'
          ),
          FALSE
        ),
        'mixed_code|',
        ''
      ),
      IF(
        COALESCE(
          "t79"."exporter" IN (
            'ARE',
            'BEL',
            'CHE',
            'DJI',
            'HKG',
            'MAC',
            'MLT',
            'NLD',
            'PAN',
            'SGP',
            'TZA',
            'ZAF'
          )
          OR "t79"."importer" IN (
            'ARE',
            'BEL',
            'CHE',
            'DJI',
            'HKG',
            'MAC',
            'MLT',
            'NLD',
            'PAN',
            'SGP',
            'TZA',
            'ZAF'
          ),
          FALSE
        ),
        'entrepot|',
        ''
      ),
      IF(
        COALESCE(
          (
            ABS("t79"."_surplus") >= (
              GREATEST("t79"."exported", "t79"."imported") * CAST(0.1 AS DOUBLE)
            )
          )
          AND COALESCE(
            (
              (
                "t79"."_surplus" > 0
              )
              AND (
                "t79"."_before" <= (
                  "t79"."_surplus" * CAST(-0.5 AS DOUBLE)
                )
              )
            )
            OR (
              (
                "t79"."_surplus" < 0
              )
              AND (
                "t79"."_after" >= (
                  "t79"."_surplus" * CAST(-0.5 AS DOUBLE)
                )
              )
            ),
            FALSE
          ),
          FALSE
        ),
        'month_edge|',
        ''
      ),
      IF(
        COALESCE(
          (
            "t79"."value_exporter_usd" IS NOT NULL
          )
          AND (
            "t79"."value_importer_usd" IS NOT NULL
          ),
          FALSE
        ),
        'cif_fob|',
        ''
      ),
      IF(
        COALESCE(STARTS_WITH("t79"."code", '26') OR STARTS_WITH("t79"."code", '2530'), FALSE),
        'wet_dry_tonnes|',
        ''
      ),
      IF(
        COALESCE(
          CASE
            WHEN "t79"."exported" < "t79"."imported"
            THEN "t79"."unspecified_exporter"
            WHEN "t79"."imported" < "t79"."exported"
            THEN "t79"."unspecified_importer"
            ELSE FALSE
          END,
          FALSE
        ),
        'confidentiality|',
        ''
      ),
      IF(
        COALESCE("t79"."edition_exporter" <> "t79"."edition_importer", FALSE),
        'hs_vintage_differs|',
        ''
      ),
      IF(
        COALESCE(GREATEST("t79"."exported", "t79"."imported") < "t79"."threshold", FALSE),
        'low_value_threshold|',
        ''
      )
    ) AS "_codes"
  FROM (
    SELECT
      "t78"."year",
      "t78"."period",
      "t78"."exporter",
      "t78"."importer",
      "t78"."code",
      "t78"."mass_exporter_kg",
      "t78"."value_exporter_usd",
      "t78"."source_exporter",
      "t78"."says_exporter",
      "t78"."mass_importer_kg",
      "t78"."value_importer_usd",
      "t78"."source_importer",
      "t78"."says_importer",
      "t78"."mass_re_export_kg",
      "t78"."value_re_export_usd",
      "t78"."re_exports",
      "t78"."unspecified_exporter",
      "t78"."edition_exporter",
      "t78"."reports_exporter",
      "t78"."mentions_exporter",
      "t78"."first_exporter",
      "t78"."last_exporter",
      "t78"."joined_exporter",
      "t78"."unspecified_importer",
      "t78"."edition_importer",
      "t78"."reports_importer",
      "t78"."mentions_importer",
      "t78"."first_importer",
      "t78"."last_importer",
      "t78"."joined_importer",
      "t78"."covers_exporter",
      "t78"."covers_importer",
      "t78"."compared_on",
      "t78"."exported",
      "t78"."imported",
      "t78"."threshold",
      "t78"."gap_kg",
      "t78"."kind",
      "t78"."silent_side",
      "t78"."_time",
      "t78"."_surplus",
      IF(
        (
          "t78"."_time" - LAG("t78"."_time") OVER (
            PARTITION BY "t78"."exporter", "t78"."importer", "t78"."code"
            ORDER BY "t78"."_time" ASC
          )
        ) = 1,
        LAG("t78"."_surplus") OVER (
          PARTITION BY "t78"."exporter", "t78"."importer", "t78"."code"
          ORDER BY "t78"."_time" ASC
        ),
        NULL
      ) AS "_before",
      IF(
        (
          LEAD("t78"."_time") OVER (
            PARTITION BY "t78"."exporter", "t78"."importer", "t78"."code"
            ORDER BY "t78"."_time" ASC
          ) - "t78"."_time"
        ) = 1,
        LEAD("t78"."_surplus") OVER (
          PARTITION BY "t78"."exporter", "t78"."importer", "t78"."code"
          ORDER BY "t78"."_time" ASC
        ),
        NULL
      ) AS "_after"
    FROM (
      SELECT
        "t77"."year",
        "t77"."period",
        "t77"."exporter",
        "t77"."importer",
        "t77"."code",
        "t77"."mass_exporter_kg",
        "t77"."value_exporter_usd",
        "t77"."source_exporter",
        "t77"."says_exporter",
        "t77"."mass_importer_kg",
        "t77"."value_importer_usd",
        "t77"."source_importer",
        "t77"."says_importer",
        "t77"."mass_re_export_kg",
        "t77"."value_re_export_usd",
        "t77"."re_exports",
        "t77"."unspecified_exporter",
        "t77"."edition_exporter",
        "t77"."reports_exporter",
        "t77"."mentions_exporter",
        "t77"."first_exporter",
        "t77"."last_exporter",
        "t77"."joined_exporter",
        "t77"."unspecified_importer",
        "t77"."edition_importer",
        "t77"."reports_importer",
        "t77"."mentions_importer",
        "t77"."first_importer",
        "t77"."last_importer",
        "t77"."joined_importer",
        "t77"."covers_exporter",
        "t77"."covers_importer",
        "t77"."compared_on",
        "t77"."exported",
        "t77"."imported",
        "t77"."threshold",
        "t77"."gap_kg",
        "t77"."kind",
        CASE
          WHEN NOT (
            "t77"."says_exporter"
          )
          THEN 'exporter'
          WHEN NOT (
            "t77"."says_importer"
          )
          THEN 'importer'
          WHEN "t77"."kind" = 'orphan'
          THEN 'exporter'
          WHEN "t77"."kind" = 'ghost'
          THEN 'importer'
          ELSE NULL
        END AS "silent_side",
        IF(
          STRPOS("t77"."period", '/') > 0,
          NULL,
          (
            "t77"."year" * 12
          ) + CAST(SUBSTR("t77"."period", IF((
            5 + 1
          ) >= 1, 5 + 1, 5 + 1 + LENGTH("t77"."period")), 2) AS INTEGER)
        ) AS "_time",
        IF("t77"."kind" <> 'not_reported', "t77"."imported" - "t77"."exported", NULL) AS "_surplus"
      FROM (
        SELECT
          "t76"."year",
          "t76"."period",
          "t76"."exporter",
          "t76"."importer",
          "t76"."code",
          "t76"."mass_exporter_kg",
          "t76"."value_exporter_usd",
          "t76"."source_exporter",
          "t76"."says_exporter",
          "t76"."mass_importer_kg",
          "t76"."value_importer_usd",
          "t76"."source_importer",
          "t76"."says_importer",
          "t76"."mass_re_export_kg",
          "t76"."value_re_export_usd",
          "t76"."re_exports",
          "t76"."unspecified_exporter",
          "t76"."edition_exporter",
          "t76"."reports_exporter",
          "t76"."mentions_exporter",
          "t76"."first_exporter",
          "t76"."last_exporter",
          "t76"."joined_exporter",
          "t76"."unspecified_importer",
          "t76"."edition_importer",
          "t76"."reports_importer",
          "t76"."mentions_importer",
          "t76"."first_importer",
          "t76"."last_importer",
          "t76"."joined_importer",
          "t76"."covers_exporter",
          "t76"."covers_importer",
          "t76"."compared_on",
          "t76"."exported",
          "t76"."imported",
          "t76"."threshold",
          "t76"."mass_importer_kg" - "t76"."mass_exporter_kg" AS "gap_kg",
          CASE
            WHEN COALESCE(
              (
                "t76"."imported" >= "t76"."threshold"
              )
              AND (
                "t76"."exported" <= (
                  "t76"."imported" * CAST(0.01 AS DOUBLE)
                )
              )
              AND (
                "t76"."reports_exporter" AND "t76"."covers_exporter"
              ),
              FALSE
            )
            THEN 'orphan'
            WHEN COALESCE(
              (
                "t76"."exported" >= "t76"."threshold"
              )
              AND (
                "t76"."imported" <= (
                  "t76"."exported" * CAST(0.01 AS DOUBLE)
                )
              )
              AND (
                "t76"."reports_importer" AND "t76"."covers_importer"
              ),
              FALSE
            )
            THEN 'ghost'
            WHEN "t76"."says_exporter" AND "t76"."says_importer"
            THEN 'matched'
            ELSE 'not_reported'
          END AS "kind"
        FROM (
          SELECT
            "t75"."year",
            "t75"."period",
            "t75"."exporter",
            "t75"."importer",
            "t75"."code",
            "t75"."mass_exporter_kg",
            "t75"."value_exporter_usd",
            "t75"."source_exporter",
            "t75"."says_exporter",
            "t75"."mass_importer_kg",
            "t75"."value_importer_usd",
            "t75"."source_importer",
            "t75"."says_importer",
            "t75"."mass_re_export_kg",
            "t75"."value_re_export_usd",
            "t75"."re_exports",
            "t75"."unspecified_exporter",
            "t75"."edition_exporter",
            "t75"."reports_exporter",
            "t75"."mentions_exporter",
            "t75"."first_exporter",
            "t75"."last_exporter",
            "t75"."joined_exporter",
            "t75"."unspecified_importer",
            "t75"."edition_importer",
            "t75"."reports_importer",
            "t75"."mentions_importer",
            "t75"."first_importer",
            "t75"."last_importer",
            COALESCE("t75"."joined_importer", FALSE) AS "joined_importer",
            COALESCE("t75"."period" BETWEEN "t75"."first_exporter" AND "t75"."last_exporter", FALSE)
            AND NOT (
              "t75"."joined_exporter"
            )
            AND NOT (
              STRPOS("t75"."period", '/') > 0
            ) AS "covers_exporter",
            COALESCE("t75"."period" BETWEEN "t75"."first_importer" AND "t75"."last_importer", FALSE)
            AND NOT (
              COALESCE("t75"."joined_importer", FALSE)
            )
            AND NOT (
              STRPOS("t75"."period", '/') > 0
            ) AS "covers_importer",
            CASE
              WHEN NOT (
                (
                  "t75"."says_exporter"
                  AND (
                    COALESCE("t75"."mass_exporter_kg", "t75"."mass_re_export_kg") IS NULL
                  )
                )
                OR (
                  "t75"."says_importer" AND (
                    "t75"."mass_importer_kg" IS NULL
                  )
                )
              )
              THEN 'mass'
              WHEN NOT (
                (
                  "t75"."says_exporter"
                  AND (
                    COALESCE("t75"."value_exporter_usd", "t75"."value_re_export_usd") IS NULL
                  )
                )
                OR (
                  "t75"."says_importer" AND (
                    "t75"."value_importer_usd" IS NULL
                  )
                )
              )
              THEN 'value'
              ELSE NULL
            END AS "compared_on",
            CASE
              WHEN NOT (
                (
                  "t75"."says_exporter"
                  AND (
                    COALESCE("t75"."mass_exporter_kg", "t75"."mass_re_export_kg") IS NULL
                  )
                )
                OR (
                  "t75"."says_importer" AND (
                    "t75"."mass_importer_kg" IS NULL
                  )
                )
              )
              THEN IF(
                "t75"."says_exporter",
                CAST(COALESCE("t75"."mass_exporter_kg", "t75"."mass_re_export_kg") AS DOUBLE),
                CAST(0.0 AS DOUBLE)
              )
              WHEN NOT (
                (
                  "t75"."says_exporter"
                  AND (
                    COALESCE("t75"."value_exporter_usd", "t75"."value_re_export_usd") IS NULL
                  )
                )
                OR (
                  "t75"."says_importer" AND (
                    "t75"."value_importer_usd" IS NULL
                  )
                )
              )
              THEN IF(
                "t75"."says_exporter",
                CAST(COALESCE("t75"."value_exporter_usd", "t75"."value_re_export_usd") AS DOUBLE),
                CAST(0.0 AS DOUBLE)
              )
              ELSE NULL
            END AS "exported",
            CASE
              WHEN NOT (
                (
                  "t75"."says_exporter"
                  AND (
                    COALESCE("t75"."mass_exporter_kg", "t75"."mass_re_export_kg") IS NULL
                  )
                )
                OR (
                  "t75"."says_importer" AND (
                    "t75"."mass_importer_kg" IS NULL
                  )
                )
              )
              THEN IF("t75"."says_importer", CAST("t75"."mass_importer_kg" AS DOUBLE), CAST(0.0 AS DOUBLE))
              WHEN NOT (
                (
                  "t75"."says_exporter"
                  AND (
                    COALESCE("t75"."value_exporter_usd", "t75"."value_re_export_usd") IS NULL
                  )
                )
                OR (
                  "t75"."says_importer" AND (
                    "t75"."value_importer_usd" IS NULL
                  )
                )
              )
              THEN IF(
                "t75"."says_importer",
                CAST("t75"."value_importer_usd" AS DOUBLE),
                CAST(0.0 AS DOUBLE)
              )
              ELSE NULL
            END AS "imported",
            IF(
              CASE
                WHEN NOT (
                  (
                    "t75"."says_exporter"
                    AND (
                      COALESCE("t75"."mass_exporter_kg", "t75"."mass_re_export_kg") IS NULL
                    )
                  )
                  OR (
                    "t75"."says_importer" AND (
                      "t75"."mass_importer_kg" IS NULL
                    )
                  )
                )
                THEN 'mass'
                WHEN NOT (
                  (
                    "t75"."says_exporter"
                    AND (
                      COALESCE("t75"."value_exporter_usd", "t75"."value_re_export_usd") IS NULL
                    )
                  )
                  OR (
                    "t75"."says_importer" AND (
                      "t75"."value_importer_usd" IS NULL
                    )
                  )
                )
                THEN 'value'
                ELSE NULL
              END = 'mass',
              CAST(1000.0 AS DOUBLE),
              CAST(10000.0 AS DOUBLE)
            ) AS "threshold"
          FROM (
            SELECT
              "t74"."year",
              "t74"."period",
              "t74"."exporter",
              "t74"."importer",
              "t74"."code",
              "t74"."mass_exporter_kg",
              "t74"."value_exporter_usd",
              "t74"."source_exporter",
              "t74"."says_exporter",
              "t74"."mass_importer_kg",
              "t74"."value_importer_usd",
              "t74"."source_importer",
              "t74"."says_importer",
              "t74"."mass_re_export_kg",
              "t74"."value_re_export_usd",
              "t74"."re_exports",
              "t74"."unspecified_exporter",
              "t74"."edition_exporter",
              "t74"."reports_exporter",
              "t74"."mentions_exporter",
              "t74"."first_exporter",
              "t74"."last_exporter",
              "t74"."joined_exporter",
              "t74"."unspecified_importer",
              "t74"."edition_importer",
              "t74"."reports_importer",
              "t74"."mentions_importer",
              "t74"."first_importer",
              "t74"."last_importer",
              "t74"."joined_importer"
            FROM (
              SELECT
                "t73"."year",
                "t73"."period",
                "t73"."exporter",
                "t73"."importer",
                "t73"."code",
                "t73"."mass_exporter_kg",
                "t73"."value_exporter_usd",
                "t73"."source_exporter",
                "t73"."says_exporter",
                "t73"."mass_importer_kg",
                "t73"."value_importer_usd",
                "t73"."source_importer",
                "t73"."says_importer",
                "t73"."mass_re_export_kg",
                "t73"."value_re_export_usd",
                "t73"."re_exports",
                "t73"."unspecified_exporter",
                "t73"."edition_exporter",
                "t73"."reports_exporter",
                "t73"."mentions_exporter",
                "t73"."first_exporter",
                "t73"."last_exporter",
                "t73"."joined_exporter",
                "t73"."unspecified_importer",
                "t73"."edition_importer",
                "t73"."reports_importer",
                "t73"."mentions_importer",
                "t73"."first_importer",
                "t73"."last_importer",
                "t32"."importer" AS "importer_of_facts",
                "t32"."code" AS "code_of_facts",
                "t32"."year" AS "year_of_facts",
                "t32"."period" AS "period_of_facts",
                "t32"."joined_importer"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t70"."year",
                    "t70"."period",
                    "t70"."exporter",
                    "t70"."importer",
                    "t70"."code",
                    "t70"."mass_exporter_kg",
                    "t70"."value_exporter_usd",
                    "t70"."source_exporter",
                    "t70"."says_exporter",
                    "t70"."mass_importer_kg",
                    "t70"."value_importer_usd",
                    "t70"."source_importer",
                    "t70"."says_importer",
                    "t70"."mass_re_export_kg",
                    "t70"."value_re_export_usd",
                    "t70"."re_exports",
                    "t70"."unspecified_exporter",
                    "t70"."edition_exporter",
                    "t70"."reports_exporter",
                    "t70"."mentions_exporter",
                    "t70"."first_exporter",
                    "t70"."last_exporter",
                    "t70"."joined_exporter",
                    "t70"."unspecified_importer",
                    "t70"."edition_importer",
                    "t70"."reports_importer",
                    "t70"."mentions_importer",
                    "t70"."first_importer",
                    "t70"."last_importer"
                  FROM (
                    SELECT
                      "t69"."year",
                      "t69"."period",
                      "t69"."exporter",
                      "t69"."importer",
                      "t69"."code",
                      "t69"."mass_exporter_kg",
                      "t69"."value_exporter_usd",
                      "t69"."source_exporter",
                      "t69"."says_exporter",
                      "t69"."mass_importer_kg",
                      "t69"."value_importer_usd",
                      "t69"."source_importer",
                      "t69"."says_importer",
                      "t69"."mass_re_export_kg",
                      "t69"."value_re_export_usd",
                      "t69"."re_exports",
                      "t69"."unspecified_exporter",
                      "t69"."edition_exporter",
                      "t69"."reports_exporter",
                      "t69"."mentions_exporter",
                      "t69"."first_exporter",
                      "t69"."last_exporter",
                      "t69"."joined_exporter",
                      "t69"."unspecified_importer",
                      "t69"."edition_importer",
                      "t69"."reports_importer",
                      "t69"."mentions_importer",
                      "t40"."importer" AS "importer_of_facts",
                      "t40"."first_importer",
                      "t40"."last_importer"
                    FROM (
                      SELECT
                        "t67"."year",
                        "t67"."period",
                        "t67"."exporter",
                        "t67"."importer",
                        "t67"."code",
                        "t67"."mass_exporter_kg",
                        "t67"."value_exporter_usd",
                        "t67"."source_exporter",
                        "t67"."says_exporter",
                        "t67"."mass_importer_kg",
                        "t67"."value_importer_usd",
                        "t67"."source_importer",
                        "t67"."says_importer",
                        "t67"."mass_re_export_kg",
                        "t67"."value_re_export_usd",
                        "t67"."re_exports",
                        "t67"."unspecified_exporter",
                        "t67"."edition_exporter",
                        "t67"."reports_exporter",
                        "t67"."mentions_exporter",
                        "t67"."first_exporter",
                        "t67"."last_exporter",
                        "t67"."joined_exporter",
                        "t67"."unspecified_importer",
                        "t67"."edition_importer",
                        "t67"."reports_importer",
                        COALESCE("t67"."mentions_importer", FALSE) AS "mentions_importer"
                      FROM (
                        SELECT
                          "t66"."year",
                          "t66"."period",
                          "t66"."exporter",
                          "t66"."importer",
                          "t66"."code",
                          "t66"."mass_exporter_kg",
                          "t66"."value_exporter_usd",
                          "t66"."source_exporter",
                          "t66"."says_exporter",
                          "t66"."mass_importer_kg",
                          "t66"."value_importer_usd",
                          "t66"."source_importer",
                          "t66"."says_importer",
                          "t66"."mass_re_export_kg",
                          "t66"."value_re_export_usd",
                          "t66"."re_exports",
                          "t66"."unspecified_exporter",
                          "t66"."edition_exporter",
                          "t66"."reports_exporter",
                          "t66"."mentions_exporter",
                          "t66"."first_exporter",
                          "t66"."last_exporter",
                          "t66"."joined_exporter",
                          "t66"."unspecified_importer",
                          "t66"."edition_importer",
                          "t66"."reports_importer",
                          "t66"."mentions_importer"
                        FROM (
                          SELECT
                            "t65"."year",
                            "t65"."period",
                            "t65"."exporter",
                            "t65"."importer",
                            "t65"."code",
                            "t65"."mass_exporter_kg",
                            "t65"."value_exporter_usd",
                            "t65"."source_exporter",
                            "t65"."says_exporter",
                            "t65"."mass_importer_kg",
                            "t65"."value_importer_usd",
                            "t65"."source_importer",
                            "t65"."says_importer",
                            "t65"."mass_re_export_kg",
                            "t65"."value_re_export_usd",
                            "t65"."re_exports",
                            "t65"."unspecified_exporter",
                            "t65"."edition_exporter",
                            "t65"."reports_exporter",
                            "t65"."mentions_exporter",
                            "t65"."first_exporter",
                            "t65"."last_exporter",
                            "t65"."joined_exporter",
                            "t65"."unspecified_importer",
                            "t65"."edition_importer",
                            "t65"."reports_importer",
                            "t27"."importer" AS "importer_of_facts",
                            "t27"."code" AS "code_of_facts",
                            "t27"."year" AS "year_of_facts",
                            "t27"."mentions_importer"
                          FROM (
                            SELECT
                              "t63"."year",
                              "t63"."period",
                              "t63"."exporter",
                              "t63"."importer",
                              "t63"."code",
                              "t63"."mass_exporter_kg",
                              "t63"."value_exporter_usd",
                              "t63"."source_exporter",
                              "t63"."says_exporter",
                              "t63"."mass_importer_kg",
                              "t63"."value_importer_usd",
                              "t63"."source_importer",
                              "t63"."says_importer",
                              "t63"."mass_re_export_kg",
                              "t63"."value_re_export_usd",
                              "t63"."re_exports",
                              "t63"."unspecified_exporter",
                              "t63"."edition_exporter",
                              "t63"."reports_exporter",
                              "t63"."mentions_exporter",
                              "t63"."first_exporter",
                              "t63"."last_exporter",
                              "t63"."joined_exporter",
                              COALESCE("t63"."unspecified_importer", FALSE) AS "unspecified_importer",
                              "t63"."edition_importer",
                              COALESCE("t63"."reports_importer", FALSE) AS "reports_importer"
                            FROM (
                              SELECT
                                "t62"."year",
                                "t62"."period",
                                "t62"."exporter",
                                "t62"."importer",
                                "t62"."code",
                                "t62"."mass_exporter_kg",
                                "t62"."value_exporter_usd",
                                "t62"."source_exporter",
                                "t62"."says_exporter",
                                "t62"."mass_importer_kg",
                                "t62"."value_importer_usd",
                                "t62"."source_importer",
                                "t62"."says_importer",
                                "t62"."mass_re_export_kg",
                                "t62"."value_re_export_usd",
                                "t62"."re_exports",
                                "t62"."unspecified_exporter",
                                "t62"."edition_exporter",
                                "t62"."reports_exporter",
                                "t62"."mentions_exporter",
                                "t62"."first_exporter",
                                "t62"."last_exporter",
                                "t62"."joined_exporter",
                                "t62"."unspecified_importer",
                                "t62"."edition_importer",
                                "t62"."reports_importer"
                              FROM (
                                SELECT
                                  "t61"."year",
                                  "t61"."period",
                                  "t61"."exporter",
                                  "t61"."importer",
                                  "t61"."code",
                                  "t61"."mass_exporter_kg",
                                  "t61"."value_exporter_usd",
                                  "t61"."source_exporter",
                                  "t61"."says_exporter",
                                  "t61"."mass_importer_kg",
                                  "t61"."value_importer_usd",
                                  "t61"."source_importer",
                                  "t61"."says_importer",
                                  "t61"."mass_re_export_kg",
                                  "t61"."value_re_export_usd",
                                  "t61"."re_exports",
                                  "t61"."unspecified_exporter",
                                  "t61"."edition_exporter",
                                  "t61"."reports_exporter",
                                  "t61"."mentions_exporter",
                                  "t61"."first_exporter",
                                  "t61"."last_exporter",
                                  "t61"."joined_exporter",
                                  "t44"."importer" AS "importer_of_facts",
                                  "t44"."code" AS "code_of_facts",
                                  "t44"."year" AS "year_of_facts",
                                  "t44"."unspecified_importer",
                                  "t44"."edition_importer",
                                  "t44"."reports_importer"
                                FROM (
                                  SELECT
                                    "t59"."year",
                                    "t59"."period",
                                    "t59"."exporter",
                                    "t59"."importer",
                                    "t59"."code",
                                    "t59"."mass_exporter_kg",
                                    "t59"."value_exporter_usd",
                                    "t59"."source_exporter",
                                    "t59"."says_exporter",
                                    "t59"."mass_importer_kg",
                                    "t59"."value_importer_usd",
                                    "t59"."source_importer",
                                    "t59"."says_importer",
                                    "t59"."mass_re_export_kg",
                                    "t59"."value_re_export_usd",
                                    "t59"."re_exports",
                                    "t59"."unspecified_exporter",
                                    "t59"."edition_exporter",
                                    "t59"."reports_exporter",
                                    "t59"."mentions_exporter",
                                    "t59"."first_exporter",
                                    "t59"."last_exporter",
                                    COALESCE("t59"."joined_exporter", FALSE) AS "joined_exporter"
                                  FROM (
                                    SELECT
                                      "t58"."year",
                                      "t58"."period",
                                      "t58"."exporter",
                                      "t58"."importer",
                                      "t58"."code",
                                      "t58"."mass_exporter_kg",
                                      "t58"."value_exporter_usd",
                                      "t58"."source_exporter",
                                      "t58"."says_exporter",
                                      "t58"."mass_importer_kg",
                                      "t58"."value_importer_usd",
                                      "t58"."source_importer",
                                      "t58"."says_importer",
                                      "t58"."mass_re_export_kg",
                                      "t58"."value_re_export_usd",
                                      "t58"."re_exports",
                                      "t58"."unspecified_exporter",
                                      "t58"."edition_exporter",
                                      "t58"."reports_exporter",
                                      "t58"."mentions_exporter",
                                      "t58"."first_exporter",
                                      "t58"."last_exporter",
                                      "t58"."joined_exporter"
                                    FROM (
                                      SELECT
                                        "t57"."year",
                                        "t57"."period",
                                        "t57"."exporter",
                                        "t57"."importer",
                                        "t57"."code",
                                        "t57"."mass_exporter_kg",
                                        "t57"."value_exporter_usd",
                                        "t57"."source_exporter",
                                        "t57"."says_exporter",
                                        "t57"."mass_importer_kg",
                                        "t57"."value_importer_usd",
                                        "t57"."source_importer",
                                        "t57"."says_importer",
                                        "t57"."mass_re_export_kg",
                                        "t57"."value_re_export_usd",
                                        "t57"."re_exports",
                                        "t57"."unspecified_exporter",
                                        "t57"."edition_exporter",
                                        "t57"."reports_exporter",
                                        "t57"."mentions_exporter",
                                        "t57"."first_exporter",
                                        "t57"."last_exporter",
                                        "t33"."exporter" AS "exporter_of_facts",
                                        "t33"."code" AS "code_of_facts",
                                        "t33"."year" AS "year_of_facts",
                                        "t33"."period" AS "period_of_facts",
                                        "t33"."joined_exporter"
                                      FROM (
                                        SELECT
                                          *
                                        FROM (
                                          SELECT
                                            "t54"."year",
                                            "t54"."period",
                                            "t54"."exporter",
                                            "t54"."importer",
                                            "t54"."code",
                                            "t54"."mass_exporter_kg",
                                            "t54"."value_exporter_usd",
                                            "t54"."source_exporter",
                                            "t54"."says_exporter",
                                            "t54"."mass_importer_kg",
                                            "t54"."value_importer_usd",
                                            "t54"."source_importer",
                                            "t54"."says_importer",
                                            "t54"."mass_re_export_kg",
                                            "t54"."value_re_export_usd",
                                            "t54"."re_exports",
                                            "t54"."unspecified_exporter",
                                            "t54"."edition_exporter",
                                            "t54"."reports_exporter",
                                            "t54"."mentions_exporter",
                                            "t54"."first_exporter",
                                            "t54"."last_exporter"
                                          FROM (
                                            SELECT
                                              "t53"."year",
                                              "t53"."period",
                                              "t53"."exporter",
                                              "t53"."importer",
                                              "t53"."code",
                                              "t53"."mass_exporter_kg",
                                              "t53"."value_exporter_usd",
                                              "t53"."source_exporter",
                                              "t53"."says_exporter",
                                              "t53"."mass_importer_kg",
                                              "t53"."value_importer_usd",
                                              "t53"."source_importer",
                                              "t53"."says_importer",
                                              "t53"."mass_re_export_kg",
                                              "t53"."value_re_export_usd",
                                              "t53"."re_exports",
                                              "t53"."unspecified_exporter",
                                              "t53"."edition_exporter",
                                              "t53"."reports_exporter",
                                              "t53"."mentions_exporter",
                                              "t42"."exporter" AS "exporter_of_facts",
                                              "t42"."first_exporter",
                                              "t42"."last_exporter"
                                            FROM (
                                              SELECT
                                                "t51"."year",
                                                "t51"."period",
                                                "t51"."exporter",
                                                "t51"."importer",
                                                "t51"."code",
                                                "t51"."mass_exporter_kg",
                                                "t51"."value_exporter_usd",
                                                "t51"."source_exporter",
                                                "t51"."says_exporter",
                                                "t51"."mass_importer_kg",
                                                "t51"."value_importer_usd",
                                                "t51"."source_importer",
                                                "t51"."says_importer",
                                                "t51"."mass_re_export_kg",
                                                "t51"."value_re_export_usd",
                                                "t51"."re_exports",
                                                "t51"."unspecified_exporter",
                                                "t51"."edition_exporter",
                                                "t51"."reports_exporter",
                                                COALESCE("t51"."mentions_exporter", FALSE) AS "mentions_exporter"
                                              FROM (
                                                SELECT
                                                  "t50"."year",
                                                  "t50"."period",
                                                  "t50"."exporter",
                                                  "t50"."importer",
                                                  "t50"."code",
                                                  "t50"."mass_exporter_kg",
                                                  "t50"."value_exporter_usd",
                                                  "t50"."source_exporter",
                                                  "t50"."says_exporter",
                                                  "t50"."mass_importer_kg",
                                                  "t50"."value_importer_usd",
                                                  "t50"."source_importer",
                                                  "t50"."says_importer",
                                                  "t50"."mass_re_export_kg",
                                                  "t50"."value_re_export_usd",
                                                  "t50"."re_exports",
                                                  "t50"."unspecified_exporter",
                                                  "t50"."edition_exporter",
                                                  "t50"."reports_exporter",
                                                  "t50"."mentions_exporter"
                                                FROM (
                                                  SELECT
                                                    "t49"."year",
                                                    "t49"."period",
                                                    "t49"."exporter",
                                                    "t49"."importer",
                                                    "t49"."code",
                                                    "t49"."mass_exporter_kg",
                                                    "t49"."value_exporter_usd",
                                                    "t49"."source_exporter",
                                                    "t49"."says_exporter",
                                                    "t49"."mass_importer_kg",
                                                    "t49"."value_importer_usd",
                                                    "t49"."source_importer",
                                                    "t49"."says_importer",
                                                    "t49"."mass_re_export_kg",
                                                    "t49"."value_re_export_usd",
                                                    "t49"."re_exports",
                                                    "t49"."unspecified_exporter",
                                                    "t49"."edition_exporter",
                                                    "t49"."reports_exporter",
                                                    "t28"."exporter" AS "exporter_of_facts",
                                                    "t28"."code" AS "code_of_facts",
                                                    "t28"."year" AS "year_of_facts",
                                                    "t28"."mentions_exporter"
                                                  FROM (
                                                    SELECT
                                                      "t47"."year",
                                                      "t47"."period",
                                                      "t47"."exporter",
                                                      "t47"."importer",
                                                      "t47"."code",
                                                      "t47"."mass_exporter_kg",
                                                      "t47"."value_exporter_usd",
                                                      "t47"."source_exporter",
                                                      "t47"."says_exporter",
                                                      "t47"."mass_importer_kg",
                                                      "t47"."value_importer_usd",
                                                      "t47"."source_importer",
                                                      "t47"."says_importer",
                                                      "t47"."mass_re_export_kg",
                                                      "t47"."value_re_export_usd",
                                                      "t47"."re_exports",
                                                      COALESCE("t47"."unspecified_exporter", FALSE) AS "unspecified_exporter",
                                                      "t47"."edition_exporter",
                                                      COALESCE("t47"."reports_exporter", FALSE) AS "reports_exporter"
                                                    FROM (
                                                      SELECT
                                                        "t46"."year",
                                                        "t46"."period",
                                                        "t46"."exporter",
                                                        "t46"."importer",
                                                        "t46"."code",
                                                        "t46"."mass_exporter_kg",
                                                        "t46"."value_exporter_usd",
                                                        "t46"."source_exporter",
                                                        "t46"."says_exporter",
                                                        "t46"."mass_importer_kg",
                                                        "t46"."value_importer_usd",
                                                        "t46"."source_importer",
                                                        "t46"."says_importer",
                                                        "t46"."mass_re_export_kg",
                                                        "t46"."value_re_export_usd",
                                                        "t46"."re_exports",
                                                        "t46"."unspecified_exporter",
                                                        "t46"."edition_exporter",
                                                        "t46"."reports_exporter"
                                                      FROM (
                                                        SELECT
                                                          "t29"."year",
                                                          "t29"."period",
                                                          "t29"."exporter",
                                                          "t29"."importer",
                                                          "t29"."code",
                                                          "t29"."mass_exporter_kg",
                                                          "t29"."value_exporter_usd",
                                                          "t29"."source_exporter",
                                                          "t29"."says_exporter",
                                                          "t29"."mass_importer_kg",
                                                          "t29"."value_importer_usd",
                                                          "t29"."source_importer",
                                                          "t29"."says_importer",
                                                          "t29"."mass_re_export_kg",
                                                          "t29"."value_re_export_usd",
                                                          "t29"."re_exports",
                                                          "t45"."exporter" AS "exporter_of_facts",
                                                          "t45"."code" AS "code_of_facts",
                                                          "t45"."year" AS "year_of_facts",
                                                          "t45"."unspecified_exporter",
                                                          "t45"."edition_exporter",
                                                          "t45"."reports_exporter"
                                                        FROM (
                                                          SELECT
                                                            "t11"."year",
                                                            "t11"."period",
                                                            "t11"."exporter",
                                                            "t11"."importer",
                                                            "t11"."code",
                                                            MAX("t11"."mass_kg") FILTER(WHERE
                                                              (
                                                                "t11"."side" = 'exporter'
                                                              ) AND NOT (
                                                                "t11"."direction_re"
                                                              )) AS "mass_exporter_kg",
                                                            MAX("t11"."value_usd") FILTER(WHERE
                                                              (
                                                                "t11"."side" = 'exporter'
                                                              ) AND NOT (
                                                                "t11"."direction_re"
                                                              )) AS "value_exporter_usd",
                                                            MAX("t11"."source") FILTER(WHERE
                                                              "t11"."side" = 'exporter') AS "source_exporter",
                                                            MAX("t11"."side") FILTER(WHERE
                                                              "t11"."side" = 'exporter') IS NOT NULL AS "says_exporter",
                                                            MAX("t11"."mass_kg") FILTER(WHERE
                                                              (
                                                                "t11"."side" = 'importer'
                                                              ) AND NOT (
                                                                "t11"."direction_re"
                                                              )) AS "mass_importer_kg",
                                                            MAX("t11"."value_usd") FILTER(WHERE
                                                              (
                                                                "t11"."side" = 'importer'
                                                              ) AND NOT (
                                                                "t11"."direction_re"
                                                              )) AS "value_importer_usd",
                                                            MAX("t11"."source") FILTER(WHERE
                                                              "t11"."side" = 'importer') AS "source_importer",
                                                            MAX("t11"."side") FILTER(WHERE
                                                              "t11"."side" = 'importer') IS NOT NULL AS "says_importer",
                                                            MAX("t11"."mass_kg") FILTER(WHERE
                                                              (
                                                                "t11"."side" = 'exporter'
                                                              ) AND "t11"."direction_re") AS "mass_re_export_kg",
                                                            MAX("t11"."value_usd") FILTER(WHERE
                                                              (
                                                                "t11"."side" = 'exporter'
                                                              ) AND "t11"."direction_re") AS "value_re_export_usd",
                                                            MAX("t11"."side") FILTER(WHERE
                                                              "t11"."direction_re") IS NOT NULL AS "re_exports"
                                                          FROM "t10" AS "t11"
                                                          GROUP BY
                                                            1,
                                                            2,
                                                            3,
                                                            4,
                                                            5
                                                        ) AS "t29"
                                                        LEFT OUTER JOIN (
                                                          SELECT
                                                            "t37"."reporter" AS "exporter",
                                                            "t37"."code",
                                                            "t37"."year",
                                                            "t37"."unspecified_exporter",
                                                            "t37"."edition_exporter",
                                                            TRUE AS "reports_exporter"
                                                          FROM (
                                                            SELECT
                                                              "t19"."reporter",
                                                              "t19"."code",
                                                              "t19"."year",
                                                              MAX(
                                                                CAST(NOT (
                                                                  "t19"."partner" IN (
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
                                                                    'ECU',
                                                                    'EGY',
                                                                    'ERI',
                                                                    'ESH',
                                                                    'ESP',
                                                                    'EST',
                                                                    'ETH',
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
                                                                    'REU',
                                                                    'ROU',
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
                                                                    'XCI',
                                                                    'XKX',
                                                                    'YEM',
                                                                    'YMD',
                                                                    'YUG',
                                                                    'ZA1',
                                                                    'ZAF',
                                                                    'ZMB',
                                                                    'ZWE'
                                                                  )
                                                                ) AS TINYINT)
                                                              ) = 1 AS "unspecified_exporter",
                                                              MAX("t19"."edition") AS "edition_exporter"
                                                            FROM "t16" AS "t19"
                                                            GROUP BY
                                                              1,
                                                              2,
                                                              3
                                                          ) AS "t37"
                                                        ) AS "t45"
                                                          ON "t29"."exporter" = "t45"."exporter"
                                                          AND "t29"."code" = "t45"."code"
                                                          AND "t29"."year" = "t45"."year"
                                                      ) AS "t46"
                                                    ) AS "t47"
                                                  ) AS "t49"
                                                  LEFT OUTER JOIN (
                                                    SELECT
                                                      "t17"."reporter" AS "exporter",
                                                      "t17"."code",
                                                      "t17"."year",
                                                      TRUE AS "mentions_exporter"
                                                    FROM (
                                                      SELECT DISTINCT
                                                        "t11"."reporter",
                                                        "t11"."code",
                                                        "t11"."year"
                                                      FROM "t10" AS "t11"
                                                      WHERE
                                                        "t11"."side" <> 'exporter'
                                                    ) AS "t17"
                                                  ) AS "t28"
                                                    ON "t49"."exporter" = "t28"."exporter"
                                                    AND "t49"."code" = "t28"."code"
                                                    AND "t49"."year" = "t28"."year"
                                                ) AS "t50"
                                              ) AS "t51"
                                            ) AS "t53"
                                            LEFT OUTER JOIN (
                                              SELECT
                                                "t35"."reporter" AS "exporter",
                                                "t35"."first_exporter",
                                                "t35"."last_exporter"
                                              FROM (
                                                SELECT
                                                  "t19"."reporter",
                                                  MIN(
                                                    SUBSTR("t19"."period", IF((
                                                      0 + 1
                                                    ) >= 1, 0 + 1, 0 + 1 + LENGTH("t19"."period")), 7)
                                                  ) AS "first_exporter",
                                                  MAX(
                                                    IF(
                                                      STRPOS("t19"."period", '/') > 0,
                                                      CONCAT(
                                                        SUBSTR("t19"."period", IF((
                                                          0 + 1
                                                        ) >= 1, 0 + 1, 0 + 1 + LENGTH("t19"."period")), 5),
                                                        SUBSTR("t19"."period", -2)
                                                      ),
                                                      "t19"."period"
                                                    )
                                                  ) AS "last_exporter"
                                                FROM "t16" AS "t19"
                                                GROUP BY
                                                  1
                                              ) AS "t35"
                                            ) AS "t42"
                                              ON "t53"."exporter" = "t42"."exporter"
                                          ) AS "t54"
                                        ) AS "t55"
                                      ) AS "t57"
                                      LEFT OUTER JOIN (
                                        SELECT
                                          "t26"."reporter" AS "exporter",
                                          "t26"."code",
                                          "t26"."year",
                                          "t26"."period",
                                          TRUE AS "joined_exporter"
                                        FROM (
                                          SELECT
                                            *
                                          FROM (
                                            SELECT
                                              "t11"."reporter",
                                              "t11"."code",
                                              "t11"."year",
                                              SUBSTR("t11"."period", IF((
                                                0 + 1
                                              ) >= 1, 0 + 1, 0 + 1 + LENGTH("t11"."period")), 7) AS "period"
                                            FROM "t10" AS "t11"
                                            WHERE
                                              "t11"."side" = 'exporter' AND STRPOS("t11"."period", '/') > 0
                                          ) AS "t15"
                                          UNION
                                          SELECT
                                            *
                                          FROM (
                                            SELECT
                                              "t11"."reporter",
                                              "t11"."code",
                                              "t11"."year",
                                              IF(
                                                STRPOS("t11"."period", '/') > 0,
                                                CONCAT(
                                                  SUBSTR("t11"."period", IF((
                                                    0 + 1
                                                  ) >= 1, 0 + 1, 0 + 1 + LENGTH("t11"."period")), 5),
                                                  SUBSTR("t11"."period", -2)
                                                ),
                                                "t11"."period"
                                              ) AS "period"
                                            FROM "t10" AS "t11"
                                            WHERE
                                              "t11"."side" = 'exporter' AND STRPOS("t11"."period", '/') > 0
                                          ) AS "t21"
                                        ) AS "t26"
                                      ) AS "t33"
                                        ON "t57"."exporter" = "t33"."exporter"
                                        AND "t57"."code" = "t33"."code"
                                        AND "t57"."year" = "t33"."year"
                                        AND "t57"."period" = "t33"."period"
                                    ) AS "t58"
                                  ) AS "t59"
                                ) AS "t61"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t36"."reporter" AS "importer",
                                    "t36"."code",
                                    "t36"."year",
                                    "t36"."unspecified_importer",
                                    "t36"."edition_importer",
                                    TRUE AS "reports_importer"
                                  FROM (
                                    SELECT
                                      "t18"."reporter",
                                      "t18"."code",
                                      "t18"."year",
                                      MAX(
                                        CAST(NOT (
                                          "t18"."partner" IN (
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
                                            'ECU',
                                            'EGY',
                                            'ERI',
                                            'ESH',
                                            'ESP',
                                            'EST',
                                            'ETH',
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
                                            'REU',
                                            'ROU',
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
                                            'XCI',
                                            'XKX',
                                            'YEM',
                                            'YMD',
                                            'YUG',
                                            'ZA1',
                                            'ZAF',
                                            'ZMB',
                                            'ZWE'
                                          )
                                        ) AS TINYINT)
                                      ) = 1 AS "unspecified_importer",
                                      MAX("t18"."edition") AS "edition_importer"
                                    FROM "t13" AS "t18"
                                    GROUP BY
                                      1,
                                      2,
                                      3
                                  ) AS "t36"
                                ) AS "t44"
                                  ON "t61"."importer" = "t44"."importer"
                                  AND "t61"."code" = "t44"."code"
                                  AND "t61"."year" = "t44"."year"
                              ) AS "t62"
                            ) AS "t63"
                          ) AS "t65"
                          LEFT OUTER JOIN (
                            SELECT
                              "t14"."reporter" AS "importer",
                              "t14"."code",
                              "t14"."year",
                              TRUE AS "mentions_importer"
                            FROM (
                              SELECT DISTINCT
                                "t11"."reporter",
                                "t11"."code",
                                "t11"."year"
                              FROM "t10" AS "t11"
                              WHERE
                                "t11"."side" <> 'importer'
                            ) AS "t14"
                          ) AS "t27"
                            ON "t65"."importer" = "t27"."importer"
                            AND "t65"."code" = "t27"."code"
                            AND "t65"."year" = "t27"."year"
                        ) AS "t66"
                      ) AS "t67"
                    ) AS "t69"
                    LEFT OUTER JOIN (
                      SELECT
                        "t34"."reporter" AS "importer",
                        "t34"."first_importer",
                        "t34"."last_importer"
                      FROM (
                        SELECT
                          "t18"."reporter",
                          MIN(
                            SUBSTR("t18"."period", IF((
                              0 + 1
                            ) >= 1, 0 + 1, 0 + 1 + LENGTH("t18"."period")), 7)
                          ) AS "first_importer",
                          MAX(
                            IF(
                              STRPOS("t18"."period", '/') > 0,
                              CONCAT(
                                SUBSTR("t18"."period", IF((
                                  0 + 1
                                ) >= 1, 0 + 1, 0 + 1 + LENGTH("t18"."period")), 5),
                                SUBSTR("t18"."period", -2)
                              ),
                              "t18"."period"
                            )
                          ) AS "last_importer"
                        FROM "t13" AS "t18"
                        GROUP BY
                          1
                      ) AS "t34"
                    ) AS "t40"
                      ON "t69"."importer" = "t40"."importer"
                  ) AS "t70"
                ) AS "t71"
              ) AS "t73"
              LEFT OUTER JOIN (
                SELECT
                  "t25"."reporter" AS "importer",
                  "t25"."code",
                  "t25"."year",
                  "t25"."period",
                  TRUE AS "joined_importer"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t11"."reporter",
                      "t11"."code",
                      "t11"."year",
                      SUBSTR("t11"."period", IF((
                        0 + 1
                      ) >= 1, 0 + 1, 0 + 1 + LENGTH("t11"."period")), 7) AS "period"
                    FROM "t10" AS "t11"
                    WHERE
                      "t11"."side" = 'importer' AND STRPOS("t11"."period", '/') > 0
                  ) AS "t12"
                  UNION
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t11"."reporter",
                      "t11"."code",
                      "t11"."year",
                      IF(
                        STRPOS("t11"."period", '/') > 0,
                        CONCAT(
                          SUBSTR("t11"."period", IF((
                            0 + 1
                          ) >= 1, 0 + 1, 0 + 1 + LENGTH("t11"."period")), 5),
                          SUBSTR("t11"."period", -2)
                        ),
                        "t11"."period"
                      ) AS "period"
                    FROM "t10" AS "t11"
                    WHERE
                      "t11"."side" = 'importer' AND STRPOS("t11"."period", '/') > 0
                  ) AS "t20"
                ) AS "t25"
              ) AS "t32"
                ON "t73"."importer" = "t32"."importer"
                AND "t73"."code" = "t32"."code"
                AND "t73"."year" = "t32"."year"
                AND "t73"."period" = "t32"."period"
            ) AS "t74"
          ) AS "t75"
        ) AS "t76"
      ) AS "t77"
    ) AS "t78"
  ) AS "t79"
) AS "t80"
ORDER BY
  "t80"."year" ASC,
  "t80"."period" ASC,
  "t80"."code" ASC,
  "t80"."exporter" ASC,
  "t80"."importer" ASC
