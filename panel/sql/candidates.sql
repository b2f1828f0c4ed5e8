-- Names that may be one issuer: alike in one division and never in one year, or of one code. Nothing is joined by this.
CREATE TABLE candidates AS
WITH years AS (SELECT issuer_id, list_distinct(list(fiscal_year)) AS years FROM owned GROUP BY issuer_id),
codes AS (SELECT DISTINCT issuer_id, region_code, issuer_code FROM owned WHERE issuer_code IS NOT NULL),
pairs AS (
  SELECT a.issuer_id AS a, b.issuer_id AS b
  FROM issuers a JOIN issuers b
    ON a.region_code = b.region_code AND left(a.office, 2) = left(b.office, 2) AND a.issuer_id < b.issuer_id
  JOIN years p ON p.issuer_id = a.issuer_id JOIN years q ON q.issuer_id = b.issuer_id
  WHERE a.kind IS DISTINCT FROM 'government' AND b.kind IS DISTINCT FROM 'government'
    AND jaro_winkler_similarity(a.office, b.office) >= 0.85
    AND NOT list_has_any(p.years, q.years)
  UNION
  SELECT a.issuer_id, b.issuer_id FROM codes a JOIN codes b
    ON a.region_code = b.region_code AND a.issuer_code = b.issuer_code AND a.issuer_id < b.issuer_id
  UNION
  SELECT least(a.issuer_id, b.issuer_id), greatest(a.issuer_id, b.issuer_id) FROM issuers a JOIN issuers b
    ON a.region_code IS NULL AND b.region_code IS NOT NULL AND a.name = b.name
)
SELECT
  a AS issuer_id, b AS other_id,
  CAST(round(jaro_winkler_similarity(x.office, y.office), 2) AS DECIMAL(3, 2)) AS similarity,
  nullif(concat_ws('|',
    CASE WHEN EXISTS (SELECT 1 FROM codes c JOIN codes d ON c.issuer_code = d.issuer_code AND c.region_code = d.region_code
      WHERE c.issuer_id = a AND d.issuer_id = b) THEN 'same_code' END,
    CASE WHEN x.name = y.name THEN 'same_name' WHEN contains(x.office, y.office) OR contains(y.office, x.office) THEN 'one_name_in_the_other'
      WHEN jaro_winkler_similarity(x.office, y.office) >= 0.85 THEN 'names_alike' END,
    CASE WHEN NOT list_has_any(p.years, q.years) THEN 'never_in_one_year' END), '') AS evidence_for,
  nullif(concat_ws('|',
    CASE WHEN list_has_any(p.years, q.years) THEN 'both_in_one_year' END,
    CASE WHEN x.codes IS NOT NULL AND y.codes IS NOT NULL AND x.codes <> y.codes THEN 'other_codes' END,
    CASE WHEN EXISTS (SELECT 1 FROM parts t WHERE (t.issuer_id = a AND t.part_of = b) OR (t.issuer_id = b AND t.part_of = a))
      THEN 'one_is_part_of_the_other' END,
    CASE WHEN x.region_code IS NULL OR y.region_code IS NULL THEN 'region_not_stated' END), '') AS evidence_against
FROM pairs JOIN issuers x ON x.issuer_id = a JOIN issuers y ON y.issuer_id = b
JOIN years p ON p.issuer_id = a JOIN years q ON q.issuer_id = b;
