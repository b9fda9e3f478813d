package dev.brayer.script;

import dev.brayer.script.wire.Limits;
import dev.brayer.script.wire.Message;
import dev.brayer.script.wire.Stop;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import org.jspecify.annotations.Nullable;

/// Errors of scripts as diagnostics at their line.
final class Failures {
    private Failures() {}

    /// For [Stop#SYNTAX] and [Stop#EXCEPTION].
    static Diagnostic diagnostic(Message.Stopped stopped, Source script) {
        boolean syntax = stopped.stop() == Stop.SYNTAX;
        String said = syntax ? syntaxError(stopped.message()) : stopped.message();
        String first = said.lines().findFirst().orElse("");
        return Diagnostic.error(
                        syntax ? ScriptCode.SYNTAX : ScriptCode.EXCEPTION,
                        ScriptPlaces.place(script, stopped.range()),
                        (syntax ? "this is not JavaScript: " : "the script failed: ") + first)
                .withHint(hint(first));
    }

    /// A script that did not come to its end.
    static Diagnostic of(Message.Stopped stopped, Source script, Limits limits) {
        return switch (stopped.stop()) {
            case SYNTAX, EXCEPTION -> diagnostic(stopped, script);
            case TIME, STATEMENTS, FRAMES, MEMORY, OUTPUT, REPORTS, RESULT ->
                    Diagnostic.error(
                            ScriptCode.LIMIT,
                            ScriptPlaces.place(script, stopped.range()),
                            "the script was stopped: " + StopText.of(stopped.stop(), limits));
        };
    }

    /// `SyntaxError: rules.js:3:4 Expected ) but found ;` and the line again: place and line are
    /// shown anyway.
    private static String syntaxError(String said) {
        String text = said.startsWith("SyntaxError: ") ? said.substring(13) : said;
        int space = text.indexOf(' ');
        boolean placed = space > 0 && text.substring(0, space).matches(".*:\\d+:\\d+");
        return placed ? text.substring(space + 1) : text;
    }

    private static @Nullable String hint(String said) {
        if (said.contains("of undefined") || said.contains("is undefined")) {
            return "not every document has every field: ask with `?.` or `if`";
        }
        return said.startsWith("invalid title or severity")
                ? "as in errors.add_error('no_latest', 'latest is used', 1)"
                : null;
    }
}
