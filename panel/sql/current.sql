-- The statements of some issuers at a time, so that memory does not grow with their number.
CREATE OR REPLACE VIEW current AS
SELECT * FROM stated
WHERE hash(issuer_id) % CAST($buckets AS UBIGINT) = CAST($bucket AS UBIGINT);
