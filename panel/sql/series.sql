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
  issuer_id, fiscal_year, phase, coverage, concept, classification, code, basis, CASE WHEN is_one THEN amount END AS amount, source, sources,
  is_one AND is_near AS agree, document_id, table_no, "row", "column", page, step
FROM compared;
