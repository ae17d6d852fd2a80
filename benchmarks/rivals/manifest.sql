-- The outcome of every line of a manifest, as a set-based join: each step looks at distinct values
-- only, and conditions are bits. `certain` is TRUE for yes and FALSE for "not known"; a line is
-- undetermined where something stronger than what is certain is not known.
-- Variables: manifest, law (folder), out.

CREATE TEMP TABLE manifest AS
SELECT file_row_number + 2 AS line, form, contains, "without", param, "to", "on"::DATE AS day,
       end_user, end_use, military
FROM read_parquet(getvariable('manifest'), file_row_number = TRUE);

-- What a composition says: elements present, kinds of carbon, thresholds met and missed.
CREATE TEMP TABLE composition AS
WITH part AS (
    SELECT contains, unnest(string_split(contains, ',')) AS part
    FROM (SELECT DISTINCT contains FROM manifest)
), said AS (
    SELECT contains, split_part(part, '=', 1) AS word,
           TRY_CAST(split_part(part, '=', 2) AS DOUBLE) AS fraction
    FROM part
)
SELECT contains,
       bit_or(CASE WHEN fraction = 0 OR carbon.word IS NOT NULL THEN 0
                   ELSE coalesce(element.bit, 1) END) AS present,
       bit_or(coalesce(is_it, 0)) AS is_it,
       bit_or(coalesce(may_be, 0)) AS may_be,
       bit_or(CASE WHEN fraction IS NULL THEN 0 ELSE coalesce(met, 0) END) AS met,
       bit_or(CASE WHEN fraction IS NULL THEN 0 ELSE coalesce(leaf_bits, 0) END) AS compared,
       bit_or(CASE WHEN fraction IS NULL THEN coalesce(leaf_bits, 0) ELSE 0 END) AS unsaid
FROM (
    SELECT said.*, bit_or(leaf.bit) AS leaf_bits,
           bit_or(CASE WHEN CASE op WHEN 'ge' THEN fraction >= bound WHEN 'gt' THEN fraction > bound
                                    WHEN 'le' THEN fraction <= bound ELSE fraction < bound END
                       THEN leaf.bit ELSE 0 END) AS met
    FROM said LEFT JOIN leaf ON leaf.fraction_of = said.word
    GROUP BY ALL
) AS said
LEFT JOIN element USING (word)
LEFT JOIN carbon USING (word)
GROUP BY contains;

-- What the parameters say: thresholds met and thresholds compared at all.
CREATE TEMP TABLE parameters AS
WITH part AS (
    SELECT param, unnest(string_split(param, ';')) AS part
    FROM (SELECT DISTINCT param FROM manifest WHERE param IS NOT NULL)
), said AS (
    SELECT param, split_part(part, '=', 1) AS name,
           regexp_extract(split_part(part, '=', 2), '^[0-9.]+')::DOUBLE AS number
    FROM part
)
SELECT param,
       bit_or(CASE WHEN CASE op WHEN 'ge' THEN number >= bound WHEN 'gt' THEN number > bound
                                WHEN 'le' THEN number <= bound ELSE number < bound END
                   THEN bit ELSE 0 END) AS met,
       bit_or(coalesce(bit, 0)) AS compared
FROM said LEFT JOIN leaf ON leaf.name = said.name AND leaf.fraction_of IS NULL
GROUP BY param;

CREATE TEMP TABLE absent AS
WITH part AS (
    SELECT "without", unnest(string_split("without", ',')) AS word
    FROM (SELECT DISTINCT "without" FROM manifest WHERE "without" IS NOT NULL)
)
SELECT "without", bit_or(bit) AS absent FROM part JOIN element USING (word) GROUP BY "without";

CREATE TEMP TABLE days AS
SELECT day, span FROM (SELECT DISTINCT day FROM manifest) AS d
JOIN span ON d.day BETWEEN span.first AND span.last;

SET VARIABLE legal_forms = (SELECT list(word) FROM legal_form);

-- Names without case, dots and legal form, as the lists are kept.
CREATE TEMP TABLE named AS
SELECT end_user, name
FROM (SELECT end_user, array_to_string(list_filter(
                 regexp_extract_all(regexp_replace(lower(strip_accents(end_user)),
                     '\b(\w)\.', '\1', 'g'), '[a-z0-9]+'),
                 lambda word: NOT list_contains(getvariable('legal_forms'), word)), ' ')
             AS name
      FROM (SELECT DISTINCT end_user FROM manifest WHERE end_user IS NOT NULL))
WHERE name IN (SELECT name FROM party);

-- Who is on a list in which span.
CREATE TEMP TABLE listed AS
SELECT DISTINCT measure, name, span FROM party JOIN span ON party.listed_from <= span.first;

SET VARIABLE oxygen = (SELECT bit FROM element WHERE word = 'O');
SET VARIABLE carbon = (SELECT bit FROM element WHERE word = 'C');
SET VARIABLE non_metals = (SELECT bit_or(bit) FROM element JOIN non_metal USING (word));
SET VARIABLE fractions = (SELECT coalesce(bit_or(bit), 0) FROM leaf WHERE fraction_of IS NOT NULL);
SET VARIABLE met_by_none = (SELECT coalesce(bit_or(bit), 0) FROM leaf
                            WHERE fraction_of IS NOT NULL AND op IN ('le', 'lt'));

-- Every line as numbers.
CREATE TEMP TABLE coded AS
SELECT line, form, span, "to", coalesce(absent, 0) AS absent, is_it, may_be,
       present | CASE WHEN form = 'oxide' THEN getvariable('oxygen') ELSE 0 END AS present,
       -- An element that is not there has the fraction zero.
       c.met | coalesce(p.met, 0) | (getvariable('met_by_none') & ~c.compared & ~unsaid) AS met,
       c.compared | coalesce(p.compared, 0) | (getvariable('fractions') & ~unsaid) AS compared,
       name,
       CASE WHEN end_use IN (SELECT unnest(end_uses) FROM atom) THEN end_use END AS end_use,
       CASE WHEN military IN ('yes', 'unknown') THEN military END AS military
FROM manifest
JOIN composition AS c USING (contains)
JOIN days USING (day)
LEFT JOIN parameters AS p USING (param)
LEFT JOIN absent USING ("without")
LEFT JOIN named USING (end_user);

CREATE TEMP TABLE profile AS
SELECT row_number() OVER () AS profile, *,
       coalesce((SELECT bit_or(minors) FROM minor
                 WHERE (present & family) = family
                   AND form NOT IN ('ore', 'concentrate', 'oxide', 'compound', 'equipment')), 0)
           & ~present & ~absent AS may_have
FROM (SELECT DISTINCT form, present, absent, is_it, may_be, met, compared FROM coded);

-- Which items of the law a profile meets (certain) or may meet.
CREATE TEMP TABLE matched AS
SELECT profile, item,
       (present & needs_all) = needs_all
       AND (needs_any = 0 OR (present & needs_any) <> 0)
       AND (carbon = 0 OR (is_it & carbon) <> 0)
       AND (leaves & met) = leaves AND NOT open AS certain
FROM profile AS p
JOIN form AS f ON f.form = p.form OR f.form = 'any'
JOIN item AS i USING (item)
WHERE NOT never
  AND ((present | may_have) & needs_all) = needs_all
  AND (needs_any = 0 OR ((present | may_have) & needs_any) <> 0)
  AND (NOT exact OR (present & ~needs_all) = 0)
  AND (carbon = 0 OR ((is_it | may_be) & carbon) <> 0
       -- Carbon of no stated kind may be any kind, unless it is one part of a compound.
       OR (is_it = 0 AND (present & getvariable('carbon')) <> 0
           AND (present = getvariable('carbon') OR p.form IN ('ore', 'concentrate'))))
  AND (leaves & compared & ~met) = 0
  -- A powder, crystal or scrap is of the article that the entry names.
  AND (p.form NOT IN ('powder', 'crystal', 'scrap') OR present = 0
       OR CASE article WHEN 'oxide' THEN (present & getvariable('oxygen')) <> 0
                       WHEN 'compound' THEN NOT single
                            OR (present & getvariable('non_metals')) <> 0
                       WHEN 'metal' THEN (present & ~required) = 0
                       ELSE TRUE END);

-- What each profile is claimed by in each span, whoever it goes to; limbs on dual-use items need
-- an entry of the lists that is in force as well.
CREATE TEMP TABLE claim AS
WITH direct AS (
    SELECT m.profile, a.atom, e.span, e.rank, m.certain AND e.certain AS certain
    FROM matched AS m JOIN atom AS a USING (item) JOIN effect AS e USING (atom)
), own AS (
    SELECT * FROM direct JOIN atom USING (atom) WHERE dual_use
), base AS (
    SELECT r.atom, d.profile, d.span, bool_or(d.certain) AS certain
    FROM direct AS d JOIN reach AS r ON r.listed_atom = d.atom
    GROUP BY ALL
)
SELECT d.profile, d.atom, d.span, d.rank, d.certain
FROM direct AS d JOIN atom USING (atom) WHERE NOT dual_use
UNION ALL
SELECT o.profile, o.atom, o.span, o.rank, o.certain AND b.certain
FROM own AS o JOIN base AS b USING (atom, profile, span)
UNION ALL
SELECT p.profile, a.atom, e.span, e.rank, e.certain
FROM atom AS a JOIN effect AS e USING (atom), profile AS p WHERE a.item IS NULL;

CREATE TEMP TABLE plain AS
SELECT profile, span, min(rank) FILTER (certain) AS sure, min(rank) FILTER (NOT certain) AS maybe
FROM claim JOIN atom USING (atom)
WHERE anywhere AND NOT listed AND NOT military AND len(end_uses) = 0
GROUP BY ALL;

CREATE TEMP TABLE gated AS
SELECT c.*, a.measure, a.anywhere, a.listed, a.military, a.end_uses
FROM claim AS c JOIN atom AS a USING (atom)
WHERE NOT anywhere OR listed OR military OR len(end_uses) > 0;

CREATE TEMP TABLE situation AS
SELECT row_number() OVER () AS situation, *
FROM (SELECT DISTINCT profile, span, "to", name, end_use, military
      FROM coded JOIN profile USING (form, present, absent, is_it, may_be, met, compared));

-- The claims that hang on who receives it: a list entry, a military user, an end use, a country.
CREATE TEMP TABLE met_gate AS
SELECT situation, min(rank) FILTER (sure) AS sure, min(rank) FILTER (NOT sure) AS maybe
FROM (
    SELECT s.situation, g.rank,
           g.certain AND (NOT g.military AND len(g.end_uses) = 0
                          OR coalesce(s.military = 'yes' AND g.military, FALSE)
                          OR coalesce(list_contains(g.end_uses, s.end_use), FALSE)) AS sure
    FROM situation AS s JOIN gated AS g USING (profile, span)
    WHERE (g.anywhere OR EXISTS (FROM destination AS d WHERE d.atom = g.atom AND d.country = s."to"))
      AND (NOT g.listed OR EXISTS (FROM listed AS l WHERE l.measure = g.measure
                                   AND l.name = s.name AND l.span = s.span))
      AND (NOT g.military AND len(g.end_uses) = 0
           OR g.military AND s.military IS NOT NULL
           OR list_contains(g.end_uses, s.end_use))
) GROUP BY situation;

CREATE TEMP TABLE ruled AS
SELECT situation, CASE WHEN maybe < sure THEN 'undetermined' ELSE outcome END AS outcome
FROM (
    SELECT s.situation, coalesce(least(p.sure, g.sure), 8) AS sure,
           coalesce(least(p.maybe, g.maybe), 9) AS maybe
    FROM situation AS s
    LEFT JOIN plain AS p USING (profile, span)
    LEFT JOIN met_gate AS g USING (situation)
) JOIN outcome ON outcome.rank = sure;

CREATE TEMP TABLE answer AS
SELECT line, outcome
FROM coded
JOIN profile USING (form, present, absent, is_it, may_be, met, compared)
JOIN situation AS s ON s.profile = profile.profile AND s.span = coded.span AND s."to" = coded."to"
    AND s.name IS NOT DISTINCT FROM coded.name AND s.end_use IS NOT DISTINCT FROM coded.end_use
    AND s.military IS NOT DISTINCT FROM coded.military
JOIN ruled USING (situation);
