-- A year's own figure against what the next year, or its accounts, say of it; the same disclosure twice.
INSERT INTO differing
SELECT
  CASE WHEN b.rank = 4 THEN 'previous_year' WHEN b.rank = 2 AND a.phase = 'budget' THEN 'budget_in_accounts' WHEN b.rank = 2 THEN 'other_edition'
    WHEN d.media_type IS DISTINCT FROM e.media_type THEN 'two_formats' ELSE 'published_twice' END,
  a.issuer_id, a.fiscal_year, a.phase, a.coverage, a.concept, a.classification, a.code, a.basis,
  a.amount, a.document_id, a.table_no, a."row", a."column", a.page, b.amount, b.document_id, b.table_no, b."row", b."column", b.page
FROM current a
JOIN current b ON a.issuer_id = b.issuer_id AND a.fiscal_year = b.fiscal_year AND a.phase = b.phase
  AND a.coverage IS NOT DISTINCT FROM b.coverage AND a.concept IS NOT DISTINCT FROM b.concept
  AND a.classification IS NOT DISTINCT FROM b.classification AND a.code IS NOT DISTINCT FROM b.code AND a.basis IS NOT DISTINCT FROM b.basis
JOIN documents d ON d.document_id = a.document_id
JOIN documents e ON e.document_id = b.document_id
WHERE a.best AND b.best AND a.rank = 1 AND a.document_id <> b.document_id
  AND (b.rank IN (2, 4) OR (b.rank = 1 AND a.document_id < b.document_id AND d.stage IS NOT DISTINCT FROM e.stage
    AND d.fiscal_year IS NOT DISTINCT FROM e.fiscal_year))
  AND (abs(money(a.amount) - money(b.amount)) > greatest(a.step, b.step)
    -- Of one rank and printed to the same digit they are equal, or the series has no amount.
    OR (a.rank = b.rank AND a.step = b.step AND money(a.amount) <> money(b.amount)));

-- What else leaves a series without an amount: sources of its rank that are of other stages or years, or in one document.
INSERT INTO differing
SELECT
  'same_rank', a.issuer_id, a.fiscal_year, a.phase, a.coverage, a.concept, a.classification, a.code, a.basis,
  a.amount, a.document_id, a.table_no, a."row", a."column", a.page, b.amount, b.document_id, b.table_no, b."row", b."column", b.page
FROM series s
JOIN current a ON a.issuer_id = s.issuer_id AND a.fiscal_year = s.fiscal_year AND a.phase = s.phase AND a.source = s.source
  AND a.coverage IS NOT DISTINCT FROM s.coverage AND a.concept IS NOT DISTINCT FROM s.concept
  AND a.classification IS NOT DISTINCT FROM s.classification AND a.code IS NOT DISTINCT FROM s.code AND a.basis IS NOT DISTINCT FROM s.basis
JOIN current b ON b.issuer_id = s.issuer_id AND b.fiscal_year = s.fiscal_year AND b.phase = s.phase AND b.source = s.source
  AND b.coverage IS NOT DISTINCT FROM s.coverage AND b.concept IS NOT DISTINCT FROM s.concept
  AND b.classification IS NOT DISTINCT FROM s.classification AND b.code IS NOT DISTINCT FROM s.code AND b.basis IS NOT DISTINCT FROM s.basis
JOIN documents d ON d.document_id = a.document_id
JOIN documents e ON e.document_id = b.document_id
WHERE s.amount IS NULL AND a.best AND b.best
  AND (a.document_id, coalesce(a.table_no, 0), coalesce(a."row", 0), coalesce(a."column", 0))
    < (b.document_id, coalesce(b.table_no, 0), coalesce(b."row", 0), coalesce(b."column", 0))
  AND NOT (a.rank = 1 AND a.document_id <> b.document_id AND d.stage IS NOT DISTINCT FROM e.stage
    AND d.fiscal_year IS NOT DISTINCT FROM e.fiscal_year)
  AND (abs(money(a.amount) - money(b.amount)) > greatest(a.step, b.step) OR (a.step = b.step AND money(a.amount) <> money(b.amount)));
