package dev.brayer.policy.custom;

import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Severity;
import dev.brayer.text.Suggestions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks a schema through: what is read later is then well formed and of a bearable size.
final class SchemaReview {
    /// The largest definitions in use have some 20,000 properties and 20 levels.
    private static final int MOST_SCHEMAS = 200_000;

    private static final int MOST_LEVELS = 60;
    private static final List<String> TYPES =
            List.of("object", "array", "string", "integer", "number", "boolean");

    private final Severity severity;
    private int schemas;

    SchemaReview(Severity severity) {
        this.severity = severity;
    }

    /// The first thing that is wrong, or null.
    @Nullable Diagnostic review(MapNode root) {
        return schema(root, root.place(), 0);
    }

    private @Nullable Diagnostic schema(@Nullable Node node, Place place, int level) {
        if (!(node instanceof MapNode schema)) {
            return broken(place, "a schema is a map", null);
        }
        schemas++;
        if (schemas > MOST_SCHEMAS || level > MOST_LEVELS) {
            return new Diagnostic(
                    CustomResourceCode.LIMIT,
                    severity,
                    schema.place(),
                    level > MOST_LEVELS
                            ? "the schema is deeper than " + MOST_LEVELS + " levels, the limit"
                            : "the schema has more than " + MOST_SCHEMAS + " parts, the limit",
                    null,
                    List.of());
        }
        Diagnostic problem = type(schema);
        problem = problem == null ? properties(schema, level) : problem;
        problem = problem == null ? items(schema, level) : problem;
        return problem == null ? additional(schema, level) : problem;
    }

    private @Nullable Diagnostic type(MapNode schema) {
        Node type = schema.get("type");
        if (type == null) {
            return null;
        }
        String text = type instanceof ScalarNode scalar ? scalar.text() : null;
        if (text != null && TYPES.contains(text)) {
            return null;
        }
        String near = text == null ? null : Suggestions.didYouMean(text, TYPES);
        return broken(
                type.place(),
                text == null
                        ? "`type` is a string, not " + type.kindInWords()
                        : "there is no type `" + text + "`",
                near == null ? "types are " + String.join(", ", TYPES) : near);
    }

    private @Nullable Diagnostic properties(MapNode schema, int level) {
        Node properties = schema.get("properties");
        if (properties == null) {
            return null;
        }
        if (!(properties instanceof MapNode map)) {
            return broken(
                    properties.place(),
                    "`properties` is a map, not " + properties.kindInWords(),
                    null);
        }
        for (Entry entry : map.entries()) {
            Diagnostic problem = schema(entry.value(), entry.valuePlace(), level + 1);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable Diagnostic items(MapNode schema, int level) {
        Entry items = schema.entry("items");
        if (items == null) {
            return null;
        }
        return items.value() instanceof ListNode
                ? broken(items.valuePlace(), "`items` is one schema, not a list of them", null)
                : schema(items.value(), items.valuePlace(), level + 1);
    }

    /// `additionalProperties` may be a boolean too.
    private @Nullable Diagnostic additional(MapNode schema, int level) {
        Entry additional = schema.entry("additionalProperties");
        return additional == null || additional.value() instanceof ScalarNode
                ? null
                : schema(additional.value(), additional.valuePlace(), level + 1);
    }

    private Diagnostic broken(Place place, String message, @Nullable String hint) {
        return new Diagnostic(CustomResourceCode.BROKEN, severity, place, message, hint, List.of());
    }
}
