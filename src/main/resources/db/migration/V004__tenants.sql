-- The municipality's own: units, dated parameters, people, grants and sign-in.

create table unit (
    municipality_id integer not null references municipality,
    id              uuid not null,
    name            text not null check (length(name) between 1 and 200),
    kind            text check (length(kind) <= 200),
    parent_id       uuid,
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, id),
    foreign key (municipality_id, parent_id) references unit (municipality_id, id),
    check (parent_id <> id)
);
create index on unit (municipality_id, parent_id);
call keep_versions('unit');

create table parameter (
    municipality_id integer not null references municipality,
    kind            text not null check (kind in ('HOURS_PER_FTE', 'HOURLY_COST')),
    valid_from      date not null check (extract(day from valid_from) = 1),
    amount          numeric not null check (amount > 0),
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, kind, valid_from)
);
comment on column parameter.amount is 'hours per full-time equivalent and year, or NOK per hour';
call keep_versions('parameter');

create table person (
    municipality_id integer not null references municipality,
    id              uuid not null,
    name            text not null check (length(name) between 1 and 200),
    email           text not null check (email = lower(email) and length(email) <= 254),
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, id),
    unique (municipality_id, email)
);
call keep_versions('person');

create table role_grant (
    municipality_id integer not null references municipality,
    id              uuid not null,
    person_id       uuid not null,
    role            text not null
        check (role in ('ADMINISTRATOR', 'PROJECT_LEADER', 'BENEFIT_OWNER', 'LEADER', 'INTEGRATION')),
    unit_id         uuid,
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, id),
    foreign key (municipality_id, person_id) references person (municipality_id, id),
    foreign key (municipality_id, unit_id) references unit (municipality_id, id),
    unique nulls not distinct (municipality_id, person_id, role, unit_id)
);
comment on column role_grant.unit_id is 'the unit and all below it; null is the whole municipality';
call keep_versions('role_grant');

-- An account signs in; it belongs to one person, and an e-mail has at most one account.
create table account (
    email           text primary key check (email = lower(email)),
    municipality_id integer not null,
    person_id       uuid not null,
    password_hash   text not null,
    demonstration   boolean not null default false,
    created_at      timestamptz not null default clock_timestamp(),
    foreign key (municipality_id, person_id) references person (municipality_id, id),
    unique (municipality_id, person_id)
);
comment on column account.password_hash is 'bcrypt, modular crypt format';

-- A single-use code with which a person sets a password; only its SHA-256 is kept.
create table invitation (
    code_sha256     bytea primary key,
    municipality_id integer not null,
    person_id       uuid not null,
    expires_at      timestamptz not null,
    foreign key (municipality_id, person_id) references person (municipality_id, id)
);
create index on invitation (municipality_id, person_id);

-- The first answer to a request that carried an Idempotency-Key, kept in the transaction of what it created.
create table remembered_answer (
    municipality_id integer not null references municipality,
    person_id       uuid not null,
    key             text not null check (length(key) between 1 and 200),
    request_sha256  bytea not null,
    status          smallint,
    body            text,
    etag            text,
    location        text,
    created_at      timestamptz not null default clock_timestamp(),
    primary key (municipality_id, person_id, key)
);
create index on remembered_answer (created_at);
