-- Of a document that several folders hold, the copy that was read best; of those the one whose print comes first, so that their order
-- makes no difference. Copies with one print hold the same.
INSERT INTO prints
SELECT folder, document_id, md5(CAST((document_id, status, media_type, issuer_name, issuer_code, region_code, region_name, fiscal_year, stage, scope, version, supersedes) AS VARCHAR)) FROM documents WHERE document_id IN (FROM twice);

CREATE TABLE chosen AS
WITH copies AS (
  SELECT
    d.document_id, d.folder, CASE d.status WHEN 'ok' THEN 1 WHEN 'partial' THEN 2 ELSE 3 END AS rank,
    string_agg(p.print, ' ' ORDER BY p.print) AS print
  FROM documents d JOIN prints p USING (document_id, folder)
  GROUP BY ALL
)
SELECT document_id, min_by(folder, (rank, print)) AS folder FROM copies GROUP BY document_id;

DELETE FROM documents d USING chosen c WHERE c.document_id = d.document_id AND c.folder <> d.folder;
DROP TABLE chosen;
