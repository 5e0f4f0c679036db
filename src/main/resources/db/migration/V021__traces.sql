-- What is kept about people: taken out whole, and made nameless when they have left.

-- That a person was made nameless: by whom, when and why. Nothing that enters a figure is changed by it.
create table erasure (
    municipality_id integer not null references municipality,
    person_id       uuid not null,
    pseudonym       text not null,
    erased_at       timestamptz not null,
    erased_by       uuid not null,
    reason          text not null check (length(reason) between 1 and 4000),
    transaction_id  xid8 not null default pg_current_xact_id(),
    primary key (municipality_id, person_id)
);
comment on column erasure.transaction_id is 'only within this transaction history takes the names out';

-- Whether this transaction makes somebody nameless, and has written that it does.
create function is_erasing() returns boolean
    language sql stable as
$$
select coalesce(current_setting('nullpunkt.erased_words', true), '') <> ''
    and exists (select from erasure where transaction_id = pg_current_xact_id_if_assigned())
$$;

-- A text without the names and e-mails that are being taken out: as whole words, in whatever letters.
create function nameless(said text) returns text
    language sql stable as
$$
select regexp_replace(said, current_setting('nullpunkt.erased_words'), current_setting('nullpunkt.pseudonym'), 'gi')
$$;

-- Refuses whatever an erasure does to a row beyond taking names out of it.
create function must_only_take_names_out(before jsonb, after jsonb) returns void
    language plpgsql as
$$
begin
    if not is_erasing() then
        raise exception 'history is not rewritten';
    end if;
    if exists (
        select from jsonb_each(before) as was join jsonb_each(after) as is_now using (key)
        where was.value <> is_now.value
            and (key, is_now.value) not in (
                ('name', to_jsonb(current_setting('nullpunkt.pseudonym'))),
                ('email', to_jsonb(current_setting('nullpunkt.pseudonym_email'))))
            and is_now.value::text <> nameless(was.value::text)
    ) then
        raise exception 'an erasure takes names out and changes nothing else';
    end if;
end
$$;

create function keep_history() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'DELETE' then
        raise exception 'history is not rewritten';
    end if;
    perform must_only_take_names_out(to_jsonb(old), to_jsonb(new));
    return new;
end
$$;

-- Taking names out is no change of the thing: the version stays the one it was.
create or replace function stamp() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'UPDATE' then
        if is_erasing() then
            perform must_only_take_names_out(to_jsonb(old), to_jsonb(new));
            return new;
        end if;
        perform must_come_after(old.changed_at);
    end if;
    new.changed_at := change_time();
    new.changed_by := nullif(current_setting('nullpunkt.changed_by'), '')::uuid;
    new.change_reason := nullif(current_setting('nullpunkt.change_reason'), '');
    return new;
end
$$;

create or replace function keep_replaced() returns trigger
    language plpgsql as
$$
declare
    columns text;
    removed boolean := tg_op = 'DELETE';
begin
    if not removed and is_erasing() then
        return null;
    end if;
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

create or replace function keep_baseline() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'UPDATE' and is_erasing() then
        perform must_only_take_names_out(to_jsonb(old), to_jsonb(new));
        return new;
    end if;
    if tg_op = 'DELETE' or old.approved_at is not null
        or (to_jsonb(old) - 'approved_at' - 'approved_by') <> (to_jsonb(new) - 'approved_at' - 'approved_by') then
        raise exception 'a null-point is not changed: enter a new version';
    end if;
    return new;
end
$$;

-- Every history is guarded, also those that come later.
alter procedure keep_versions(text) rename to keep_versions_unguarded;
create procedure keep_versions(live text)
    language plpgsql as
$$
begin
    call keep_versions_unguarded(live);
    if not exists (select from pg_trigger where tgrelid = (live || '_history')::regclass and tgname = 'keep_history') then
        execute format('create trigger keep_history before update or delete on %I for each row execute function keep_history()',
            live || '_history');
    end if;
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
        call keep_versions(kept.name);
    end loop;
end
$$;

-- A sign of a regular expression that is to be taken as itself.
create function literally(said text) returns text
    language sql immutable as
$$
select regexp_replace(said, '([^[:alnum:][:space:]])', '\\\1', 'g')
$$;

-- What a person was ever called here: names of one word only as the name of the person, for such a word may mean
-- anything, and names that somebody else here has likewise.
create function words_of_person(municipality integer, person uuid) returns text
    language sql stable as
$$
with called as (
    select name, email from person_versions where municipality_id = municipality and id = person
),
words as (
    select email as word from called
    union
    select name from called
    where name ~ '\S\s+\S' and not exists (
        select from person other where other.municipality_id = municipality and other.id <> person
            and lower(other.name) = lower(called.name))
)
select '(?<![[:alnum:]])(?:' || string_agg(literally(word), '|' order by length(word) desc) || ')(?![[:alnum:]])' from words
$$;

-- Makes a person nameless: in the rows that tell who it is, and wherever a text of the municipality names them, as it
-- stands and as it ever stood. It runs with the rights of whoever owns the tables, since the service may add to history
-- and not rewrite it; the triggers above see that nothing else is changed.
create function erase_person(municipality integer, person uuid, by uuid, why text) returns text
    language plpgsql security definer set search_path from current as
$$
declare
    pseudonym constant text := 'Slettet person ' || right(person::text, 8);
    pseudonym_email constant text := 'slettet-' || person || '@erased.invalid';
    words text;
    live record;
    changes text;
begin
    words := words_of_person(municipality, person);
    perform set_config('nullpunkt.erased_words', words, true),
            set_config('nullpunkt.pseudonym', pseudonym, true),
            set_config('nullpunkt.pseudonym_email', pseudonym_email, true);
    insert into erasure (municipality_id, person_id, pseudonym, erased_at, erased_by, reason)
    values (municipality, person, pseudonym, change_time(), by, nameless(why));

    update person as it set name = pseudonym, email = pseudonym_email
    where it.municipality_id = municipality and it.id = person;
    update person_history as it set name = pseudonym, email = pseudonym_email
    where it.municipality_id = municipality and it.id = person;
    -- An answer kept for a repeat may hold the name in any form, and nobody repeats it any more.
    delete from remembered_answer as it
    where it.municipality_id = municipality and (it.person_id = person or strpos(it.body, person::text) > 0);

    for live in
        select pg_class.oid, relname as name,
            array_agg(attname order by attnum) filter (where atttypid = 'text'::regtype) as texts,
            array_agg(attname order by attnum) filter (where atttypid = 'text[]'::regtype) as lists
        from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
        where relnamespace = current_schema()::regnamespace and relkind = 'r'
            and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'municipality_id')
        group by pg_class.oid, relname
        having bool_or(atttypid in ('text'::regtype, 'text[]'::regtype))
        order by relname
    loop
        select string_agg(said, ', ') into changes
        from (
            select format('%1$I = nameless(%1$I)', name) as said from unnest(live.texts) as name
            union all
            select format('%1$I = (select coalesce(array_agg(nameless(said) order by place), ''{}'') '
                'from unnest(%1$I) with ordinality as each (said, place))', name) from unnest(live.lists) as name
        ) as each;
        execute format('update %I as it set %s where municipality_id = $1 and it::text ~* $2', live.name, changes)
            using municipality, words;
    end loop;

    perform set_config('nullpunkt.erased_words', '', true);
    return pseudonym;
end
$$;

-- Every row of a municipality that tells of a person, by whatever column, without what is secret.
create function rows_of_person(municipality integer, person uuid) returns table (told_in name, told jsonb)
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
        where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname <> 'report_file'
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

-- The things whose versions are kept, by name.
create function kept_things() returns setof name
    language sql stable as
$$
select left(relname, -length('_versions'))::name from pg_class
where relnamespace = current_schema()::regnamespace and relkind = 'v' and relname like '%\_versions'
order by relname
$$;

-- Every change of a thing in a period: when, by whom, why, and how it was and became; null where there was nothing.
create function changes_of(live name, municipality integer, since timestamptz, until timestamptz)
    returns table (at timestamptz, by_id uuid, reason text, was jsonb, became jsonb)
    language plpgsql stable as
$$
declare
    stamps constant text[] := array['municipality_id', 'changed_at', 'changed_by', 'change_reason', 'superseded_at',
        'superseded_by', 'superseded_reason'];
    same text;
begin
    select string_agg(format('o.%1$I = n.%1$I', attname), ' and ')
    into same
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = live::regclass and indisprimary;
    return query execute format(
        'select n.changed_at, n.changed_by, n.change_reason, to_jsonb(o) - $4, to_jsonb(n) - $4 '
        'from %1$I n left join %2$I o on %3$s and o.superseded_at = n.changed_at '
        'where n.municipality_id = $1 and n.changed_at >= $2 and n.changed_at < $3 '
        'union all '
        'select o.superseded_at, o.superseded_by, o.superseded_reason, to_jsonb(o) - $4, null '
        'from %2$I o where o.municipality_id = $1 and o.superseded_at >= $2 and o.superseded_at < $3 '
        'and not exists (select from %1$I n where %3$s and n.changed_at = o.superseded_at) '
        'order by 1',
        live || '_versions', live || '_history', same) using municipality, since, until, stamps;
end
$$;
