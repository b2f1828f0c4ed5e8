-- Which years and stages of an issuer are there: read whole, in part, not at all (published), or missing between others.
CREATE TABLE coverage AS
WITH held AS (
  SELECT o.issuer_id, o.fiscal_year, o.stage,
    CASE WHEN bool_or(d.status = 'ok') THEN 'read' WHEN bool_or(d.status = 'partial') THEN 'partial' ELSE 'published' END AS status,
    count(*) AS documents, string_agg(o.document_id, '|' ORDER BY o.document_id) AS document_ids
  FROM owned o JOIN documents d USING (document_id)
  WHERE o.fiscal_year IS NOT NULL AND o.stage IS NOT NULL
  GROUP BY o.issuer_id, o.fiscal_year, o.stage
), spans AS (
  SELECT issuer_id, stage, unnest(range(min(fiscal_year), max(fiscal_year) + 1)) AS fiscal_year FROM held GROUP BY issuer_id, stage
)
SELECT s.issuer_id, CAST(s.fiscal_year AS INTEGER) AS fiscal_year, s.stage, coalesce(h.status, 'missing') AS status,
  coalesce(h.documents, 0) AS documents, h.document_ids
FROM spans s LEFT JOIN held h USING (issuer_id, fiscal_year, stage);
