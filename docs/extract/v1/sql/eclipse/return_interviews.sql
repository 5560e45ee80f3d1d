-- return_interviews.csv of the Madegood extract, from the Standard
-- Safeguarding Dataset (SSD) of Eclipse.
-- Run it and save what it gives, with its headings, as
-- return_interviews.csv. Then: madegood data check FOLDER
--
-- The SSD cannot supply, so that it must be added from the case system or a
-- local form: provider, referred_to_provider_at, offered_at, held_at,
-- reason_not_held, independent, report_received_at, plan_updated_on.
--
-- The SSD has two flags of a return interview and no date: that it was
-- accepted is not that it was held. offered_at and held_at are needed for
-- every measure in hours.

SELECT DISTINCT
    CONCAT('rhi-', m.miss_table_id) AS interview_id,
    m.miss_person_id AS child_id,
    m.miss_missing_rhi_offered AS offered,
    m.miss_missing_rhi_accepted AS accepted
FROM ssd_missing AS m
WHERE m.miss_person_id <> '-1'
    AND (m.miss_missing_rhi_offered IS NOT NULL OR m.miss_missing_rhi_accepted IS NOT NULL);
