-- What came with sign-in by sessions, traces, plans, recipes and networks. From here on rows are behind row-level security.
begin;
select set_config('nullpunkt.reach', 'all', true), begin_change(municipality_id, id, 'Plan')
from person where email = 'leder@release.example';
insert into security_event (municipality_id, id, at, kind, person_id)
select municipality_id, '00000000-0000-7000-8000-000000000081', now(), 'SIGNED_IN', id
from person where email = 'leder@release.example';
insert into goal (municipality_id, id, title, source, version)
select municipality_id, '00000000-0000-7000-8000-000000000082', 'Trygg hjemme', 'Kommuneplanen', 0
from person where email = 'leder@release.example';
insert into success_story (municipality_id, id, benefit_id, title, text, state, approved_title, approved_text,
    approved_by_id, approved_at, version)
select benefit.municipality_id, '00000000-0000-7000-8000-000000000083', benefit.id, 'Roligere netter', 'Færre vekkes.',
    'APPROVED', 'Roligere netter', 'Færre vekkes.', person.id, '2025-03-01', 1
from benefit join person using (municipality_id) where email = 'leder@release.example';
insert into network (municipality_id, id, name, kind, version)
select municipality_id, '00000000-0000-7000-8000-000000000084', 'Regionen', 'PROJECT', 0
from person where email = 'leder@release.example';
commit;
