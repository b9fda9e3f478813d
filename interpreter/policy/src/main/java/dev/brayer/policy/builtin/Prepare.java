package dev.brayer.policy.builtin;

import com.google.re2j.Pattern;
import dev.brayer.policy.value.Patterns;
import dev.brayer.policy.value.Value;
import dev.brayer.policy.value.VersionRange;
import org.jspecify.annotations.Nullable;

/// Arguments that are read before the run where they are literals, and at their use where they are
/// not.
final class Prepare {
    private Prepare() {}

    static @Nullable Pattern pattern(Value value) {
        return switch (value) {
            case Value.Prepared(Pattern pattern, _) -> pattern;
            case Value.Text(String text, _) -> Patterns.search(text).pattern();
            default -> null;
        };
    }

    static @Nullable VersionRange range(Value value) {
        return switch (value) {
            case Value.Prepared(VersionRange range, _) -> range;
            case Value.Text(String text, _) -> VersionRange.parse(text);
            default -> null;
        };
    }
}
