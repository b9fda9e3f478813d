# Finds a JDK 25. Sourced by the launchers; starts no program, because each would cost a third of brayer's own start.

# is_java_25 FOLDER: whether a Java 25 is installed there, by the file in which every JDK says what it is.
is_java_25() {
    [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
            'JAVA_VERSION="25"'* | 'JAVA_VERSION="25.'*) return 0 ;;
        esac
    done <"$1/release"
    return 1
}

# find_java [compiler]: sets java_home, or leaves it empty; with `compiler` a runtime without javac does not count.
find_java() {
    java_home=
    needed=bin/java
    [ "${1:-}" != compiler ] || needed=bin/javac

    if is_java_25 "${JAVA_HOME:-}" && [ -x "$JAVA_HOME/$needed" ]; then
        java_home=$JAVA_HOME
        return 0
    fi
    rest=${PATH:-}:
    while [ -n "$rest" ]; do
        folder=${rest%%:*}
        rest=${rest#*:}
        if [ -n "$folder" ] && [ -x "$folder/java" ] && is_java_25 "${folder%/*}" && [ -x "${folder%/*}/$needed" ]; then
            java_home=${folder%/*}
            return 0
        fi
    done
    # Debian and Fedora, SDKMAN, asdf and mise, IntelliJ IDEA, macOS with its installers and Homebrew, hand-made.
    for folder in \
        /usr/lib/jvm/* \
        "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* \
        "${HOME:-}"/.asdf/installs/java/* "${HOME:-}"/.local/share/mise/installs/java/* "${HOME:-}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
        /opt/java/* /opt/jdk* /usr/java/*; do
        if is_java_25 "$folder" && [ -x "$folder/$needed" ]; then
            java_home=$folder
            return 0
        fi
    done
    # macOS knows of more places; the only program asked, and only there, and only as the last resort.
    if [ -x /usr/libexec/java_home ]; then
        folder=$(/usr/libexec/java_home -v 25 2>/dev/null) || folder=
        if is_java_25 "$folder" && [ -x "$folder/$needed" ]; then
            java_home=$folder
            return 0
        fi
    fi
    return 1
}
