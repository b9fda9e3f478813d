# shellcheck shell=sh
# The migrations, and the script that applies them, with a psql that only writes down what it is asked.

numbers_have_no_gap() {
    expected=1
    for file in db/migrations/*.sql; do
        number=$(printf '%04d' "$expected")
        case $file in
            "db/migrations/${number}_"*) expected=$((expected + 1)) ;;
            *) echo "$file: its number should be $number"; return 1 ;;
        esac
    done
}

formations_name_the_newest() {
    for newest in db/migrations/*.sql; do :; done
    newest=$(basename "$newest" | cut -c1-4)
    grep -q "^  schema: \"$newest\"" formations/base.yml || { echo "formations/base.yml: schema should be \"$newest\""; return 1; }
}

with_a_psql_that() { # with_a_psql_that BODY: runs migrate.sh against it, and leaves its questions in $asked
    folder=$(mktemp -d)
    asked=$folder/asked
    printf '#!/bin/sh\nprintf "%%s\\n" "$*" >>"%s"\n%s\n' "$asked" "$1" >"$folder/psql"
    chmod +x "$folder/psql"
    PATH="$folder:$PATH" sh db/migrate.sh
}

all_are_applied_in_order() {
    with_a_psql_that 'exit 0' || return 1
    applied=$(sed -n 's/.*--file [^ ]*migrations\/\([0-9]*\)_.*/\1/p' "$asked" | tr '\n' ' ')
    wanted=$(for file in db/migrations/*.sql; do basename "$file" | cut -c1-4; done | tr '\n' ' ')
    rm -r "$folder"
    [ "$applied" = "$wanted" ] || { echo "applied $applied, not $wanted"; return 1; }
}

applied_ones_are_left_alone() {
    with_a_psql_that 'case "$*" in *"select 1"*) echo 1 ;; esac' || return 1
    files=$(grep -c -e --file "$asked")
    rm -r "$folder"
    [ "$files" -eq 0 ] || { echo "$files files were applied again"; return 1; }
}

the_first_failure_ends_it() {
    if with_a_psql_that 'case "$*" in *0002_*.sql*) exit 3 ;; esac'; then
        rm -r "$folder"
        echo "migrate.sh succeeded although a migration failed"
        return 1
    fi
    third=$(grep -c 0003_ "$asked")
    rm -r "$folder"
    [ "$third" -eq 0 ] || { echo "the third was tried after the second had failed"; return 1; }
}

check "migrations are numbered without a gap" numbers_have_no_gap
check "the formations name the newest migration" formations_name_the_newest
check "all migrations are applied in order" all_are_applied_in_order
check "applied migrations are left alone" applied_ones_are_left_alone
check "the first failing migration ends it" the_first_failure_ends_it
