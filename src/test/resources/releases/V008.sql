-- What a municipality had recorded with the first release: two units, one benefit, a correction, and what was not measured.
begin;
select begin_change(municipality_id, null, 'Tatt i bruk') from municipality_number where number = '1103';
insert into unit (municipality_id, id, name, kind, version)
select municipality_id, unit::uuid, name, 'Hjemmetjeneste', 0
from municipality_number, (values
    ('00000000-0000-7000-8000-000000000001', 'Nord'),
    ('00000000-0000-7000-8000-000000000002', 'Sør')) as units (unit, name)
where number = '1103';
insert into person (municipality_id, id, name, email, version)
select municipality_id, person::uuid, name, email, 0
from municipality_number, (values
    ('00000000-0000-7000-8000-000000000011', 'Leder', 'leder@release.example'),
    ('00000000-0000-7000-8000-000000000012', 'Eier', 'eier@release.example')) as people (person, name, email)
where number = '1103';
insert into role_grant (municipality_id, id, person_id, role, version)
select municipality_id, id, id, case name when 'Leder' then 'LEADER' else 'BENEFIT_OWNER' end, 0
from person join municipality_number using (municipality_id) where number = '1103';
-- The password is "a password of the releases".
insert into account (email, municipality_id, person_id, password_hash)
select email, municipality_id, id, 'PASSWORD_HASH'
from person join municipality_number using (municipality_id) where number = '1103';
insert into invitation (code_sha256, municipality_id, person_id, expires_at)
select sha256('once'), municipality_id, id, '2036-01-01' from person where email = 'eier@release.example';
insert into parameter (municipality_id, kind, valid_from, amount, version)
select municipality_id, 'HOURS_PER_FTE', '2025-01-01', 1750, 0 from municipality_number where number = '1103';
insert into rollout (municipality_id, id, name, planned_go_live, go_live, leader_id, version)
select municipality_id, '00000000-0000-7000-8000-000000000021', 'Digitalt tilsyn', '2025-01-01', '2025-01-01', id, 0
from person where email = 'leder@release.example';
insert into rollout_technology (municipality_id, rollout_id, technology)
select municipality_id, id, 'digital-supervision-home' from rollout where name = 'Digitalt tilsyn';
insert into rollout_unit (municipality_id, rollout_id, unit_id)
select rollout.municipality_id, rollout.id, unit.id from rollout join unit using (municipality_id)
where rollout.name = 'Digitalt tilsyn';
insert into cost (municipality_id, id, rollout_id, month, kind, nok, description, version)
select municipality_id, '00000000-0000-7000-8000-000000000022', id, '2024-12-01', 'INVESTMENT', 120000.50, 'Sensorer', 0
from rollout where name = 'Digitalt tilsyn';
insert into benefit (municipality_id, id, rollout_id, title, type, plan_heading, expected, attribution_share, beneficiaries,
    assumptions, owner_id, asker_id, step, version)
select rollout.municipality_id, '00000000-0000-7000-8000-000000000031', rollout.id, 'Færre utrykninger', 'TIME_SAVED',
    'OWN_BUDGET', true, 1, '{Hjemmetjenesten}', '{Dekning}', person.id, rollout.leader_id, 'EXECUTING', 0
from rollout join person using (municipality_id) where email = 'eier@release.example';
insert into benefit_technology (municipality_id, benefit_id, technology, share)
select municipality_id, id, 'digital-supervision-home', 1 from benefit where title = 'Færre utrykninger';
insert into action (municipality_id, id, benefit_id, kind, description, responsible_id, due, done, version)
select municipality_id, '00000000-0000-7000-8000-000000000032', id, 'STOP', 'Faste nattbesøk', owner_id, '2025-02-01',
    '2025-01-20', 0
from benefit where title = 'Færre utrykninger';
insert into indicator (municipality_id, id, benefit_id, name, unit, role, direction, aggregation, factor, frequency_months,
    measure_from, counts_persons, tolerance, valuation, version)
select municipality_id, '00000000-0000-7000-8000-000000000041', id, 'Utrykninger', 'utrykninger', 'TIME_SAVED',
    'LOWER_IS_BETTER', 'SUM', 1, 1, '2025-01-01', false, 0, 'HOURS', 0
from benefit where title = 'Færre utrykninger';
insert into indicator_amount (municipality_id, indicator_id, valid_from, amount)
select municipality_id, id, '2025-01-01', 0.5 from indicator where name = 'Utrykninger';
insert into series (municipality_id, indicator_id, unit_id, version)
select indicator.municipality_id, indicator.id, unit.id, 0
from indicator join unit using (municipality_id) where indicator.name = 'Utrykninger' order by unit.id;
insert into baseline (municipality_id, series_id, version, value, period_from, period_to, method, quality, entered_at,
    approved_at)
select municipality_id, series.id, 1, case unit.name when 'Nord' then 100 else 60 end, '2024-12-01', '2024-12-31',
    'Talt i fagsystemet', 'MEASURED', change_time(), change_time()
from series join unit using (municipality_id) where unit.id = series.unit_id;
insert into target (municipality_id, series_id, valid_from, value)
select municipality_id, id, '2025-01-01', 50 from series;
commit;

begin;
select begin_change(municipality_id, id, null) from person where email = 'eier@release.example';
insert into measurement (municipality_id, series_id, month, status, value, quality, reason, machine, version)
select series.municipality_id, series.id, month::date, status, value, case status when 'MEASURED' then 'MEASURED' end, reason, false, 0
from series
join unit on unit.municipality_id = series.municipality_id and unit.id = series.unit_id
join (values
    ('Nord', '2025-01-01', 'MEASURED', 80, null),
    ('Nord', '2025-02-01', 'MEASURED', 70, null),
    ('Nord', '2025-03-01', 'NOT_MEASURED', null, 'Nytt fagsystem'),
    ('Nord', '2025-04-01', 'MEASURED', 1, null),
    ('Sør', '2025-01-01', 'MEASURED', 60.1, null),
    ('Sør', '2025-02-01', 'MEASURED', 59, null)) as entered (name, month, status, value, reason) using (name);
insert into disposition (municipality_id, id, benefit_id, unit_id, month, hours, category, decision_reference, version)
select municipality_id, '00000000-0000-7000-8000-000000000051', id, '00000000-0000-7000-8000-000000000001', '2025-02-01', 5,
    'BUDGET_REDUCED', 'Sak 12/25', 0
from benefit where title = 'Færre utrykninger';
commit;

-- A correction, and a value taken back.
begin;
select begin_change(municipality_id, id, 'Talt om igjen') from person where email = 'eier@release.example';
update measurement set value = 82.5, version = 1 where month = '2025-01-01' and value = 80;
update measurement set status = 'WITHDRAWN', value = null, quality = null, version = 1 where month = '2025-04-01';
commit;
