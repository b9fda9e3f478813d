package dev.brayer.policy.value;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Regular expressions of RE2: their time is linear in the text, so no pattern can hold a run up.
public final class Patterns {
    private static final int LONGEST = 10_000;

    private Patterns() {}

    /// A compiled pattern, or the sentence that says why it is none.
    public record Compiled(@Nullable Pattern pattern, String problem) {}

    /// For `matches`: judges the whole text.
    public static Compiled whole(String pattern) {
        return compile(pattern, 0);
    }

    /// For `extract`: searches, with `^` and `$` at lines.
    public static Compiled search(String pattern) {
        return compile(pattern, Pattern.MULTILINE);
    }

    private static Compiled compile(String pattern, int flags) {
        if (pattern.length() > LONGEST) {
            return new Compiled(null, "the pattern is longer than " + LONGEST + " characters");
        }
        try {
            return new Compiled(Pattern.compile(pattern, flags), "");
        } catch (PatternSyntaxException problem) {
            String part = problem.getPattern();
            return new Compiled(
                    null,
                    problem.getDescription()
                            + (part == null || part.isEmpty() ? "" : ": `" + part + "`"));
        }
    }

    /// A pattern that a rule holds, which is asked for every document of a run. What it said of
    /// short texts is remembered: names, labels and tags come again and again.
    public static final class Known {
        private static final int REMEMBERED = 256;
        private static final int LONGEST_REMEMBERED = 128;

        /// An answer. As a value that never changes, it may go from thread to thread without a
        /// lock; a thread that does not see it asks the pattern itself.
        private record Answer(String text, Truth truth) {}

        private final Pattern pattern;
        private final @Nullable Answer[] answers = new @Nullable Answer[REMEMBERED];

        public Known(Pattern pattern) {
            this.pattern = pattern;
        }

        Truth matches(String text) {
            if (text.length() > LONGEST_REMEMBERED) {
                return Truth.of(pattern.matcher(text).matches());
            }
            int hash = text.hashCode();
            int at = (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
            Answer answer = answers[at];
            if (answer == null || !answer.text().equals(text)) {
                answer = new Answer(text, Truth.of(pattern.matcher(text).matches()));
                answers[at] = answer;
            }
            return answer.truth();
        }
    }

    /// @param known null where the pattern is known only now
    public static Truth matches(Value left, Value pattern, @Nullable Known known) {
        if (!(left instanceof Value.Text(String text, _))) {
            return Truth.OPEN;
        }
        if (known != null) {
            return known.matches(text);
        }
        Pattern used =
                pattern instanceof Value.Text(String written, _) ? whole(written).pattern() : null;
        return used == null ? Truth.OPEN : Truth.of(used.matcher(text).matches());
    }

    /// The text of a group where the pattern is first found; null where it is not found or has no
    /// such group.
    public static @Nullable String extract(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        return group >= 0 && group <= matcher.groupCount() && matcher.find()
                ? matcher.group(group)
                : null;
    }
}
