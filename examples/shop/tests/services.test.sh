# shellcheck shell=sh
# What a service and its stencil must agree about.

words_read_by() { # the names of the environment variables that these files read
    grep -ohE 'os\.environ\["[A-Z_]+"\]|process\.env\.[A-Z_]+' "$@" | grep -oE '[A-Z][A-Z_]+' | sort -u
}

words_given_by() { # … that these stencils give
    grep -ohE '^  [A-Z_]+:|name: [A-Z][A-Z_]+' "$@" | grep -oE '[A-Z][A-Z_]+' | sort -u
}

gets_what_it_reads() { # gets_what_it_reads STENCIL FILE…
    stencil=$1
    shift
    given=$(words_given_by "$stencil" stencils/settings.yml)
    complaint=0
    for word in $(words_read_by "$@"); do
        echo "$given" | grep -qx "$word" || { echo "$* reads $word, which neither $stencil nor settings.yml gives"; complaint=1; }
    done
    return "$complaint"
}

answers_its_probes() { # answers_its_probes STENCIL FILE…
    stencil=$1
    shift
    for path in $(grep -oE 'path: /[a-z]+z' "$stencil" | sed 's/path: //' | sort -u); do
        grep -q "\"$path\"" "$@" || { echo "$stencil asks $path, which $* does not answer"; return 1; }
    done
}

links_lead_somewhere() {
    for page in services/web/public/*.html; do
        for link in $(grep -oE '(href|src)="/[^"]*"' "$page" | sed 's/.*="//; s/"//'); do
            [ -f "services/web/public$link" ] || { echo "$page: $link does not exist"; return 1; }
        done
    done
}

scripts_are_shell() {
    for script in db/*.sh tests/*.sh; do
        sh -n "$script" || return 1
    done
}

check "web gets what it reads" gets_what_it_reads stencils/web.yml services/web/server.mjs
check "api gets what it reads" gets_what_it_reads stencils/api.yml services/common/shop.py services/api/api.py
check "worker gets what it reads" gets_what_it_reads stencils/worker.yml services/common/shop.py services/worker/worker.py
check "web answers its probes" answers_its_probes stencils/web.yml services/web/server.mjs
check "api answers its probes" answers_its_probes stencils/api.yml services/common/shop.py
check "worker answers its probes" answers_its_probes stencils/worker.yml services/common/shop.py
check "the links of the pages lead somewhere" links_lead_somewhere
check "the scripts are shell" scripts_are_shell
