-- The second wall: row-level security, which shows a statement the rows of the municipalities in reach and no others.
-- afterMigrate__row_security.sql puts every table behind it, also those of later migrations.

-- The setting is 'all' or an array of municipalities such as '{5,7}'. A connection that was told nothing reaches none.
create function reaches_everything() returns boolean
    language sql stable parallel safe as
$$
select coalesce(current_setting('nullpunkt.reach', true), '') = 'all'
$$;

create function reached_municipalities() returns integer[]
    language sql stable parallel safe as
$$
select case
    when reaches_everything() then '{}'
    else coalesce(nullif(current_setting('nullpunkt.reach', true), ''), '{}')
end::integer[]
$$;
