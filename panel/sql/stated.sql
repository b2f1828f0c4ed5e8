-- What the documents state of an issuer, a year and a phase, each with its place.
-- Rank: 1 the document's own table, 2 a column of another stage or year, 3 prose, 4 the column of the year before.
CREATE TABLE stated (
  issuer_id VARCHAR, fiscal_year INTEGER, phase VARCHAR, coverage VARCHAR, concept VARCHAR, classification VARCHAR, code VARCHAR,
  basis VARCHAR, amount VARCHAR, step DECIMAL(38, 18), document_id VARCHAR, table_no INTEGER, "row" INTEGER, "column" INTEGER,
  page INTEGER, source VARCHAR, rank INTEGER, best BOOLEAN, is_summary BOOLEAN
);

-- A region's own row in a document of another government is that region's.
CREATE MACRO issuer_of_row(own, own_region, code, name) AS
  CASE WHEN code IS NULL AND name IS NULL THEN own
    WHEN code = own_region THEN own
    WHEN code IS NOT NULL THEN code || '-政府'
    ELSE own_region || '-' || name END;

-- A summary states the same money by 类 as the table of its own.
CREATE MACRO money_of(form) AS
  CASE form WHEN 'summary' THEN 'expenditure' WHEN 'appropriation_summary' THEN 'appropriation_expenditure' ELSE form END;

-- A row of which the code is inferred has no printed classification: it is of the one that the code is of.
CREATE MACRO classification_of(printed, code) AS coalesce(printed, CASE WHEN code LIKE '2%' THEN 'function' ELSE 'economic' END);

INSERT INTO stated
WITH placed AS (
  SELECT
    a.*, h.issuer_id AS own, h.region_code AS own_region, h.scope, h.stage, coalesce(h.fiscal_year, -1) AS own_year,
    money_of(regexp_replace(a.table_kind, '^(budget|accounts)_', '')) AS form,
    CASE WHEN a.phase <> 'previous' THEN a.phase WHEN contains(a.measure_raw, '决算') THEN 'accounts'
      WHEN contains(a.measure_raw, '执行') THEN 'execution' WHEN contains(a.measure_raw, '预算') THEN 'budget' END AS its_phase,
    coalesce(a.fiscal_year, h.fiscal_year) - CASE WHEN a.phase = 'previous' THEN 1 ELSE 0 END AS its_year
  FROM amounts a JOIN owned h USING (document_id)
  WHERE a.amount IS NOT NULL
)
SELECT
  CASE WHEN scope = 'government' THEN issuer_of_row(own, own_region, region_code, region_name) ELSE own END,
  its_year, its_phase, coverage, concept, CASE WHEN concept IS NULL THEN classification_of(classification, code) END, CASE WHEN concept IS NULL THEN code END,
  CASE WHEN concept IS NULL THEN coalesce(account, form) END, amount, printed_step(raw, unit_raw), document_id, table_no, "row", "column", page,
  CASE WHEN phase = 'previous' THEN 'next_year' WHEN is_own THEN 'own_table' ELSE 'other_edition' END,
  CASE WHEN phase = 'previous' THEN 4 WHEN is_own THEN 1 ELSE 2 END, is_primary, concept IS NULL AND ends_with(table_kind, 'summary')
FROM (
  SELECT *, CASE its_phase WHEN 'budget' THEN stage = 'budget' AND its_year = own_year
      WHEN 'execution' THEN its_year >= own_year - 1 ELSE stage = 'final_accounts' AND its_year = own_year END AS is_own
  FROM placed
)
WHERE its_phase IS NOT NULL AND its_year IS NOT NULL;

-- Of prose, of debt and of procurement what a document states once, whatever how often.
INSERT INTO stated
SELECT
  h.issuer_id, f.fiscal_year, f.phase, f.coverage, f.measure, NULL, NULL, NULL, min(f.amount),
  max(printed_step(regexp_extract(f.raw, '[\d,.]+'), regexp_extract(f.raw, '\p{Han}+$'))), f.document_id, NULL, NULL, NULL, min(f.page), 'own_prose', 3, true, false
FROM figures f JOIN owned h USING (document_id)
WHERE f.amount IS NOT NULL AND f.phase IS NOT NULL AND f.fiscal_year IS NOT NULL AND f.measure NOT LIKE 'change\_%' ESCAPE '\'
  -- What a department's prose says of another year is compared by its tables.
  AND (f.fiscal_year = h.fiscal_year OR h.scope = 'government')
GROUP BY ALL HAVING count(DISTINCT f.amount) = 1;

INSERT INTO stated
WITH once AS (
  SELECT
    issuer_of_row(h.issuer_id, h.region_code, d.region_code, d.region_name) AS issuer_id, d.fiscal_year,
    CASE d.phase WHEN 'previous_actual' THEN 'accounts' ELSE d.phase END AS phase, d.region_scope AS coverage,
    'debt_' || d.measure || CASE d.debt_kind WHEN 'total' THEN '' ELSE '_' || d.debt_kind END AS concept,
    h.stage, h.fiscal_year AS own_year, d.*
  FROM debt d JOIN owned h USING (document_id)
  WHERE d.measure IN ('limit', 'balance') AND d.amount IS NOT NULL AND d.fiscal_year IS NOT NULL AND d.debt_kind IS NOT NULL
)
SELECT
  issuer_id, fiscal_year, phase, coverage, concept, NULL, NULL, NULL, min(amount), max(printed_step(raw, unit_raw)),
  document_id, min(table_no), min_by("row", (table_no, "row", "column")), min_by("column", (table_no, "row", "column")),
  min_by(page, (table_no, "row", "column")), CASE WHEN fiscal_year >= own_year - 1 THEN 'own_table' ELSE 'other_edition' END,
  CASE WHEN fiscal_year >= own_year - 1 THEN 1 ELSE 2 END, true, false
FROM once
WHERE phase IS NOT NULL
GROUP BY issuer_id, fiscal_year, phase, coverage, concept, document_id, own_year HAVING count(DISTINCT amount) = 1;

INSERT INTO stated
SELECT
  h.issuer_id, h.fiscal_year, CASE h.stage WHEN 'budget' THEN 'budget' ELSE 'accounts' END, NULL, 'procurement_total', NULL, NULL, NULL,
  min(p.amount), 0, p.document_id, min(p.table_no), min_by(p."row", (p.table_no, p."row")), NULL, min_by(p.page, (p.table_no, p."row")),
  'own_table', 1, true, false
FROM procurement p JOIN owned h USING (document_id)
WHERE p.amount IS NOT NULL AND h.fiscal_year IS NOT NULL AND h.stage IS NOT NULL
GROUP BY h.issuer_id, h.fiscal_year, h.stage, p.document_id HAVING count(DISTINCT p.amount) = 1;

-- Regions that no document is of, but that rows of others state.
INSERT INTO issuers
SELECT s.issuer_id, r.name, NULL, r.code, r.name, r.parent, p.name, CASE WHEN p.parent IS NULL THEN r.parent ELSE p.parent END,
  CASE WHEN r.code LIKE '__0000' THEN 'province' WHEN r.code LIKE '____00' THEN 'prefecture' ELSE 'county' END,
  'government', NULL, NULL, min(s.fiscal_year), max(s.fiscal_year), 0, '政府'
FROM stated s
JOIN region_names r ON s.issuer_id = r.code || '-政府'
LEFT JOIN region_names p ON p.code = r.parent
WHERE s.issuer_id NOT IN (SELECT issuer_id FROM issuers)
GROUP BY s.issuer_id, r.name, r.code, r.parent, p.name, p.parent;

INSERT INTO issuers (issuer_id, name, kind, first_year, last_year, documents, office)
SELECT issuer_id, substr(issuer_id, 8), 'government', min(fiscal_year), max(fiscal_year), 0, '政府'
FROM stated WHERE issuer_id NOT IN (SELECT issuer_id FROM issuers) GROUP BY issuer_id;
