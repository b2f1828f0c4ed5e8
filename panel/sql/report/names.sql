-- How a report calls an issuer: its name, with its region where the name does not tell it, and its id where two are alike.
CREATE TABLE called AS
WITH named AS (
  SELECT
    issuer_id, region_code,
    CASE
      WHEN name IS NULL THEN issuer_id
      WHEN kind = 'government' THEN coalesce(parent_name, '') || name
      WHEN region_name IS NOT NULL AND NOT contains(name, region_name) THEN name || '（' || region_name || '）'
      ELSE name
    END AS name
  FROM issuers
)
SELECT
  issuer_id, region_code, CASE WHEN count(*) OVER (PARTITION BY name) > 1 THEN name || '（' || issuer_id || '）' ELSE name END AS called,
  row_number() OVER (ORDER BY region_code NULLS LAST, name, issuer_id) AS nth
FROM named;

-- The rows that stand in more than one part, with their issuers' names.
CREATE VIEW told AS
SELECT s.*, c.called, c.nth, c.region_code FROM series s JOIN called c USING (issuer_id) WHERE s.amount IS NOT NULL;
