-- The statements of some issuers at a time, so that memory does not grow with their number. A summary may round otherwise than
-- the table of a code's own, so it counts where no such table states the code.
CREATE OR REPLACE VIEW current AS
WITH bucket AS (
  SELECT * FROM stated
  WHERE hash(issuer_id) % CAST($buckets AS UBIGINT) = CAST($bucket AS UBIGINT)
)
SELECT * FROM bucket s
WHERE NOT s.is_summary OR NOT EXISTS (
  SELECT 1 FROM bucket own
  WHERE NOT own.is_summary AND own.best AND own.source = s.source AND own.issuer_id = s.issuer_id AND own.fiscal_year = s.fiscal_year
    AND own.phase = s.phase AND own.code = s.code AND own.basis = s.basis AND own.coverage IS NOT DISTINCT FROM s.coverage
);
