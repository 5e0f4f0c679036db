-- How many values a municipality owed past their due day when they were last counted: for those who operate the service.
create table overdue_count (
    municipality_id integer primary key references municipality,
    overdue_values  integer not null check (overdue_values >= 0),
    counted_at      timestamptz not null
);
create index on overdue_count (counted_at);
