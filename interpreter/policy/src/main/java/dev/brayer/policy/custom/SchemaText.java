package dev.brayer.policy.custom;

import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;

/// What a schema says to people.
final class SchemaText {
    private SchemaText() {}

    /// The description, and the values that are allowed where the schema lists them.
    static String of(MapNode schema) {
        String description = schema.string("description");
        StringBuilder text = new StringBuilder(description == null ? "" : description.strip());
        if (schema.get("enum") instanceof ListNode values && !values.isEmpty()) {
            text.append(text.isEmpty() ? "One of " : " One of ");
            String separator = "";
            for (Node value : values.items()) {
                if (value instanceof ScalarNode scalar) {
                    text.append(separator).append(scalar.text());
                    separator = ", ";
                }
            }
            text.append('.');
        }
        return text.toString();
    }
}
