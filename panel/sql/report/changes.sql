-- From one year to the next: the same issuer, phase, coverage and concept.
CREATE TABLE pairs AS
SELECT
  n.issuer_id, n.called, n.nth, n.fiscal_year, n.phase, n.coverage, n.concept, b.amount AS amount_before, n.amount AS amount_now,
  n.document_id, n.table_no, n."row", n."column", n.page, b.document_id AS b_document_id, b.table_no AS b_table_no, b."row" AS b_row,
  b."column" AS b_column, b.page AS b_page,
  -- What is no positive number has no ratio.
  CASE WHEN money(n.amount) > 0 AND money(b.amount) > 0 THEN ln(CAST(n.amount AS DOUBLE) / CAST(b.amount AS DOUBLE)) END AS growth
FROM told n JOIN told b
  ON b.issuer_id = n.issuer_id AND b.fiscal_year = n.fiscal_year - 1 AND b.phase = n.phase AND b.coverage IS NOT DISTINCT FROM n.coverage
  AND b.concept = n.concept
WHERE list_contains(string_split($concepts, ' '), n.concept);

CREATE TABLE changes AS
WITH fences AS (
  SELECT concept, quantile_cont(growth, 0.25) AS low, quantile_cont(growth, 0.75) AS high
  FROM pairs WHERE growth IS NOT NULL GROUP BY concept HAVING count(*) >= CAST($atLeast AS INTEGER)
)
SELECT
  p.*, exact(money(amount_now) - money(amount_before)) AS difference,
  CAST(CAST(round(100 * (exp(growth) - 1), 1) AS DECIMAL(38, 1)) AS VARCHAR) AS percent,
  CASE
    WHEN greatest(money(amount_now), money(amount_before)) >= CAST($times AS INTEGER) * least(money(amount_now), money(amount_before)) THEN 'tenfold'
    WHEN growth < low - CAST($ranges AS INTEGER) * (high - low) OR growth > high + CAST($ranges AS INTEGER) * (high - low) THEN 'far'
  END AS outlier
FROM pairs p LEFT JOIN fences USING (concept)
WHERE growth IS NOT NULL;
