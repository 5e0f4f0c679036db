-- Nothing that enters a figure is overwritten. A table under keep_versions() holds what counts now; what it
-- replaces moves to <table>_history with the time it was superseded, and <table>_versions shows both. Who, when
-- and why come from the change that the transaction has opened, so that no writer can forget them.

-- Opens the change of this transaction and answers its time. The shared lock lets changes run side by side, while
-- settled_now() waits for those under way: an answer given for a time is then final.
create function begin_change(municipality integer, person uuid, reason text) returns timestamptz
    language plpgsql as
$$
declare
    at timestamptz;
begin
    perform pg_advisory_xact_lock_shared(1, municipality);
    at := clock_timestamp();
    perform set_config('nullpunkt.changed_at', at::text, true),
            set_config('nullpunkt.changed_by', coalesce(person::text, ''), true),
            set_config('nullpunkt.change_reason', coalesce(reason, ''), true);
    return at;
end
$$;

-- The present time, once every change of the municipality that began earlier has ended.
create function settled_now(municipality integer) returns timestamptz
    language plpgsql as
$$
declare
    at timestamptz;
begin
    perform pg_advisory_lock(1, municipality);
    at := clock_timestamp();
    perform pg_advisory_unlock(1, municipality);
    return at;
end
$$;

create function change_time() returns timestamptz
    language plpgsql stable as
$$
declare
    at text := current_setting('nullpunkt.changed_at', true);
begin
    if coalesce(at, '') = '' then
        raise exception 'no change is open in this transaction: call begin_change first';
    end if;
    return at::timestamptz;
end
$$;

create function stamp() returns trigger
    language plpgsql as
$$
begin
    new.changed_at := change_time();
    new.changed_by := nullif(current_setting('nullpunkt.changed_by'), '')::uuid;
    new.change_reason := nullif(current_setting('nullpunkt.change_reason'), '');
    return new;
end
$$;

-- A row replaced twice by one change never counted in between, so only its state before that change is kept.
create function keep_replaced() returns trigger
    language plpgsql as
$$
declare
    columns text;
begin
    select string_agg(quote_ident(attname), ', ' order by attnum)
    into columns
    from pg_attribute
    where attrelid = tg_relid and attnum > 0 and not attisdropped;
    execute format(
        'insert into %I (%s, superseded_at) select %s, greatest($1, changed_at) from replaced where changed_at <> $1',
        tg_table_name || '_history', columns, columns) using change_time();
    return null;
end
$$;

-- Puts a table with a primary key under history. Call it again after adding columns to table and history.
create procedure keep_versions(live text)
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

        execute format('create table %I (like %I, superseded_at timestamptz not null, primary key (%s, changed_at))',
            live || '_history', live, key);
        execute format('create trigger stamp before insert or update on %I for each row execute function stamp()', live);
        execute format('create trigger keep_updated after update on %I referencing old table as replaced '
            'for each statement execute function keep_replaced()', live);
        execute format('create trigger keep_deleted after delete on %I referencing old table as replaced '
            'for each statement execute function keep_replaced()', live);
    end if;

    execute format('create or replace view %I as select %s, timestamptz ''infinity'' as superseded_at from %I '
        'union all select %s, superseded_at from %I',
        live || '_versions', columns, live, columns, live || '_history');
end
$$;
