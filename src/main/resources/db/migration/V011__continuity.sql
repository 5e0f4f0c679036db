-- People leave, and rollouts end: neither takes what was recorded with it.

alter table person add column ended date;
alter table person_history add column ended date;
comment on column person.ended is 'the day the person left; who has left signs in nowhere and is named for nothing new';
call keep_versions('person');

alter table rollout add column closed date;
alter table rollout_history add column closed date;
comment on column rollout.closed is 'the day the benefits were handed to the line; null while the rollout goes on';
call keep_versions('rollout');

create index on benefit (municipality_id, overall_owner_id);
create index on benefit (municipality_id, asker_id);
create index on action (municipality_id, responsible_id);
create index on rollout (municipality_id, leader_id);
create index on series (municipality_id, measurer_id);
