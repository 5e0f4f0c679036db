-- Which walks of the demonstration are done, so that a start after a crash goes on where it broke off.
create table completed_walk (
    municipality_id integer not null references municipality,
    walk            text not null,
    completed_at    timestamptz not null default clock_timestamp(),
    primary key (municipality_id, walk)
);
