-- Municipalities that look at their figures together, what each of them shares, and the aggregates that is told of.

create table network (
    municipality_id integer not null references municipality,
    id              uuid not null,
    name            text not null check (length(name) between 1 and 200),
    kind            text not null check (kind in ('PROJECT', 'COUNTY', 'COUNTRY')),
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, id)
);
comment on column network.municipality_id is 'the host, whose administrators see to the network';
create index on network (id);
call keep_versions('network');

create table network_member (
    municipality_id integer not null,
    network_id      uuid not null,
    member_id       integer not null references municipality,
    state           text not null check (state in ('INVITED', 'ASKED', 'JOINED', 'ENDED')),
    joined_at       timestamptz,
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, network_id, member_id),
    foreign key (municipality_id, network_id) references network (municipality_id, id),
    check ((state = 'JOINED') = (joined_at is not null))
);
comment on column network_member.municipality_id is 'the host';
comment on column network_member.state is 'INVITED by the host, ASKED by the municipality itself, JOINED when both want';
comment on column network_member.joined_at is 'what was shared before is not shared any more';
create index on network_member (member_id, network_id);
create index on network_member (network_id);
call keep_versions('network_member');

-- Who may read a network besides the leaders of those who share with it. Known by municipality and e-mail, so that
-- nobody learns by granting whether another municipality has such a person.
create table network_reader (
    municipality_id integer not null,
    id              uuid not null,
    network_id      uuid not null,
    reader_id       integer not null references municipality,
    email           text not null check (email = lower(email) and length(email) <= 254),
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, id),
    foreign key (municipality_id, network_id) references network (municipality_id, id),
    unique (municipality_id, network_id, reader_id, email)
);
comment on column network_reader.municipality_id is 'the host';
comment on column network_reader.reader_id is 'the municipality the reader is a person of';
create index on network_reader (reader_id, email);
call keep_versions('network_reader');

-- An issued report as a municipality shares it with a network.
create table report_share (
    municipality_id integer not null,
    network_id      uuid not null,
    report_id       uuid not null,
    host_id         integer not null,
    first_month     date not null check (extract(day from first_month) = 1),
    last_month      date not null check (extract(day from last_month) = 1),
    as_of           timestamptz not null,
    state           text not null check (state in ('SHARED', 'REPLACED', 'WITHDRAWN')),
    shared_at       timestamptz not null,
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, network_id, report_id),
    foreign key (municipality_id, report_id) references report (municipality_id, id),
    foreign key (host_id, network_id) references network (municipality_id, id),
    check (first_month <= last_month)
);
comment on column report_share.as_of is 'when the report was issued: of two that tell the same month, the later counts';
comment on column report_share.state is 'REPLACED when the report that superseded it was shared';
create index on report_share (network_id, municipality_id);
call keep_versions('report_share');

-- What an issued report tells of each month, gathered three ways. It follows from the report, which never changes, and so
-- has no versions of its own.
create table shared_figure (
    municipality_id integer not null,
    report_id       uuid not null,
    grain           text not null check (grain in ('ALL', 'TECHNOLOGY', 'INDICATOR')),
    code            text not null,
    month           date not null check (extract(day from month) = 1),
    hours           numeric not null,
    nok             numeric not null,
    planned_hours   numeric not null,
    planned_nok     numeric not null,
    own_budget_nok  numeric not null,
    taken_out_hours numeric,
    taken_out_nok   numeric,
    expected        integer not null,
    measured        integer not null,
    not_measured    integer not null,
    missing         integer not null,
    primary key (municipality_id, report_id, grain, month, code),
    foreign key (municipality_id, report_id) references report (municipality_id, id),
    check ((grain = 'ALL') <= (code = '')),
    check ((grain = 'INDICATOR') = (taken_out_hours is null)),
    check ((taken_out_hours is null) = (taken_out_nok is null))
);
comment on column shared_figure.code is 'of the catalogue; empty for a municipality''s own, or none';
comment on column shared_figure.taken_out_hours is 'booked on benefits, and so no part of it on one indicator';

-- By how many per cent of its null-point each ready indicator got better in a year, in the reports that a municipality
-- shares with a network: a row whenever that became another. It is never told but as part of a distribution.
create table shared_improvement (
    municipality_id integer not null references municipality,
    network_id      uuid not null,
    indicator_code  text not null,
    year            integer not null,
    at              timestamptz not null,
    per_cent        numeric,
    primary key (municipality_id, network_id, indicator_code, year, at)
);
comment on column shared_improvement.per_cent is 'null from when it is shared no longer, or some of it is hidden';
create index on shared_improvement (network_id, year);

-- What the improvements are made of, month by month.
create table shared_gain (
    municipality_id integer not null,
    report_id       uuid not null,
    indicator_code  text not null,
    month           date not null check (extract(day from month) = 1),
    gain            numeric,
    null_point      numeric,
    primary key (municipality_id, report_id, indicator_code, month),
    foreign key (municipality_id, report_id) references report (municipality_id, id),
    check ((gain is null) = (null_point is null))
);
comment on column shared_gain.gain is 'null where some of it is hidden, for it may tell who was counted';
comment on column shared_gain.null_point is 'what the same cycles would have come to at their null-points';
