-- A report is of the months as this municipality reported them, or restated with those that units brought along. The
-- two stand beside each other.
alter table report
    add column basis text not null default 'REPORTED' check (basis in ('REPORTED', 'RESTATED'));
alter table report alter column basis drop default;
alter table report_history
    add column basis text not null default 'REPORTED';
alter table report_history alter column basis drop default;
call keep_versions('report');
drop index report_one_draft;
drop index report_one_issued;
create unique index report_one_draft on report (municipality_id, kind, period, basis) where status = 'DRAFT';
create unique index report_one_issued on report (municipality_id, kind, period, basis) where status = 'ISSUED';
