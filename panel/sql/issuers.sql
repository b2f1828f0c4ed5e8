-- Whose documents they are. A name counts without the places that it begins with, within one division.
CREATE TABLE places AS
SELECT
  d.code, d.year,
  arg_max(r.name, (coalesce(r.since <= d.year AND d.year < coalesce(r.until, 9999), r.until IS NULL), r.since)) AS name,
  arg_max(r.parent, (coalesce(r.since <= d.year AND d.year < coalesce(r.until, 9999), r.until IS NULL), r.since)) AS parent
FROM (SELECT DISTINCT region_code AS code, fiscal_year AS year FROM documents WHERE region_code IS NOT NULL) d
JOIN regions r ON r.code = d.code
GROUP BY ALL;

CREATE TABLE region_names AS
SELECT code, arg_max(name, since) AS name, arg_max(parent, since) AS parent FROM regions GROUP BY code;

CREATE TABLE heads AS
SELECT
  d.document_id, d.issuer_name, d.issuer_code, d.region_code, d.fiscal_year, d.stage, d.scope,
  CASE
    WHEN d.scope = 'government' THEN '政府'
    ELSE without_place(without_place(without_place(d.issuer_name, above.name), parent.name), p.name)
  END AS office
FROM documents d
LEFT JOIN places p ON p.code = d.region_code AND p.year IS NOT DISTINCT FROM d.fiscal_year
LEFT JOIN region_names parent ON parent.code = p.parent
LEFT JOIN region_names above ON above.code = parent.parent
WHERE CASE WHEN d.scope = 'government' THEN d.region_code ELSE d.issuer_name END IS NOT NULL;

-- What the user says of names comes first.
CREATE TABLE named AS
SELECT
  h.*, u.issuer_id IS NOT NULL AS by_user,
  coalesce(u.issuer_id, concat_ws('-', h.region_code, h.office)) AS own_id
FROM heads h
LEFT JOIN user_names u ON u.name = h.issuer_name AND (u.region_code IS NULL OR u.region_code = h.region_code);

-- One printed code of a unit under several names in turn, never in the same year: a rename that the code states.
CREATE TABLE renames AS
WITH coded AS (
  SELECT region_code, issuer_code, own_id, fiscal_year FROM named
  WHERE length(issuer_code) >= 6 AND region_code IS NOT NULL AND fiscal_year IS NOT NULL AND NOT by_user
), groups AS (
  SELECT region_code, issuer_code, max_by(own_id, (fiscal_year, own_id)) AS issuer_id, list_distinct(list(own_id)) AS ids,
    count(DISTINCT (own_id, fiscal_year)) = count(DISTINCT fiscal_year) AS in_turn
  FROM coded GROUP BY ALL HAVING count(DISTINCT own_id) > 1
)
SELECT own_id, min(issuer_id) AS issuer_id
FROM (SELECT unnest(ids) AS own_id, issuer_id, in_turn FROM groups)
GROUP BY own_id HAVING count(*) = 1 AND bool_and(in_turn);

CREATE TABLE owned AS
SELECT n.*, coalesce(r.issuer_id, n.own_id) AS issuer_id, r.issuer_id IS NOT NULL AS by_code
FROM named n LEFT JOIN renames r USING (own_id);

CREATE TABLE issuers AS
WITH printed AS (
  SELECT issuer_id, issuer_name, min(fiscal_year) AS since, max(fiscal_year) AS until, min(document_id) AS document_id
  FROM owned WHERE issuer_name IS NOT NULL GROUP BY ALL
), names AS (
  SELECT issuer_id, max_by(issuer_name, (coalesce(until, 0), issuer_name)) AS name,
    string_agg(issuer_name || '@' || document_id, '|' ORDER BY since, issuer_name) AS names
  FROM printed GROUP BY issuer_id
), gathered AS (
  SELECT
    issuer_id, max_by(region_code, (coalesce(fiscal_year, 0), region_code)) AS region_code,
    CASE WHEN bool_or(scope = 'government') THEN 'government' WHEN bool_or(scope = 'department') THEN 'department'
      WHEN bool_or(scope = 'unit') THEN 'unit' END AS kind,
    string_agg(DISTINCT issuer_code, '|' ORDER BY issuer_code) AS codes,
    min(fiscal_year) AS first_year, max(fiscal_year) AS last_year, count(*) AS documents,
    CASE WHEN bool_or(by_user) THEN 'user' WHEN bool_or(by_code) THEN 'code' END AS merged_by, min(office) AS office
  FROM owned GROUP BY issuer_id
)
SELECT
  g.issuer_id, CASE WHEN g.kind = 'government' THEN r.name ELSE n.name END AS name, n.names, g.region_code, r.name AS region_name,
  r.parent AS parent_code, p.name AS parent_name, CASE WHEN p.parent IS NULL THEN r.parent ELSE p.parent END AS province_code,
  CASE WHEN g.region_code LIKE '__0000' THEN 'province' WHEN g.region_code LIKE '____00' THEN 'prefecture'
    WHEN g.region_code IS NOT NULL THEN 'county' END AS level,
  g.kind, g.codes, g.merged_by, g.first_year, g.last_year, g.documents, g.office
FROM gathered g
LEFT JOIN names n USING (issuer_id)
LEFT JOIN region_names r ON r.code = g.region_code
LEFT JOIN region_names p ON p.code = r.parent;

-- Which department a unit belongs to: as the user says, by its title, by a list of units, by its code.
CREATE TABLE parts AS
WITH said AS (
  SELECT issuer_id, part_of, 'user' AS told_by, 1 AS rank FROM user_parts
  UNION ALL
  SELECT u.issuer_id, d.issuer_id, 'title', 2 FROM issuers u JOIN issuers d
    ON d.region_code IS NOT DISTINCT FROM u.region_code AND d.office = regexp_replace(u.office, '[（(]?本级[)）]?$', '')
  WHERE u.office <> d.office
  UNION ALL
  SELECT u.issuer_id, h.issuer_id, 'organization', 3
  FROM organizations o JOIN owned h USING (document_id)
  JOIN issuers d ON d.issuer_id = h.issuer_id
  LEFT JOIN region_names r ON r.code = d.region_code
  LEFT JOIN region_names p ON p.code = r.parent
  JOIN issuers u ON u.region_code IS NOT DISTINCT FROM d.region_code
    AND u.office = without_place(without_place(o.name, p.name), r.name) AND u.issuer_id <> d.issuer_id
  UNION ALL
  SELECT u.issuer_id, d.issuer_id, 'code', 4
  FROM (SELECT DISTINCT issuer_id, region_code, issuer_code FROM owned WHERE length(issuer_code) >= 6) u
  JOIN (SELECT DISTINCT issuer_id, region_code, issuer_code FROM owned WHERE length(issuer_code) = 3) d
    ON d.region_code = u.region_code AND starts_with(u.issuer_code, d.issuer_code) AND d.issuer_id <> u.issuer_id
), best AS (SELECT *, min(rank) OVER (PARTITION BY issuer_id) AS first FROM said)
SELECT issuer_id, min(part_of) AS part_of, min(told_by) AS told_by
FROM best WHERE rank = first GROUP BY issuer_id HAVING count(DISTINCT part_of) = 1;
