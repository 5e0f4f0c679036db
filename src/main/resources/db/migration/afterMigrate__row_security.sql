-- Runs after every migration, and at every start: gives each table, also a new one, its policy, and the role that serves
-- its rights. There is nothing to do for a new table with a municipality_id, its history and its views. A table without
-- one is closed to the service until it is named below.
do
$$
declare
    serving constant name := coalesce(nullif('${serving}', ''), current_user);
    object record;
begin
    -- Of several instances that start at once the others wait here.
    perform pg_advisory_xact_lock(3, 0);

    for object in
        with tables as (
            select oid, relname as name, relkind in ('r', 'p') as is_table,
                exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'municipality_id'
                    and not attisdropped) as of_municipality,
                relname like '%\_history' as is_history
            from pg_class
            where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v')
                and relname <> 'flyway_schema_history'
                -- The service reaches a partition through its table, and has no rights on it by itself.
                and not relispartition
        ),
        -- What has no municipality, or is the same for all of them.
        named (name, rights, why) as (values
            ('catalogue_indicator', 'select', 'the catalogue: written by migrations, the same for all'),
            ('catalogue_indicator_source', 'select', 'the catalogue'),
            ('catalogue_release', 'select', 'the catalogue'),
            ('municipality', 'select', 'the public list of municipalities, written by migrations'),
            ('municipality_number', 'select', 'the public list, asked before any municipality is in reach'),
            ('published_value', 'select', 'the catalogue'),
            ('published_value_source', 'select', 'the catalogue'),
            ('sign_in_failure', 'select, insert, update, delete', 'digests of who has failed, whether anyone has the e-mail or not'),
            ('source', 'select', 'the catalogue'),
            ('technology', 'select', 'the catalogue')
        )
        select tables.*, of_municipality and named.name is null as behind_wall,
            case
                when named.name is not null then named.rights
                when not is_table then 'select'
                -- History is added to, and never rewritten.
                when of_municipality and is_history then 'select, insert'
                when of_municipality then 'select, insert, update, delete'
            end as rights
        from tables left join named using (name)
        order by name
    loop
        if object.is_table and object.behind_wall then
            if not (select relrowsecurity and relforcerowsecurity from pg_class where oid = object.oid) then
                execute format('alter table %I enable row level security, force row level security', object.name);
            end if;
            if not exists (select from pg_policy where polrelid = object.oid and polname = 'reach') then
                -- Asked once for a statement and not for each row; and as planners guess that nearly all is not null,
                -- they go on choosing by the conditions of the query itself.
                execute format(
                    'create policy reach on %I using ((select reaches_everything()) or '
                    'nullif(municipality_id = any ((select reached_municipalities())::integer[]), false) is not null)',
                    object.name);
            end if;
            -- An offer is the giving municipality's; the receiving one reads it as well.
            if object.name in ('transfer', 'transfer_history')
                and not exists (select from pg_policy where polrelid = object.oid and polname = 'receiving') then
                execute format(
                    'create policy receiving on %I for select using '
                    '(receiving_id = any ((select reached_municipalities())::integer[]))', object.name);
            end if;
        end if;
        -- Else a view shows what its owner may see.
        if not object.is_table and not exists (
            select from pg_class where oid = object.oid and 'security_invoker=true' = any (reloptions)) then
            execute format('alter view %I set (security_invoker = true)', object.name);
        end if;
        if serving <> current_user then
            execute format('revoke all on %I from %I', object.name, serving);
            if object.rights is not null then
                execute format('grant %s on %I to %I', object.rights, object.name, serving);
            end if;
        end if;
    end loop;

    if serving <> current_user then
        execute format('grant select, update on all sequences in schema %I to %I', current_schema(), serving);
    end if;
end
$$;
