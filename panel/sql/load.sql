-- What the folders state, of each document once.
CREATE TABLE documents (
  folder INTEGER, document_id VARCHAR, status VARCHAR, media_type VARCHAR, issuer_name VARCHAR, issuer_code VARCHAR,
  region_code VARCHAR, region_name VARCHAR, fiscal_year INTEGER, stage VARCHAR, scope VARCHAR, version INTEGER, supersedes VARCHAR
);
CREATE TABLE amounts (
  document_id VARCHAR, table_no INTEGER, "row" INTEGER, "column" INTEGER, page INTEGER, table_kind VARCHAR, classification VARCHAR,
  code VARCHAR, concept VARCHAR, is_primary BOOLEAN, phase VARCHAR, measure_raw VARCHAR, amount VARCHAR, raw VARCHAR, unit_raw VARCHAR,
  account VARCHAR, coverage VARCHAR, region_code VARCHAR, region_name VARCHAR, fiscal_year INTEGER
);
CREATE TABLE figures (
  document_id VARCHAR, page INTEGER, measure VARCHAR, fiscal_year INTEGER, phase VARCHAR, amount VARCHAR, raw VARCHAR, coverage VARCHAR
);
CREATE TABLE debt (
  document_id VARCHAR, table_no INTEGER, "row" INTEGER, "column" INTEGER, page INTEGER, region_code VARCHAR, region_name VARCHAR,
  region_scope VARCHAR, debt_kind VARCHAR, measure VARCHAR, phase VARCHAR, fiscal_year INTEGER, amount VARCHAR, raw VARCHAR,
  unit_raw VARCHAR
);
CREATE TABLE procurement (
  document_id VARCHAR, table_no INTEGER, "row" INTEGER, page INTEGER, row_kind VARCHAR, amount VARCHAR
);
CREATE TABLE organizations (document_id VARCHAR, name VARCHAR);
CREATE TABLE doubts (
  document_id VARCHAR, table_no INTEGER, "row" INTEGER, "column" INTEGER, page INTEGER, severity VARCHAR
);

-- One row an issuer, year, phase and concept or code.
CREATE TABLE series (
  issuer_id VARCHAR, fiscal_year INTEGER, phase VARCHAR, coverage VARCHAR, concept VARCHAR, classification VARCHAR, code VARCHAR,
  basis VARCHAR, amount VARCHAR, source VARCHAR, sources BIGINT, agree BOOLEAN, document_id VARCHAR, table_no INTEGER, "row" INTEGER,
  "column" INTEGER, page INTEGER, step DECIMAL(38, 18), doubts BIGINT
);

-- Two statements of one thing that differ by more than their last printed digits.
CREATE TABLE differing (
  kind VARCHAR, issuer_id VARCHAR, fiscal_year INTEGER, phase VARCHAR, coverage VARCHAR, concept VARCHAR, classification VARCHAR,
  code VARCHAR, basis VARCHAR, amount VARCHAR, document_id VARCHAR, table_no INTEGER, "row" INTEGER, "column" INTEGER, page INTEGER,
  other_amount VARCHAR, other_document_id VARCHAR, other_table_no INTEGER, other_row INTEGER, other_column INTEGER, other_page INTEGER
);

-- The worth of the last printed digit in yuan, exact; 0 where the unit is not known.
CREATE MACRO printed_step(raw, unit) AS
  CASE unit WHEN '元' THEN 1 WHEN '千元' THEN 1000 WHEN '万元' THEN 10000 WHEN '百万元' THEN 1000000 WHEN '亿元' THEN 100000000 ELSE 0 END
  * CAST('1e-' || length(regexp_extract(raw, '\.(\d+)', 1)) AS DECIMAL(19, 18));

-- A name without the name of the place that it begins with.
CREATE MACRO without_place(name, place) AS
  CASE WHEN place IS NOT NULL AND starts_with(name, place) AND length(name) > length(place) THEN substr(name, length(place) + 1) ELSE name END;
