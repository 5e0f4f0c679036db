-- Divides the values and their history by year, once a table of all years has grown too large to be kept well: a year's
-- partition is vacuumed, indexed and moved to slower disks by itself. Run it as the role that owns the tables, with the
-- service stopped and a backup taken; then start the service, which gives the new tables their policies and rights:
--
--   psql -v ON_ERROR_STOP=1 --single-transaction -U nullpunkt_owner -f partition-by-year.sql nullpunkt
--
-- It copies all rows, and may be repeated: what is partitioned already stays as it is. Each
-- December, or some years ahead, call partition_of_year('measurement', 2030) and ('measurement_history', 2030); until
-- then the values of a year without a partition of its own are in the one for other years.

create or replace procedure partition_of_year(live text, year integer)
    language plpgsql as
$$
begin
    execute format('create table if not exists %I partition of %I for values from (%L) to (%L)',
        live || '_' || year, live, make_date(year, 1, 1), make_date(year + 1, 1, 1));
end
$$;

create or replace procedure partition_by_year(live text)
    language plpgsql as
$$
declare
    whole constant text := live || '_whole';
    definition record;
begin
    if (select relkind from pg_class where oid = live::regclass) = 'p' then
        return;
    end if;
    execute format('alter table %I rename to %I', live, whole);
    execute format('create table %I (like %I including defaults including constraints including comments) '
        'partition by range (month)', live, whole);
    for year in extract(year from current_date)::integer - 10 .. extract(year from current_date)::integer + 5 loop
        call partition_of_year(live, year);
    end loop;
    execute format('create table %I partition of %I default', live || '_other', live);
    execute format('insert into %I select * from %I', live, whole);
    for definition in
        select conname, pg_get_constraintdef(oid) as text from pg_constraint
        where conrelid = whole::regclass and contype in ('p', 'f')
        order by contype desc
    loop
        execute format('alter table %I drop constraint %I', whole, definition.conname);
        execute format('alter table %I add constraint %I %s', live, definition.conname, definition.text);
    end loop;
    for definition in
        select pg_get_triggerdef(oid) as text from pg_trigger where tgrelid = whole::regclass and not tgisinternal
    loop
        execute replace(definition.text, format(' ON public.%I ', whole), format(' ON public.%I ', live));
    end loop;
    execute format('drop table %I', whole);
end
$$;

do
$$
begin
    -- The owner is held by row-level security too.
    perform set_config('nullpunkt.reach', 'all', true);
    drop view measurement_versions;
    call partition_by_year('measurement');
    call partition_by_year('measurement_history');
    call keep_versions('measurement');
end
$$;

drop procedure partition_by_year(text);
