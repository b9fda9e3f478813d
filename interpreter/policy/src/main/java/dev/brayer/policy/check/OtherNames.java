package dev.brayer.policy.check;

import org.jspecify.annotations.Nullable;

/// Functions and attributes as other languages call them: no spelling leads from these to ours.
final class OtherNames {
    private OtherNames() {}

    /// A hint for a function that is not known, or `null`.
    static @Nullable String function(String name) {
        return switch (name) {
            case "len", "length", "size" -> "write `count(…)`";
            case "ip", "cidr", "network", "inet" -> "write `ipaddress(…)`";
            case "time", "timestamp" -> "write `date(…)`";
            case "version" -> "write `semver(…)`";
            default -> text(name);
        };
    }

    /// A hint for an attribute that is not known, or `null`.
    static @Nullable String attribute(String name) {
        return switch (name) {
            case "len", "length", "size" -> "write `count`";
            case "filter", "where", "select" ->
                    "ask the elements with `every x in … where … : …`, or with `any` and `no`";
            case "map" -> "take one field of each element with `pick(:name)`";
            case "replace" -> "write `gsub`";
            default -> text(name);
        };
    }

    private static @Nullable String text(String name) {
        return switch (name) {
            case "startsWith", "startswith", "hasPrefix" ->
                    "write `x matches \"start.*\"`; it judges the whole text";
            case "endsWith", "endswith", "hasSuffix" ->
                    "write `x matches \".*end\"`; it judges the whole text";
            case "match", "matches", "regex" -> "`matches` is an operator: `x matches \"pattern\"`";
            case "contains", "includes" ->
                    "a list is asked with `list.contains(x)`, a text with `x matches \".*part.*\"`";
            default -> null;
        };
    }
}
