package dev.brayer.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One `--format`: what is written, and where.
///
/// @param file the file as it was given, or `null` for standard output
record ReportFormat(Kind kind, @Nullable String file) {

    /// What a report can look like.
    enum Kind {
        TEXT("text"),
        JSON("json"),
        /// XML as CI servers read it; of tests only.
        JUNIT("junit"),
        /// The events of a run as they happen, an object per line.
        EVENTS("events");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    static final ReportFormat TEXT = new ReportFormat(Kind.TEXT, null);

    static final List<String> NAMES =
            List.of(Kind.TEXT.id(), Kind.JSON.id(), Kind.JUNIT.id(), Kind.EVENTS.id());

    /// Reads `FORMAT` or `FORMAT=FILE`; `null` when there is no such format, or nothing after the
    /// `=`.
    static @Nullable ReportFormat parse(String value) {
        int equals = value.indexOf('=');
        String name = equals < 0 ? value : value.substring(0, equals);
        String file = equals < 0 ? null : value.substring(equals + 1);
        if (file != null && file.isEmpty()) {
            return null;
        }
        for (Kind kind : Kind.values()) {
            if (kind.id().equals(name)) {
                return new ReportFormat(kind, file);
            }
        }
        return null;
    }
}
