-- An exact number as text, without zeros at its end.
CREATE MACRO exact(number) AS regexp_replace(regexp_replace(CAST(number AS VARCHAR), '(\.\d*?)0+$', '\1'), '\.$', '');
CREATE MACRO money(text) AS CAST(text AS DECIMAL(38, 8));
