-- The official lists by year.
CREATE TABLE regions AS
SELECT
  code, name, nullif(parent, '') AS parent,
  CASE WHEN code LIKE '__0000' THEN 'province' WHEN code LIKE '____00' THEN 'prefecture' ELSE 'county' END AS level,
  CAST(since AS INTEGER) AS since, CAST(nullif(until, '') AS INTEGER) AS until, nullif(successors, '') AS successors
FROM read_csv($divisions, delim = '\t', quote = '', header = true, auto_detect = false, columns = {
  code: 'VARCHAR', name: 'VARCHAR', parent: 'VARCHAR', since: 'VARCHAR', until: 'VARCHAR', successors: 'VARCHAR'});

CREATE TABLE codes AS
WITH listed AS (
  SELECT code, string_split(names, '|') AS names, CAST(nullif(since, '') AS INTEGER) AS since, CAST(nullif(until, '') AS INTEGER) AS until
  FROM read_csv($classification, delim = '\t', quote = '', header = true, auto_detect = false, columns = {
    code: 'VARCHAR', names: 'VARCHAR', since: 'VARCHAR', until: 'VARCHAR'})
), cofog AS (
  SELECT code, nullif(name_en, '') AS name_en, nullif(division, '') AS division, nullif(fit, '') AS fit, nullif(source, '') AS source
  FROM read_csv($cofog, delim = '\t', quote = '', header = true, auto_detect = false, columns = {
    code: 'VARCHAR', name_en: 'VARCHAR', division: 'VARCHAR', fit: 'VARCHAR', source: 'VARCHAR'})
)
SELECT
  CASE left(l.code, 1) WHEN '1' THEN 'income' WHEN '2' THEN 'function' ELSE 'economic' END AS classification,
  l.code, l.names[1] AS name, nullif(array_to_string(l.names[2:], '|'), '') AS other_names,
  (SELECT max(p.code) FROM listed p WHERE p.code IN (left(l.code, 3), left(l.code, 5)) AND length(p.code) < length(l.code)) AS parent,
  CASE length(l.code) WHEN 3 THEN 1 WHEN 5 THEN 2 WHEN 7 THEN 3 ELSE 4 END AS level,
  l.since, l.until, own.name_en, above.division AS cofog, above.fit AS cofog_fit, above.source AS cofog_source
FROM listed l
LEFT JOIN cofog own ON own.code = l.code
LEFT JOIN cofog above ON above.code = left(l.code, 3);
