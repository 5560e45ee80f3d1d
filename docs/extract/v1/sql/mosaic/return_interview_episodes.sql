-- return_interview_episodes.csv of the Madegood extract, from the Standard
-- Safeguarding Dataset (SSD) of Mosaic.
-- Run it and save what it gives, with its headings, as
-- return_interview_episodes.csv. Then: madegood data check FOLDER
--
-- The SSD holds every column of it.
--
-- One interview about several episodes cannot be told from the SSD.

SELECT DISTINCT
    CONCAT('rhi-', m.miss_table_id) AS interview_id,
    m.miss_table_id AS episode_id
FROM ssd_missing AS m
WHERE m.miss_person_id <> '-1'
    AND (m.miss_missing_rhi_offered IS NOT NULL OR m.miss_missing_rhi_accepted IS NOT NULL);
