-- Times that only go forward, changes that never write over a later one, and who took a thing away.

-- The latest time given to a change or an answer, in microseconds since 1970. A sequence, for it is never rolled back,
-- waits for no transaction and is part of every backup. The clock of a server may step backwards; this does not.
create sequence latest_time minvalue 0 start 0;

-- The present time, later than every time given before. The lock lasts for three statements, not for a transaction.
create function next_time() returns timestamptz
    language plpgsql as
$$
declare
    at bigint;
begin
    perform pg_advisory_lock(2, 0);
    select greatest(last_value + 1, cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)) into at from latest_time;
    perform setval('latest_time', at);
    perform pg_advisory_unlock(2, 0);
    return timestamptz 'epoch' + at * interval '1 microsecond';
end
$$;

-- Opens the change of this transaction and answers its time. Opened again within itself it stays the same change, so
-- that what was done in one transaction is seen whole or not at all.
create or replace function begin_change(municipality integer, person uuid, reason text) returns timestamptz
    language plpgsql as
$$
declare
    at timestamptz;
begin
    if current_setting('nullpunkt.changing', true) = municipality::text then
        return change_time();
    end if;
    perform pg_advisory_xact_lock_shared(1, municipality);
    at := next_time();
    perform set_config('nullpunkt.changing', municipality::text, true),
            set_config('nullpunkt.changed_at', at::text, true),
            set_config('nullpunkt.changed_by', coalesce(person::text, ''), true),
            set_config('nullpunkt.change_reason', coalesce(reason, ''), true);
    return at;
end
$$;

-- The present time, once every change of the municipality that began earlier has ended; later changes come after it.
-- A reader need not wait until the time is on disk.
create or replace function settled_now(municipality integer) returns timestamptz
    language plpgsql as
$$
declare
    at timestamptz;
begin
    perform set_config('synchronous_commit', 'off', true);
    perform pg_advisory_lock(1, municipality);
    at := next_time();
    perform pg_advisory_unlock(1, municipality);
    return at;
end
$$;

-- Two changes of the same thing count in the order they began. One that finds that a later one wrote first is refused
-- and may be sent again, for at the times between them nobody could tell which of them stood.
create function must_come_after(written timestamptz) returns void
    language plpgsql as
$$
begin
    if written > change_time() then
        raise exception 'a change that began later wrote first' using errcode = 'serialization_failure';
    end if;
end
$$;

create or replace function stamp() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'UPDATE' then
        perform must_come_after(old.changed_at);
    end if;
    new.changed_at := change_time();
    new.changed_by := nullif(current_setting('nullpunkt.changed_by'), '')::uuid;
    new.change_reason := nullif(current_setting('nullpunkt.change_reason'), '');
    return new;
end
$$;

-- A row replaced twice by one change never counted in between, so only its state before that change is kept. Who
-- replaced it, and why, stands on the row that came instead; where none came, it stands here.
create or replace function keep_replaced() returns trigger
    language plpgsql as
$$
declare
    columns text;
    removed boolean := tg_op = 'DELETE';
begin
    if removed then
        perform must_come_after(max(changed_at)) from replaced;
    end if;
    select string_agg(quote_ident(attname), ', ' order by attnum)
    into columns
    from pg_attribute
    where attrelid = tg_relid and attnum > 0 and not attisdropped;
    execute format(
        'insert into %I (%s, superseded_at, superseded_by, superseded_reason) '
        'select %s, $1, $2, $3 from replaced where changed_at <> $1',
        tg_table_name || '_history', columns, columns)
        using change_time(),
            case when removed then nullif(current_setting('nullpunkt.changed_by'), '')::uuid end,
            case when removed then nullif(current_setting('nullpunkt.change_reason'), '') end;
    return null;
end
$$;

-- Puts a table with a primary key under history. Call it again after adding columns to table and history.
create or replace procedure keep_versions(live text)
    language plpgsql as
$$
declare
    columns text;
    key text;
begin
    select string_agg(quote_ident(attname), ', ' order by attnum)
    into columns
    from pg_attribute
    where attrelid = live::regclass and attnum > 0 and not attisdropped;

    if to_regclass(live || '_history') is null then
        select string_agg(quote_ident(a.attname), ', ' order by array_position(i.indkey::int2[], a.attnum))
        into key
        from pg_index i
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
        where i.indrelid = live::regclass and i.indisprimary;

        execute format('create table %I (like %I, superseded_at timestamptz not null, superseded_by uuid, '
            'superseded_reason text, primary key (%s, changed_at))', live || '_history', live, key);
        execute format('create trigger stamp before insert or update on %I for each row execute function stamp()', live);
        execute format('create trigger keep_updated after update on %I referencing old table as replaced '
            'for each statement execute function keep_replaced()', live);
        execute format('create trigger keep_deleted after delete on %I referencing old table as replaced '
            'for each statement execute function keep_replaced()', live);
    end if;

    execute format('drop view if exists %I', live || '_versions');
    execute format('create view %I as select %s, timestamptz ''infinity'' as superseded_at, null::uuid as superseded_by, '
        'null::text as superseded_reason from %I '
        'union all select %s, superseded_at, superseded_by, superseded_reason from %I',
        live || '_versions', columns, live, columns, live || '_history');
end
$$;

do
$$
declare
    kept record;
begin
    for kept in select left(relname, -length('_history')) as name from pg_class
        where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname like '%\_history'
            and to_regclass(left(relname, -length('_history')) || '_versions') is not null
    loop
        execute format('alter table %I add superseded_by uuid, add superseded_reason text', kept.name || '_history');
        call keep_versions(kept.name);
    end loop;
end
$$;
