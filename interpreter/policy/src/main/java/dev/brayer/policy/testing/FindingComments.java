package dev.brayer.policy.testing;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.List;

/// Reads the findings that a manifest expects from its comments: `# finding RULE: MESSAGE` behind
/// the line where the finding stands, or on lines of their own above it.
final class FindingComments {
    private static final String MARK = "# finding ";

    private final Source source;
    private final List<String> rules;
    private final Diagnostics diagnostics;
    private final List<Expected> expected = new ArrayList<>();

    private FindingComments(Source source, List<String> rules, Diagnostics diagnostics) {
        this.source = source;
        this.rules = rules;
        this.diagnostics = diagnostics;
    }

    /// @param rules the names that a comment may say
    static List<Expected> read(Source source, List<String> rules, Diagnostics diagnostics) {
        FindingComments comments = new FindingComments(source, rules, diagnostics);
        for (int line = 1; line <= source.lineCount(); line++) {
            comments.read(line);
        }
        return List.copyOf(comments.expected);
    }

    private void read(int number) {
        String line = source.line(number);
        int mark = mark(line);
        if (mark < 0) {
            return;
        }
        int start = source.lineStart(number) + mark;
        Place place = source.place(start, source.lineStart(number) + line.length());
        String text = line.substring(mark + MARK.length()).strip();
        int colon = text.indexOf(':');
        String rule = (colon < 0 ? text : text.substring(0, colon)).strip();
        String message = colon < 0 ? "" : text.substring(colon + 1).strip();
        if (!isName(rule) || (colon >= 0 && message.isEmpty())) {
            diagnostics.add(
                    Diagnostic.error(
                                    TestCode.FINDING_COMMENT,
                                    place,
                                    "this comment does not say which finding it expects")
                            .withHint("write `# finding RULE` or `# finding RULE: MESSAGE`"));
        } else if (!rules.contains(rule)) {
            diagnostics.add(
                    Diagnostic.error(
                                    TestCode.UNKNOWN_RULE,
                                    place,
                                    "no policy of this folder has a rule `" + rule + "`")
                            .withHint(Suggestions.didYouMean(rule, rules)));
        } else {
            boolean alone = line.substring(0, mark).isBlank();
            expected.add(
                    new Expected(
                            rule,
                            message.isEmpty() ? null : message,
                            null,
                            alone ? below(number) : number,
                            place));
        }
    }

    /// The line that comments on lines of their own stand above.
    private int below(int number) {
        int line = number + 1;
        while (line <= source.lineCount() && source.line(line).strip().startsWith("#")) {
            line++;
        }
        return line;
    }

    private static int mark(String line) {
        int at = line.indexOf(MARK);
        while (at > 0 && !Character.isWhitespace(line.charAt(at - 1))) {
            at = line.indexOf(MARK, at + 1);
        }
        return at;
    }

    private static boolean isName(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character != '_' && !Character.isLetterOrDigit(character)) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
