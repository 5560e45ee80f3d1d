-- missing_episodes.csv of the Madegood extract, from the Standard
-- Safeguarding Dataset (SSD) of Mosaic.
-- Run it and save what it gives, with its headings, as
-- missing_episodes.csv. Then: madegood data check FOLDER
--
-- The SSD cannot supply, so that it must be added from the case system or a
-- local form: located_at, returned_at, placement_id, provider,
-- placed_by_us, police_notified_authority_at, return_notified_at.
--
-- The end is here when the workflow step was completed, which may be days
-- after the child was back: it is given as a date.
--
-- Add returned_at, the time the child was back, from the missing form or
-- the police: 72 hours are counted from it.

SELECT DISTINCT
    m.miss_table_id AS episode_id,
    m.miss_person_id AS child_id,
    CASE UPPER(m.miss_missing_episode_type)
        WHEN 'M' THEN 'missing'
        WHEN 'MISSING' THEN 'missing'
        WHEN 'A' THEN 'away'
        WHEN 'AWAY' THEN 'away'
        WHEN 'ABSENT' THEN 'away'
    END AS kind,
    CASE
        WHEN m.miss_missing_episode_start_date IS NULL THEN NULL
        WHEN CAST(m.miss_missing_episode_start_date AS time) = '00:00:00' THEN CAST(CAST(m.miss_missing_episode_start_date AS date) AS varchar(10))
        ELSE CONCAT(CAST(CAST(m.miss_missing_episode_start_date AS date) AS varchar(10)), 'T', CAST(CAST(m.miss_missing_episode_start_date AS time) AS varchar(5)))
    END AS started_at,
    CAST(m.miss_missing_episode_end_date AS date) AS ended_at,
    CASE
        WHEN EXISTS (SELECT 1 FROM ssd_cla_episodes AS e WHERE e.clae_person_id = m.miss_person_id
            AND e.clae_cla_episode_start_date <= m.miss_missing_episode_start_date
            AND (e.clae_cla_episode_ceased_date IS NULL OR e.clae_cla_episode_ceased_date > m.miss_missing_episode_start_date)) THEN 'yes'
        ELSE 'no'
    END AS looked_after
FROM ssd_missing AS m
WHERE m.miss_person_id <> '-1';
