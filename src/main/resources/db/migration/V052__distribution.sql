-- What keeps tables from being partitioned, and distributed by municipality, as they stand.

-- A recipe's id is found by this index, and one of its own in each municipality is what the primary key sees to.
alter table recipe drop constraint recipe_id_key;
create index on recipe (id);

-- As before, with each table told once: a partitioned one by its own name, and not by those of its partitions.
create or replace function rows_of_person(municipality integer, person uuid) returns table (told_in name, told jsonb)
    language plpgsql stable as
$$
declare
    live record;
begin
    for live in
        select relname as name,
            coalesce(array_agg(attname::text) filter (where atttypid = 'bytea'::regtype or attname = 'password_hash'), '{}')
                as secret
        from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
        where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
            and relname <> 'report_file'
            and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'municipality_id')
        group by relname
        order by relname
    loop
        return query execute format(
            'select %L::name, to_jsonb(it) - $3 from %I as it where municipality_id = $1 and strpos(it::text, $2::text) > 0',
            live.name, live.name) using municipality, person, live.secret;
    end loop;
end
$$;
