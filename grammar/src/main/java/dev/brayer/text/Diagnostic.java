package dev.brayer.text;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something wrong, or doubtful, in what a person wrote or asked for.
///
/// @param place where; `null` only where no file is to blame (a wrong option, a registry that is
///   not there)
/// @param message one sentence, without a full stop, in words of the user's world
/// @param hint what to do, or `null` when the message already says it
/// @param related other places that belong to it, such as the first of two definitions
public record Diagnostic(
        DiagnosticCode code,
        Severity severity,
        @Nullable Place place,
        String message,
        @Nullable String hint,
        List<Related> related) {

    /// Another place that explains a diagnostic, with a phrase such as "first defined here".
    public record Related(Place place, String message) {}

    public Diagnostic {
        Objects.requireNonNull(code);
        related = List.copyOf(related);
    }

    public static Diagnostic error(DiagnosticCode code, @Nullable Place place, String message) {
        return new Diagnostic(code, Severity.ERROR, place, message, null, List.of());
    }

    public static Diagnostic warning(DiagnosticCode code, @Nullable Place place, String message) {
        return new Diagnostic(code, Severity.WARNING, place, message, null, List.of());
    }

    /// Something to think about: the least severe.
    public static Diagnostic suggestion(DiagnosticCode code, Place place, String message) {
        return new Diagnostic(code, Severity.HINT, place, message, null, List.of());
    }

    /// The same with a hint; `null` takes the hint away.
    public Diagnostic withHint(@Nullable String newHint) {
        return new Diagnostic(code, severity, place, message, newHint, related);
    }

    /// The same with one more related place.
    public Diagnostic withRelated(Place at, String saying) {
        List<Related> more = new java.util.ArrayList<>(related);
        more.add(new Related(at, saying));
        return new Diagnostic(code, severity, place, message, hint, more);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// `file:line:column: error: message [code]`, without the excerpt that [Excerpt] makes.
    @Override
    public String toString() {
        String where = place == null ? "" : place + ": ";
        String word =
                switch (severity) {
                    case ERROR -> "error: ";
                    case WARNING -> "warning: ";
                    case HINT -> "hint: ";
                };
        return where + word + message + " [" + code.id() + "]";
    }
}
