-- How many findings of doubt stand at a cell, at a row, at a table, and at a page beside its tables.
CREATE TABLE doubts_of_cell AS
SELECT document_id, table_no, "row", "column", count(*) AS doubts FROM doubts
WHERE "row" IS NOT NULL AND "column" IS NOT NULL GROUP BY ALL;
-- An amount that has no column is of its whole row.
CREATE TABLE doubts_of_row AS
SELECT document_id, table_no, "row", count(*) FILTER ("column" IS NULL) AS doubts, count(*) AS with_cells FROM doubts
WHERE table_no IS NOT NULL AND "row" IS NOT NULL GROUP BY document_id, table_no, "row";
CREATE TABLE doubts_of_table AS
SELECT document_id, table_no, count(*) AS doubts FROM doubts WHERE table_no IS NOT NULL AND "row" IS NULL GROUP BY ALL;
CREATE TABLE doubts_of_page AS
SELECT document_id, page, count(*) AS doubts FROM doubts WHERE table_no IS NULL AND page IS NOT NULL GROUP BY ALL;
