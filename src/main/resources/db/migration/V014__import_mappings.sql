-- How a file of raw counts becomes values: which columns tell month, unit and code, and what is counted or summed.
create table import_mapping (
    municipality_id integer not null references municipality,
    name            text not null check (name ~ '^[a-z0-9-]{1,60}$'),
    mapping         text not null check (jsonb_typeof(mapping::jsonb) = 'object'),
    version         integer not null,
    changed_at      timestamptz not null,
    changed_by      uuid,
    change_reason   text,
    primary key (municipality_id, name)
);
comment on column import_mapping.mapping is 'as the API takes it; series are checked when it is saved and when it is used';
call keep_versions('import_mapping');
