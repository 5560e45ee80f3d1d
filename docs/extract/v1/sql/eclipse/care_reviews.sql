-- care_reviews.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Eclipse.
-- Run it and save what it gives, with its headings, as care_reviews.csv.
-- Then: madegood data check FOLDER
--
-- The SSD holds every column of it.
--
-- Reviews that were cancelled, or are not held yet, are left out.

SELECT DISTINCT
    e.clae_person_id AS child_id,
    CAST(r.clar_cla_review_date AS date) AS held_on,
    MIN(r.clar_cla_review_participation) AS participation
FROM ssd_cla_reviews AS r
JOIN (SELECT DISTINCT clae_cla_id, clae_person_id FROM ssd_cla_episodes) AS e
    ON e.clae_cla_id = r.clar_cla_id
WHERE e.clae_person_id <> '-1'
    AND r.clar_cla_review_date IS NOT NULL
    AND COALESCE(UPPER(r.clar_cla_review_cancelled), 'N') <> 'Y'
GROUP BY e.clae_person_id, CAST(r.clar_cla_review_date AS date);
