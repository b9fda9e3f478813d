package dev.brayer.policy.testing;

import dev.brayer.policy.Finding;
import dev.brayer.text.Place;
import org.jspecify.annotations.Nullable;

/// A finding that a test expects, as far as the test says something about it.
///
/// @param rule null in a `test` block, which is about one rule
/// @param path without `$.`
/// @param line of the manifest, or 0 where any will do
/// @param place where the test says so
public record Expected(
        @Nullable String rule,
        @Nullable String message,
        @Nullable String path,
        int line,
        Place place) {

    boolean matches(Finding finding) {
        return (rule == null || rule.equals(finding.rule()))
                && (message == null || isMessageOf(finding))
                && (path == null || path.equals(path(finding)))
                && (line == 0 || isOnLine(finding));
    }

    /// A comment has one line, however many the message has.
    private boolean isMessageOf(Finding finding) {
        return finding.message().equals(message)
                || (rule != null && onOneLine(finding).equals(message));
    }

    /// The message of a finding as a comment writes it.
    public static String onOneLine(Finding finding) {
        return finding.message().strip().replaceAll("\\s+", " ");
    }

    private boolean isOnLine(Finding finding) {
        return finding.place().start().line() == line
                && finding.place().source().name().equals(place.source().name());
    }

    /// The path of a finding as tests write it: without `$.`.
    public static String path(Finding finding) {
        return path(finding.path());
    }

    static String path(String path) {
        return path.startsWith("$.") ? path.substring(2) : path;
    }
}
