-- Reports: drafted, issued, and superseded by a later one of the same period.
create table report (
    municipality_id  integer not null references municipality,
    id               uuid not null,
    kind             text not null check (kind in ('MONTH', 'TERTIAL', 'HALF_YEAR', 'YEAR')),
    period           text not null,
    language         text not null check (language in ('NB', 'NN', 'EN')),
    status           text not null check (status in ('DRAFT', 'ISSUED', 'SUPERSEDED')),
    issue_year       integer,
    issue_number     integer check (issue_number > 0),
    as_of            timestamptz,
    issued_by        uuid,
    supersedes_id    uuid,
    superseded_by_id uuid,
    version          integer not null,
    changed_at       timestamptz not null,
    changed_by       uuid,
    change_reason    text,
    primary key (municipality_id, id),
    unique (municipality_id, issue_year, issue_number),
    foreign key (municipality_id, issued_by) references person (municipality_id, id),
    foreign key (municipality_id, supersedes_id) references report (municipality_id, id),
    foreign key (municipality_id, superseded_by_id) references report (municipality_id, id),
    check (num_nulls(issue_year, issue_number, as_of, issued_by) = case when status = 'DRAFT' then 4 else 0 end),
    check ((status = 'SUPERSEDED') = (superseded_by_id is not null))
);
comment on column report.as_of is 'when it was issued, and so the time its figures are of';
create unique index report_one_draft on report (municipality_id, kind, period) where status = 'DRAFT';
create unique index report_one_issued on report (municipality_id, kind, period) where status = 'ISSUED';
call keep_versions('report');

-- What an issued report answers for ever, byte for byte.
create table report_file (
    municipality_id integer not null,
    report_id       uuid not null,
    kind            text not null check (kind in ('JSON', 'WORKBOOK', 'ACCESSIBLE_WORKBOOK')),
    content         bytea not null,
    sha256          bytea not null check (length(sha256) = 32),
    primary key (municipality_id, report_id, kind),
    foreign key (municipality_id, report_id) references report (municipality_id, id)
);

create function keep_report_file() returns trigger
    language plpgsql as
$$
begin
    raise exception 'an issued report never changes';
end
$$;
create trigger keep_report_file before update or delete on report_file
    for each row execute function keep_report_file();

alter table closed_month add foreign key (municipality_id, report_id) references report (municipality_id, id);
