package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JSONPath that leads to one field by names alone: `$.metadata.labels['app']`.
record FieldPath(List<String> names) {
    FieldPath {
        names = List.copyOf(names);
    }

    /// The path of `fetch("…")`; `null` for anything else.
    static @Nullable FieldPath fetched(Expression expression) {
        return expression.ungrouped() instanceof Expression.Call call
                        && call.function().text().equals("fetch")
                        && call.arguments().size() == 1
                        && call.arguments().getFirst().ungrouped()
                                instanceof Expression.TextLiteral path
                ? of(path.text())
                : null;
    }

    static @Nullable FieldPath of(String path) {
        List<String> names = new ArrayList<>();
        int at = path.startsWith("$") ? 1 : path.length();
        while (at < path.length()) {
            int end = path.charAt(at) == '.' ? wordEnd(path, at + 1) : bracketEnd(path, at);
            if (end < 0) {
                return null;
            }
            names.add(
                    path.charAt(at) == '.'
                            ? path.substring(at + 1, end)
                            : path.substring(at + 2, end - 2));
            at = end;
        }
        return names.isEmpty() ? null : new FieldPath(names);
    }

    /// Where a name after a dot ends; -1 where none stands there.
    private static int wordEnd(String path, int start) {
        int end = start;
        while (end < path.length() && isWordPart(path.charAt(end))) {
            end++;
        }
        return end == start || Character.isDigit(path.charAt(start)) ? -1 : end;
    }

    /// Where `['name']` ends; -1 where none stands there.
    private static int bracketEnd(String path, int start) {
        int end = path.indexOf("']", start);
        String name =
                end < 0 || !path.startsWith("['", start) ? "" : path.substring(start + 2, end);
        return name.isEmpty()
                        || name.indexOf('\'') >= 0
                        || name.indexOf('"') >= 0
                        || name.indexOf('\\') >= 0
                ? -1
                : end + 2;
    }

    /// Whether every object has a text there, or nothing: its kind, its name, a label.
    boolean isText() {
        String last = names.getLast();
        if (names.size() == 1) {
            return last.equals("kind") || last.equals("apiVersion");
        }
        if (!names.getFirst().equals("metadata")) {
            return false;
        }
        return names.size() == 2
                ? last.equals("name") || last.equals("namespace")
                : names.size() == 3
                        && (names.get(1).equals("labels") || names.get(1).equals("annotations"));
    }

    /// As the language writes it: `metadata.labels["a/b"]`.
    String access() {
        StringBuilder text = new StringBuilder(names.getFirst());
        for (String name : names.subList(1, names.size())) {
            if (wordEnd(name, 0) == name.length()) {
                text.append('.').append(name);
            } else {
                text.append("[\"").append(name).append("\"]");
            }
        }
        return text.toString();
    }

    private static boolean isWordPart(char character) {
        return character == '_'
                || (character >= '0' && character <= '9')
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z');
    }
}
