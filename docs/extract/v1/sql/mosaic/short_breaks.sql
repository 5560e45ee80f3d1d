-- short_breaks.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Mosaic.
-- Run it and save what it gives, with its headings, as short_breaks.csv.
-- Then: madegood data check FOLDER
--
-- The SSD holds every column of it.
--
-- Only short breaks in which the child is accommodated (V3, V4) are here:
-- add packages of other kinds from the service's own list.

SELECT DISTINCT
    l.lega_person_id AS child_id,
    CAST(l.lega_legal_status_start_date AS date) AS started_on,
    MAX(CAST(l.lega_legal_status_end_date AS date)) AS ended_on
FROM ssd_legal_status AS l
WHERE l.lega_person_id <> '-1'
    AND l.lega_legal_status_start_date IS NOT NULL
    AND (l.lega_legal_status LIKE 'V3%' OR l.lega_legal_status LIKE 'V4%')
GROUP BY l.lega_person_id, CAST(l.lega_legal_status_start_date AS date);
