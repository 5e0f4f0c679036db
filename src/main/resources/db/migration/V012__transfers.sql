-- Units move from one municipality to another, by a merger, a split or a new border. What the giving municipality has
-- recorded stays where it is; the receiving one gets copies under the same ids, and each counts its own months.

create table transfer (
    municipality_id integer not null references municipality,
    id              uuid not null,
    receiving_id    integer not null references municipality,
    valid_from      date not null check (extract(day from valid_from) = 1),
    unit_ids        uuid[] not null,
    reason          text not null check (length(reason) between 1 and 4000),
    state           text not null check (state in ('OFFERED', 'ACCEPTED', 'DECLINED')),
    offered_by      uuid not null,
    offered_at      timestamptz not null,
    settled_by      uuid,
    settled_at      timestamptz,
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, id),
    check (receiving_id <> municipality_id),
    check ((state = 'OFFERED') = (settled_at is null))
);
comment on column transfer.municipality_id is 'the giving municipality';
comment on column transfer.unit_ids is 'the units that move with all below them; empty for the whole municipality';
comment on column transfer.settled_by is 'who accepted it in the receiving municipality, or declined it on either side';
create index on transfer (receiving_id);
call keep_versions('transfer');

-- Who a carried person is in the receiving municipality: the one who has the same e-mail there, else a copy.
create table carried_person (
    municipality_id integer not null references municipality,
    transfer_id     uuid not null,
    id              uuid not null,
    carried_as      uuid not null,
    primary key (municipality_id, transfer_id, id)
);

alter table unit add column came_from integer, add column came_by uuid, add column came_on date,
    add column left_by uuid, add column left_on date;
alter table unit_history add column came_from integer, add column came_by uuid, add column came_on date,
    add column left_by uuid, add column left_on date;
alter table unit add foreign key (came_from, came_by) references transfer (municipality_id, id),
    add foreign key (municipality_id, left_by) references transfer (municipality_id, id),
    add check (num_nulls(came_from, came_by, came_on) in (0, 3)),
    add check (num_nulls(left_by, left_on) in (0, 2));
comment on column unit.came_on is 'the first month that is the municipality''s own; months before were reported by another';
comment on column unit.left_on is 'the first month that is another municipality''s';
call keep_versions('unit');

-- Copies rows of one municipality into another, whatever columns the table has; people become who they are there. In
-- the condition $1 is the giving municipality, $2 the receiving one and $3 the transfer. What is there already stays:
-- an earlier transfer brought it, or the receiving municipality has it itself.
create function carry(live text, giving integer, receiving integer, transfer uuid, condition text) returns bigint
    language plpgsql as
$$
declare
    columns text;
    expressions text;
    carried bigint;
begin
    select string_agg(quote_ident(attname), ', ' order by attnum),
        string_agg(
            case
                when attname = 'municipality_id' then '$2'
                when exists (
                    select 1 from pg_constraint
                    where conrelid = attrelid and contype = 'f' and confrelid = 'person'::regclass
                        and attnum = any (conkey)
                ) then format('(select carried_as from carried_person where municipality_id = $2 '
                    'and transfer_id = $3 and carried_person.id = %I.%I)', live, attname)
                else quote_ident(attname)
            end, ', ' order by attnum)
    into columns, expressions
    from pg_attribute
    where attrelid = live::regclass and attnum > 0 and not attisdropped;
    execute format('insert into %I (%s) select %s from %I where municipality_id = $1 and (%s) on conflict do nothing',
        live, columns, expressions, live, condition) using giving, receiving, transfer;
    get diagnostics carried = row_count;
    return carried;
end
$$;
