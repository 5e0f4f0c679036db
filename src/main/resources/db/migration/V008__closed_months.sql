-- The months that issued reports cover. One that is closed takes no new values until a leader reopens it, and it is
-- closed again by the next report of it; that a row stands says that the month has been reported.
create table closed_month (
    municipality_id integer not null references municipality,
    month           date not null check (extract(day from month) = 1),
    report_id       uuid not null,
    report_number   text not null,
    report_period   text not null,
    closed_at       timestamptz not null,
    closed_by       uuid not null,
    reopened_at     timestamptz,
    reopened_by     uuid,
    reopened_reason text check (length(reopened_reason) between 1 and 4000),
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, month),
    foreign key (municipality_id, closed_by) references person (municipality_id, id),
    foreign key (municipality_id, reopened_by) references person (municipality_id, id),
    check (num_nulls(reopened_at, reopened_by, reopened_reason) in (0, 3))
);
comment on column closed_month.report_id is 'the report issued last that covers the month';
call keep_versions('closed_month');
