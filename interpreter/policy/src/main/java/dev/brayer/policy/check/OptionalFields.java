package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Comparisons of fields that may be missing, where nobody has thought of that: neither with
/// `default` nor with `exists`.
final class OptionalFields {
    private record Doubt(Expression written, String text, @Nullable String usual) {}

    private final List<Doubt> doubts = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    /// A side of a comparison that a missing value would leave open.
    void compared(Expression written, Typed side, Reporter reporter) {
        Expression expression = written.ungrouped();
        Typed.Absence absence = side.absence();
        boolean field =
                expression instanceof Expression.Member || expression instanceof Expression.Index;
        if (absence != null && field && isScalar(side.type())) {
            doubts.add(new Doubt(expression, text(expression, reporter), absence.usual()));
        }
    }

    /// Somebody asks whether it exists.
    void asked(Expression written, Reporter reporter) {
        asked.add(text(written.ungrouped(), reporter));
    }

    void report(Reporter reporter) {
        for (Doubt doubt : doubts) {
            if (!isAsked(doubt.text())) {
                String usual = doubt.usual();
                reporter.diagnostics()
                        .add(
                                Diagnostic.suggestion(
                                                PolicyCode.OPTIONAL_FIELD,
                                                reporter.place(doubt.written()),
                                                "`"
                                                        + doubt.text()
                                                        + "` may be missing, and that is a finding here")
                                        .withHint(
                                                usual == null
                                                        ? "say what a missing one counts as: `"
                                                                + doubt.text()
                                                                + " default …`, or ask whether it `exists`"
                                                        : "write `"
                                                                + doubt.text()
                                                                + " default "
                                                                + usual
                                                                + "`: that is what the API server takes for it"));
            }
        }
    }

    private boolean isAsked(String field) {
        for (String known : asked) {
            if (field.equals(known)
                    || field.startsWith(known + ".")
                    || field.startsWith(known + "[")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isScalar(Type type) {
        return switch (type) {
            case Basic.BOOL,
                    Basic.NUMBER,
                    Basic.STRING,
                    Basic.QUANTITY,
                    Basic.DATE,
                    Basic.BYTES,
                    Basic.NUMBER_OR_STRING ->
                    true;
            case Basic ignored -> false;
            case Type.ListOf ignored -> false;
            case Type.MapOf ignored -> false;
            case Type.ObjectOf ignored -> false;
        };
    }

    /// As it is written, without blanks.
    private static String text(Expression expression, Reporter reporter) {
        String written = reporter.place(expression).text();
        StringBuilder text = new StringBuilder(written.length());
        for (int index = 0; index < written.length(); index++) {
            if (!Character.isWhitespace(written.charAt(index))) {
                text.append(written.charAt(index));
            }
        }
        return text.toString();
    }
}
