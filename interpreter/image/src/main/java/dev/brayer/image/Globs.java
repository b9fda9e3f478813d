package dev.brayer.image;

import java.util.List;

/// Path patterns: `*` and `?` stay within a segment, `**` stands for any number of segments.
final class Globs {
    private Globs() {}

    /// Whether a pattern matches the path, relative and with `/`, or a folder above it.
    static boolean match(List<String> patterns, String path) {
        for (String pattern : patterns) {
            if (matchesOrHolds(List.of(trimmed(pattern).split("/")), path)) {
                return true;
            }
        }
        return false;
    }

    private static String trimmed(String pattern) {
        int from = pattern.startsWith("./") ? 2 : 0;
        int to = pattern.endsWith("/") ? pattern.length() - 1 : pattern.length();
        return pattern.substring(from, Math.max(from, to));
    }

    private static boolean matchesOrHolds(List<String> pattern, String path) {
        List<String> segments = List.of(path.split("/"));
        for (int length = 1; length <= segments.size(); length++) {
            if (matches(pattern, segments.subList(0, length))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(List<String> pattern, List<String> path) {
        if (pattern.isEmpty()) {
            return path.isEmpty();
        }
        List<String> rest = pattern.subList(1, pattern.size());
        if (pattern.getFirst().equals("**")) {
            for (int skipped = 0; skipped <= path.size(); skipped++) {
                if (matches(rest, path.subList(skipped, path.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !path.isEmpty()
                && segment(pattern.getFirst(), path.getFirst())
                && matches(rest, path.subList(1, path.size()));
    }

    /// The usual two-pointer match: on a mismatch the last `*` takes one letter more.
    private static boolean segment(String pattern, String text) {
        int inPattern = 0;
        int inText = 0;
        int star = -1;
        int afterStar = 0;
        while (inText < text.length()) {
            if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
                star = inPattern++;
                afterStar = inText;
            } else if (inPattern < pattern.length()
                    && (pattern.charAt(inPattern) == '?'
                            || pattern.charAt(inPattern) == text.charAt(inText))) {
                inPattern++;
                inText++;
            } else if (star >= 0) {
                inPattern = star + 1;
                inText = ++afterStar;
            } else {
                return false;
            }
        }
        while (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
            inPattern++;
        }
        return inPattern == pattern.length();
    }
}
