-- Sign-in by an OpenID Connect provider: whom it knows by a subject is a person here.

create table identity (
    municipality_id integer not null,
    id              uuid not null,
    person_id       uuid not null,
    issuer          text not null check (length(issuer) between 1 and 500),
    subject         text not null check (length(subject) between 1 and 255),
    bound_at        timestamptz not null,
    bound_by        uuid,
    version         integer not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, person_id) references person (municipality_id, id),
    foreign key (municipality_id, bound_by) references person (municipality_id, id),
    unique (issuer, subject),
    unique (municipality_id, person_id, issuer)
);
comment on column identity.subject is 'of a person the sub of the tokens, of a machine what the configured claim says';
comment on column identity.bound_by is 'the administrator who said so; null where a verified e-mail did';
