-- A corrected row is stamped in a third of the time: what is nearly never so is asked without a query first.

create or replace function is_erasing() returns boolean
    language plpgsql stable as
$$
begin
    if coalesce(current_setting('nullpunkt.erased_words', true), '') = '' then
        return false;
    end if;
    return exists (select from erasure where transaction_id = pg_current_xact_id_if_assigned());
end
$$;

create or replace function stamp() returns trigger
    language plpgsql as
$$
declare
    at timestamptz := change_time();
begin
    if tg_op = 'UPDATE' then
        if is_erasing() then
            perform must_only_take_names_out(to_jsonb(old), to_jsonb(new));
            return new;
        end if;
        if old.changed_at > at then
            perform must_come_after(old.changed_at);
        end if;
    end if;
    new.changed_at := at;
    new.changed_by := nullif(current_setting('nullpunkt.changed_by'), '')::uuid;
    new.change_reason := nullif(current_setting('nullpunkt.change_reason'), '');
    return new;
end
$$;
