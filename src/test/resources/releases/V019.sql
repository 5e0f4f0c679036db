-- What came with issued reports, and the months that they close.
begin;
select begin_change(municipality_id, id, 'Første rapport') from person where email = 'leder@release.example';
insert into report (municipality_id, id, kind, period, basis, language, status, issue_year, issue_number, as_of, issued_by,
    version)
select municipality_id, '00000000-0000-7000-8000-000000000071', 'MONTH', '2025-01', 'REPORTED', 'NB', 'ISSUED', 2025, 1,
    change_time(), id, 1
from person where email = 'leder@release.example';
insert into report_file (municipality_id, report_id, kind, content, sha256)
select municipality_id, id, file.kind, content, sha256(content)
from report, (values
    ('JSON', '{"number":"2025-1","period":"2025-01","hours":8.70}'::bytea),
    ('WORKBOOK', '\x504b0304ff00'::bytea),
    ('ACCESSIBLE_WORKBOOK', '\x504b0304ff01'::bytea)) as file (kind, content)
where issue_number = 1;
insert into closed_month (municipality_id, month, report_id, report_number, report_period, closed_at, closed_by, version)
select municipality_id, '2025-01-01', id, '2025-1', '2025-01', as_of, issued_by, 0 from report where issue_number = 1;
commit;
