-- Signing in: sessions of browsers, attempts that failed, where someone is known, links that set a password, the mails
-- that bring them, and what is to be looked up afterwards.

create table page_session (
    municipality_id integer not null references municipality,
    id              uuid not null,
    person_id       uuid not null,
    token_sha256    bytea not null unique,
    began_at        timestamptz not null,
    seen_at         timestamptz not null,
    browser         text not null check (length(browser) <= 100),
    network         text not null check (length(network) <= 50),
    primary key (municipality_id, id),
    foreign key (municipality_id, person_id) references person (municipality_id, id)
);
comment on column page_session.seen_at is 'the last request, to the minute';
comment on column page_session.browser is 'what it is and runs on, without versions';
comment on column page_session.network is 'the address without its last part';
create index on page_session (municipality_id, person_id);
create index on page_session (began_at);

-- What failed, counted by whom it was tried on and from where. Both are in the digest only, so that a copy of the
-- database tells neither; it is no municipality's, for an e-mail that nobody has is counted like any other.
create table sign_in_failure (
    bucket_sha256 bytea primary key,
    failures      integer not null check (failures >= 0),
    last_at       timestamptz not null
);
create index on sign_in_failure (last_at);

-- Browsers and addresses that a person has signed in from.
create table known_source (
    municipality_id integer not null references municipality,
    person_id       uuid not null,
    source_sha256   bytea not null,
    seen_at         timestamptz not null,
    primary key (municipality_id, person_id, source_sha256),
    foreign key (municipality_id, person_id) references person (municipality_id, id)
);
comment on column known_source.seen_at is 'the last sign-in, to the day';
create index on known_source (seen_at);

alter table invitation rename to password_link;
alter table password_link add column kind text not null default 'INVITATION' check (kind in ('INVITATION', 'RESET'));
alter table password_link alter column kind drop default;
comment on table password_link is 'a single-use code with which a person sets a password; only its SHA-256 is kept';

-- A mail with such a link that is to be sent. The code is made when it is, so that it stands nowhere. Someone who has
-- forgotten a password leaves a row whoever they say they are: whether anyone has the e-mail is looked up afterwards.
create table password_mail (
    id              uuid primary key,
    kind            text not null check (kind in ('INVITATION', 'RESET')),
    email           text not null check (email = lower(email) and length(email) <= 254),
    municipality_id integer,
    person_id       uuid,
    language        text not null check (language in ('NB', 'NN', 'EN')),
    next_attempt_at timestamptz not null,
    given_up_at     timestamptz not null,
    unique (email, kind),
    foreign key (municipality_id, person_id) references person (municipality_id, id),
    check (num_nulls(municipality_id, person_id) = case when kind = 'RESET' then 2 else 0 end)
);
comment on column password_mail.given_up_at is 'when it is of no use to send it any more';
create index on password_mail (next_attempt_at);

-- What happened to accounts and rights. No names, e-mails or addresses.
create table security_event (
    municipality_id integer not null references municipality,
    id              uuid not null,
    at              timestamptz not null,
    kind            text not null check (length(kind) between 1 and 50),
    person_id       uuid,
    by_id           uuid,
    detail          text check (length(detail) <= 200),
    primary key (municipality_id, id)
);
comment on column security_event.person_id is 'whose account or rights';
comment on column security_event.by_id is 'who did it, where it was not the person';
comment on column security_event.detail is 'a code, never a text that someone wrote';
create index on security_event (at);
