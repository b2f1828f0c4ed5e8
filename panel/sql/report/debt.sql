-- Limit less balance, of one year, phase, coverage and kind. The latest year of a region comes from its accounts before its budget.
CREATE TABLE headroom AS
WITH both_sides AS (
  SELECT
    l.issuer_id, l.called, l.nth, l.region_code, l.fiscal_year, l.phase, l.coverage,
    CASE l.concept WHEN 'debt_limit' THEN 'total' ELSE replace(l.concept, 'debt_limit_', '') END AS kind,
    l.amount AS debt_limit, b.amount AS balance,
    l.document_id, l.table_no, l."row", l."column", l.page, b.document_id AS b_document_id, b.table_no AS b_table_no, b."row" AS b_row,
    b."column" AS b_column, b.page AS b_page
  FROM told l JOIN told b
    ON b.issuer_id = l.issuer_id AND b.fiscal_year = l.fiscal_year AND b.phase = l.phase AND b.coverage IS NOT DISTINCT FROM l.coverage
    AND b.concept = replace(l.concept, 'debt_limit', 'debt_balance')
  WHERE l.concept IN ('debt_limit', 'debt_limit_general', 'debt_limit_special')
)
SELECT
  *, exact(money(debt_limit) - money(balance)) AS headroom,
  CASE WHEN money(debt_limit) > 0 THEN
    CAST(CAST(round(100 * (1 - CAST(balance AS DOUBLE) / CAST(debt_limit AS DOUBLE)), 1) AS DECIMAL(18, 1)) AS VARCHAR) END AS percent,
  row_number() OVER (PARTITION BY issuer_id, coverage, kind
    ORDER BY fiscal_year DESC, list_position(['accounts', 'execution', 'adjusted_budget', 'budget'], phase)) = 1 AS latest
FROM both_sides;
