package dev.brayer.document.jsonpath;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// A pattern of `match` and `search`: RE2, with the dot of RFC 9485, which stands for everything
/// but line feed and carriage return.
final class RegularExpression {
    private final Pattern pattern;

    private RegularExpression(Pattern pattern) {
        this.pattern = pattern;
    }

    /// The compiled pattern, `null` if it is none.
    static @Nullable RegularExpression of(String text) {
        try {
            return new RegularExpression(Pattern.compile(withPlainDots(text)));
        } catch (PatternSyntaxException notAPattern) {
            return null;
        }
    }

    boolean test(String text, boolean whole) {
        return whole ? pattern.matcher(text).matches() : pattern.matcher(text).find();
    }

    private static String withPlainDots(String text) {
        StringBuilder pattern = new StringBuilder();
        boolean inClass = false;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\\' && at + 1 < text.length()) {
                pattern.append(character).append(text.charAt(++at));
                continue;
            }
            if (character == '[') {
                inClass = true;
            } else if (character == ']') {
                inClass = false;
            }
            pattern.append(character == '.' && !inClass ? "[^\n\r]" : String.valueOf(character));
        }
        return pattern.toString();
    }
}
