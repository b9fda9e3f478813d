#!/bin/sh
# Applies the migrations that the database has not seen, each in a transaction of its own, in the order of their numbers.
# Reads PGHOST, PGUSER, PGPASSWORD and PGDATABASE, as psql does. Safe to run again.
set -eu

folder=$(dirname "$0")/migrations

query() {
    psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 "$@"
}

query --command 'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())'

for file in "$folder"/*.sql; do
    name=$(basename "$file" .sql)
    if [ -n "$(query --command "select 1 from migrations where name = '$name'")" ]; then
        echo "$name: already applied"
        continue
    fi
    query --single-transaction --file "$file" --command "insert into migrations (name) values ('$name')"
    echo "$name: applied"
done
