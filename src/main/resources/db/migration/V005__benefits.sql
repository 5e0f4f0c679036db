-- Rollouts and their benefits through the four steps.

-- A technology of the catalogue, or the municipality's own, is named by its code.
create table own_technology (
    municipality_id integer not null references municipality,
    code            text not null check (code ~ '^own-[a-z0-9-]{1,60}$'),
    name            text not null check (length(name) between 1 and 200),
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, code)
);
call keep_versions('own_technology');

create table rollout (
    municipality_id integer not null references municipality,
    id              uuid not null,
    name            text not null check (length(name) between 1 and 200),
    description     text check (length(description) <= 4000),
    planned_go_live date check (extract(day from planned_go_live) = 1),
    go_live         date check (extract(day from go_live) = 1),
    leader_id       uuid,
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, id),
    foreign key (municipality_id, leader_id) references person (municipality_id, id)
);
call keep_versions('rollout');

create table rollout_technology (
    municipality_id integer not null,
    rollout_id      uuid not null,
    technology      text not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, rollout_id, technology),
    foreign key (municipality_id, rollout_id) references rollout (municipality_id, id)
);
call keep_versions('rollout_technology');

create table rollout_unit (
    municipality_id integer not null,
    rollout_id      uuid not null,
    unit_id         uuid not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, rollout_id, unit_id),
    foreign key (municipality_id, rollout_id) references rollout (municipality_id, id),
    foreign key (municipality_id, unit_id) references unit (municipality_id, id)
);
call keep_versions('rollout_unit');

create table cost (
    municipality_id integer not null,
    id              uuid not null,
    rollout_id      uuid not null,
    month           date not null check (extract(day from month) = 1),
    kind            text not null check (kind in ('INVESTMENT', 'RUNNING')),
    nok             numeric not null,
    description     text not null check (length(description) <= 4000),
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, id),
    foreign key (municipality_id, rollout_id) references rollout (municipality_id, id)
);
create index on cost (municipality_id, rollout_id);
call keep_versions('cost');

create table benefit (
    municipality_id   integer not null references municipality,
    id                uuid not null,
    rollout_id        uuid not null,
    title             text not null check (length(title) between 1 and 200),
    description       text check (length(description) <= 4000),
    type              text check (type in ('TIME_SAVED', 'AVOIDED_COST', 'QUALITY')),
    plan_heading      text check (plan_heading in ('OWN_BUDGET', 'ALTERNATIVE_USE', 'OTHER_PUBLIC', 'NON_PRICED')),
    expected          boolean not null,
    attribution_share numeric not null check (attribution_share between 0 and 1),
    attribution_note  text check (length(attribution_note) <= 4000),
    beneficiaries     text[] not null,
    assumptions       text[] not null,
    owner_id          uuid,
    overall_owner_id  uuid,
    asker_id          uuid,
    step              text not null check (step in ('IDENTIFIED', 'PLANNED', 'EXECUTING', 'DOCUMENTED', 'ABANDONED')),
    abandoned_reason  text check (length(abandoned_reason) <= 4000),
    conclusion        text check (length(conclusion) <= 4000),
    unaccounted_note  text check (length(unaccounted_note) <= 4000),
    version           integer not null,
    changed_at        timestamptz not null,
    changed_by        uuid,
    change_reason     text,
    primary key (municipality_id, id),
    foreign key (municipality_id, rollout_id) references rollout (municipality_id, id),
    foreign key (municipality_id, owner_id) references person (municipality_id, id),
    foreign key (municipality_id, overall_owner_id) references person (municipality_id, id),
    foreign key (municipality_id, asker_id) references person (municipality_id, id),
    check ((step = 'ABANDONED') = (abandoned_reason is not null))
);
comment on column benefit.unaccounted_note is 'said openly where freed time is not accounted for';
create index on benefit (municipality_id, rollout_id);
create index on benefit (municipality_id, owner_id);
call keep_versions('benefit');

-- Shares of a benefit sum to 1, so that no hour is counted twice; the service checks the sum.
create table benefit_technology (
    municipality_id integer not null,
    benefit_id      uuid not null,
    technology      text not null,
    share           numeric not null check (share > 0 and share <= 1),
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, benefit_id, technology),
    foreign key (municipality_id, benefit_id) references benefit (municipality_id, id)
);
call keep_versions('benefit_technology');

create table action (
    municipality_id integer not null,
    id              uuid not null,
    benefit_id      uuid not null,
    kind            text not null check (kind in ('ADOPT', 'STOP')),
    description     text not null check (length(description) between 1 and 4000),
    responsible_id  uuid,
    due             date not null,
    done            date,
    confirmed_by    uuid,
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, id),
    foreign key (municipality_id, benefit_id) references benefit (municipality_id, id),
    foreign key (municipality_id, responsible_id) references person (municipality_id, id),
    foreign key (municipality_id, confirmed_by) references person (municipality_id, id)
);
create index on action (municipality_id, benefit_id);
call keep_versions('action');

create table waiver (
    municipality_id integer not null,
    benefit_id      uuid not null,
    item            text not null,
    reason          text not null check (length(reason) between 1 and 4000),
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, benefit_id, item),
    foreign key (municipality_id, benefit_id) references benefit (municipality_id, id)
);
call keep_versions('waiver');

create table deviation (
    municipality_id integer not null,
    id              uuid not null,
    benefit_id      uuid not null,
    cause           text not null check (cause in
        ('TECHNOLOGY', 'TRAINING', 'ROUTINE_NOT_ENDED', 'VOLUME', 'DATA', 'EXTERNAL', 'ESTIMATE_WRONG')),
    explanation     text not null check (length(explanation) between 1 and 4000),
    remedy          text check (length(remedy) <= 4000),
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, id),
    foreign key (municipality_id, benefit_id) references benefit (municipality_id, id)
);
create index on deviation (municipality_id, benefit_id);
call keep_versions('deviation');

create table decision (
    municipality_id integer not null,
    id              uuid not null,
    benefit_id      uuid not null,
    kind            text not null check (kind in ('CONTINUE', 'ADJUST', 'STOP_MEASURING', 'TAKE_MORE_OUT')),
    decided         date not null,
    reference       text check (length(reference) <= 4000),
    note            text check (length(note) <= 4000),
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, id),
    foreign key (municipality_id, benefit_id) references benefit (municipality_id, id)
);
create index on decision (municipality_id, benefit_id);
call keep_versions('decision');

-- What measured hours or kroner were used for.
create table disposition (
    municipality_id    integer not null,
    id                 uuid not null,
    benefit_id         uuid not null,
    unit_id            uuid not null,
    month              date not null check (extract(day from month) = 1),
    until_month        date check (extract(day from until_month) = 1 and until_month >= month),
    hours              numeric check (hours > 0),
    nok                numeric check (nok > 0),
    category           text not null check (category in
        ('BUDGET_REDUCED', 'POSITION_NOT_FILLED', 'MORE_USERS', 'BETTER_QUALITY', 'OTHER_TASKS')),
    note               text check (length(note) <= 4000),
    decision_reference text check (length(decision_reference) <= 4000),
    version            integer not null,
    changed_at         timestamptz not null,
    changed_by         uuid,
    change_reason      text,
    primary key (municipality_id, id),
    foreign key (municipality_id, benefit_id) references benefit (municipality_id, id),
    foreign key (municipality_id, unit_id) references unit (municipality_id, id),
    check ((hours is null) <> (nok is null))
);
comment on column disposition.hours is 'per month, from month to until_month';
create index on disposition (municipality_id, benefit_id);
call keep_versions('disposition');
