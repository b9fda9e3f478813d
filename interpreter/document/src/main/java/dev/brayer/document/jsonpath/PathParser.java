package dev.brayer.document.jsonpath;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses a whole path: `$` and its segments. What stands in a filter is [FilterParser]'s.
final class PathParser {
    private static final long LARGEST_INDEX = (1L << 53) - 1;
    private static final int DEEPEST = 64;

    private final PathText in;
    private final String written;
    private int depth;

    PathParser(String written) {
        this.written = written;
        String prefix = missingPrefix(written);
        this.in = new PathText(prefix + written, prefix.length());
    }

    /// What Copper 1 let people leave out.
    private static String missingPrefix(String text) {
        if (text.isEmpty()) {
            return "$";
        }
        return switch (text.charAt(0)) {
            case '$' -> "";
            case '.', '[' -> "$";
            default -> "$.";
        };
    }

    JsonPath.Compilation parse() {
        try {
            in.take('$');
            Query query = segments(true);
            if (!in.atEnd()) {
                throw in.unexpected("a `.name` or a `[…]`");
            }
            return new JsonPath.Compiled(new JsonPath(in.text(), query));
        } catch (PathText.Wrong wrong) {
            return wrong.rejected(written.length());
        }
    }

    PathText in() {
        return in;
    }

    /// The segments after `$` or `@`.
    Query segments(boolean fromRoot) {
        List<Query.Segment> segments = new ArrayList<>();
        while (true) {
            int before = in.at();
            in.skipBlanks();
            int start = in.at();
            if (in.take("..")) {
                segments.add(
                        in.peek() == '['
                                ? new Query.Segment(true, bracketed(), start)
                                : new Query.Segment(true, List.of(shorthand()), start));
            } else if (in.take('.')) {
                segments.add(new Query.Segment(false, List.of(shorthand()), start));
            } else if (in.peek() == '[') {
                segments.add(new Query.Segment(false, bracketed(), start));
            } else {
                in.backTo(before);
                return new Query(fromRoot, segments);
            }
        }
    }

    private Query.Selector shorthand() {
        if (in.take('*')) {
            return new Query.Wildcard();
        }
        int start = in.at();
        while (PathText.isNameCharacter(in.peek(), in.at() == start)) {
            in.next();
        }
        if (in.at() == start) {
            throw in.unexpected("a name");
        }
        if (in.peek() == '-') {
            while (in.peek() == '-' || PathText.isNameCharacter(in.peek(), false)) {
                in.next();
            }
            String name = in.text().substring(start, in.at());
            throw in.wrong(
                    start,
                    in.at(),
                    "a name with `-` cannot stand after a dot",
                    "write `['" + name + "']`");
        }
        return new Query.Name(in.text().substring(start, in.at()));
    }

    private List<Query.Selector> bracketed() {
        int open = in.at();
        in.take('[');
        if (++depth > DEEPEST) {
            throw in.wrong(open, open + 1, "this path is nested more than " + DEEPEST + " deep");
        }
        List<Query.Selector> selectors = new ArrayList<>();
        do {
            in.skipBlanks();
            selectors.add(selector());
            in.skipBlanks();
        } while (in.take(','));
        if (!in.take(']')) {
            throw in.atEnd()
                    ? in.wrong(open, open + 1, "this `[` is never closed")
                    : in.unexpected("`,` or `]`");
        }
        depth--;
        return selectors;
    }

    private Query.Selector selector() {
        char character = in.peek();
        if (character == '\'' || character == '"') {
            return new Query.Name(in.quoted());
        }
        if (in.take('*')) {
            return new Query.Wildcard();
        }
        if (in.take('?')) {
            in.skipBlanks();
            return new Query.Filter(new FilterParser(this).condition());
        }
        if (character == ':' || character == '-' || (character >= '0' && character <= '9')) {
            return indexOrSlice();
        }
        if (PathText.isNameCharacter(character, true)) {
            int start = in.at();
            while (in.peek() == '-' || PathText.isNameCharacter(in.peek(), false)) {
                in.next();
            }
            String name = in.text().substring(start, in.at());
            throw in.wrong(
                    start, in.at(), "a name in brackets needs quotes", "write `['" + name + "']`");
        }
        throw in.unexpected("a quoted name, an index, `*`, a slice or a filter `?`");
    }

    private Query.Selector indexOrSlice() {
        Long first = in.peek() == ':' ? null : index();
        int afterFirst = in.at();
        in.skipBlanks();
        if (!in.take(':')) {
            in.backTo(afterFirst);
            if (first == null) {
                throw in.unexpected("an index");
            }
            return new Query.Index(first);
        }
        in.skipBlanks();
        Long end = optionalIndex();
        in.skipBlanks();
        Long step = null;
        if (in.take(':')) {
            in.skipBlanks();
            step = optionalIndex();
        }
        return new Query.Slice(first, end, step == null ? 1 : step);
    }

    private @Nullable Long optionalIndex() {
        return in.peek() == '-' || (in.peek() >= '0' && in.peek() <= '9') ? index() : null;
    }

    private Long index() {
        int start = in.at();
        in.take('-');
        int digits = in.at();
        while (in.peek() >= '0' && in.peek() <= '9') {
            in.next();
        }
        String text = in.text().substring(start, in.at());
        if (in.at() == digits) {
            throw in.unexpected("a digit");
        }
        if (text.equals("-0") || (in.at() - digits > 1 && in.text().charAt(digits) == '0')) {
            throw in.wrong(
                    start,
                    in.at(),
                    "`"
                            + text
                            + "` is no index: leave out the "
                            + (text.equals("-0") ? "sign" : "zeros"));
        }
        long value = text.length() > 17 ? Long.MAX_VALUE : Long.parseLong(text);
        if (Math.abs(value) > LARGEST_INDEX) {
            throw in.wrong(start, in.at(), "this index is too large");
        }
        return value;
    }
}
