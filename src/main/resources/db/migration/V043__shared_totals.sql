-- What a shared report tells of all its months together, so that an overview of a year adds up a row for each report and
-- not one for each month. It follows from shared_figure, and never changes either.
create table shared_total (
    municipality_id integer not null,
    report_id       uuid not null,
    grain           text not null check (grain in ('ALL', 'TECHNOLOGY', 'INDICATOR')),
    code            text not null,
    months          integer not null check (months > 0),
    hours           numeric not null,
    nok             numeric not null,
    planned_hours   numeric not null,
    planned_nok     numeric not null,
    own_budget_nok  numeric not null,
    taken_out_hours numeric,
    taken_out_nok   numeric,
    expected        integer not null,
    measured        integer not null,
    not_measured    integer not null,
    missing         integer not null,
    primary key (municipality_id, report_id, grain, code),
    foreign key (municipality_id, report_id) references report (municipality_id, id)
);
comment on column shared_total.months is 'of which shared_figure has a row';

insert into shared_total
select municipality_id, report_id, grain, code, count(*), sum(hours), sum(nok), sum(planned_hours), sum(planned_nok),
    sum(own_budget_nok), sum(taken_out_hours), sum(taken_out_nok), sum(expected), sum(measured), sum(not_measured),
    sum(missing)
from shared_figure
group by municipality_id, report_id, grain, code;
