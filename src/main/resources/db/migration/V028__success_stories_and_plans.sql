-- What a plan tells beside the benefits themselves, and what they came to in a few words.

-- A short text on a benefit. A leader approves it, which freezes a copy; what is written after waits for the next approval.
create table success_story (
    municipality_id  integer not null,
    id               uuid not null,
    benefit_id       uuid not null,
    title            text not null check (length(title) between 1 and 200),
    text             text not null check (length(text) between 1 and 1500),
    state            text not null check (state in ('DRAFT', 'APPROVED', 'WITHDRAWN')),
    approved_title   text,
    approved_text    text,
    approved_by_id   uuid,
    approved_at      timestamptz,
    withdrawn_reason text check (length(withdrawn_reason) between 1 and 4000),
    version          integer not null,
    changed_at       timestamptz not null,
    changed_by       uuid,
    change_reason    text,
    primary key (municipality_id, id),
    unique (municipality_id, benefit_id),
    foreign key (municipality_id, benefit_id) references benefit (municipality_id, id),
    foreign key (municipality_id, approved_by_id) references person (municipality_id, id),
    check (num_nulls(approved_title, approved_text, approved_at) in (0, 3)),
    check (state <> 'APPROVED' or approved_text = text and approved_title = title),
    check ((state = 'WITHDRAWN') = (withdrawn_reason is not null)),
    check (state <> 'WITHDRAWN' or approved_text is null)
);
comment on column success_story.approved_text is 'what is shown; the text may have been changed since';
call keep_versions('success_story');

-- What the municipality wants, such as a goal of its municipal plan. Rollouts share goals.
create table goal (
    municipality_id integer not null references municipality,
    id              uuid not null,
    title           text not null check (length(title) between 1 and 200),
    source          text check (length(source) <= 4000),
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, id)
);
comment on column goal.source is 'where it was adopted';
call keep_versions('goal');

-- Why there is a rollout.
create table need (
    municipality_id integer not null,
    id              uuid not null,
    rollout_id      uuid not null,
    title           text not null check (length(title) between 1 and 200),
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, id),
    foreign key (municipality_id, rollout_id) references rollout (municipality_id, id)
);
create index on need (municipality_id, rollout_id);
call keep_versions('need');

-- What a plan says of a benefit beyond the benefit: its needs, goals and risks, what it waits for, what measuring costs.
create table benefit_plan (
    municipality_id integer not null,
    id              uuid not null,
    dependencies    text check (length(dependencies) <= 4000),
    measuring       text check (length(measuring) <= 4000),
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, id),
    foreign key (municipality_id, id) references benefit (municipality_id, id)
);
comment on column benefit_plan.id is 'of the benefit';
comment on column benefit_plan.measuring is 'what measuring costs, and whether it is worth it';
call keep_versions('benefit_plan');

create table benefit_need (
    municipality_id integer not null,
    benefit_id      uuid not null,
    need_id         uuid not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, benefit_id, need_id),
    foreign key (municipality_id, benefit_id) references benefit_plan (municipality_id, id),
    foreign key (municipality_id, need_id) references need (municipality_id, id)
);
create index on benefit_need (municipality_id, need_id);
call keep_versions('benefit_need');

create table benefit_goal (
    municipality_id integer not null,
    benefit_id      uuid not null,
    goal_id         uuid not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, benefit_id, goal_id),
    foreign key (municipality_id, benefit_id) references benefit_plan (municipality_id, id),
    foreign key (municipality_id, goal_id) references goal (municipality_id, id)
);
create index on benefit_goal (municipality_id, goal_id);
call keep_versions('benefit_goal');

create table benefit_risk (
    municipality_id integer not null,
    benefit_id      uuid not null,
    place           integer not null check (place >= 0),
    description     text not null check (length(description) between 1 and 4000),
    likelihood      text not null check (likelihood in ('LOW', 'MEDIUM', 'HIGH')),
    consequence     text not null check (consequence in ('LOW', 'MEDIUM', 'HIGH')),
    remedy          text check (length(remedy) <= 4000),
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, benefit_id, place),
    foreign key (municipality_id, benefit_id) references benefit_plan (municipality_id, id)
);
call keep_versions('benefit_risk');
