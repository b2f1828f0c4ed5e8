-- How expenditure is split, by 类 and into basic and project, each year of one form: forms are never added up. It is the form
-- that most years of the issuer have, so that years compare; of two such, and of a year that lacks it, the widest.
CREATE TABLE forms (split VARCHAR, basis VARCHAR, rank INTEGER, key VARCHAR, concept VARCHAR);
INSERT INTO forms VALUES
  ('function', 'expenditure', 1, NULL, NULL),
  ('function', 'general_public', 2, NULL, NULL),
  ('function', 'appropriation_expenditure', 3, NULL, NULL),
  ('nature', 'expenditure', 1, 'basic', 'expenditure_basic'),
  ('nature', 'expenditure', 1, 'project', 'expenditure_project'),
  ('nature', 'expenditure', 1, 'reserve', 'expenditure_reserve'),
  ('nature', 'appropriation_expenditure', 2, 'basic', 'expenditure_appropriation_basic'),
  ('nature', 'appropriation_expenditure', 2, 'project', 'expenditure_appropriation_project'),
  ('nature', 'general_public', 3, 'basic', 'expenditure_general_public_basic'),
  ('nature', 'general_public', 3, 'project', 'expenditure_general_public_project');

-- The totals that a form's parts make, the closest first.
CREATE TABLE totals (basis VARCHAR, concept VARCHAR, rank INTEGER);
INSERT INTO totals VALUES
  ('expenditure', 'expenditure_current', 1), ('expenditure', 'expenditure_total', 2),
  ('general_public', 'expenditure_general_public', 1),
  ('appropriation_expenditure', 'expenditure_appropriation', 1), ('appropriation_expenditure', 'expenditure_appropriation_total', 2);

CREATE TABLE split AS
WITH parts AS (
  SELECT t.*, f.split, f.basis AS form, f.rank, t.code AS key, c.name AS key_zh, c.name_en AS key_en
  FROM told t JOIN forms f ON f.split = 'function' AND f.basis = t.basis
  LEFT JOIN codes c ON c.code = t.code
  WHERE t.classification = 'function' AND length(t.code) = 3
  UNION ALL
  SELECT t.*, f.split, f.basis, f.rank, f.key, NULL, NULL
  FROM told t JOIN forms f ON f.split = 'nature' AND f.concept = t.concept
  -- One of the two alone is no structure.
  QUALIFY count(*) FILTER (f.key IN ('basic', 'project')) OVER (PARTITION BY t.issuer_id, t.fiscal_year, t.phase, t.coverage, f.basis) = 2
), common AS (
  SELECT issuer_id, split, form, count(DISTINCT (fiscal_year, phase, coverage)) AS years FROM parts GROUP BY ALL
)
SELECT * FROM parts JOIN common USING (issuer_id, split, form)
QUALIFY rank() OVER (PARTITION BY issuer_id, fiscal_year, phase, coverage, split ORDER BY years DESC, parts.rank) = 1;

-- Beside the sum of the parts, the total that the same form states.
CREATE TABLE summed AS
WITH sums AS (
  SELECT issuer_id, fiscal_year, phase, coverage, split, form, exact(sum(money(amount))) AS sum FROM split GROUP BY ALL
), stated_totals AS (
  SELECT s.issuer_id, s.fiscal_year, s.phase, s.coverage, s.split, s.form, min_by(t.amount, n.rank) AS stated
  FROM sums s JOIN totals n ON n.basis = s.form
  JOIN told t ON t.concept = n.concept AND t.issuer_id = s.issuer_id AND t.fiscal_year = s.fiscal_year AND t.phase = s.phase
    AND t.coverage IS NOT DISTINCT FROM s.coverage
  GROUP BY ALL
)
SELECT s.*, t.stated, exact(money(t.stated) - money(s.sum)) AS difference
FROM sums s LEFT JOIN stated_totals t ON t.issuer_id = s.issuer_id AND t.fiscal_year = s.fiscal_year AND t.phase = s.phase
  AND t.coverage IS NOT DISTINCT FROM s.coverage AND t.split = s.split AND t.form = s.form;
