package dev.brayer.grammar.policy;

import org.jspecify.annotations.Nullable;

/// Words of other languages that people write here first, and what says the same.
final class ForeignWords {
    private ForeignWords() {}

    /// What to write instead, or `null` for a word that means nothing special anywhere.
    static @Nullable String hint(String word) {
        return switch (word) {
            case "all", "each", "forall", "foreach", "for" ->
                    "write `every x in … : …`, with a condition about `x`";
            case "some" -> "write `any x in … : …`, with a condition about `x`";
            case "none" -> "write `no x in … : …`, with a condition about `x`";
            case "if", "implies" -> "for \"if a then b\" write `not a or b`";
            case "is", "equals", "eq" -> "write `==`";
            case "between" -> "write `x in (2..5)`; both ends belong to it";
            case "contains" -> "write `list.contains(x)`, or `x in list`";
            case "startsWith", "starts" -> "write `matches \"start.*\"`; it judges the whole text";
            case "endsWith", "ends" -> "write `matches \".*end\"`; it judges the whole text";
            case "like", "match", "regex" -> "write `matches`; it judges the whole text";
            case "when" -> "write `where` and a condition";
            default -> null;
        };
    }
}
