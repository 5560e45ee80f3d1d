-- cp_reviews.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Eclipse.
-- Run it and save what it gives, with its headings, as cp_reviews.csv.
-- Then: madegood data check FOLDER
--
-- The SSD holds every column of it.
--
-- A review that is due and not held yet has no date, and is left out.

SELECT DISTINCT
    r.cppr_cp_review_id AS review_id,
    r.cppr_cp_plan_id AS plan_id,
    CAST(r.cppr_cp_review_date AS date) AS held_on,
    r.cppr_cp_review_quorate AS quorate
FROM ssd_cp_reviews AS r
WHERE r.cppr_cp_review_date IS NOT NULL
    AND r.cppr_cp_plan_id IS NOT NULL;
