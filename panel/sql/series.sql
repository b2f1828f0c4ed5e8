-- One row an issuer, year, phase and concept or code: what its best sources agree on, empty where they do not.
-- They agree within the last printed digit of the coarser; of the same step they must be equal. The finest gives amount and place; where
-- the unit is not known, so that the step is 0, it comes last.
INSERT INTO series
WITH ranked AS (
  SELECT *, row_number() OVER finest AS nth, min(rank) OVER key AS first,
    money(first_value(amount) OVER finest) AS finest_amount, first_value(step) OVER finest AS finest_step
  FROM current WHERE best
  WINDOW key AS (PARTITION BY issuer_id, fiscal_year, phase, coverage, concept, classification, code, basis),
    finest AS (PARTITION BY issuer_id, fiscal_year, phase, coverage, concept, classification, code, basis
      ORDER BY rank, step = 0, step, document_id, table_no, "row", "column")
), compared AS (
  SELECT
    issuer_id, fiscal_year, phase, coverage, concept, classification, code, basis,
    bool_and(abs(money(amount) - finest_amount) <= greatest(step, finest_step)) FILTER (rank = first)
      AND count(DISTINCT (step, money(amount))) FILTER (rank = first) = count(DISTINCT step) FILTER (rank = first) AS is_one,
    max(money(amount)) - min(money(amount)) <= max(step) AS is_near,
    max(amount) FILTER (nth = 1) AS amount, max(source) FILTER (nth = 1) AS source, count(*) AS sources,
    max(document_id) FILTER (nth = 1) AS document_id, max(table_no) FILTER (nth = 1) AS table_no, max("row") FILTER (nth = 1) AS "row",
    max("column") FILTER (nth = 1) AS "column", max(page) FILTER (nth = 1) AS page, max(step) FILTER (nth = 1) AS step
  FROM ranked
  GROUP BY issuer_id, fiscal_year, phase, coverage, concept, classification, code, basis
)
SELECT
  c.issuer_id, c.fiscal_year, c.phase, c.coverage, c.concept, c.classification, c.code, c.basis, CASE WHEN is_one THEN amount END AS amount,
  source, sources, is_one AND is_near AS agree, c.document_id, c.table_no, c."row", c."column", c.page, step,
  coalesce(x.doubts, 0) + coalesce(CASE WHEN c."column" IS NULL THEN r.with_cells ELSE r.doubts END, 0) + coalesce(t.doubts, 0)
    + coalesce(p.doubts, 0) AS doubts
FROM compared c
LEFT JOIN doubts_of_cell x
  ON x.document_id = c.document_id AND x.table_no = c.table_no AND x."row" = c."row" AND x."column" = c."column"
LEFT JOIN doubts_of_row r ON r.document_id = c.document_id AND r.table_no = c.table_no AND r."row" = c."row"
LEFT JOIN doubts_of_table t ON t.document_id = c.document_id AND t.table_no = c.table_no
LEFT JOIN doubts_of_page p ON c.table_no IS NULL AND p.document_id = c.document_id AND p.page = c.page;
