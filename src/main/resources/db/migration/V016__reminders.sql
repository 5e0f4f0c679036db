-- Reminders: when a municipality sends them, what each person wants, the mails themselves, and calendar feeds.

create table reminder_schedule (
    municipality_id integer primary key references municipality,
    active          boolean not null,
    days_before     integer not null check (days_before between 0 and 14),
    days_after      integer not null check (days_after between 1 and 14),
    missed_periods  integer not null check (missed_periods between 1 and 12),
    hour            integer not null check (hour between 0 and 23),
    version         integer not null
);
comment on column reminder_schedule.days_before is 'how long before the due date those who owe values are reminded';
comment on column reminder_schedule.days_after is 'how long after the due date they are reminded again';
comment on column reminder_schedule.missed_periods is 'how many a series misses before whoever asks for it is told';
comment on column reminder_schedule.hour is 'of the Norwegian day, the earliest that mails are sent';

create table reminder_preference (
    municipality_id integer not null references municipality,
    person_id       uuid not null,
    language        text not null check (language in ('NB', 'NN', 'EN')),
    muted           boolean not null,
    version         integer not null,
    primary key (municipality_id, person_id),
    foreign key (municipality_id, person_id) references person (municipality_id, id)
);
comment on column reminder_preference.language is 'also of the calendar';

-- The last day that was gone through for reminders. Whoever moves it on, in the transaction that writes the mails of
-- the day, is the only one who writes them.
create table reminder_day (
    municipality_id integer primary key references municipality,
    day             date not null
);

-- A mail to one person: written in the transaction that decides on it, sent afterwards, and kept as the record of it.
-- What it tells is read when it is sent, so a mail that had to wait tells of nothing that was entered meanwhile.
create table reminder (
    municipality_id integer not null references municipality,
    id              uuid not null,
    person_id       uuid not null,
    status          text not null check (status in ('WAITING', 'SENT', 'DROPPED', 'FAILED')),
    planned_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    refusals        integer not null default 0,
    error           text check (length(error) <= 500),
    ended_at        timestamptz,
    primary key (municipality_id, id),
    foreign key (municipality_id, person_id) references person (municipality_id, id),
    check ((status = 'WAITING') = (ended_at is null))
);
comment on column reminder.status is
    'DROPPED: when it was to be sent there was nothing left to tell. FAILED: refused until it was given up';
comment on column reminder.error is 'what the mail server said last, or that it did not answer';
comment on column reminder.ended_at is 'when it was sent, dropped or given up';
create unique index reminder_one_waiting on reminder (municipality_id, person_id) where status = 'WAITING';
create index reminder_next_attempt on reminder (next_attempt_at) where status = 'WAITING';

-- What a mail was sent for. That a row stands says that it was told, and keeps it from being told twice.
create table reminder_occasion (
    municipality_id integer not null,
    person_id       uuid not null,
    kind            text not null check (kind in ('BEFORE', 'AFTER', 'ESCALATION')),
    due             date not null,
    reminder_id     uuid not null,
    primary key (municipality_id, person_id, kind, due),
    foreign key (municipality_id, reminder_id) references reminder (municipality_id, id)
);
create index on reminder_occasion (municipality_id, reminder_id);

-- The secret address of a person's calendar; only its SHA-256 is kept.
create table calendar_feed (
    municipality_id integer not null references municipality,
    person_id       uuid not null,
    token_sha256    bytea not null unique,
    created_at      timestamptz not null,
    primary key (municipality_id, person_id),
    foreign key (municipality_id, person_id) references person (municipality_id, id)
);
