#!/bin/sh
# The two roles and their database, made once: one owns the tables and migrates them, the other serves. PostgreSQL's own
# image runs this on an empty data directory; elsewhere run it as a superuser, with both passwords in the environment.
set -eu

# A password is read by psql, so that it stands in no list of processes.
psql --no-psqlrc --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" --dbname=postgres <<'SQL'
\set owner_password `printenv NULLPUNKT_OWNER_PASSWORD`
\set password `printenv NULLPUNKT_PASSWORD`
create role nullpunkt_owner login password :'owner_password';
create role nullpunkt login password :'password';
create database nullpunkt owner nullpunkt_owner;
-- Nobody else has anything to do there.
revoke connect on database nullpunkt from public;
grant connect on database nullpunkt to nullpunkt;
SQL
