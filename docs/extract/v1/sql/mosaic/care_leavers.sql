-- care_leavers.csv of the Madegood extract, from the Standard Safeguarding
-- Dataset (SSD) of Mosaic.
-- Run it and save what it gives, with its headings, as care_leavers.csv.
-- Then: madegood data check FOLDER
--
-- The SSD cannot supply, so that it must be added from the case system or a
-- local form: ended_on.
--
-- The SSD does not say since when. What is given is when the young person
-- last ceased to be looked after; those still looked after are left out.

SELECT DISTINCT
    c.clea_person_id AS child_id,
    MAX(CAST(e.clae_cla_episode_ceased_date AS date)) AS started_on
FROM ssd_care_leavers AS c
JOIN ssd_cla_episodes AS e ON e.clae_person_id = c.clea_person_id
WHERE c.clea_person_id <> '-1'
    AND e.clae_cla_episode_ceased_date IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM ssd_cla_episodes AS o WHERE o.clae_person_id = c.clea_person_id AND o.clae_cla_episode_ceased_date IS NULL)
GROUP BY c.clea_person_id;
