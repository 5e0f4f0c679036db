-- What came with transfers, imports and reminders.
begin;
select begin_change(municipality_id, id, null) from person where email = 'leder@release.example';
insert into import_mapping (municipality_id, name, mapping, version)
select municipality_id, 'fagsystem', '{"unit": "Sone"}', 0 from person where email = 'leder@release.example';
update rollout set description = 'Pilot', version = 1 where name = 'Digitalt tilsyn';
insert into reminder_schedule (municipality_id, active, days_before, days_after, missed_periods, hour, version)
select municipality_id, true, 5, 2, 2, 8, 1 from person where email = 'leder@release.example';
insert into reminder_preference (municipality_id, person_id, language, muted, version)
select municipality_id, id, 'NN', false, 1 from person where email = 'eier@release.example';
insert into reminder_day (municipality_id, day)
select municipality_id, '2025-03-15' from person where email = 'leder@release.example';
insert into reminder (municipality_id, id, person_id, status, planned_at, next_attempt_at, ended_at)
select municipality_id, '00000000-0000-7000-8000-000000000061', id, 'SENT', '2025-03-07', '2025-03-07', '2025-03-07'
from person where email = 'eier@release.example';
insert into reminder_occasion (municipality_id, person_id, kind, due, reminder_id)
select municipality_id, person_id, 'BEFORE', '2025-03-10', id from reminder where planned_at = '2025-03-07';
insert into calendar_feed (municipality_id, person_id, token_sha256, created_at)
select municipality_id, id, sha256('feed'), '2025-03-01' from person where email = 'eier@release.example';
commit;
