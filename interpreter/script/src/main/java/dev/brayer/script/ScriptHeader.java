package dev.brayer.script;

import dev.brayer.policy.script.ScriptPolicy;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Suggestions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what the comments at the head of a script say to brayer: `// brayer: threshold=2`.
final class ScriptHeader {
    private static final String COMMENT = "//";
    private static final String MARK = "brayer:";
    private static final String THRESHOLD = "threshold";

    private ScriptHeader() {}

    static ScriptPolicy policy(Source script, Diagnostics diagnostics) {
        double threshold = ScriptPolicy.DEFAULT_THRESHOLD;
        String text = script.text();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            String stripped = line.strip();
            if (!stripped.isEmpty() && !stripped.startsWith(COMMENT)) {
                break;
            }
            String comment = stripped.isEmpty() ? "" : stripped.substring(COMMENT.length()).strip();
            if (comment.startsWith(MARK)) {
                int from = start + line.indexOf(MARK) + MARK.length();
                threshold = threshold(script, from, end, threshold, diagnostics);
            }
            start = end + 1;
        }
        return new ScriptPolicy(script, threshold);
    }

    /// Reads the words of one comment.
    private static double threshold(
            Source script, int from, int end, double before, Diagnostics diagnostics) {
        double threshold = before;
        int at = from;
        while (at < end) {
            if (Character.isWhitespace(script.text().charAt(at))) {
                at++;
                continue;
            }
            int stop = at;
            while (stop < end && !Character.isWhitespace(script.text().charAt(stop))) {
                stop++;
            }
            String word = script.text().substring(at, stop);
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Double number = equals < 0 ? null : number(word.substring(equals + 1));
            if (name.equals(THRESHOLD) && number != null) {
                threshold = number;
            } else {
                diagnostics.add(
                        Diagnostic.error(
                                        ScriptCode.HEADER,
                                        script.place(at, stop),
                                        "`" + word + "` says nothing to brayer")
                                .withHint(
                                        name.equals(THRESHOLD)
                                                ? "as in `threshold=2`"
                                                : Suggestions.didYouMean(
                                                        name, List.of(THRESHOLD))));
            }
            at = stop;
        }
        return threshold;
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
