-- court_orders.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Eclipse.
-- Run it and save what it gives, with its headings, as court_orders.csv.
-- Then: madegood data check FOLDER
--
-- The SSD holds every column of it.
--
-- Taken from the words of the legal status: look at the words that yours
-- uses (SELECT DISTINCT lega_legal_status FROM ssd_legal_status) and change
-- the condition to fit.

SELECT DISTINCT
    l.lega_person_id AS child_id,
    CAST(l.lega_legal_status_start_date AS date) AS started_on,
    MAX(CAST(l.lega_legal_status_end_date AS date)) AS ended_on
FROM ssd_legal_status AS l
WHERE l.lega_person_id <> '-1'
    AND l.lega_legal_status_start_date IS NOT NULL
    AND (UPPER(l.lega_legal_status) LIKE '%SUPERVISION ORDER%' OR UPPER(l.lega_legal_status) LIKE '%FAMILY ASSISTANCE%')
GROUP BY l.lega_person_id, CAST(l.lega_legal_status_start_date AS date);
