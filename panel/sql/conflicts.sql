-- What the prose says of the change, taken off this year's own figure, against last year's own figure.
INSERT INTO differing
WITH changed AS (
  SELECT document_id, phase, measure, min(amount) AS amount, min(raw) AS raw, min(page) AS page
  FROM figures WHERE measure IN ('change_total', 'change_basic', 'change_project') AND amount IS NOT NULL
  GROUP BY ALL HAVING count(DISTINCT amount) = 1
), said AS (
  SELECT
    own.issuer_id, own.fiscal_year - 1 AS fiscal_year, own.phase, own.coverage, own.concept,
    money(own.amount) - money(c.amount) AS amount, c.document_id, c.page,
    2 * greatest(own.step, printed_step(regexp_extract(c.raw, '[\d,.]+'), regexp_extract(c.raw, '\p{Han}+$'))) AS step
  FROM changed c
  JOIN owned h USING (document_id)
  JOIN series own ON own.issuer_id = h.issuer_id AND own.fiscal_year = h.fiscal_year AND own.phase = c.phase
    AND own.concept = CASE c.measure WHEN 'change_total' THEN 'expenditure_total' WHEN 'change_basic' THEN 'expenditure_basic'
      ELSE 'expenditure_project' END
  WHERE own.amount IS NOT NULL AND own.source = 'own_table'
)
SELECT
  'change_stated', last.issuer_id, last.fiscal_year, last.phase, last.coverage, last.concept, NULL, NULL, NULL,
  last.amount, last.document_id, last.table_no, last."row", last."column", last.page,
  exact(said.amount), said.document_id, NULL, NULL, NULL, said.page
FROM said JOIN series last USING (issuer_id, fiscal_year, phase, concept)
WHERE last.source = 'own_table' AND last.coverage IS NOT DISTINCT FROM said.coverage AND last.amount IS NOT NULL
  AND abs(said.amount - money(last.amount)) >= greatest(said.step, last.step);

-- A department against its units, where all units that it lists in that year are there.
INSERT INTO differing
WITH listed AS (
  SELECT h.issuer_id, h.fiscal_year, count(DISTINCT o.name) AS units FROM organizations o JOIN owned h USING (document_id)
  WHERE h.scope = 'department' GROUP BY h.issuer_id, h.fiscal_year
), sums AS (
  SELECT p.part_of AS issuer_id, s.fiscal_year, s.phase, s.concept, sum(money(s.amount)) AS amount, count(*) AS units, sum(s.step) AS step,
    min(s.document_id) AS document_id
  FROM parts p JOIN series s ON s.issuer_id = p.issuer_id
  WHERE s.concept LIKE 'expenditure\_%' ESCAPE '\' AND s.amount IS NOT NULL AND s.source = 'own_table'
  GROUP BY ALL
)
SELECT
  'units', s.issuer_id, s.fiscal_year, s.phase, s.coverage, s.concept, NULL, NULL, NULL,
  s.amount, s.document_id, s.table_no, s."row", s."column", s.page, exact(u.amount), u.document_id, NULL, NULL, NULL, NULL
FROM series s JOIN sums u USING (issuer_id, fiscal_year, phase, concept) JOIN listed l
  ON l.issuer_id = s.issuer_id AND l.fiscal_year = s.fiscal_year AND l.units = u.units
WHERE s.source = 'own_table' AND s.amount IS NOT NULL AND abs(money(s.amount) - u.amount) > greatest(u.step, s.step);

-- The likely cause: a unit mixed up, another concept's amount, one digit or two neighbours, else restated.
-- Numbers of five digits and more, zeros at the end aside: fewer differ in one by chance.
CREATE MACRO long_number(text) AS length(regexp_replace(regexp_replace(text, '[^0-9]', '', 'g'), '0+$', '')) >= 5;
CREATE MACRO misplaced(a, b) AS hamming(lpad(a, 40, ' '), lpad(b, 40, ' '));
CREATE MACRO misprinted(a, b) AS
  length(a) = length(b) AND (long_number(a) OR long_number(b))
  AND (misplaced(a, b) = 1 OR (misplaced(a, b) = 2 AND list_sort(string_split(a, '')) = list_sort(string_split(b, ''))));

CREATE TABLE conflicts AS
SELECT
  f.*, exact(money(f.other_amount) - money(f.amount)) AS difference,
  CASE
    WHEN abs(money(f.amount)) IN (abs(money(f.other_amount)) * 10000, abs(money(f.other_amount)) * 1000) OR
      abs(money(f.other_amount)) IN (abs(money(f.amount)) * 10000, abs(money(f.amount)) * 1000) THEN 'unit'
    WHEN EXISTS (SELECT 1 FROM series s WHERE s.issuer_id = f.issuer_id AND s.fiscal_year = f.fiscal_year AND s.phase = f.phase
      AND s.coverage IS NOT DISTINCT FROM f.coverage AND f.concept IS NOT NULL AND s.concept IS NOT NULL
      AND s.concept <> f.concept AND s.amount = f.other_amount AND money(s.amount) <> 0) THEN 'scope'
    WHEN misprinted(f.amount, f.other_amount) THEN 'misprint'
    WHEN f.kind IN ('previous_year', 'budget_in_accounts', 'change_stated') THEN 'restated'
  END AS likely_cause
FROM differing f;
