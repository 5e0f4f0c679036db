-- A rollout as a recipe that other municipalities start from: a copy that a leader has chosen to publish. The only rows
-- that other municipalities read (the policy is in afterMigrate__row_security.sql); an edition replaces the one before,
-- which stays in the history.
create table recipe (
    municipality_id  integer not null references municipality,
    id               uuid not null,
    rollout_id       uuid not null,
    edition          integer not null check (edition > 0),
    state            text not null check (state in ('PUBLISHED', 'WITHDRAWN')),
    title            text not null check (length(title) between 1 and 200),
    technologies     varchar[] not null,
    content          text not null,
    published_at     timestamptz not null,
    withdrawn_reason text check (length(withdrawn_reason) between 1 and 4000),
    version          integer not null,
    changed_at       timestamptz not null,
    changed_by       uuid,
    change_reason    text,
    primary key (municipality_id, id),
    unique (municipality_id, rollout_id),
    unique (id),
    foreign key (municipality_id, rollout_id) references rollout (municipality_id, id),
    check ((state = 'WITHDRAWN') = (withdrawn_reason is not null))
);
comment on column recipe.content is 'all that is published, as JSON';
call keep_versions('recipe');

-- What a rollout was built on. The recipe is another municipality's, and may have changed since.
create table recipe_use (
    municipality_id integer not null,
    id              uuid not null,
    recipe_id       uuid not null,
    edition         integer not null check (edition > 0),
    title           text not null,
    publisher       text,
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, id),
    foreign key (municipality_id, id) references rollout (municipality_id, id)
);
comment on column recipe_use.id is 'of the rollout';
call keep_versions('recipe_use');
