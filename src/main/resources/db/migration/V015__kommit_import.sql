-- Which filled copies of the KommIT tool have been taken in, so that none is taken in twice.
create table kommit_import (
    municipality_id integer not null references municipality,
    content_sha256  bytea not null check (length(content_sha256) = 32),
    rollout_id      uuid not null,
    rollout_name    text not null,
    imported_by     uuid not null,
    imported_at     timestamptz not null default clock_timestamp(),
    primary key (municipality_id, content_sha256),
    unique (municipality_id, rollout_name),
    foreign key (municipality_id, rollout_id) references rollout (municipality_id, id),
    foreign key (municipality_id, imported_by) references person (municipality_id, id)
);
