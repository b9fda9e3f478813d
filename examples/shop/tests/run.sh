#!/bin/sh
# The shop's own tests: `sh tests/run.sh`. They need nothing but a POSIX shell, so they run wherever brayer runs.
cd "$(dirname "$0")/.." || exit 1
failed=0

check() { # check NAME COMMAND…: runs the command and says how it went
    name=$1
    shift
    if output=$("$@" 2>&1); then
        echo "ok      $name"
    else
        echo "FAILED  $name"
        printf '%s\n' "$output" | sed 's/^/        /'
        failed=1
    fi
}

for test in tests/*.test.sh; do
    . "$test"
done

exit "$failed"
