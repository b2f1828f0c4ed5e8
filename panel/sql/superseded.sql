-- Takes out of the documents what a later version replaced, however many versions lie between, unless no later one could be read. A file that came back is
-- the later version of the one that stood there in between.
CREATE TABLE replaced AS
WITH RECURSIVE successions AS (
  SELECT o.document_id AS older, n.document_id AS newer, n.status <> 'failed' AS was_read
  FROM documents n JOIN documents o ON o.document_id = n.supersedes
  WHERE coalesce(n.version > o.version, true)
), replaced AS (
  SELECT older FROM successions WHERE was_read
  UNION
  SELECT s.older FROM replaced r JOIN successions s ON s.newer = r.older
)
SELECT folder, document_id FROM documents WHERE document_id IN (FROM replaced);
DELETE FROM documents WHERE document_id IN (SELECT document_id FROM replaced);
